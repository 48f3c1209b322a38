import { addDays, type CalendarDate, calendarDate } from '@/lib/dates/calendar-date'

import { eventOn } from './events'
import type { Season } from './season'

/** Where a season stands on a day, in the order in which the phases follow. */
export const SEASON_PHASES = [
  'ahead',
  'preparing',
  'submitting',
  'interviews',
  'ranking',
  'waiting',
  'match_week',
  'after_match',
  'over',
] as const
export type SeasonPhase = (typeof SEASON_PHASES)[number]

/** The first day of each phase; null where the event that begins it is not announced. */
function phaseStarts(season: Season): readonly [SeasonPhase, CalendarDate | null][] {
  return [
    ['preparing', eventOn(season, 'eras_season_opens')],
    ['submitting', eventOn(season, 'eras_submit_opens')],
    ['interviews', eventOn(season, 'eras_program_review_opens')],
    ['ranking', eventOn(season, 'nrmp_ranking_opens')],
    ['waiting', dayAfter(eventOn(season, 'nrmp_rol_deadline'))],
    ['match_week', eventOn(season, 'match_week_start')],
    ['after_match', dayAfter(eventOn(season, 'match_day'))],
    ['over', dayAfter(eventOn(season, 'eras_season_closes'))],
    // Training starts on 1 July of the season's year: by then it is over, whatever is not announced.
    ['over', calendarDate(season.year, 7, 1)],
  ]
}

/** The phase of a season on a calendar day. A phase whose beginning is not announced is passed over. */
export function seasonPhase(season: Season, today: CalendarDate): SeasonPhase {
  let phase: SeasonPhase = 'ahead'
  for (const [next, start] of phaseStarts(season)) {
    if (start !== null && start <= today) phase = next
  }
  return phase
}

export const PHASE_LABELS: Readonly<Record<SeasonPhase, string>> = {
  ahead: 'Not open yet',
  preparing: 'ERAS is open for preparing',
  submitting: 'Applications may be submitted',
  interviews: 'Programs review and interview',
  ranking: 'Rank lists are open',
  waiting: 'Rank lists are in, results to come',
  match_week: 'Match Week',
  after_match: 'After the Match',
  over: 'Over',
}

/**
 * What a season is to someone today: 'planning' before programs review, 'running' from review to the end of the ERAS
 * season, 'over' afterwards. One usually runs while people plan the next.
 */
export type SeasonRole = 'planning' | 'running' | 'over'

export type SeasonChoice = {
  season: Season
  phase: SeasonPhase
  role: SeasonRole
  canChoose: boolean
  /** The season that a new cycle starts with unless the person says otherwise. */
  isSuggested: boolean
}

/**
 * The seasons as choices for a cycle, by year. Any season that is not over can be chosen; suggested is the first one
 * whose program review has not opened yet, since a new applicant can still be complete for that.
 */
export function cycleSeasons(seasons: readonly Season[], today: CalendarDate): readonly SeasonChoice[] {
  const choices = [...seasons]
    .sort((a, b) => a.year - b.year)
    .map((season) => {
      const phase = seasonPhase(season, today)
      const role = roleOf(phase)
      return { season, phase, role, canChoose: role !== 'over' }
    })
  const suggested =
    choices.find((choice) => choice.role === 'planning') ?? choices.findLast((c) => c.canChoose)
  return choices.map((choice) => ({ ...choice, isSuggested: choice === suggested }))
}

function roleOf(phase: SeasonPhase): SeasonRole {
  switch (phase) {
    case 'ahead':
    case 'preparing':
    case 'submitting':
      return 'planning'
    case 'over':
      return 'over'
    default:
      return 'running'
  }
}

/** A season in one line of a list: 'Season 2028 · Not open yet'. */
export function seasonChoiceWords(choice: SeasonChoice): string {
  return `Season ${choice.season.year} · ${PHASE_LABELS[choice.phase]}`
}

/** What the season is for: 'Match in March 2028, training from 1 July 2028'. */
export function seasonPurpose(season: Season): string {
  return `Match in March ${season.year}, training from 1 July ${season.year}`
}

function dayAfter(date: CalendarDate | null): CalendarDate | null {
  return date && addDays(date, 1)
}
