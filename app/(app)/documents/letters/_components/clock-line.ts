import type { Instant } from '@/lib/dates/calendar-date'
import { formatInZone } from '@/lib/dates/format'
import { toZoned } from '@/lib/dates/instant'
import { zoneName } from '@/lib/dates/zones'

/** '09:00 in Denver, 16 Nov 2026, 21:45 in Kathmandu for you': an hour on the writer's clock and on one's own. */
export function clockLine(at: Instant, { writer, own }: { writer: string; own: string }): string {
  const there = `${toZoned(at, writer).time} ${placeOf(writer)}`
  if (zoneName(writer) === zoneName(own)) return there
  const isSameDay = toZoned(at, writer).date === toZoned(at, own).date
  const here = isSameDay ? toZoned(at, own).time : formatInZone(at, own)
  return `${there}, ${here} ${placeOf(own)} for you`
}

function placeOf(zone: string): string {
  const name = zoneName(zone)
  return name === 'UTC' ? 'UTC' : `in ${name}`
}
