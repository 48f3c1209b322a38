import type { SimulatedSitting, Simulation } from './simulate'
import { FUTURES } from './simulate-model'

/*
 * What the dates speak for, in the order in which the article weighs them: a fail first, since it stays (C7), then how
 * many futures are complete on review day (C6, C8), then what a season costs. It speaks of dates and never orders anyone.
 */

export const DECISION_CODES = [
  'no_dates',
  'no_date_allowed',
  'no_review_date',
  'time_only',
  'not_carried',
  'earlier',
  'later',
  'either',
  'one_date',
  'next_season',
  'misses_review',
] as const
export type DecisionCode = (typeof DECISION_CODES)[number]

/** Above this many futures below the passing standard a date is not called carried: a tenth, a margin of Locus. */
export const MOST_FAILS = FUTURES / 10

/** Dates whose counts lie no further apart than this are called alike: fifty dots tell no finer. */
export const LEAST_DIFFERENCE = 2

export type TimingDecision = {
  code: DecisionCode
  /** The date that the verdict speaks for; null where it speaks for none alone. */
  chosen: SimulatedSitting | null
  /** The dates that it was weighed against, by day. */
  others: readonly SimulatedSitting[]
  criteria: readonly ('C6' | 'C7' | 'C8')[]
}

/**
 * Which of the candidate dates the counts speak for. Dates that the rules on attempts or the calendar refuse take no part;
 * the chosen season's dates are weighed first, the next season's only where none of them reaches review. More fails on a
 * later date never count against it (less is known of it); fewer do count for it.
 */
export function timingDecision({ sittings }: Simulation, seasonYear: number): TimingDecision {
  if (sittings.length === 0) return decided('no_dates')
  const allowed = sittings.filter(isAllowed)
  if (allowed.length === 0) return decided('no_date_allowed', null, sittings, ['C7'])
  const now = allowed.filter((sitting) => sitting.seasonYear === seasonYear)
  const next = allowed.filter((sitting) => sitting.seasonYear > seasonYear)
  const [first] = now
  if (!first) return decided('one_date', next[0] ?? null, next.slice(1), ['C6'])
  if (reach(first) === null) return decided('no_review_date', null, now, ['C6'])

  if (now.every((sitting) => (sitting.counts.review ?? 0) === 0)) {
    const later = next.find((sitting) => (reach(sitting) ?? 0) > 0)
    return later
      ? decided('next_season', later, now, ['C6', 'C7'])
      : decided('misses_review', null, now, ['C6', 'C7'])
  }
  const fails = first.counts.fails ?? 0
  if (fails > MOST_FAILS) {
    const safer = now.find((sitting) => {
      const later = sitting.counts.fails ?? 0
      return later <= MOST_FAILS && later < fails - LEAST_DIFFERENCE && (sitting.counts.review ?? 0) > 0
    })
    return safer
      ? decided('later', safer, without(now, safer), ['C7'])
      : decided('not_carried', null, now, ['C7'])
  }
  return now.length === 1 ? decided('one_date', first, [], ['C6', 'C7', 'C8']) : compared(now)
}

function compared(now: readonly SimulatedSitting[]): TimingDecision {
  const values = now.map((sitting) => reach(sitting) ?? 0)
  const most = Math.max(...values)
  // Of dates alike the earliest: it leaves the most room.
  const best = now[values.findIndex((value) => value >= most - LEAST_DIFFERENCE)]
  if (!best) return decided('no_dates')
  const isAlike = values.every((value) => value >= most - LEAST_DIFFERENCE)
  if (now.every((sitting) => sitting.forecast === null)) {
    return decided('time_only', isAlike ? null : best, without(now, best), ['C6', 'C8'])
  }
  if (isAlike) return decided('either', null, now, ['C6', 'C7', 'C8'])
  return best === now[0]
    ? decided('earlier', best, without(now, best), ['C6', 'C8'])
    : decided('later', best, without(now, best), ['C7', 'C8'])
}

/** Futures that reach what is wanted: the target and review day together, or review day where no target or score is there. */
export function reach({ counts }: SimulatedSitting): number | null {
  return counts.both ?? counts.review
}

function isAllowed({ checks }: SimulatedSitting): boolean {
  return !checks.some(({ key, state }) => state === 'broken' && REFUSING.has(key))
}

const REFUSING: ReadonlySet<string> = new Set(['exam_day', 'attempt_limit', 'attempt_spacing'])

function without(sittings: readonly SimulatedSitting[], one: SimulatedSitting) {
  return sittings.filter((sitting) => sitting !== one)
}

function decided(
  code: DecisionCode,
  chosen: SimulatedSitting | null = null,
  others: readonly SimulatedSitting[] = [],
  criteria: TimingDecision['criteria'] = [],
): TimingDecision {
  return { code, chosen, others, criteria }
}
