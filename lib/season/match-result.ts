import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { CycleOutcome } from './cycle'

/** What the Monday of Match Week says; 'partly_matched' is a preliminary or an advanced position without its other half. */
export const MATCH_RESULTS = ['matched', 'partly_matched', 'not_matched'] as const
export type MatchResult = (typeof MATCH_RESULTS)[number]

/**
 * Whether charts and digests pause: the current cycle ended without a match, and neither a position since nor the person's
 * own wish to see everything again has ended the pause. Beginning the next cycle ends it too, since that is then the
 * current one (DESIGN.md section 12).
 */
export function isPausedAfterResult({
  result,
  outcome,
  hasPosition,
  resumedOn,
}: {
  result: MatchResult | null
  outcome: CycleOutcome | null
  /** Accepted in SOAP or outside the Match. */
  hasPosition: boolean
  resumedOn: CalendarDate | null
}): boolean {
  if (hasPosition || resumedOn !== null) return false
  return result === 'not_matched' || outcome === 'not_matched'
}
