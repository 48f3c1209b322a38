import { type CalendarDate, daysBetween, type Instant } from '@/lib/dates/calendar-date'
import { toZoned } from '@/lib/dates/instant'

/** What a reminder can be about. A person turns each kind off by itself. */
export const REMINDER_KINDS = ['season', 'exam', 'checklist', 'interview', 'follow_up', 'offer'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/**
 * Anything with a date that a person should not miss, whichever part of the app it comes from. `id` is stable within its
 * kind; `title` says what happens, without its date; `href` leads to where it is dealt with. `on` is a day without an hour
 * (a deadline), `at` an instant.
 */
export type DatedThing = {
  kind: ReminderKind
  id: string
  title: string
  urgency: 'urgent' | 'ordinary'
  href: string
  /** The date follows from a rule and is not published yet. */
  isProjected: boolean
  /** Dealt with where it belongs, such as a ticked checklist item: nothing reminds of it. */
  isDone: boolean
} & When

export type When =
  | { on: CalendarDate; at: null }
  /** `endAt` and `zone` are for calendars: how long it lasts, and whose clock it was arranged on. */
  | { on: null; at: Instant; endAt: Instant | null; zone: string }

/** The day on which a thing falls for someone in the zone. A day without an hour is that day everywhere. */
export function dayOf(thing: When, zone: string): CalendarDate {
  return thing.on ?? toZoned(thing.at, zone).date
}

/** The day that names a thing's date in the record of what was said: the same wherever the person travels. */
export function recordedDay(thing: When): CalendarDate {
  return thing.on ?? thing.at.slice(0, 10)
}

/** Whether a thing lies behind the person: an hour is over at that instant, a day when their day is. */
export function isPast(thing: When, now: Instant, zone: string): boolean {
  if (thing.at !== null) return new Date(thing.at) <= new Date(now)
  return thing.on < toZoned(now, zone).date
}

/** Days left to a thing from today in the zone: 0 on its day, negative afterwards. */
export function daysLeft(thing: When, now: Instant, zone: string): number {
  return daysBetween(toZoned(now, zone).date, dayOf(thing, zone))
}

/** What a thing is called in records and addresses: unique for one person. */
export function thingKey(thing: Pick<DatedThing, 'kind' | 'id'>): string {
  return `${thing.kind}:${thing.id}`
}
