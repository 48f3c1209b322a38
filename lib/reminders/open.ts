import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { toZoned } from '@/lib/dates/instant'
import { type DatedThing, dayOf, daysLeft, isPast, thingKey } from './dated-thing'
import { NO_SETTING, type ReminderPreferences, type ThingSetting } from './preferences'
import { stepAt, stepsOf } from './steps'

/** One line of the list in the app: a thing whose first step has passed, or that was put off. */
export type OpenReminder = {
  thing: DatedThing
  setting: ThingSetting
  daysLeft: number
  isSnoozed: boolean
}

export type BoardInput = {
  things: readonly DatedThing[]
  settings: ReadonlyMap<string, ThingSetting>
  preferences: ReminderPreferences
  now: Instant
  zone: string
}

/** Everything with a date that is not over, in three heaps, each the nearest first. */
export type ReminderBoard = { open: OpenReminder[]; ahead: OpenReminder[]; done: OpenReminder[] }

/**
 * What a person has before them: every thing on its ladder that is neither over nor done, the nearest first. What is put
 * off stays in the list, marked, so that it can be taken up again. The channels play no part: this list is always there.
 */
export function openReminders(input: BoardInput): OpenReminder[] {
  return reminderBoard(input).open
}

export function reminderBoard({ things, settings, preferences, now, zone }: BoardInput): ReminderBoard {
  const today = toZoned(now, zone).date
  const board: ReminderBoard = { open: [], ahead: [], done: [] }
  for (const thing of things) {
    const setting = settings.get(thingKey(thing)) ?? NO_SETTING
    // What is done where it belongs is shown there.
    if (thing.isDone || isPast(thing, now, zone) || preferences.kindsOff.includes(thing.kind)) continue
    const left = daysLeft(thing, now, zone)
    const isSnoozed = setting.snoozedUntil !== null && setting.snoozedUntil > today
    const line = { thing, setting, daysLeft: left, isSnoozed }
    if (setting.isDone) board.done.push(line)
    else if (stepAt(stepsOf(preferences, setting), left) !== null) board.open.push(line)
    else board.ahead.push(line)
  }
  for (const heap of Object.values(board)) heap.sort(byDate)
  return board
}

/**
 * The next thing that somebody outside decides or shuts (an interview, an exam, the end of an invitation's clock) before
 * the day `before`; null where none is nearer. `open` is the nearest first.
 */
export function nextPressing(open: readonly OpenReminder[], before: CalendarDate | null, zone: string) {
  const isPressing = ({ thing, isSnoozed }: OpenReminder) =>
    thing.urgency === 'urgent' && !isSnoozed && (before === null || dayOf(thing, zone) < before)
  return open.find(isPressing) ?? null
}

/** The nearest day first; within it what is urgent, then by the hour, then what has no hour. */
function byDate(a: OpenReminder, b: OpenReminder): number {
  return (
    a.daysLeft - b.daysLeft ||
    rankOf(a.thing) - rankOf(b.thing) ||
    (a.thing.at ?? '').localeCompare(b.thing.at ?? '') ||
    (thingKey(a.thing) < thingKey(b.thing) ? -1 : 1)
  )
}

function rankOf({ urgency, at }: DatedThing): number {
  return (urgency === 'urgent' ? 0 : 2) + (at === null ? 1 : 0)
}
