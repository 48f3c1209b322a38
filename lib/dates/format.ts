import { type CalendarDate, daysBetween, type Instant, partsOf, weekday } from './calendar-date'
import { toZoned } from './instant'
import { EASTERN, isEastern, zoneName } from './zones'

/*
 * The only place that turns dates into words. Names are written out here instead of asking Intl: the server and every
 * browser then print the same text, and no locale data travels to the page.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const MONTHS_SHORT = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** '28 June 2027'. */
export function formatDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${MONTHS[month - 1]} ${year}`
}

/** '28 Jun 2027', for tables. */
export function formatShortDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${MONTHS_SHORT[month - 1]} ${year}`
}

/** '28 June', where the year is plain from its surroundings. */
export function formatDayMonth(date: CalendarDate): string {
  const { month, day } = partsOf(date)
  return `${day} ${MONTHS[month - 1]}`
}

/** '28 Jun', the same where there is little room. */
export function formatShortDayMonth(date: CalendarDate): string {
  const { month, day } = partsOf(date)
  return `${day} ${MONTHS_SHORT[month - 1]}`
}

/** 'Wed 22 Sep'. */
export function formatWeekday(date: CalendarDate): string {
  const { month, day } = partsOf(date)
  return `${weekdayName(date).slice(0, 3)} ${day} ${MONTHS_SHORT[month - 1]}`
}

/** 'Wednesday 22 September 2027', for one date that a page is about. */
export function formatLongDate(date: CalendarDate): string {
  return `${weekdayName(date)} ${formatDate(date)}`
}

/** 'September 2027'. */
export function formatMonth(date: CalendarDate): string {
  const { year, month } = partsOf(date)
  return `${MONTHS[month - 1]} ${year}`
}

/** '21 June to 10 July 2027'; the first year is written only where the two differ. */
export function formatRange(from: CalendarDate, to: CalendarDate): string {
  if (from === to) return formatDate(from)
  const start = partsOf(from).year === partsOf(to).year ? formatDayMonth(from) : formatDate(from)
  return `${start} to ${formatDate(to)}`
}

/** 'today', 'tomorrow', 'yesterday', 'in 38 days', '38 days ago'. */
export function formatRelative(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** '22 Sep 2027, 09:00 ET': the clock that every ERAS, NRMP and ECFMG deadline is written in. */
export function formatEastern(at: Instant): string {
  const { date, time } = toZoned(at, EASTERN)
  return `${formatShortDate(date)}, ${time} ET`
}

/** '22 Sep 2027, 18:45' in the zone, without naming it. */
export function formatInZone(at: Instant, zone: string): string {
  const { date, time } = toZoned(at, zone)
  return `${formatShortDate(date)}, ${time}`
}

/**
 * Both clocks: '22 Sep 2027, 09:00 ET · 18:45 in Kathmandu'; the day is repeated where it differs ('23 Sep, 03:00 in
 * Kiritimati'), and a viewer on Eastern time sees one clock.
 */
export function formatBothClocks(at: Instant, zone: string): string {
  const eastern = formatEastern(at)
  if (isEastern(zone)) return eastern
  return `${eastern} · ${viewerClock(at, zone)}`
}

/** The second half of `formatBothClocks` alone: '18:45 in Kathmandu', or '23 Sep, 03:00 in Kiritimati'. */
export function viewerClock(at: Instant, zone: string): string {
  const theirs = toZoned(at, EASTERN)
  const mine = toZoned(at, zone)
  const { month, day } = partsOf(mine.date)
  const place = zoneName(zone) === 'UTC' ? 'UTC' : `in ${zoneName(zone)}`
  return mine.date === theirs.date
    ? `${mine.time} ${place}`
    : `${day} ${MONTHS_SHORT[month - 1]}, ${mine.time} ${place}`
}

/** How old something is, in the coarsest honest words: 'today', '12 days old', '5 months old', '3 years old'. */
export function formatAge(since: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(since, today)
  if (days <= 0) return 'today'
  if (days < 60) return `${days} ${days === 1 ? 'day' : 'days'} old`
  const months = Math.floor(days / 30.44)
  if (months < 24) return `${months} months old`
  return `${Math.floor(days / 365.25)} years old`
}

function weekdayName(date: CalendarDate): string {
  return WEEKDAYS[weekday(date)] ?? ''
}
