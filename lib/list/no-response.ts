import { addDays, type CalendarDate, latestOf } from '@/lib/dates/calendar-date'
import type { EntryStatus } from './status'

/**
 * Programs review for weeks: silence is worth a word only after six of them, and says nothing final even then. The number
 * is ours; each person sets their own for a season, from a week to a year.
 */
export const SILENCE_DAYS = 42
export const LEAST_SILENCE_DAYS = 7
export const MOST_SILENCE_DAYS = 365

/**
 * Whether an application has had no answer for `silenceDays`: applied, and nothing since. The days run from the day of
 * applying or the day on which programs begin to review, whichever is later; while review is not announced, from applying.
 */
export function hasNoResponse(
  entry: { status: EntryStatus; statusOn: CalendarDate | null },
  {
    reviewOpens,
    today,
    silenceDays = SILENCE_DAYS,
  }: { reviewOpens: CalendarDate | null; today: CalendarDate; silenceDays?: number },
): boolean {
  if (entry.status !== 'applied' || entry.statusOn === null) return false
  const from = reviewOpens === null ? entry.statusOn : latestOf(entry.statusOn, reviewOpens)
  return addDays(from, silenceDays) <= today
}
