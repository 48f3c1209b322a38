import { addDays, type CalendarDate, calendarDate, latestOf } from '@/lib/dates/calendar-date'
import { VERIFICATION_DAYS_BEFORE_RANK_LIST } from '@/lib/facts/score-reporting'
import { event, isDated } from '@/lib/season/events'
import type { Season, SeasonEventKey } from '@/lib/season/season'

import type { PlanSpan } from './plan-place'

/** What a candidate date is held against on the ribbon, in the order of a season. */
export const PLAN_MARKS = ['submission', 'review', 'verification', 'rank_list'] as const
export type PlanMarkKey = (typeof PLAN_MARKS)[number]
export type PlanMark = { key: PlanMarkKey; on: CalendarDate; isProjected: boolean }

export const PLAN_MARK_LABELS: Readonly<Record<PlanMarkKey, { label: string; short: string }>> = {
  submission: { label: 'ERAS submission opens', short: 'Submission' },
  review: { label: 'Program review opens', short: 'Review' },
  verification: { label: 'Verification should be in', short: 'Verification' },
  rank_list: { label: 'Rank list deadline', short: 'Rank list' },
}

/** The season's days that the ribbon draws; those not announced are missing, never guessed. Main Match. */
export function planMarks(season: Season): readonly PlanMark[] {
  const dated = (key: PlanMarkKey, eventKey: SeasonEventKey): PlanMark[] => {
    const found = event(season, eventKey)
    return isDated(found) ? [{ key, on: found.on, isProjected: found.status === 'projected' }] : []
  }
  const deadline = dated('rank_list', 'nrmp_rol_deadline')
  const verification = deadline.map(
    (mark): PlanMark => ({
      ...mark,
      key: 'verification',
      on: addDays(mark.on, -VERIFICATION_DAYS_BEFORE_RANK_LIST.value),
    }),
  )
  return [
    ...dated('submission', 'eras_submit_opens'),
    ...dated('review', 'eras_program_review_opens'),
    ...verification,
    ...deadline,
  ]
}

/** The events that a simulation reads: the rest of a season need not travel to the browser. */
const READ_EVENTS: ReadonlySet<SeasonEventKey> = new Set([
  'eras_submit_opens',
  'eras_program_review_opens',
  'ecfmg_pathways_deadline',
  'nrmp_rol_deadline',
])

export function simulatedSeason(season: Season): Season {
  return {
    ...season,
    events: season.events
      .filter(({ key }) => READ_EVENTS.has(key))
      .map((each) => ({ ...each, note: null, rule: null })),
  }
}

/**
 * From today, or from the March before where that is still ahead, to a little after the last day that the season has. It does
 * not depend on where a date stands, so nothing shifts under a drag.
 */
export function planSpan(season: Season, today: CalendarDate): PlanSpan {
  const from = latestOf(today, calendarDate(season.year - 1, 3, 1))
  // A season of which nothing is announced still has its year: the Match is in March.
  const last = latestOf(calendarDate(season.year, 3, 1), ...planMarks(season).map(({ on }) => on))
  return { from, to: addDays(latestOf(last, addDays(from, 90)), 14) }
}
