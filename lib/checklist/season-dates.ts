import type { CalendarDate } from '@/lib/dates/calendar-date'
import { type EventStatus, SEASON_EVENT_KEYS, type Season, type SeasonEventKey } from '@/lib/season/season'
import { buildChecklist, type ChecklistInput } from './checklist'

/** The dates of a season as a person last saw them. */
export type SeenDates = Readonly<
  Partial<Record<SeasonEventKey, { on: CalendarDate | null; status: EventStatus }>>
>

/** What to remember of a season's dates, so that a later change can be told. */
export function datesOf(season: Season): SeenDates {
  return Object.fromEntries(season.events.map(({ key, on, status }) => [key, { on, status }]))
}

/** Reads stored dates; what this version does not know, or is not a date, is left out. */
export function readSeenDates(stored: unknown): SeenDates | null {
  if (typeof stored !== 'object' || stored === null) return null
  const found = stored as Record<string, { on?: unknown; status?: unknown }>
  return Object.fromEntries(
    SEASON_EVENT_KEYS.flatMap((key) => {
      const one = found[key]
      if (!one || (one.on !== null && typeof one.on !== 'string')) return []
      const status: EventStatus =
        one.status === 'published' || one.status === 'projected' ? one.status : 'not_announced'
      return [[key, { on: one.on, status }]]
    }),
  )
}

export type MovedDate = {
  key: SeasonEventKey
  label: string
  from: CalendarDate | null
  to: CalendarDate | null
  /** The day stayed, and is announced now. */
  isConfirmed: boolean
}

/** Which dates of the season are other than those seen: moved, announced, confirmed or withdrawn. */
export function movedDates(seen: SeenDates, season: Season): readonly MovedDate[] {
  return season.events.flatMap(({ key, label, on, status }) => {
    const before = seen[key]
    if (!before) return on === null ? [] : [{ key, label, from: null, to: on, isConfirmed: false }]
    const isConfirmed = before.on === on && before.status === 'projected' && status === 'published'
    return before.on === on && !isConfirmed ? [] : [{ key, label, from: before.on, to: on, isConfirmed }]
  })
}

export type MovedItem = {
  id: string
  title: string
  from: CalendarDate | null
  to: CalendarDate | null
  /** The person set a day by hand: it stays, and this is where the template's own day went. */
  keptOn: CalendarDate | null
}

/** Which open items moved with the season's dates, from when to when; days set by hand stay and are said to. */
export function movedItems(seen: SeenDates, input: ChecklistInput): readonly MovedItem[] {
  const earlier = { ...input, season: asSeen(seen, input.season) }
  const before = new Map(buildChecklist(earlier).items.map((item) => [item.id, item]))
  return buildChecklist(input).items.flatMap((item) => {
    const { id, title, due, state, applies } = item
    const was = before.get(id)
    if (state !== 'open' || applies === 'no' || !was) return []
    if (due.isOwn) {
      if (due.rule === null || was.due.ruleOn === due.ruleOn) return []
      return [{ id, title, from: was.due.ruleOn, to: due.ruleOn, keptOn: due.on }]
    }
    return was.due.on === due.on ? [] : [{ id, title, from: was.due.on, to: due.on, keptOn: null }]
  })
}

function asSeen(seen: SeenDates, season: Season): Season {
  return {
    ...season,
    events: season.events.map((event) => {
      const before = seen[event.key]
      return before ? { ...event, on: before.on, at: null, endAt: null, status: before.status } : event
    }),
  }
}
