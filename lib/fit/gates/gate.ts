import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Applicant } from '@/lib/profile/applicant'
import type { FactField, Program } from '@/lib/programs/fact'
import type { FactReading, FactReadings, FactUsed } from '@/lib/programs/resolve-fact'

import type { ApplicantReading } from '../applicant-reading'
import type { Gate, GateCode, GateReason, GateState, Opener, OpenerCode, Params, Rule } from '../ledger'
import type { FitPolicy } from '../policy'
import type { NeededBy, SeasonReading } from '../season-reading'

/** Everything a gate may read. */
export type GateContext = {
  applicant: Applicant
  a: ApplicantReading
  program: Program
  facts: FactReadings
  season: SeasonReading
  neededBy: NeededBy
  policy: FitPolicy
  today: CalendarDate
  appliedOn: CalendarDate | null
}

const NO_FACTS: readonly FactUsed[] = []
const NO_PARAMS: Params = {}

type GateExtras = {
  params?: Params
  byDate?: CalendarDate | null
  ask?: 'program' | 'you'
  opener?: Opener
  reading?: FactReading | null
  facts?: readonly FactUsed[]
  likelihood?: number
}

export function gate(
  code: GateCode,
  state: GateState,
  reason: GateReason,
  rule: Rule,
  extras: GateExtras,
): Gate {
  return {
    code,
    state,
    reason,
    params: extras.params ?? NO_PARAMS,
    byDate: extras.byDate ?? null,
    ask: extras.ask ?? null,
    opener: extras.opener ?? null,
    rule,
    facts: extras.facts ?? extras.reading?.claims ?? NO_FACTS,
    lastKnown: state === 'unknown' ? (extras.reading?.lastKnown ?? null) : null,
    likelihood: state === 'met' ? 1 : state === 'closed' ? 0 : (extras.likelihood ?? 1),
  }
}

export function opener(code: OpenerCode, params: Params = NO_PARAMS): Opener {
  return { code, params }
}

/** What is known of a field, or null when the program has no claim for it: a limit nobody published does not exist. */
export function readingOf(context: GateContext, field: FactField): FactReading | null {
  return context.facts.get(field) ?? null
}

/** A deciding number, null when there is none. */
export function decidingNumber(reading: FactReading): number | null {
  return reading.value === null ? null : numberOf(reading.value)
}

export function numberOf(value: string | number): number | null {
  const number = typeof value === 'number' ? value : Number(value)
  return Number.isFinite(number) ? number : null
}
