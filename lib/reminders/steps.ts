import type { DatedThing } from './dated-thing'
import type { ReminderPreferences, ThingSetting } from './preferences'

/** The step from which an urgent thing is written of by itself, at its own hour and not with the digest. */
export const ALONE_STEP = 1

/** The ladder that holds for a thing: its own, or the person's. */
export function stepsOf(preferences: ReminderPreferences, setting: ThingSetting): readonly number[] {
  return setting.steps ?? preferences.ladder
}

/**
 * The step that a thing stands on with so many days left: the last one that was passed, null while it is before the
 * first or when it is over. Steps that passed unsaid are not made up for one by one: the last speaks for all.
 */
export function stepAt(steps: readonly number[], daysLeft: number): number | null {
  if (daysLeft < 0) return null
  const passed = steps.filter((step) => step >= daysLeft)
  return passed.length > 0 ? Math.min(...passed) : null
}

/** Whether this step of the thing is written of by itself. */
export function goesAlone(
  thing: Pick<DatedThing, 'urgency'>,
  step: number,
  preferences: Pick<ReminderPreferences, 'isUrgentOn'>,
): boolean {
  return preferences.isUrgentOn && thing.urgency === 'urgent' && step <= ALONE_STEP
}
