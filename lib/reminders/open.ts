import type { Instant } from '@/lib/dates/calendar-date'
import { toZoned } from '@/lib/dates/instant'
import { type DatedThing, daysLeft, isPast, thingKey } from './dated-thing'
import { NO_SETTING, type ReminderPreferences, type ThingSetting } from './preferences'
import { stepAt, stepsOf } from './steps'

/** One line of the list in the app: a thing whose first step has passed, or that was put off. */
export type OpenReminder = {
  thing: DatedThing
  setting: ThingSetting
  daysLeft: number
  isSnoozed: boolean
}

/**
 * What a person has before them: every thing on its ladder that is neither over nor done, the nearest first. What is put
 * off stays in the list, marked, so that it can be taken up again. The channels play no part: this list is always there.
 */
export function openReminders({
  things,
  settings,
  preferences,
  now,
  zone,
}: {
  things: readonly DatedThing[]
  settings: ReadonlyMap<string, ThingSetting>
  preferences: ReminderPreferences
  now: Instant
  zone: string
}): OpenReminder[] {
  const today = toZoned(now, zone).date
  return things
    .flatMap((thing) => {
      const setting = settings.get(thingKey(thing)) ?? NO_SETTING
      if (thing.isDone || setting.isDone || isPast(thing, now, zone)) return []
      if (preferences.kindsOff.includes(thing.kind)) return []
      const left = daysLeft(thing, now, zone)
      if (stepAt(stepsOf(preferences, setting), left) === null) return []
      const isSnoozed = setting.snoozedUntil !== null && setting.snoozedUntil > today
      return [{ thing, setting, daysLeft: left, isSnoozed }]
    })
    .sort((a, b) => a.daysLeft - b.daysLeft || (thingKey(a.thing) < thingKey(b.thing) ? -1 : 1))
}
