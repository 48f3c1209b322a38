import type { CalendarDate } from '@/lib/dates/calendar-date'
import { hasThreeDigitScore, passingStandardOn, SCORE_RANGE } from '@/lib/facts/exam-standards'
import { oetMinimumOn } from '@/lib/facts/oet-minimums'

import { type Exam, type ExamAttempt, OET_PARTS } from './attempt'

/** The three USMLE Steps: the exams with a passing standard, an attempt limit and the seven-year rule. */
export const STEPS = ['step1', 'step2ck', 'step3'] as const
export type Step = (typeof STEPS)[number]

export function isStep(exam: Exam): exam is Step {
  return exam !== 'oet'
}

/** The least passing score of an exam on the day it is sat; null for OET (four parts) and for days that no source covers. */
export function passingScore(exam: Exam, takenOn: CalendarDate): number | null {
  return isStep(exam) ? (passingStandardOn(exam, takenOn)?.value ?? null) : null
}

/** Whether a Step 1 sat on that day is reported with a number: only before 2022-01-26. */
export function step1HasNumber(takenOn: CalendarDate): boolean {
  return hasThreeDigitScore('step1', takenOn)
}

/** Whether an attempt at that exam on that day has one three-digit score to record. */
export function hasScore(exam: Exam, takenOn: CalendarDate): boolean {
  return isStep(exam) && hasThreeDigitScore(exam, takenOn)
}

/** Whether a number can be a USMLE score at all. */
export function isPossibleScore(score: number): boolean {
  const { min, max } = SCORE_RANGE.value
  return Number.isInteger(score) && score >= min && score <= max
}

/**
 * Whether an OET sitting meets ECFMG's least part scores of its own test day, all four in that one sitting; null when
 * a part is not recorded or no minimum was in force.
 */
export function meetsOetMinimums(attempt: Pick<ExamAttempt, 'takenOn' | 'oet'>): boolean | null {
  const minimum = oetMinimumOn(attempt.takenOn)?.value
  if (!minimum || !attempt.oet) return null
  let isComplete = true
  for (const part of OET_PARTS) {
    const score = attempt.oet[part]
    if (score === null) isComplete = false
    else if (score < minimum[part]) return false
  }
  return isComplete ? true : null
}
