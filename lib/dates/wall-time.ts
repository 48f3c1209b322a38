import { tzOffset } from '@date-fns/tz'

import { type CalendarDate, type Instant, isCalendarDate } from './calendar-date'
import { toZoned } from './instant'

/*
 * A wall time of a zone is one instant, none (the hour that clocks skip in spring) or two (the hour that comes twice in
 * autumn). `zonedInstant` picks one quietly, which is right for deadlines; for a time that a person has typed and others
 * will keep, nothing is picked: they are told.
 */

/** Which of the two passes of a doubled hour is meant: before or after the clocks went back. */
export const CLOCK_PASSES = ['first', 'second'] as const
export type ClockPass = (typeof CLOCK_PASSES)[number]

export type WallReading =
  | { kind: 'one'; at: Instant }
  /** Clocks jump over it: `next` is the first minute that exists after it, on the same clocks. */
  | { kind: 'skipped'; next: { date: CalendarDate; time: string } }
  | { kind: 'doubled'; first: Instant; second: Instant }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether the text is a time of day written 'HH:mm'. */
export function isTimeOfDay(text: unknown): text is string {
  return typeof text === 'string' && TIME.test(text)
}

/** What a wall time of an IANA zone means. Throws on a text that is no day, no time or no zone: parse at the edge. */
export function readWallTime(date: CalendarDate, time: string, zone: string): WallReading {
  if (!isCalendarDate(date) || !isTimeOfDay(time)) throw new RangeError(`Not a wall time: ${date} ${time}`)
  const asIfUtc = Date.parse(`${date}T${time}:00Z`)
  const shows = (at: number) => {
    const wall = toZoned(new Date(at).toISOString(), zone)
    return wall.date === date && wall.time === time
  }
  // Every offset in the world lies between -12 and +14 hours, so the instant lies between these two.
  const offsets = [-15, -1, 1, 13].map((hours) => tzOffset(zone, new Date(asIfUtc + hours * HOUR)))
  const [first, second] = [...new Set(offsets)]
    .map((offset) => asIfUtc - offset * MINUTE)
    .filter(shows)
    .sort((a, b) => a - b)
  if (first === undefined) return { kind: 'skipped', next: firstAfterSkip(asIfUtc, zone) }
  if (second === undefined) return { kind: 'one', at: iso(first) }
  return { kind: 'doubled', first: iso(first), second: iso(second) }
}

/** The instant of a wall time; of a doubled one the named pass. null where there is none, or two and no word which. */
export function wallInstant(
  wall: { date: CalendarDate; time: string; pass: ClockPass | null },
  zone: string,
): Instant | null {
  const reading = readWallTime(wall.date, wall.time, zone)
  switch (reading.kind) {
    case 'one':
      return reading.at
    case 'skipped':
      return null
    case 'doubled':
      return wall.pass === null ? null : reading[wall.pass]
  }
}

/** The minute at which clocks go on after the jump that swallowed this wall time. */
function firstAfterSkip(asIfUtc: number, zone: string): { date: CalendarDate; time: string } {
  const wallOf = (at: number) => at + tzOffset(zone, new Date(at)) * MINUTE
  let before = asIfUtc - 15 * HOUR
  let after = asIfUtc + 15 * HOUR
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE
    if (wallOf(middle) > asIfUtc) after = middle
    else before = middle
  }
  return toZoned(iso(after), zone)
}

function iso(at: number): Instant {
  return new Date(at).toISOString()
}
