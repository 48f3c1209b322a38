import { randomUUID } from 'node:crypto'
import type { Scope } from '@/db/access'
import { addClinicalExperience } from '@/db/queries/clinical-experiences'
import { chooseSeason } from '@/db/queries/cycles'
import { addExamAttempt } from '@/db/queries/exams'
import { addLetter } from '@/db/queries/letters'
import { addEntry } from '@/db/queries/list'
import { getProfile, type ProfileSection, saveProfileSection, sectionOf } from '@/db/queries/profile'
import { saveListRecorded } from '@/db/queries/profile-lists'
import { addPublication } from '@/db/queries/publications'
import { addResearchExperience } from '@/db/queries/research-experiences'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Applicant } from '@/lib/profile/applicant'
import type { Written } from './written-lists'

/** The ids of the list's entries by program. */
export type WrittenWork = { cycleId: string; entryIds: Readonly<Record<string, string>> }

/** Enters a written applicant and the list as the pages do, through the app's own queries and so under its own rules. */
export async function createWrittenWork(
  scope: Scope,
  { applicant, programIds }: Written,
  { seasonYear, today }: { seasonYear: number; today: CalendarDate },
): Promise<WrittenWork> {
  await enterSections(scope, applicant)
  await enterLists(scope, applicant)
  for (const { id: _id, ...attempt } of applicant.attempts ?? [])
    await addExamAttempt(scope, attempt, { formId: randomUUID(), today })
  const { id: cycleId } = await chooseSeason(scope, seasonYear)
  const entryIds: Record<string, string> = {}
  for (const programId of programIds) entryIds[programId] = await addEntry(scope, { cycleId, programId })
  return { cycleId, entryIds }
}

async function enterSections(scope: Scope, applicant: Applicant): Promise<void> {
  const { visa, graduation, ecfmg, training, school, preferences } = applicant
  const values = {
    ...(await getProfile(scope)).values,
    visaNeed: visa.need,
    acceptableVisas: visa.acceptable && [...visa.acceptable],
    j1YearsUsed: visa.j1YearsUsed,
    entryLimitMayApply: visa.entryLimitMayApply,
    graduationStatus: graduation.status,
    graduationOn: graduation.on,
    ecfmgStatus: ecfmg.status,
    ecfmgSteps: ecfmg.stepsDone && [...ecfmg.stepsDone],
    ecfmgCertifiedOn: ecfmg.certifiedOn,
    ecfmgValidUntil: ecfmg.validUntil,
    isEcfmgPermanent: ecfmg.permanent,
    ...training,
    isObgynCompleted: training.obgynCompleted,
    niches: applicant.niches && [...applicant.niches],
    schoolStanding: school.standing,
    pediatricsGrade: school.pediatrics,
    medicineGrade: school.medicine,
    neurologyGrade: school.neurology,
    isExplanationOnFile: applicant.explanationOnFile,
    preferredStates: [...preferences.states],
    preferredSettings: [...preferences.settings],
    preferredResearch: preferences.research,
    preferredPathways: [...preferences.pathways],
  }
  const sections: readonly ProfileSection[] = [
    'visa',
    'graduation',
    'ecfmg',
    'training',
    'niches',
    'school',
    'explanation',
    'preferences',
  ]
  for (const section of sections) {
    const { seen } = sectionOf((await getProfile(scope)).values, section)
    await saveProfileSection(scope, section, { values, seen })
  }
}

/** Entries one by one; an empty list is the person's own "none", and null stays not said. */
async function enterLists(scope: Scope, applicant: Applicant): Promise<void> {
  const { clinical, research, publications, letters } = applicant
  for (const stay of clinical ?? []) await addClinicalExperience(scope, stay, randomUUID())
  for (const { inUs, ...project } of research ?? []) {
    const topic = 'Registry of inborn errors of metabolism'
    await addResearchExperience(scope, { ...project, isInUs: inUs, topic }, randomUUID())
  }
  for (const work of publications ?? [])
    await addPublication(scope, { ...work, title: 'On a metabolic disorder' }, randomUUID())
  for (const letter of letters ?? [])
    await addLetter(scope, { ...letter, topics: [...letter.topics], writer: 'A teacher' }, randomUUID())
  for (const list of ['clinical', 'research', 'publications', 'letters'] as const)
    if (applicant[list]?.length === 0) await saveListRecorded(scope, list, 'none')
}
