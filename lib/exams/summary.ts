import { addYears, type CalendarDate } from '@/lib/dates/calendar-date'
import { SEVEN_YEAR_RULE } from '@/lib/facts/attempt-rules'

import type { Exam, ExamAttempt } from './attempt'

/** A sitting that happened, whatever came of it. USMLE counts incomplete attempts; a planned one is not yet any. */
export function wasSat(attempt: Pick<ExamAttempt, 'outcome'>): boolean {
  return attempt.outcome !== 'planned'
}

/** Whether the examiner has said what came of it. A result held back says so too. */
export function hasResult(attempt: Pick<ExamAttempt, 'outcome'>): boolean {
  return attempt.outcome !== 'planned' && attempt.outcome !== 'pending'
}

/** Attempts at one exam from the first to the last; the order of the input does not matter. */
export function attemptsAt(attempts: readonly ExamAttempt[], exam: Exam): readonly ExamAttempt[] {
  return attempts
    .filter((attempt) => attempt.exam === exam)
    .sort((a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : a.id < b.id ? -1 : 1))
}

/** How many attempts at an exam stand on the transcript: every one that was sat, incomplete ones too. */
export function countAttempts(attempts: readonly ExamAttempt[], exam: Exam): number {
  return attempts.reduce((count, attempt) => count + (attempt.exam === exam && wasSat(attempt) ? 1 : 0), 0)
}

/**
 * The attempt that a reader of the transcript takes as the result: the latest pass, else the fail with the highest
 * score (the latest of equals), else null.
 */
export function bestAttempt(attempts: readonly ExamAttempt[], exam: Exam): ExamAttempt | null {
  let best: ExamAttempt | null = null
  for (const attempt of attemptsAt(attempts, exam)) {
    if (attempt.outcome !== 'pass' && attempt.outcome !== 'fail') continue
    if (!best || rank(attempt) >= rank(best)) best = attempt
  }
  return best
}

function rank(attempt: ExamAttempt): number {
  return attempt.outcome === 'pass' ? 1000 : (attempt.score ?? 0)
}

/** Where a person stands at one exam. `not_taken` may have a planned date; `pending` waits for a report. */
export type ExamState = 'not_taken' | 'pending' | 'passed' | 'failed' | 'incomplete' | 'withheld'

export type AttemptSummary = {
  exam: Exam
  state: ExamState
  /** Attempts that were sat, incomplete and pending ones included. */
  attempts: number
  fails: number
  incomplete: number
  passed: boolean
  passedOnFirstAttempt: boolean
  /** The day of the latest pass, null without one. */
  lastPassOn: CalendarDate | null
  /** The score of the latest pass; null without a pass or without a number. */
  score: number | null
  /** The latest attempt that was sat. */
  last: ExamAttempt | null
  /** A sitting whose report is awaited. */
  pendingSince: CalendarDate | null
  /** The earliest planned sitting. */
  plannedOn: CalendarDate | null
}

/** One exam's attempts read together, as the fit, the timing and the pages need them. */
export function attemptSummary(attempts: readonly ExamAttempt[], exam: Exam): AttemptSummary {
  const all = attemptsAt(attempts, exam)
  const sat = all.filter(wasSat)
  const passes = sat.filter((attempt) => attempt.outcome === 'pass')
  const pass = passes.at(-1) ?? null
  const last = sat.at(-1) ?? null
  return {
    exam,
    state: stateOf(pass, last),
    attempts: sat.length,
    fails: sat.filter((attempt) => attempt.outcome === 'fail').length,
    incomplete: sat.filter((attempt) => attempt.outcome === 'incomplete').length,
    passed: pass !== null,
    passedOnFirstAttempt: passes[0] !== undefined && passes[0] === sat[0],
    lastPassOn: pass?.takenOn ?? null,
    score: pass?.score ?? null,
    last,
    pendingSince: sat.findLast((attempt) => attempt.outcome === 'pending')?.takenOn ?? null,
    plannedOn: all.find((attempt) => attempt.outcome === 'planned')?.takenOn ?? null,
  }
}

function stateOf(pass: ExamAttempt | null, last: ExamAttempt | null): ExamState {
  if (pass) return 'passed'
  switch (last?.outcome) {
    case undefined:
    case 'planned':
      return 'not_taken'
    case 'fail':
      return 'failed'
    case 'pass':
      return 'passed'
    case 'pending':
    case 'incomplete':
    case 'withheld':
      return last.outcome
  }
}

/**
 * ECFMG's seven years, from the exam day of the first passed Step of the two it requires to that of the other. 'open':
 * one is passed and the other may be sat until `until`; 'met': both lie within the span; 'lapsed': the span ended first.
 */
export type SevenYearState =
  | { state: 'not_started' }
  | { state: 'open' | 'lapsed'; first: CalendarDate; until: CalendarDate }
  | { state: 'met'; first: CalendarDate; last: CalendarDate; until: CalendarDate }

export function sevenYearState(attempts: readonly ExamAttempt[], today: CalendarDate): SevenYearState {
  const step1 = passDays(attempts, 'step1')
  const step2 = passDays(attempts, 'step2ck')
  const pairs = step1.flatMap((a) =>
    step2.map((b) => (a < b ? { first: a, last: b } : { first: b, last: a })),
  )
  const met = pairs.find((pair) => pair.last <= sevenYearsAfter(pair.first))
  if (met) return { state: 'met', ...met, until: sevenYearsAfter(met.first) }
  const latest = [...step1, ...step2].sort().at(-1)
  if (latest === undefined) return { state: 'not_started' }
  const until = sevenYearsAfter(latest)
  return { state: today <= until ? 'open' : 'lapsed', first: latest, until }
}

/** The last day on which the other Step may be passed: the same calendar day seven years later. */
export function sevenYearsAfter(passedOn: CalendarDate): CalendarDate {
  return addYears(passedOn, SEVEN_YEAR_RULE.value.years)
}

function passDays(attempts: readonly ExamAttempt[], exam: Exam): readonly CalendarDate[] {
  return attemptsAt(attempts, exam)
    .filter((attempt) => attempt.outcome === 'pass')
    .map((attempt) => attempt.takenOn)
}
