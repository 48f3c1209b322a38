import { addDays, type CalendarDate, type Instant } from '@/lib/dates/calendar-date'
import { toZoned, zonedInstant } from '@/lib/dates/instant'
import { isQuietHour, type ReminderPreferences } from './preferences'

type Quiet = Pick<ReminderPreferences, 'quietFrom' | 'quietUntil'>

/** A whole hour (0 to 23) of a day in the zone. An hour that daylight saving skips is the one after it. */
export function hourInstant(date: CalendarDate, hour: number, zone: string): Instant {
  return zonedInstant(date, `${String(hour).padStart(2, '0')}:00`, zone)
}

export function isQuiet(at: Instant, zone: string, quiet: Quiet): boolean {
  return isQuietHour(hourOf(at, zone), quiet)
}

/** The instant itself, or the end of the quiet hours in which it falls. */
export function afterQuiet(at: Instant, zone: string, quiet: Quiet): Instant {
  if (!isQuiet(at, zone, quiet)) return at
  const { date } = toZoned(at, zone)
  const isBeforeMidnight = hourOf(at, zone) >= quiet.quietUntil
  const end = hourInstant(isBeforeMidnight ? addDays(date, 1) : date, quiet.quietUntil, zone)
  // Where clocks go back, the first hour of the end may come twice: the first one counts, and `at` lies behind it.
  return end > at ? end : at
}

/** When the digest of a day goes: at the person's hour, or, where that is quiet, when that day's quiet hours end. */
export function digestInstant(
  date: CalendarDate,
  zone: string,
  preferences: Quiet & Pick<ReminderPreferences, 'digestHour'>,
): Instant {
  const { digestHour, quietUntil } = preferences
  return hourInstant(date, isQuietHour(digestHour, preferences) ? quietUntil : digestHour, zone)
}

function hourOf(at: Instant, zone: string): number {
  return Number(toZoned(at, zone).time.slice(0, 2))
}
