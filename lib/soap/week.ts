import { addDays, type Instant } from '@/lib/dates/calendar-date'
import { easternInstant } from '@/lib/dates/instant'
import { event } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'
import { type SoapStep, soapSteps } from './desk'

/** Match Week as a page shows it at one moment. */
export type SoapWeek = {
  /** 'undated': nobody has said when; 'week': from the result to Match Day. */
  phase: 'undated' | 'ahead' | 'week' | 'over'
  steps: readonly SoapStep[]
  /** The round that is open for answers. */
  on: SoapStep | null
  next: SoapStep | null
  beginsAt: Instant | null
  isProjected: boolean
}

export function soapWeek(season: Season, now: Instant): SoapWeek {
  const steps = soapSteps(season, now)
  const start = event(season, 'match_week_start')
  const end = steps.at(-1)
  const beginsAt = start?.at ?? null
  const hasBegun = beginsAt !== null && new Date(beginsAt) <= new Date(now)
  const isOver = end !== undefined && end.key === 'match_day' && end.state === 'past'
  return {
    phase: beginsAt === null ? 'undated' : !hasBegun ? 'ahead' : isOver ? 'over' : 'week',
    steps,
    on: steps.find(({ state }) => state === 'now') ?? null,
    next: steps.find(({ state }) => state === 'next') ?? null,
    beginsAt,
    isProjected: start?.status === 'projected',
  }
}

/**
 * From when someone who may not take part in SOAP may approach programs outside the Match: Tuesday of Match Week, 08:00
 * Eastern time (NRMP, `SOAP_RULES.notEligible`). null where the week is not announced.
 */
export function otherProgramsFrom(season: Season): Instant | null {
  const monday = event(season, 'match_week_start')?.on
  return monday ? easternInstant(addDays(monday, 1), '08:00') : null
}

/** The day on which NRMP's list of unfilled programs ends (`SOAP_RULES.afterwards`). */
export function unfilledListEnds(season: Season): string {
  return `${season.year}-05-01`
}
