/** A day on the calendar with no time and no zone, 'YYYY-MM-DD'. Compares correctly as a string. */
export type CalendarDate = string

/** A point in time as ISO 8601 in UTC, for example '2027-09-22T13:00:00.000Z'. */
export type Instant = string

/*
 * The arithmetic counts days of the Gregorian calendar in whole numbers: no clock and no zone, so that no machine's time
 * and no daylight saving can move a day, and no Date, which a page would make by the thousand. Years from 1900 to 2199 are
 * accepted; anything else in this app is a typing slip.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
/** Days in 400 years, after which the calendar repeats itself. */
const ERA_DAYS = 146_097
/** From 1 March of the year 0, where a year's odd day comes last, to 1 January 1970. */
const EPOCH = 719_468

type Parts = { year: number; month: number; day: number }

/** The year, month (1-12) and day of a calendar date, or null when the text is not a real day. */
export function parseCalendarDate(text: string): Parts | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return null
  if (day < 1 || day > daysInMonth(year, month)) return null
  return { year, month, day }
}

/** Whether the text is a real day written 'YYYY-MM-DD' ('2027-02-29' is not). */
export function isCalendarDate(text: unknown): text is CalendarDate {
  return typeof text === 'string' && parseCalendarDate(text) !== null
}

/** The parts of a calendar date. Throws on text that is not one: parse at the edge, with `isCalendarDate`. */
export function partsOf(date: CalendarDate): Parts {
  const parts = parseCalendarDate(date)
  if (!parts) throw new RangeError(`Not a calendar date: ${date}`)
  return parts
}

/** The calendar date of a year, a month (1-12) and a day. Throws when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  partsOf(date)
  return date
}

/** The length of a month (1-12); throws for another number. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29
  const length = MONTH_LENGTHS[month - 1]
  if (length === undefined) throw new RangeError(`Not a month: ${month}`)
  return length
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day of the month some months later; the last day of that month where it is shorter (31 August + 6 = 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return calendarDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** The same calendar day some years later; 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12)
}

/** Days from the first date to the second: negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from)
}

/** Whole months from the first date to the second, never negative: a month counts once its day is reached. */
export function wholeMonthsBetween(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return 0
  const a = partsOf(from)
  const b = partsOf(to)
  const months = (b.year - a.year) * 12 + b.month - a.month
  return addMonths(from, months) > to ? months - 1 : months
}

/** For sorting: negative, zero or positive. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earliestOf(first: CalendarDate, ...rest: readonly CalendarDate[]): CalendarDate {
  return rest.reduce((found, date) => (compareDates(date, found) < 0 ? date : found), first)
}

export function latestOf(first: CalendarDate, ...rest: readonly CalendarDate[]): CalendarDate {
  return rest.reduce((found, date) => (compareDates(date, found) > 0 ? date : found), first)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: CalendarDate): number {
  return (((epochDay(date) + 4) % 7) + 7) % 7
}

export function isWorkingDay(date: CalendarDate): boolean {
  const day = weekday(date)
  return day !== 0 && day !== 6
}

/**
 * The date that many working days (Monday to Friday) after the given one. The start day itself never counts, and
 * public holidays are not known here: a rule that uses this is a margin, not a promise.
 */
export function addWorkingDays(date: CalendarDate, days: number): CalendarDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a count of working days: ${days}`)
  let at = date
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** Days since 1 January 1970, by Hinnant's days_from_civil (howardhinnant.github.io/date_algorithms.html). */
function epochDay(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const ofEra = marchYear - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear
  return era * ERA_DAYS + dayOfEra - EPOCH
}

/** The reverse of `epochDay`, by the same author's civil_from_days. Throws on what is no count. */
function fromEpochDay(epoch: number): CalendarDate {
  if (!Number.isFinite(epoch)) throw new RangeError(`Not a day: ${epoch}`)
  const at = Math.floor(epoch) + EPOCH
  const era = Math.floor(at / ERA_DAYS)
  const dayOfEra = at - era * ERA_DAYS
  const ofEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const ofYear = dayOfEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = ofEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(day)}`
}

/** The number that these characters write; -1 where one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
