import type { ReminderKind } from './dated-thing'
import type { ToldKind } from './mail-kind'

/** Days before a date on which something is said, unless the person chose others. */
export const DEFAULT_LADDER: readonly number[] = [30, 14, 7, 3, 1]
export const MOST_STEPS = 10
export const EARLIEST_STEP = 365

/** How a person wants to be reminded. Hours are whole hours on the clock of their zone. */
export type ReminderPreferences = {
  /** One mail a day at most with all that came due. */
  isDigestOn: boolean
  /** What is urgent, by itself and at its own hour. Off: it joins the digest. */
  isUrgentOn: boolean
  /** At most one mail a day, at the digest's hour, of what mentors and mentees wrote. */
  isNotesOn: boolean
  notesOff: readonly ToldKind[]
  kindsOff: readonly ReminderKind[]
  ladder: readonly number[]
  digestHour: number
  /** Nothing is sent from the one hour until the other; the same hour twice means no quiet hours. */
  quietFrom: number
  quietUntil: number
}

export const DEFAULT_PREFERENCES: ReminderPreferences = {
  isDigestOn: true,
  isUrgentOn: true,
  isNotesOn: true,
  notesOff: [],
  kindsOff: [],
  ladder: DEFAULT_LADDER,
  digestHour: 8,
  quietFrom: 21,
  quietUntil: 7,
}

/** What a person said about one dated thing. */
export type ThingSetting = {
  /** A ladder of its own; null follows the person's. Empty: never reminded. */
  steps: readonly number[] | null
  snoozedUntil: string | null
  isDone: boolean
}

export const NO_SETTING: ThingSetting = { steps: null, snoozedUntil: null, isDone: false }

/** Whether an hour of the day (0 to 23) is quiet. Quiet hours may go over midnight. */
export function isQuietHour(
  hour: number,
  { quietFrom, quietUntil }: Pick<ReminderPreferences, 'quietFrom' | 'quietUntil'>,
): boolean {
  if (quietFrom === quietUntil) return false
  return quietFrom < quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil
}
