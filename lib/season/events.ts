import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { easternInstant } from '@/lib/dates/instant'

import type { Season, SeasonEvent, SeasonEventKey } from './season'

/** An event that has a day. */
export type DatedEvent = SeasonEvent & { on: CalendarDate }

export function isDated(event: SeasonEvent | null | undefined): event is DatedEvent {
  return event?.on != null
}

/** One event of a season, announced or not; null when the season's data does not list it at all. */
export function event(season: Season, key: SeasonEventKey): SeasonEvent | null {
  return season.events.find((candidate) => candidate.key === key) ?? null
}

/** The day of an event in Eastern time; null while it is not announced. */
export function eventOn(season: Season, key: SeasonEventKey): CalendarDate | null {
  return event(season, key)?.on ?? null
}

/** The dates that every applicant to the Main Match lives by, in the order of a season. */
export const KEY_EVENTS = [
  'eras_season_opens',
  'img_eras_token_available',
  'eras_submit_opens',
  'nrmp_registration_opens',
  'eras_program_review_opens',
  'ecfmg_pathways_deadline',
  'nrmp_standard_registration_deadline',
  'nrmp_ranking_opens',
  'nrmp_rol_deadline',
  'match_week_start',
  'match_day',
] as const satisfies readonly SeasonEventKey[]

/** The key dates of a season by date; those not announced come last, in the order of a usual season. */
export function keyDates(season: Season): readonly SeasonEvent[] {
  const events = KEY_EVENTS.flatMap((key) => event(season, key) ?? [])
  return [...byDate(events.filter(isDated)), ...events.filter((candidate) => !isDated(candidate))]
}

/** Dated events from the first to the last: by day, then by hour (a day without an hour first), then by key. */
export function byDate(events: readonly DatedEvent[]): readonly DatedEvent[] {
  return [...events].sort((a, b) => order(a.on, b.on) || order(a.at ?? '', b.at ?? '') || order(a.key, b.key))
}

/**
 * The next n dated events after a moment. Given an instant, an event counts until its hour, or its end where it has
 * one, or the end of its Eastern day; given a calendar date, until its day is over.
 */
export function nextEvents(season: Season, when: CalendarDate | Instant, n: number): readonly DatedEvent[] {
  return byDate(season.events.filter(isDated).filter((candidate) => !isOver(candidate, when))).slice(0, n)
}

/** Whether an event lies behind the moment; see `nextEvents` for how the two kinds of moment are read. */
export function isOver(event: DatedEvent, when: CalendarDate | Instant): boolean {
  if (when.length === 10) return event.on < when
  const end = event.endAt ?? event.at ?? easternInstant(event.on, '23:59')
  return new Date(end).getTime() < new Date(when).getTime()
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
