import type { FactUsed } from '@/lib/programs/resolve-fact'

import type { Range } from '../curve'
import type { CriterionId, Factor, FactorCode, FactorOutcome, Params, ProfileFact } from '../ledger'
import type { FitPolicy } from '../policy'

/** A contribution smaller than this, in points, is called neutral. */
const NOTICEABLE = 0.25

const NO_FACTS: readonly FactUsed[] = []
const NO_PROFILE: readonly ProfileFact[] = []
const NO_PARAMS: Params = {}

/** Hundredths of a point, as a whole number: sums are exact in any order, and rounding keeps every ordering. */
export function toHundredths(points: number): number {
  return Math.round(points * 100) || 0
}

type FactorDraft = {
  code: FactorCode
  criteria: readonly CriterionId[]
  points: Range
  reading: string
  /** true: nothing of what the factor reads is known. */
  isUnknown?: boolean
  params?: Params
  applicantFacts?: readonly ProfileFact[]
  missing?: readonly ProfileFact[]
  facts?: readonly FactUsed[]
}

export function factor(draft: FactorDraft, policy: FitPolicy): Factor {
  const { up, down } = policy.points[draft.code]
  const { low, mid, high } = draft.points
  return {
    code: draft.code,
    criteria: draft.criteria,
    weight: up + down,
    contribution: toHundredths(mid) / 100,
    low: toHundredths(low) / 100,
    high: toHundredths(high) / 100,
    outcome: draft.isUnknown ? 'unknown' : outcomeOf(mid),
    reading: draft.reading,
    params: draft.params ?? NO_PARAMS,
    applicantFacts: draft.applicantFacts ?? NO_PROFILE,
    missing: draft.missing ?? NO_PROFILE,
    facts: draft.facts ?? NO_FACTS,
  }
}

function outcomeOf(points: number): FactorOutcome {
  if (points >= NOTICEABLE) return 'helps'
  return points <= -NOTICEABLE ? 'hurts' : 'neutral'
}

/** The widest range of a factor: everything about it is unknown. */
export function anything(code: FactorCode, policy: FitPolicy): Range {
  const { up, down } = policy.points[code]
  return { low: -down || 0, mid: 0, high: up }
}
