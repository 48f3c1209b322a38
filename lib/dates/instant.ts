import { TZDate, tzOffset } from '@date-fns/tz'

import { type CalendarDate, type Instant, isCalendarDate, partsOf } from './calendar-date'
import { EASTERN } from './zones'

/** What a clock on the wall shows: a day and an 'HH:mm'. Belongs to a zone that the caller knows. */
export type WallTime = { date: CalendarDate; time: string }

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** The day and the minute that clocks in an IANA zone show at an instant. Throws on a bad instant or zone. */
export function toZoned(instant: Instant, zone: string): WallTime {
  const at = new Date(instant)
  const offset = tzOffset(zone, at)
  if (Number.isNaN(at.getTime()) || Number.isNaN(offset)) {
    throw new RangeError(`Cannot read ${instant} in the zone ${zone}`)
  }
  const shifted = new Date(at.getTime() + offset * 60_000).toISOString()
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) }
}

/** The calendar date that a person in the zone lives in at that instant. */
export function today(now: Instant, zone: string): CalendarDate {
  return toZoned(now, zone).date
}

/**
 * The instant at which clocks in the zone show that day and 'HH:mm'. An hour that daylight saving skips moves forward
 * by the skip; one that comes twice is taken the first time.
 */
export function zonedInstant(date: CalendarDate, time: string, zone: string): Instant {
  const match = TIME.exec(time)
  if (!match) throw new RangeError(`Not a time of day: ${time}`)
  const { year, month, day } = partsOf(date)
  const at = new TZDate(year, month - 1, day, Number(match[1]), Number(match[2]), zone)
  return new Date(at.getTime()).toISOString()
}

/** The instant of an hour in US Eastern time, the zone of every ERAS, NRMP and ECFMG deadline. */
export function easternInstant(date: CalendarDate, time: string): Instant {
  return zonedInstant(date, time, EASTERN)
}

/** The day on which an instant falls in US Eastern time. */
export function easternDate(instant: Instant): CalendarDate {
  return toZoned(instant, EASTERN).date
}

/** Whether the text is an instant that JavaScript reads, with a zone of its own ('…Z' or '…-04:00'). */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !/(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return false
  return isCalendarDate(text.slice(0, 10)) && !Number.isNaN(new Date(text).getTime())
}
