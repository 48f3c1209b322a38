'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { viewerAction } from '@/app/_server/action'
import type { SignedIn } from '@/app/_server/auth'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { saveEcfmgSection } from '@/db/queries/ecfmg-steps'
import {
  type ProfileList,
  type ProfileSection,
  type SectionValues,
  saveProfileSection,
} from '@/db/queries/profile'
import { saveListRecorded } from '@/db/queries/profile-lists'
import { today } from '@/lib/dates/instant'
import type { ActionState } from '@/lib/errors/action-state'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import {
  ecfmgInput,
  explanationInput,
  graduationInput,
  nichesInput,
  preferencesInput,
  recordedInput,
  schoolInput,
  trainingInput,
  visaInput,
} from '@/lib/profile/profile-input'
import { certificateDayProblems, graduationProblems, type ProfileProblem } from '@/lib/profile/profile-rules'

/** The stamp of what the form was made from: see db/queries/stamp. */
const SEEN = { seen: z.string('This form is out of date. Open the page again.') }

async function save<S extends ProfileSection>(
  viewer: SignedIn,
  section: S,
  { seen, ...values }: SectionValues<S> & { seen: string },
): Promise<ActionState> {
  // Before the save: on a conflict the page then shows what the other window stored.
  revalidatePath('/profile')
  await withOwnScope(viewer, (scope) =>
    saveProfileSection(scope, section, { values: values as unknown as SectionValues<S>, seen }),
  )
  return saved(section)
}

function saved(section: ProfileSection): Promise<ActionState> {
  return savedInPlace('/profile', `/profile?done=${section}#${section}`, 'Saved.')
}

/** Rules that need the person's own day, which the shape of a form does not know. */
function refuse(problems: readonly ProfileProblem[]): void {
  if (problems.length === 0) return
  const fields: Record<string, string[]> = {}
  for (const { field, message } of problems) fields[field] = [...(fields[field] ?? []), message]
  throw new AppError('invalid', { readerMessage: 'One answer needs another look.', fields })
}

function dayOf(viewer: SignedIn): string {
  return today(now().toISOString(), viewer.timeZone)
}

export const saveVisaAction = viewerAction(visaInput.safeExtend(SEEN), (viewer, input) =>
  save(viewer, 'visa', input),
)

export const saveGraduationAction = viewerAction(graduationInput.safeExtend(SEEN), (viewer, input) => {
  refuse(graduationProblems(input, dayOf(viewer)))
  return save(viewer, 'graduation', input)
})

export const saveEcfmgAction = viewerAction(
  ecfmgInput.safeExtend(SEEN),
  async (viewer, { seen, ...values }) => {
    refuse(certificateDayProblems(values, dayOf(viewer)))
    revalidatePath('/profile')
    await withOwnScope(viewer, (scope) => saveEcfmgSection(scope, { values, seen }))
    return saved('ecfmg')
  },
)

export const saveTrainingAction = viewerAction(trainingInput.safeExtend(SEEN), (viewer, input) =>
  save(viewer, 'training', input),
)

export const saveNichesAction = viewerAction(nichesInput.safeExtend(SEEN), (viewer, input) =>
  save(viewer, 'niches', input),
)

export const saveSchoolAction = viewerAction(schoolInput.safeExtend(SEEN), (viewer, input) =>
  save(viewer, 'school', input),
)

export const saveExplanationAction = viewerAction(explanationInput.safeExtend(SEEN), (viewer, input) =>
  save(viewer, 'explanation', input),
)

export const savePreferencesAction = viewerAction(preferencesInput.safeExtend(SEEN), (viewer, input) =>
  save(viewer, 'preferences', input),
)

async function saveRecorded(
  viewer: SignedIn,
  list: ProfileList,
  recorded: 'none' | null,
): Promise<ActionState> {
  await withOwnScope(viewer, (scope) => saveListRecorded(scope, list, recorded))
  return savedInPlace('/profile', `/profile?done=${list}#${list}`, 'Saved.')
}

export const saveClinicalRecordedAction = viewerAction(recordedInput, (viewer, { recorded }) =>
  saveRecorded(viewer, 'clinical', recorded),
)
export const saveResearchRecordedAction = viewerAction(recordedInput, (viewer, { recorded }) =>
  saveRecorded(viewer, 'research', recorded),
)
export const savePublicationsRecordedAction = viewerAction(recordedInput, (viewer, { recorded }) =>
  saveRecorded(viewer, 'publications', recorded),
)
export const saveLettersRecordedAction = viewerAction(recordedInput, (viewer, { recorded }) =>
  saveRecorded(viewer, 'letters', recorded),
)
