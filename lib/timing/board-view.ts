import { addDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate, formatDayMonth, formatLongDate, formatShortDate } from '@/lib/dates/format'
import type { Season } from '@/lib/season/season'

import { type CheckGroup, checkGroups } from './check-words'
import { type TimingDecision, timingDecision } from './decision'
import { DECISION_LABELS, decisionHeadline, decisionReason, decisionTone } from './decision-words'
import { periodsSentence } from './eligibility'
import { planSittings, readPlanText } from './plan'
import { PLAN_SLOTS, type PlanProblem, type PlanSlot, type PlanText } from './plan-fields'
import {
  type Future,
  type SimulatedSitting,
  type Simulation,
  type SimulationInput,
  simulateSittings,
} from './simulate'
import {
  type CostLine,
  costLines,
  countsSentence,
  decisionSentence,
  milestonesSentence,
  sittingLabel,
  sittingSentence,
} from './simulate-words'
import { type TimingTone, timingTone } from './words'

/** What the simulator reads beside the plan; it stays while dates are moved. */
export type BoardBasis = Omit<SimulationInput, 'sittings' | 'targetScore' | 'report' | 'eligibility'> & {
  nextSeason: Season
}

/** Full: as wanted. Hollow: a pass, not as wanted. Cross: a fail. */
export type DotKind = 'full' | 'hollow' | 'cross'
export type FutureDot = { at: number; kind: DotKind }

export type SittingView = Pick<
  SimulatedSitting,
  'examOn' | 'seasonYear' | 'window' | 'marks' | 'standard' | 'targetScore'
> & {
  slot: PlanSlot
  tone: TimingTone
  label: string
  /** The exam day written out, short, and with its weekday for who hears it. */
  title: string
  short: string
  spoken: string
  counts: string
  verdict: string
  milestones: string
  /** By score; null without a forecast. */
  scores: readonly FutureDot[] | null
  /** By days from the exam to programs that can see the result, with the weeks as days of the calendar. */
  days: readonly FutureDot[]
  weeks: readonly { at: number; label: string }[]
  /** Days from the exam to review; null where it is not announced. */
  review: { after: number; label: string } | null
}

/** All that the page of the simulator shows for one set of fields, in words and numbers. */
export type BoardView = {
  problems: readonly PlanProblem[]
  decision: {
    tone: TimingTone
    word: string
    title: string
    reason: string | null
    criteria: TimingDecision['criteria']
  }
  last: { review: string; isProjected: boolean; plan: string; typical: string; isOver: boolean } | null
  sittings: readonly SittingView[]
  costs: { beside: string | null; lines: readonly CostLine[] }
  checks: readonly CheckGroup[]
  /** Which registration holds all of the dates; null for fewer than two. */
  periods: string | null
}

/**
 * Reads the fields and answers what to show. The server draws the first picture with it; the browser loads it beside the
 * page and asks it again for each move, so both always agree.
 */
export function boardOf({ nextSeason, ...input }: BoardBasis, text: PlanText): BoardView {
  const { plan, problems } = readPlanText(text)
  const simulation = simulateSittings({ ...input, ...plan, sittings: planSittings(plan, nextSeason) })
  const decision = timingDecision(simulation, input.season.year)
  const bySlot = PLAN_SLOTS.flatMap((slot) =>
    simulation.sittings.filter(({ id }) => id === slot).map((sitting) => sittingView(slot, sitting)),
  )
  return {
    problems,
    decision: {
      tone: decisionTone(decision),
      word: DECISION_LABELS[decision.code],
      title: decisionHeadline(decision),
      reason: decisionReason(decision, simulation),
      criteria: decision.criteria,
    },
    last: lastView(simulation),
    sittings: bySlot,
    costs: { beside: decisionSentence(simulation), lines: costLines(simulation) },
    checks: checkGroups(simulation),
    periods: periodsSentence(simulation.sittings.map(({ examOn }) => examOn)),
  }
}

function lastView({ last, review, today }: Simulation): BoardView['last'] {
  return (
    last &&
    review && {
      review: formatShortDate(review.on),
      isProjected: review.isProjected,
      plan: formatDayMonth(last.plan),
      typical: formatDayMonth(last.typical),
      isOver: last.typical < today,
    }
  )
}

function sittingView(slot: PlanSlot, sitting: SimulatedSitting): SittingView {
  const { examOn, seasonYear, window, marks, standard, targetScore, futures, forecast, verdict } = sitting
  const dots = (at: (future: Future) => number, isWanted: (future: Future) => boolean): FutureDot[] =>
    futures.map((future) => ({
      at: at(future),
      kind: future.isFail ? 'cross' : isWanted(future) ? 'full' : 'hollow',
    }))
  return {
    slot,
    examOn,
    seasonYear,
    window,
    marks,
    standard,
    targetScore,
    tone: timingTone(verdict.code),
    label: sittingLabel(sitting),
    title: formatDate(examOn),
    short: formatShortDate(examOn),
    spoken: formatLongDate(examOn),
    counts: countsSentence(sitting),
    verdict: sittingSentence(sitting),
    milestones: milestonesSentence(sitting),
    scores:
      forecast &&
      dots(
        ({ score }) => score ?? 0,
        ({ reachesTarget }) => reachesTarget !== false,
      ),
    days: dots(
      ({ visibleAfter }) => visibleAfter,
      ({ isOnReviewDay }) => isOnReviewDay !== false,
    ),
    weeks: [0, 4, 8, 12].map((weeks) => ({
      at: weeks * 7,
      label: weeks === 0 ? 'exam' : shortDay(addDays(examOn, weeks * 7)),
    })),
    review: marks.review && {
      after: daysBetween(examOn, marks.review.on),
      label: formatShortDate(marks.review.on),
    },
  }
}

/** '28 Jun': beside the exam day the year is plain. */
function shortDay(date: CalendarDate): string {
  return formatShortDate(date).slice(0, -5)
}
