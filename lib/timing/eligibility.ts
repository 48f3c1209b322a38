import { addDays, addMonths, type CalendarDate, calendarDate, partsOf } from '@/lib/dates/calendar-date'
import { formatRange } from '@/lib/dates/format'
import { ELIGIBILITY_PERIOD_MONTHS } from '@/lib/facts/attempt-rules'

/** The three months that the person registered for, both days included. */
export type EligibilityPeriod = { from: CalendarDate; until: CalendarDate }

/** The period that begins in the month of a date, taken as whole calendar months: the wording of the rule was not read. */
export function periodFrom(date: CalendarDate): EligibilityPeriod {
  const { year, month } = partsOf(date)
  const from = calendarDate(year, month, 1)
  return { from, until: addDays(addMonths(from, ELIGIBILITY_PERIOD_MONTHS.value), -1) }
}

/**
 * The periods that hold all of the given exam days, the earliest first; empty where they lie too far apart. A person who
 * is not sure between two dates registers for one that holds both, since it cannot be changed once submitted.
 */
export function periodsHolding(dates: readonly CalendarDate[]): readonly EligibilityPeriod[] {
  const sorted = [...dates].sort()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const { year, month } = partsOf(first)
  const monthOfFirst = calendarDate(year, month, 1)
  return Array.from({ length: ELIGIBILITY_PERIOD_MONTHS.value }, (_, n) =>
    periodFrom(addMonths(monthOfFirst, n + 1 - ELIGIBILITY_PERIOD_MONTHS.value)),
  ).filter((period) => period.until >= last)
}

/** Which registration leaves the choice between dates open, in a sentence; null for fewer than two dates. */
export function periodsSentence(dates: readonly CalendarDate[]): string | null {
  if (new Set(dates).size < 2) return null
  const periods = periodsHolding(dates)
  if (periods.length === 0) return 'No single eligibility period of three months holds all of these dates.'
  const listed = periods.map(({ from, until }) => formatRange(from, until)).join(', or ')
  return `An eligibility period that holds all of these dates: ${listed}.`
}
