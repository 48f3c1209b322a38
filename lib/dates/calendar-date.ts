/** A day on the calendar with no time and no zone, 'YYYY-MM-DD'. Compares correctly as a string. */
export type CalendarDate = string

/** A point in time as ISO 8601 in UTC, for example '2027-09-22T13:00:00.000Z'. */
export type Instant = string

/*
 * The arithmetic runs on Date.UTC alone: no local time, so no machine's zone and no daylight saving can move a day.
 * Years from 1900 to 2199 are accepted; anything else in this app is a typing slip.
 */

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

type Parts = { year: number; month: number; day: number }

/** The year, month (1-12) and day of a calendar date, or null when the text is not a real day. */
export function parseCalendarDate(text: string): Parts | null {
  const match = PATTERN.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
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

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
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

function epochDay(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

function fromEpochDay(day: number): CalendarDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
