import 'server-only'
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { itemsOfStep } from '@/lib/papers/papers'
import { ECFMG_STEPS, type EcfmgStep } from '@/lib/profile/applicant'
import type { Scope } from '../access'
import { applicantProfiles, checklistMarks as marks } from '../schema'
import { markDone } from './checklist'
import { lockProfile, type SectionValues, saveProfileSection } from './profile'

/*
 * A step of the certification is one thing in three places: the profile, which the gates read, the checklist and the
 * papers. The profile's list is the truth; the checklist's mark only keeps the day.
 */

type EditScope = Scope<
  'profile:read' | 'profile:write' | 'checklist:read' | 'checklist:write' | 'list:read' | 'list:write'
>

/**
 * Says that a step is done since a day, or takes it back (null), wherever it was ticked. An accepted Pathway was applied
 * for, and one that was not applied for is not accepted.
 */
export async function setEcfmgStep(
  scope: EditScope,
  {
    cycleId,
    step,
    itemId,
    doneOn,
  }: { cycleId: string; step: EcfmgStep; itemId: string; doneOn: CalendarDate | null },
): Promise<void> {
  const { ecfmgSteps, ecfmgStatus } = await lockProfile(scope)
  const said = new Set<string>(ecfmgSteps ?? [])
  if (doneOn !== null) {
    said.add(step)
    if (step === 'pathway_accepted') said.add('pathway_applied')
  } else {
    said.delete(step)
    if (step === 'pathway_applied') said.delete('pathway_accepted')
  }
  const steps = ECFMG_STEPS.filter((known) => said.has(known))
  const isBegun = steps.length > 0 && (ecfmgStatus === null || ecfmgStatus === 'not_started')
  await scope.tx
    .update(applicantProfiles)
    .set({ ecfmgSteps: steps, ...(isBegun && { ecfmgStatus: 'in_progress' }) })
    .where(eq(applicantProfiles.applicantId, scope.applicantId))
  await markDone(scope, { cycleId, itemId, doneOn })
  await clearMarks(scope, steps)
}

/** Saves the profile's section; a step that is no longer ticked there is open in the checklist again. */
export async function saveEcfmgSection(
  scope: EditScope,
  { values, seen }: { values: SectionValues<'ecfmg'>; seen: string },
): Promise<void> {
  await saveProfileSection(scope, 'ecfmg', { values, seen })
  await clearMarks(scope, values.ecfmgSteps ?? [])
}

async function clearMarks(scope: EditScope, steps: readonly string[]): Promise<void> {
  const items = ECFMG_STEPS.filter((step) => !steps.includes(step)).flatMap(itemsOfStep)
  if (items.length === 0) return
  await scope.tx
    .update(marks)
    .set({ doneOn: null, version: sql`${marks.version} + 1` })
    .where(
      and(eq(marks.applicantId, scope.applicantId), inArray(marks.itemId, items), isNotNull(marks.doneOn)),
    )
}
