import { type CalendarDate, daysBetween, type Instant } from '@/lib/dates/calendar-date'
import { formatInZone, formatLongDate, formatRelative } from '@/lib/dates/format'
import { toZoned } from '@/lib/dates/instant'
import { zoneName } from '@/lib/dates/zones'
import type { ReminderKind, When } from './dated-thing'

export const KIND_LABELS: Readonly<Record<ReminderKind, string>> = {
  season: 'Dates of the season',
  exam: 'Exam days',
  checklist: 'Checklist items',
  interview: 'Interviews and invitations',
  follow_up: 'Follow-ups with programs, letter writers and offices',
  offer: 'SOAP and offers',
}

/** 'Wednesday 22 September 2027', or '22 Sep 2027, 18:45 in Kathmandu' where there is an hour. */
export function whenWords(
  when: When | { on: CalendarDate | null; at: Instant | null },
  zone: string,
): string {
  if (when.at !== null)
    return `${formatInZone(when.at, zone)} ${zoneName(zone) === 'UTC' ? 'UTC' : `in ${zoneName(zone)}`}`
  return when.on === null ? '' : formatLongDate(when.on)
}

/** 'in 7 days', 'tomorrow', 'today', from a person's own day. */
export function leftWords(day: CalendarDate, today: CalendarDate): string {
  return formatRelative(day, today)
}

/** A ladder in words: '30, 14, 7, 3 and 1 days before'; 'on the day' for 0. */
export function ladderWords(steps: readonly number[]): string {
  const before = steps.filter((step) => step > 0).toSorted((a, b) => b - a)
  const parts: string[] = []
  if (before.length > 0) {
    const list =
      before.length === 1 ? `${before[0]}` : `${before.slice(0, -1).join(', ')} and ${before.at(-1)}`
    parts.push(`${list} ${before.length === 1 && before[0] === 1 ? 'day' : 'days'} before`)
  }
  if (steps.includes(0)) parts.push('on the day')
  return parts.length > 0 ? parts.join(', and ') : 'never'
}

/** How long mail has not gone through, for the person: since which of their days. */
export function sinceWords(since: Instant, now: Instant, zone: string): string {
  const days = daysBetween(toZoned(since, zone).date, toZoned(now, zone).date)
  return days === 0 ? `since ${toZoned(since, zone).time} today` : `since ${formatInZone(since, zone)}`
}
