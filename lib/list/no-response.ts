import { addDays, type CalendarDate, latestOf } from '@/lib/dates/calendar-date'
import type { EntryStatus } from './status'

/** Programs review for weeks: silence is worth a word only after six of them, and says nothing final even then. */
export const SILENCE_DAYS = 42

/**
 * Whether an application has had no answer for six weeks: applied, and nothing since. The weeks run from the day of
 * applying or the day on which programs begin to review, whichever is later; while review is not announced, from applying.
 */
export function hasNoResponse(
  entry: { status: EntryStatus; statusOn: CalendarDate | null },
  { reviewOpens, today }: { reviewOpens: CalendarDate | null; today: CalendarDate },
): boolean {
  if (entry.status !== 'applied' || entry.statusOn === null) return false
  const from = reviewOpens === null ? entry.statusOn : latestOf(entry.statusOn, reviewOpens)
  return addDays(from, SILENCE_DAYS) <= today
}
