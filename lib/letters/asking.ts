import {
  addDays,
  type CalendarDate,
  daysBetween,
  type Instant,
  latestOf,
  weekday,
} from '@/lib/dates/calendar-date'
import { toZoned, zonedInstant } from '@/lib/dates/instant'
import type { TrackedLetter, WorkWeek } from './letter'

/*
 * When to ask a writer again: planning numbers of ours, no published rule was read for them. Days off are the weekly ones
 * alone; holidays are not known here.
 */

/** Days between two askings while there is time. */
export const ASK_AGAIN_DAYS = 14
/** And when the day on which it is needed is this near or nearer. */
export const NEAR_DAYS = 42
export const ASK_AGAIN_DAYS_NEAR = 7

/** The hours of a working day that a message may arrive in, on the writer's clock. */
export const WORK_HOURS = { from: 9, until: 17 } as const
/** The hours in which the person themselves is likely up. */
const OWN_HOURS = { from: 7, until: 22 } as const

const DAYS_OFF: Readonly<Record<WorkWeek, readonly number[]>> = {
  mon_fri: [0, 6],
  sun_thu: [5, 6],
  mon_sat: [0],
}

export function isWorkDay(on: CalendarDate, week: WorkWeek): boolean {
  return !DAYS_OFF[week].includes(weekday(on))
}

/** The day itself if the writer works on it, else the next one on which they do. */
export function workDayFrom(on: CalendarDate, week: WorkWeek): CalendarDate {
  let day = on
  while (!isWorkDay(day, week)) day = addDays(day, 1)
  return day
}

export type NextAsk = { on: CalendarDate; isOwn: boolean }

/**
 * The day to ask the writer again: the person's own, else two weeks after the last asking, or one where the letter is
 * needed within six weeks of it, on a working day of the writer's. Null before it was asked for and once it is uploaded.
 */
export function nextAsk(
  letter: Pick<TrackedLetter, 'requestedOn' | 'uploadedOn' | 'askedOn' | 'askAgainOn' | 'week'>,
  needBy: CalendarDate | null,
): NextAsk | null {
  if (letter.uploadedOn !== null) return null
  if (letter.askAgainOn !== null) return { on: letter.askAgainOn, isOwn: true }
  if (letter.requestedOn === null) return null
  const last = latestOf(letter.requestedOn, ...letter.askedOn)
  const isNear = needBy !== null && daysBetween(last, needBy) <= NEAR_DAYS
  const on = workDayFrom(addDays(last, isNear ? ASK_AGAIN_DAYS_NEAR : ASK_AGAIN_DAYS), letter.week)
  return { on, isOwn: false }
}

/**
 * The hour of that day to write at: within the writer's working hours, and if it can be while the person is up too
 * (then `isUp`), else when the writer's day begins.
 */
export function askTime(
  on: CalendarDate,
  { writer, own }: { writer: string; own: string },
): { at: Instant; isUp: boolean } {
  for (let hour = WORK_HOURS.from; hour < WORK_HOURS.until; hour += 1) {
    const at = zonedInstant(on, `${String(hour).padStart(2, '0')}:00`, writer)
    const ownHour = Number(toZoned(at, own).time.slice(0, 2))
    if (ownHour >= OWN_HOURS.from && ownHour < OWN_HOURS.until) return { at, isUp: true }
  }
  return { at: zonedInstant(on, `0${WORK_HOURS.from}:00`, writer), isUp: false }
}
