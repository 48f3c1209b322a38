import type { Instant } from '@/lib/dates/calendar-date'
import { SOAP_RULES } from '@/lib/facts/nrmp'
import { event } from '@/lib/season/events'
import type { MatchResult } from '@/lib/season/match-result'
import type { EventStatus, Season, SeasonEvent } from '@/lib/season/season'

/*
 * SOAP, the days of Match Week in which unfilled places are offered. Rules from NRMP (`SOAP_RULES`); hours from the season,
 * published or projected. Everything here is an instant: the page shows it in Eastern time and in the person's own zone.
 */

/** What decides about SOAP; null for what is not known yet. */
export type SoapStanding = {
  isRegistered: boolean | null
  /** ECFMG had confirmed the requirements to NRMP by the rank-list deadline. */
  isVerified: boolean | null
  result: MatchResult | null
}

export type SoapReason =
  | 'not_registered'
  | 'not_verified'
  | 'matched'
  | 'registration_unknown'
  | 'verification_unknown'
  | 'result_unknown'

/** 'open': something that decides is not known yet; `reasons` says what, or why not. */
export type SoapEligibility = {
  state: 'eligible' | 'not_eligible' | 'not_needed' | 'open'
  reasons: readonly SoapReason[]
}

/**
 * Whether someone may take part in SOAP: registered with NRMP, verified by ECFMG by the rank-list deadline, and without a
 * match or with only a part of one (NRMP, SOAP). A matched applicant does not need it; one known "no" settles it.
 */
export function soapEligibility({ isRegistered, isVerified, result }: SoapStanding): SoapEligibility {
  if (result === 'matched') return { state: 'not_needed', reasons: ['matched'] }
  const no: SoapReason[] = []
  if (isRegistered === false) no.push('not_registered')
  if (isVerified === false) no.push('not_verified')
  if (no.length > 0) return { state: 'not_eligible', reasons: no }
  const unknown: SoapReason[] = []
  if (isRegistered === null) unknown.push('registration_unknown')
  if (isVerified === null) unknown.push('verification_unknown')
  if (result === null) unknown.push('result_unknown')
  return unknown.length > 0 ? { state: 'open', reasons: unknown } : { state: 'eligible', reasons: [] }
}

export const SOAP_STEPS = [
  'match_week_start',
  'soap_applications_open',
  'soap_program_review',
  'soap_round_1',
  'soap_round_2',
  'soap_round_3',
  'soap_round_4',
  'soap_ends',
  'match_day',
] as const
export type SoapStepKey = (typeof SOAP_STEPS)[number]

export type SoapStep = {
  key: SoapStepKey
  event: SeasonEvent
  /** null while the hour is not announced. */
  at: Instant | null
  /** For a round: when its offers end. */
  endAt: Instant | null
  status: EventStatus
  state: 'past' | 'now' | 'next' | 'ahead' | 'undated'
}

/** The steps of Match Week in order, with the one that is on (`now`) and the one that comes next. */
export function soapSteps(season: Season, now: Instant): readonly SoapStep[] {
  const time = ms(now)
  let isNextFound = false
  return SOAP_STEPS.flatMap((key): readonly SoapStep[] => {
    const found = event(season, key)
    if (!found) return []
    const at = found.at
    const endAt = roundEnd(key, found)
    const base = { key, event: found, at, endAt, status: found.status }
    if (at === null) return [{ ...base, state: 'undated' as const }]
    if (ms(at) <= time)
      return [{ ...base, state: endAt !== null && time < ms(endAt) ? ('now' as const) : ('past' as const) }]
    const state = isNextFound ? ('ahead' as const) : ('next' as const)
    isNextFound = true
    return [{ ...base, state }]
  })
}

/** A round's offers end when the season says so, else after NRMP's two hours. */
function roundEnd(key: SoapStepKey, { at, endAt }: SeasonEvent): Instant | null {
  if (!key.startsWith('soap_round_') || at === null) return null
  return endAt ?? new Date(ms(at) + SOAP_RULES.value.offerWindowHours * 3_600_000).toISOString()
}

export const SOAP_ROUNDS = ['soap_round_1', 'soap_round_2', 'soap_round_3', 'soap_round_4'] as const
export type SoapRound = (typeof SOAP_ROUNDS)[number]

export type OfferClock = {
  state: 'not_yet' | 'open' | 'ended' | 'undated'
  endsAt: Instant | null
  minutesLeft: number
}

/** How long an offer of a round can still be answered; whole minutes left, rounded down. */
export function offerClock(season: Season, round: SoapRound, now: Instant): OfferClock {
  const found = event(season, round)
  const endsAt = found ? roundEnd(round, found) : null
  if (!found?.at || endsAt === null) return { state: 'undated', endsAt: null, minutesLeft: 0 }
  const time = ms(now)
  if (time < ms(found.at)) return { state: 'not_yet', endsAt, minutesLeft: 0 }
  const minutesLeft = Math.max(0, Math.floor((ms(endsAt) - time) / 60_000))
  return { state: time < ms(endsAt) ? 'open' : 'ended', endsAt, minutesLeft }
}

/** Applications of the allowance (45 in all) that are left; never below zero. */
export function applicationsLeft(sent: number): number {
  return Math.max(0, SOAP_RULES.value.applicationsTotal - sent)
}

/** From the first hour of Match Week until SOAP ends nobody may contact a program first. null where no hours are announced. */
export function isContactBarred(season: Season, now: Instant): boolean | null {
  const from = event(season, 'match_week_start')?.at
  const until = event(season, 'soap_ends')?.at
  if (!from || !until) return null
  return ms(from) <= ms(now) && ms(now) < ms(until)
}

function ms(instant: Instant): number {
  return new Date(instant).getTime()
}
