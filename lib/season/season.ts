import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import type { Confidence, Source } from '@/lib/facts/source'

export const SEASON_EVENT_KEYS = [
  'eras_season_opens',
  'img_eras_token_available',
  'eras_submit_opens',
  'eras_program_review_opens',
  'mspe_release',
  'peds_earliest_interview_offer',
  'ecfmg_pathways_deadline',
  'nrmp_registration_opens',
  'nrmp_standard_registration_deadline',
  'nrmp_ranking_opens',
  'nrmp_rol_deadline',
  'match_week_start',
  'soap_applications_open',
  'soap_program_review',
  'soap_round_1',
  'soap_round_2',
  'soap_round_3',
  'soap_round_4',
  'soap_ends',
  'match_day',
  'eras_season_closes',
  'eras_fellowship_tokens',
  'eras_fellowship_july_submit',
  'eras_fellowship_july_review',
  'eras_fellowship_dec_submit',
  'eras_fellowship_dec_review',
] as const
export type SeasonEventKey = (typeof SEASON_EVENT_KEYS)[number]

/** 'published' was announced for that season, 'projected' follows from a stated rule, 'not_announced' has no date at all. */
export const EVENT_STATUSES = ['published', 'projected', 'not_announced'] as const
export type EventStatus = (typeof EVENT_STATUSES)[number]

/**
 * One dated event of a season. `on` is its day in Eastern time; `at` the instant when an hour is known, else null.
 * A not-announced event has neither: it is listed and never placed.
 */
export type SeasonEvent = {
  key: SeasonEventKey
  label: string
  on: CalendarDate | null
  at: Instant | null
  endAt: Instant | null
  status: EventStatus
  confidence: Confidence
  source: Source
  /** The projection rule in words, for projected events; null otherwise. */
  rule: string | null
  note: string | null
}

/** Season N ends with the Match of year N; training starts on 1 July N. */
export type Season = {
  year: number
  label: string
  events: readonly SeasonEvent[]
}
