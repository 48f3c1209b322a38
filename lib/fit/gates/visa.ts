import {
  COMBINED_INTERNAL_MEDICINE,
  COMBINED_MATERNAL_FETAL,
  COMBINED_PEDIATRICS,
  TWO_YEAR_GENETICS,
} from '@/lib/facts/training-structure'
import { J1_MAX_YEARS } from '@/lib/facts/visa-rules'
import type { Visa } from '@/lib/profile/applicant'
import type { Pathway } from '@/lib/programs/pathway'
import type { FactReading, FactUsed } from '@/lib/programs/resolve-fact'

import type { Gate, GateReason, GateState } from '../ledger'
import { RULES } from '../rules'
import { step3Gate } from './exams'
import { type GateContext, gate, numberOf, opener, readingOf } from './gate'

/*
 * J-1 and H-1B are two facts (DESIGN.md 2.3). Each acceptable visa is a route: does the program sponsor it, do the J-1
 * years add up, is Step 3 there for H-1B. One open route is enough; only when every route is closed are its closed parts
 * listed as closed gates.
 */

const WORST_FIRST: Record<GateState, number> = { closed: 0, unknown: 1, not_yet: 2, met: 3 }
const BOTH: readonly Visa[] = ['j1', 'h1b']
const FIELD = { j1: 'j1_accepted', h1b: 'h1b_accepted' } as const

/** Usual length in years, for a program that does not state its own. */
const USUAL_YEARS: Record<Pathway, number> = {
  peds_mgg: COMBINED_PEDIATRICS.value.lengthYears,
  im_mgg: COMBINED_INTERNAL_MEDICINE.value.lengthYears,
  mgg: TWO_YEAR_GENETICS.value.lengthMonths / 12,
  mfm_mgg: COMBINED_MATERNAL_FETAL.value.lengthYears,
  pediatrics: 3,
  internal_medicine: 3,
  prelim_or_ty: 1,
  lab_genetics: 2,
}
const OBGYN_YEARS = 4

type Sponsoring = { state: GateState; reason: GateReason; likelihood: number; reading: FactReading | null }
type Route = {
  visa: Visa
  sponsoring: Sponsoring
  /** J-1 years for the J-1, Step 3 for the H-1B; null when nothing more is asked. */
  further: Gate
  state: GateState
  likelihood: number
}

function worse(a: GateState, b: GateState): GateState {
  return WORST_FIRST[a] <= WORST_FIRST[b] ? a : b
}

function sponsoring(context: GateContext, visa: Visa): Sponsoring {
  const rules = context.policy.likelihood
  const reading = readingOf(context, FIELD[visa])
  const grant = readingOf(context, 'resident_pay_from_training_grant')
  // Pay from a training grant often excludes temporary visas: a question, however old the statement, never an answer.
  const mayBeGrantPaid = grant !== null && grant.value !== 'no' && grant.lastKnown?.value === 'yes'
  if (reading?.value === 'no') return { state: 'closed', reason: 'visa_refused', likelihood: 0, reading }
  if (reading?.value === 'yes' && !mayBeGrantPaid) {
    return { state: 'met', reason: 'visa_sponsored', likelihood: 1, reading }
  }
  const last = reading?.lastKnown ?? null
  let likelihood: number = rules.visa.none
  if (last?.value === 'yes') likelihood = rules.visa.yes[last.origin === 'catalogue' ? last.scope : 'program']
  else if (last?.value === 'no')
    likelihood = rules.visa.no[last.origin === 'catalogue' ? last.scope : 'program']
  else if (last?.value === 'case_by_case') likelihood = rules.visa.case_by_case
  likelihood = Math.min(0.95, likelihood + rules.researchLift * context.a.strength.mid)
  if (mayBeGrantPaid) likelihood *= rules.grantPay
  const reason: GateReason = mayBeGrantPaid
    ? 'visa_training_grant'
    : last?.value === 'case_by_case'
      ? 'visa_case_by_case'
      : 'visa_not_known'
  return { state: 'unknown', reason, likelihood, reading }
}

/** Seven J-1 years at most: those used, those that must come first, and this program's own. */
function j1YearsGate(context: GateContext): Gate {
  const { applicant, program, policy } = context
  const { acgmeMonths, acgmePatientCareMonths, obgynCompleted } = applicant.training
  const length = readingOf(context, 'duration_years')
  const deciding = length?.value == null ? null : numberOf(length.value)
  const lastKnown = length?.lastKnown ? numberOf(length.lastKnown.value) : null
  const usual = USUAL_YEARS[program.pathway]
  const shortest = deciding ?? Math.min(usual, lastKnown ?? usual)
  const longest = deciding ?? Math.max(usual, lastKnown ?? usual)
  let before = 0
  if (program.pathway === 'mgg' && (acgmePatientCareMonths ?? acgmeMonths ?? 12) < 12) before = 1
  if (program.pathway === 'mfm_mgg' && obgynCompleted === false) before = OBGYN_YEARS
  const used = applicant.visa.j1YearsUsed
  // Physician J-1 years are spent in ACGME training: months there bound what is not said.
  const usedLeast = used ?? 0
  const usedMost = used ?? (acgmeMonths === null ? J1_MAX_YEARS : Math.min(J1_MAX_YEARS, acgmeMonths / 12))
  const rule = program.pathway === 'mfm_mgg' ? RULES.j1Routes : RULES.j1Years
  const isBackup = program.pathway === 'pediatrics' || program.pathway === 'internal_medicine'
  const params = {
    limit: J1_MAX_YEARS,
    used,
    before,
    length: shortest,
    total: usedLeast + before + shortest,
    withGeneticsLater:
      isBackup || program.pathway === 'prelim_or_ty' ? usedLeast + before + shortest + USUAL_YEARS.mgg : null,
  }
  if (usedMost + before + longest <= J1_MAX_YEARS) {
    return gate('j1_years', 'met', 'j1_years_fit', rule, { params, reading: length })
  }
  if (usedLeast + before + shortest > J1_MAX_YEARS) {
    return gate('j1_years', 'closed', 'j1_years_exceeded', rule, {
      params: { ...params, over: usedLeast + before + shortest - J1_MAX_YEARS },
      reading: length,
      opener: opener('other_status_than_j1'),
    })
  }
  const isOwnUnknown = usedLeast + before + longest <= J1_MAX_YEARS || used === null
  return gate('j1_years', 'unknown', isOwnUnknown ? 'j1_years_not_said' : 'j1_length_not_known', rule, {
    params,
    reading: length,
    ask: isOwnUnknown ? 'you' : 'program',
    likelihood: policy.likelihood.otherUnknown,
  })
}

function route(context: GateContext, visa: Visa): Route {
  const by = sponsoring(context, visa)
  const further = visa === 'j1' ? j1YearsGate(context) : step3Gate(context, 'step3_for_h1b')
  return {
    visa,
    sponsoring: by,
    further,
    state: worse(by.state, further.state),
    likelihood: by.likelihood * further.likelihood,
  }
}

function claimsOf(context: GateContext, routes: readonly Route[]): readonly FactUsed[] {
  const claims: FactUsed[] = []
  for (const { sponsoring: by } of routes) if (by.reading) claims.push(...by.reading.claims)
  const grant = readingOf(context, 'resident_pay_from_training_grant')
  if (grant) claims.push(...grant.claims)
  return claims
}

/** The visa gates of one program: sponsorship first, then what the route that the person would take still asks. */
export function visaGates(context: GateContext): Gate[] {
  const { need, acceptable } = context.applicant.visa
  if (need === 'no_visa_needed') return [gate('visa', 'met', 'no_visa_needed', RULES.visa, {})]
  if (need === 'needs_visa' && acceptable !== null && acceptable.length === 0) {
    return [gate('visa', 'closed', 'visa_none_acceptable', RULES.visa, { opener: opener('accept_a_visa') })]
  }
  const wanted =
    acceptable === null || acceptable.length === 0 ? BOTH : BOTH.filter((visa) => acceptable.includes(visa))
  const routes = wanted.map((visa) => route(context, visa))
  const facts = claimsOf(context, routes)
  const entryLimit = context.applicant.visa.entryLimitMayApply === true
  if (need === null || acceptable === null) {
    const answered = unansweredPerson(context, routes, facts, entryLimit)
    if (answered !== null) return [answered]
  }
  const open = routes.filter((candidate) => candidate.state !== 'closed')
  if (open.length === 0) return closedGates(routes, facts, entryLimit)
  return openGates(open, facts, entryLimit)
}

/** While need or acceptable visas are not said, only what holds for every answer is certain; null when that is "closed". */
function unansweredPerson(
  context: GateContext,
  routes: readonly Route[],
  facts: readonly FactUsed[],
  entryLimit: boolean,
): Gate | null {
  const { need } = context.applicant.visa
  const isClosed = routes.every((candidate) => candidate.state === 'closed')
  if (isClosed && need === 'needs_visa') return null
  const visas = routes.map((candidate) => candidate.visa)
  if (routes.every((candidate) => candidate.state === 'met')) {
    return gate('visa', 'met', 'visa_sponsored', RULES.visa, { params: { visas, entryLimit }, facts })
  }
  const isAnyOpen = routes.some(
    (candidate) => candidate.state !== 'closed' && candidate.sponsoring.state === 'met',
  )
  const chance = chanceOfAny(routes)
  if (need === null) {
    return gate('visa', 'unknown', 'visa_need_not_said', RULES.visa, {
      params: { visas, entryLimit },
      facts,
      ask: 'you',
      likelihood: 0.5 + chance / 2,
    })
  }
  const first = bestOf(routes.filter((candidate) => candidate.state !== 'closed'))
  return gate(
    'visa',
    'unknown',
    isAnyOpen ? 'visa_acceptable_not_said' : (first?.sponsoring.reason ?? 'visa_not_known'),
    first?.sponsoring.reason === 'visa_training_grant' ? RULES.grantPay : RULES.visa,
    {
      params: { visas: openVisas(routes), entryLimit },
      facts,
      reading: first?.sponsoring.reading ?? null,
      ask: isAnyOpen ? 'you' : 'program',
      likelihood: chance,
    },
  )
}

function openVisas(routes: readonly Route[]): readonly Visa[] {
  return routes.filter((candidate) => candidate.state !== 'closed').map((candidate) => candidate.visa)
}

function chanceOfAny(routes: readonly Route[]): number {
  let none = 1
  for (const candidate of routes) none *= 1 - candidate.likelihood
  return 1 - none
}

/** The route nearest to open; the J-1 before the H-1B where they are equal. */
function bestOf(routes: readonly Route[]): Route | null {
  let best: Route | null = null
  for (const candidate of routes) {
    if (best === null || WORST_FIRST[candidate.state] > WORST_FIRST[best.state]) best = candidate
  }
  return best
}

function closedGates(routes: readonly Route[], facts: readonly FactUsed[], entryLimit: boolean): Gate[] {
  const refused = routes.filter((candidate) => candidate.sponsoring.state === 'closed')
  const gates: Gate[] = []
  if (refused.length === routes.length) {
    const visas = routes.map((candidate) => candidate.visa)
    gates.push(
      gate('visa', 'closed', 'visa_refused', RULES.visa, {
        params: { visas, entryLimit },
        facts,
        opener:
          routes.length < BOTH.length
            ? opener('program_sponsors_visa', { visas, orAccept: routes[0]?.visa === 'j1' ? 'h1b' : 'j1' })
            : opener('program_sponsors_visa', { visas, orAccept: null }),
      }),
    )
  } else {
    const left = routes.filter((candidate) => candidate.sponsoring.state !== 'closed')
    gates.push(sponsorGate(left, facts, entryLimit))
  }
  for (const { further } of routes) if (further.state === 'closed') gates.push(further)
  return gates
}

function openGates(open: readonly Route[], facts: readonly FactUsed[], entryLimit: boolean): Gate[] {
  const best = bestOf(open)
  if (best === null) return []
  // Where no route is certain, an answer for any of them would do; otherwise the person relies on the best one.
  const relied = best.state === 'unknown' ? open.filter((candidate) => candidate.state === 'unknown') : [best]
  const chance = chanceOfAny(open)
  const gates: Gate[] = [sponsorGate(relied, facts, entryLimit, chance)]
  if (best.further.state !== 'met') {
    // The chance of the whole visa question is counted once: where sponsorship is open, or else here.
    gates.push({ ...best.further, likelihood: gates[0]?.state === 'met' ? chance : 1 })
  }
  return gates
}

function sponsorGate(
  routes: readonly Route[],
  facts: readonly FactUsed[],
  entryLimit: boolean,
  likelihood = 0,
): Gate {
  const best = routes.reduce((a, b) =>
    WORST_FIRST[b.sponsoring.state] > WORST_FIRST[a.sponsoring.state] ? b : a,
  )
  const by = best.sponsoring
  const visas = by.state === 'met' ? [best.visa] : routes.map((candidate) => candidate.visa)
  return gate(
    'visa',
    by.state,
    by.reason,
    by.reason === 'visa_training_grant' ? RULES.grantPay : RULES.visa,
    {
      params: { visas, entryLimit },
      facts,
      reading: by.reading,
      ...(by.state === 'unknown' ? { ask: 'program' as const } : {}),
      likelihood,
    },
  )
}
