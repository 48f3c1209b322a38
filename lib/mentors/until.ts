import { addDays, type CalendarDate, type Instant } from '@/lib/dates/calendar-date'
import { today, zonedInstant } from '@/lib/dates/instant'

/** The instant at which access "until" this day ends: when the day is over in the applicant's zone. */
export function endOfDay(day: CalendarDate, zone: string): Instant {
  return zonedInstant(addDays(day, 1), '00:00', zone)
}

/** The last whole day of access that ends at this instant, in a zone. */
export function lastDay(at: Instant, zone: string): CalendarDate {
  return today(new Date(Date.parse(at) - 1).toISOString(), zone)
}
