import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import { type FactReader, resolveFacts } from '@/lib/programs/resolve-fact'
import type { Season } from '@/lib/season/season'

import { imgHistoryFactor, researchMatchFactor, settingSizeFactor } from './factors/program'
import { certificateGate, certificateValidGate } from './gates/certificate'
import { examGate, step3RequiredGate } from './gates/exams'
import type { GateContext } from './gates/gate'
import {
  attemptsLimitGate,
  graduationLimitGate,
  minimumStep1Gate,
  minimumStep2ckGate,
  usClinicalGate,
} from './gates/limits'
import { pathwayGate } from './gates/pathway'
import { deadlineGate, placeGate, recruitingGate } from './gates/place'
import { visaGates } from './gates/visa'
import type { Condition, Factor, Fit, Gate, Ledger, ProfileFact, Standing } from './ledger'
import type { FitPolicy } from './policy'
import { readPreference } from './preference'
import { prepareApplicant } from './prepare'
import { isInMainMatch, readSeason } from './season-reading'

export type FitInput = {
  applicant: Applicant
  program: Program
  season: Season
  policy: FitPolicy
  today: CalendarDate
  /** The day on which this person applied to this program, so that a deadline that has passed since closes nothing. */
  appliedOn?: CalendarDate | null
  /** Given by whoever reads the same programs many times (`createFactReader`); it must not outlive a change of them. */
  facts?: FactReader
}

export type Evaluator = (program: Program, appliedOn?: CalendarDate | null) => Ledger

/**
 * The fit of one applicant and one program for one season: gates decide the standing, factors the number, nothing offsets
 * a closed gate. Pure: no clock, no randomness, no order of inputs. See README.md for every rule and its source.
 */
export function evaluateFit(input: FitInput): Ledger {
  return createEvaluator(input)(input.program, input.appliedOn ?? null)
}

/** Reads the applicant and the season once, for a whole list of programs. Same ledgers as `evaluateFit`. */
export function createEvaluator(input: Omit<FitInput, 'program' | 'appliedOn'>): Evaluator {
  const { applicant, policy, today, facts: readFacts = resolveFacts } = input
  const prepared = prepareApplicant(applicant, policy)
  const a = prepared.reading
  const season = readSeason(input.season)
  return (program, appliedOn = null) => {
    const facts = readFacts(program, season.year)
    const context: GateContext = {
      applicant,
      a,
      program,
      facts,
      season,
      neededBy: isInMainMatch(program.pathway) ? season.mainMatch : season.outside,
      policy,
      today,
      appliedOn,
    }
    const gates = allGates(context)
    const factors: Factor[] = [
      ...prepared.factors,
      researchMatchFactor(prepared.researchMatch, facts),
      settingSizeFactor(a, facts, policy),
      imgHistoryFactor(facts, policy),
      prepared.track[program.pathway],
    ]
    const fit = sumUp(factors, policy)
    const standing = standingOf(gates, fit, prepared.hasEnough, policy)
    const preference = readPreference(applicant, program, facts)
    const likelihood = likelihoodOf(gates)
    return {
      programId: program.id,
      season: season.year,
      standing,
      conditions: standing === 'closed' ? [] : conditionsOf(gates),
      fit,
      gates,
      factors,
      missing: missingOf(factors, gates),
      preference,
      likelihood,
      sortKey: sortKeyOf(standing, fit, likelihood, preference.score, policy),
    }
  }
}

function allGates(context: GateContext): Gate[] {
  const gates: Gate[] = [placeGate(context)]
  push(gates, recruitingGate(context))
  push(gates, deadlineGate(context))
  gates.push(pathwayGate(context))
  for (const gate of visaGates(context)) gates.push(gate)
  push(gates, minimumStep2ckGate(context))
  push(gates, minimumStep1Gate(context))
  push(gates, attemptsLimitGate(context))
  push(gates, graduationLimitGate(context))
  push(gates, usClinicalGate(context))
  push(gates, step3RequiredGate(context))
  gates.push(examGate(context, 'step1'), examGate(context, 'step2ck'), certificateGate(context))
  push(gates, certificateValidGate(context))
  return gates
}

function push(gates: Gate[], gate: Gate | null): void {
  if (gate !== null) gates.push(gate)
}

/** Whole hundredths are added, so the sum is exact; rounding outwards keeps every containment (DESIGN.md 5). */
function sumUp(factors: readonly Factor[], policy: FitPolicy): Fit {
  const start = policy.neutral * 100
  let point = start
  let low = start
  let high = start
  for (const factor of factors) {
    point += Math.round(factor.contribution * 100)
    low += Math.round(factor.low * 100)
    high += Math.round(factor.high * 100)
  }
  return {
    point: Math.round(point / 100),
    low: Math.floor(low / 100),
    high: Math.ceil(high / 100),
    neutral: policy.neutral,
  }
}

function standingOf(gates: readonly Gate[], fit: Fit, hasEnough: boolean, policy: FitPolicy): Standing {
  let isNotYetEligible = false
  for (const gate of gates) {
    if (gate.state === 'closed') return 'closed'
    if (gate.code === 'pathway' && gate.state === 'not_yet') isNotYetEligible = true
  }
  if (isNotYetEligible) return 'not_yet_eligible'
  if (!hasEnough) return 'not_enough_facts'
  const { strong, solid, possible } = policy.standings
  if (fit.point >= strong) return 'strong'
  if (fit.point >= solid) return 'solid'
  return fit.point >= possible ? 'possible' : 'reach'
}

function conditionsOf(gates: readonly Gate[]): readonly Condition[] {
  const conditions: Condition[] = []
  for (const gate of gates) {
    if (gate.state !== 'unknown' && (gate.state !== 'not_yet' || gate.code === 'pathway')) continue
    conditions.push({
      gate: gate.code,
      reason: gate.reason,
      params: gate.params,
      byDate: gate.byDate,
      ask: gate.ask,
    })
  }
  return conditions
}

const PROFILE_OF_GATE: Partial<Record<Gate['code'], ProfileFact>> = {
  pathway: 'training',
  visa: 'acceptable_visas',
  j1_years: 'j1_years',
  step3_for_h1b: 'exams',
  min_step2ck: 'exams',
  min_step1: 'exams',
  attempts_limit: 'exams',
  graduation_limit: 'graduation',
  us_clinical_required: 'clinical',
  step3_required: 'exams',
  step1: 'exams',
  step2ck: 'exams',
  ecfmg_certificate: 'ecfmg',
  certificate_valid: 'ecfmg',
}

/** What the person has not said and this ledger would use: factors first, in the order of weight, then gates. */
function missingOf(factors: readonly Factor[], gates: readonly Gate[]): readonly ProfileFact[] {
  const missing: ProfileFact[] = []
  for (const factor of factors) for (const fact of factor.missing) addOnce(missing, fact)
  for (const gate of gates) {
    if (gate.ask !== 'you') continue
    const fact =
      gate.reason === 'visa_need_not_said'
        ? 'visa_need'
        : gate.reason === 'obgyn_not_said'
          ? 'obgyn'
          : PROFILE_OF_GATE[gate.code]
    if (fact !== undefined) addOnce(missing, fact)
  }
  return missing
}

function addOnce(list: ProfileFact[], fact: ProfileFact): void {
  if (!list.includes(fact)) list.push(fact)
}

function likelihoodOf(gates: readonly Gate[]): number {
  let all = 1
  for (const gate of gates) all *= gate.likelihood
  return Math.round(all * 1000) / 1000
}

const STANDING_ORDER: Record<Standing, number> = {
  strong: 6,
  solid: 5,
  possible: 4,
  reach: 3,
  not_enough_facts: 2,
  not_yet_eligible: 1,
  closed: 0,
}

/** Standing first; within one, fit lowered by what is unlikely, and preferences last. */
function sortKeyOf(
  standing: Standing,
  fit: Fit,
  likelihood: number,
  preference: number,
  policy: FitPolicy,
): number {
  const share = policy.sortFitShare + (1 - policy.sortFitShare) * likelihood
  const within = fit.point * share + preference * policy.sortPreference
  return Math.round((STANDING_ORDER[standing] * 1000 + within) * 100) / 100
}

/** Best first; ties by program id, so that the order of the input never shows. */
export function compareLedgers(a: Ledger, b: Ledger): number {
  if (a.sortKey !== b.sortKey) return b.sortKey - a.sortKey
  if (a.fit.point !== b.fit.point) return b.fit.point - a.fit.point
  return a.programId < b.programId ? -1 : a.programId > b.programId ? 1 : 0
}
