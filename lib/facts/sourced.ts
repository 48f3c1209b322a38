import type { CalendarDate } from '@/lib/dates/calendar-date'

import type { Confidence, Source } from './source'

/**
 * One value of a published rule with the days on which it holds, both ends included; a null end is open (or not known,
 * which the note then says). Anything not 'official' is shown with its confidence and the page to check.
 */
export type Sourced<T> = {
  value: T
  from: CalendarDate | null
  to: CalendarDate | null
  confidence: Confidence
  source: Source
  note: string | null
}

/** The entry in force on that day, or null when none of them covers it. Entries of one rule never overlap. */
export function inForceOn<T>(entries: readonly Sourced<T>[], on: CalendarDate): Sourced<T> | null {
  return (
    entries.find(
      (entry) => (entry.from === null || entry.from <= on) && (entry.to === null || on <= entry.to),
    ) ?? null
  )
}
