import { addDays, type CalendarDate, calendarDate, isWorkingDay, weekday } from '@/lib/dates/calendar-date'
import { easternInstant } from '@/lib/dates/instant'
import type { Source } from '@/lib/facts/source'

import type { SeasonEvent, SeasonEventKey } from './season'

/*
 * Dates of a season that nobody has announced, each by a rule fitted to the published dates of the seasons before. A
 * projected date is always shown as an estimate with its rule; an event without a rule is listed and never placed.
 */

const WEDNESDAY = 3
const FRIDAY = 5

export const PROJECTION_SOURCE: Source = {
  title: 'Projected by the stated rule from the published dates of earlier seasons',
  url: null,
  year: null,
}

type Projection = {
  key: SeasonEventKey
  label: string
  rule: string
  /** The day in Eastern time, from the year of the season's Match. */
  on: (year: number) => CalendarDate
  /** 'HH:mm' Eastern; null where no hour is known. */
  time: string | null
  endTime?: string
  note?: string
}

const MATCH_WEEK_RULE =
  'Match Day is the third Friday of March; Match Week starts on its Monday, and SOAP offers are made on its Thursday'
const FELLOWSHIP_NOTE =
  'Fellowship applications only: a two-year genetics program may use this cycle, the other one, or none. Ask the program.'

/** In the order of the calendar. */
export const PROJECTIONS: readonly Projection[] = [
  {
    key: 'eras_season_opens',
    label: 'ERAS season opens',
    rule: 'First Wednesday of June, 09:00 Eastern',
    on: (year) => nthWeekday(year - 1, 6, WEDNESDAY, 1),
    time: '09:00',
  },
  {
    key: 'eras_fellowship_july_submit',
    label: 'July-cycle fellowship applicants may begin submitting',
    rule: 'First Wednesday of July, 09:00 Eastern',
    on: (year) => nthWeekday(year - 1, 7, WEDNESDAY, 1),
    time: '09:00',
    note: FELLOWSHIP_NOTE,
  },
  {
    key: 'eras_fellowship_july_review',
    label: 'July-cycle fellowship programs may begin reviewing',
    rule: 'Third Wednesday of July, 09:00 Eastern',
    on: (year) => nthWeekday(year - 1, 7, WEDNESDAY, 3),
    time: '09:00',
    note: FELLOWSHIP_NOTE,
  },
  {
    key: 'eras_submit_opens',
    label: 'Applicants may begin submitting to residency programs',
    rule: 'First Wednesday of September, 09:00 Eastern',
    on: submissionOpens,
    time: '09:00',
    note: 'The day has moved one or two days earlier each year; a reset by a week would be no surprise.',
  },
  {
    key: 'nrmp_registration_opens',
    label: 'NRMP registration opens',
    rule: '15 September or the next weekday, 12:00 Eastern',
    on: (year) => nextWorkingDay(calendarDate(year - 1, 9, 15)),
    time: '12:00',
  },
  {
    key: 'eras_program_review_opens',
    label: 'Programs may begin reviewing applications',
    rule: '21 days after submission opens, 09:00 Eastern',
    on: (year) => addDays(submissionOpens(year), 21),
    time: '09:00',
  },
  {
    key: 'mspe_release',
    label: 'MSPE visible to programs',
    rule: 'The same moment as program review',
    on: (year) => addDays(submissionOpens(year), 21),
    time: '09:00',
  },
  {
    key: 'eras_fellowship_dec_submit',
    label: 'December-cycle fellowship applicants may begin submitting',
    rule: 'Second Wednesday of November, 09:00 Eastern',
    on: (year) => nthWeekday(year - 1, 11, WEDNESDAY, 2),
    time: '09:00',
    note: FELLOWSHIP_NOTE,
  },
  {
    key: 'eras_fellowship_dec_review',
    label: 'December-cycle fellowship programs may begin reviewing',
    rule: 'First Wednesday of December, 09:00 Eastern',
    on: (year) => nthWeekday(year - 1, 12, WEDNESDAY, 1),
    time: '09:00',
    note: FELLOWSHIP_NOTE,
  },
  {
    key: 'ecfmg_pathways_deadline',
    label: 'ECFMG Pathways application deadline',
    rule: '31 January',
    on: (year) => calendarDate(year, 1, 31),
    time: null,
    note: 'In one season the application deadline moved to 31 December: plan to apply by 15 December.',
  },
  {
    key: 'nrmp_standard_registration_deadline',
    label: 'Standard registration deadline (late fee afterwards)',
    rule: 'Last weekday of January, 23:59 Eastern',
    on: (year) => lastWorkingDay(calendarDate(year, 1, 31)),
    time: '23:59',
  },
  {
    key: 'nrmp_ranking_opens',
    label: 'Ranking opens',
    rule: 'First weekday of February, 12:00 Eastern',
    on: (year) => nextWorkingDay(calendarDate(year, 2, 1)),
    time: '12:00',
  },
  {
    key: 'nrmp_rol_deadline',
    label:
      'Rank order list certification deadline; late registration, withdrawal and ECFMG credential verification also close',
    rule: 'Wednesday, 12 days before the Monday of Match Week, 21:00 Eastern',
    on: (year) => addDays(matchDay(year), -16),
    time: '21:00',
  },
  {
    key: 'match_week_start',
    label: 'Applicants learn if they matched; SOAP begins, list of unfilled programs opens',
    rule: MATCH_WEEK_RULE,
    on: (year) => addDays(matchDay(year), -4),
    time: '10:00',
  },
  {
    key: 'soap_applications_open',
    label: 'SOAP applicants may start preparing applications',
    rule: MATCH_WEEK_RULE,
    on: (year) => addDays(matchDay(year), -4),
    time: '11:00',
  },
  {
    key: 'soap_program_review',
    label: 'Programs may begin reviewing SOAP applications',
    rule: MATCH_WEEK_RULE,
    on: (year) => addDays(matchDay(year), -3),
    time: '08:00',
  },
  soapRound('soap_round_1', 1, '09:00', '11:00'),
  soapRound('soap_round_2', 2, '12:00', '14:00'),
  soapRound('soap_round_3', 3, '15:00', '17:00'),
  soapRound('soap_round_4', 4, '18:00', '20:00'),
  {
    key: 'soap_ends',
    label: 'SOAP ends',
    rule: MATCH_WEEK_RULE,
    on: (year) => addDays(matchDay(year), -1),
    time: '21:00',
  },
  {
    key: 'match_day',
    label: 'Match Day, results released',
    rule: MATCH_WEEK_RULE,
    on: matchDay,
    time: '12:00',
  },
  {
    key: 'eras_season_closes',
    label: 'ERAS season ends',
    rule: '31 May, 17:00 Eastern',
    on: (year) => calendarDate(year, 5, 31),
    time: '17:00',
  },
]

/** The day of every SOAP round is the Thursday of Match Week. */
function soapRound(key: SeasonEventKey, round: number, time: string, endTime: string): Projection {
  return {
    key,
    label: `SOAP offer round ${round}`,
    rule: MATCH_WEEK_RULE,
    on: (year) => addDays(matchDay(year), -1),
    time,
    endTime,
  }
}

/** The events of a season by rule alone, for a season of which nothing is published. Undated ones are not announced. */
export function projectSeason(year: number): SeasonEvent[] {
  return [...PROJECTIONS.map((projection) => projectEvent(projection, year)), tokenNotAnnounced()]
}

function projectEvent(projection: Projection, year: number): SeasonEvent {
  const on = projection.on(year)
  return {
    key: projection.key,
    label: projection.label,
    on,
    at: projection.time === null ? null : easternInstant(on, projection.time),
    endAt: projection.endTime === undefined ? null : easternInstant(on, projection.endTime),
    status: 'projected',
    confidence: 'inferred',
    source: PROJECTION_SOURCE,
    rule: projection.rule,
    note: projection.note ?? null,
  }
}

function tokenNotAnnounced(): SeasonEvent {
  return {
    key: 'img_eras_token_available',
    label: 'ERAS tokens available to IMG residency applicants',
    on: null,
    at: null,
    endAt: null,
    status: 'not_announced',
    confidence: 'unknown',
    source: { title: 'Not announced in the pages read', url: null, year: null },
    rule: null,
    note: 'Fourth week of June in the seasons seen; no exact rule.',
  }
}

function submissionOpens(year: number): CalendarDate {
  return nthWeekday(year - 1, 9, WEDNESDAY, 1)
}

function matchDay(year: number): CalendarDate {
  return nthWeekday(year, 3, FRIDAY, 3)
}

function nthWeekday(year: number, month: number, day: number, nth: number): CalendarDate {
  const first = calendarDate(year, month, 1)
  return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7)
}

function nextWorkingDay(date: CalendarDate): CalendarDate {
  let at = date
  while (!isWorkingDay(at)) at = addDays(at, 1)
  return at
}

function lastWorkingDay(date: CalendarDate): CalendarDate {
  let at = date
  while (!isWorkingDay(at)) at = addDays(at, -1)
  return at
}
