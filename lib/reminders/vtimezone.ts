import { tzOffset } from '@date-fns/tz'
import type { Instant } from '@/lib/dates/calendar-date'

const HOUR = 3_600_000
const MONTH = 31 * 24 * HOUR

type Change = { at: number; from: number; to: number }

/**
 * A zone's VTIMEZONE (RFC 5545, 3.6.5) for the time between two instants and half a year round them: each change of its
 * clocks written out, so that a calendar program need not know the zone, nor the rules of a government next year. Null
 * for a zone that the runtime does not know.
 */
export function vtimezone(zone: string, { from, to }: { from: Instant; to: Instant }): string | null {
  const begin = new Date(from).getTime() - 7 * MONTH
  const end = new Date(to).getTime() + 7 * MONTH
  const first = offsetAt(zone, begin)
  if (Number.isNaN(first)) return null
  const usual = changesBetween(zone, begin, end)
  const standard = Math.min(first, ...usual.map((change) => change.to))
  const parts = [
    // What holds before the first change written here.
    observance({ at: begin, from: first, to: first }, standard),
    ...usual.map((change) => observance(change, standard)),
  ]
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n')
}

/** The instants at which the zone's offset changes, found by halving. */
function changesBetween(zone: string, begin: number, end: number): Change[] {
  const changes: Change[] = []
  for (let at = begin; at < end; at += MONTH / 4) {
    const from = offsetAt(zone, at)
    const next = Math.min(at + MONTH / 4, end)
    const to = offsetAt(zone, next)
    if (from === to) continue
    let before = at
    let after = next
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000
      if (offsetAt(zone, middle) === from) before = middle
      else after = middle
    }
    changes.push({ at: Math.ceil(after / 60_000) * 60_000, from, to })
  }
  return changes
}

function observance({ at, from, to }: Change, standard: number): string {
  const name = to === standard ? 'STANDARD' : 'DAYLIGHT'
  return [
    `BEGIN:${name}`,
    // On the clocks that the change ends.
    `DTSTART:${local(at + from * 60_000)}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${name}`,
  ].join('\r\n')
}

function offsetAt(zone: string, at: number): number {
  return tzOffset(zone, new Date(at))
}

function local(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
}

function offset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}${two(size % 60)}`
}
