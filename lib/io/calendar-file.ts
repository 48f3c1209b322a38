import 'server-only'
import { TZDate } from '@date-fns/tz'
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Instant } from '@/lib/dates/calendar-date'
import type { CalendarEntry } from '@/lib/reminders/calendar'
import { vtimezone } from '@/lib/reminders/vtimezone'

/** How often a calendar service is asked to look again; most look when they please. */
const REFRESH_SECONDS = 6 * 3600
const USUAL_MINUTES = 60

/**
 * An iCalendar file (RFC 5545). `stamp` is when the calendar was made: it stands in each entry, and the file of the same
 * entries is the same to the byte.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { name, origin, stamp }: { name: string; origin: string; stamp: Instant },
): string {
  const instants = entries.flatMap(({ when }) => (when.at === null ? [] : [when.at])).toSorted()
  const span = { from: instants[0] ?? stamp, to: instants.at(-1) ?? stamp }
  const calendar = ical({
    name,
    prodId: { company: 'Locus', product: 'Locus', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    timezone: { name: null, generator: (zone) => vtimezone(zone, span) },
  })
  for (const { uid, title, description, href, when } of entries) {
    const url = new URL(href, origin).href
    calendar.createEvent({
      id: uid,
      stamp: new Date(stamp),
      summary: title,
      description: description ? `${description}\n${url}` : url,
      url,
      ...(when.at === null
        ? { start: new Date(`${when.on}T00:00:00Z`), allDay: true }
        : {
            start: new TZDate(when.at, when.zone),
            end: new TZDate(
              when.endAt ?? new Date(new Date(when.at).getTime() + USUAL_MINUTES * 60_000).toISOString(),
              when.zone,
            ),
            timezone: when.zone,
          }),
    })
  }
  return `${calendar.toString()}\r\n`
}
