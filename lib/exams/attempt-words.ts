import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { ATTEMPT_LIMITS, attemptLimitOn, RETAKE_AFTER_PASS, RETAKE_INTERVAL } from '@/lib/facts/attempt-rules'
import { passingStandardOn, SCORE_RANGE, STEP1_PASS_FAIL_FROM } from '@/lib/facts/exam-standards'
import { oetMinimumOn } from '@/lib/facts/oet-minimums'
import type { Sourced } from '@/lib/facts/sourced'

import type { Exam, ExamAttempt, OetPart, Outcome } from './attempt'
import type { AttemptRefusal, AttemptWarning, NextAttempt } from './attempt-rules'
import type { PracticeKind, PracticeProblem } from './practice'
import { attemptSummary } from './summary'

export const EXAM_LABELS: Readonly<Record<Exam, string>> = {
  step1: 'Step 1',
  step2ck: 'Step 2 CK',
  step3: 'Step 3',
  oet: 'OET Medicine',
}

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  planned: 'Planned',
  pending: 'Waiting for the result',
  pass: 'Passed',
  fail: 'Did not pass',
  incomplete: 'Incomplete (counts as an attempt)',
  withheld: 'Result withheld by the examiner',
}

export const OET_PART_LABELS: Readonly<Record<OetPart, string>> = {
  listening: 'Listening',
  reading: 'Reading',
  speaking: 'Speaking',
  writing: 'Writing',
}

export const PRACTICE_LABELS: Readonly<Record<PracticeKind, string>> = {
  nbme_cbssa: 'NBME CBSSA (Step 1)',
  nbme_ccssa: 'NBME CCSSA (Step 2 CK)',
  uwsa: 'UWorld self-assessment',
  free120: 'Free 120',
  amboss: 'AMBOSS self-assessment',
  other: 'Another practice test',
}

/** Why an attempt cannot be entered so, in one or two sentences that say what to do. */
export function refusalWords(refusal: AttemptRefusal): string {
  switch (refusal.code) {
    case 'attempt_limit':
      return (
        `${EXAM_LABELS[refusal.exam]} may be attempted at most ${refusal.limit} times, incomplete attempts included. ` +
        (refusal.laterAttempt
          ? `With this one, the attempt of ${formatDate(refusal.laterAttempt)} would be one too many: check the dates.`
          : 'Check whether one of the attempts above is entered twice.')
      )
    case 'retake_interval': {
      const rule =
        `A fourth attempt at ${EXAM_LABELS[refusal.exam]} must be at least 12 months after the first ` +
        `(${formatDate(refusal.first)}) and 6 months after the last (${formatDate(refusal.last)})`
      return refusal.laterAttempt
        ? `${rule}: the attempt of ${formatDate(refusal.laterAttempt)} would come too early. Check the dates.`
        : `${rule}: the earliest day is ${formatDate(refusal.earliest)}.`
    }
    case 'already_passed':
      return refusal.laterAttempt
        ? `${EXAM_LABELS[refusal.exam]} cannot be sat again after a pass, and there is a later attempt on ${formatDate(refusal.laterAttempt)}. Check both.`
        : `${EXAM_LABELS[refusal.exam]} was passed on ${formatDate(refusal.passedOn)}; a passed Step cannot normally be sat again.`
    case 'eligibility_ended':
      return `The last allowed attempt at ${EXAM_LABELS[refusal.exhausted]} was on ${formatDate(refusal.on)}. Without a pass there, no Step may be sat afterwards.`
    case 'same_day':
      return `There is already an attempt at ${EXAM_LABELS[refusal.exam]} on ${formatDate(refusal.on)}. Edit that one, or change the day.`
    case 'planned_in_past':
      return 'This day is over. Choose what came of the exam, or "waiting for the result".'
    case 'planned_too_far':
      return 'This day is more than ten years ahead. Check the year.'
    case 'taken_in_future':
      return 'This day is still ahead. Choose "planned", or correct the day.'
    case 'step1_number':
      return `Since ${formatDate(refusal.from)} Step 1 is reported as pass or fail without a number. Leave the score empty.`
    case 'score_range':
      return `Enter the score as three digits: USMLE scores run from ${SCORE_RANGE.value.min} to ${SCORE_RANGE.value.max}.`
    case 'score_without_result':
      return 'Leave the score empty until the result is out, or choose what came of the exam.'
    case 'pass_below_standard':
      return `On ${formatDate(refusal.on)} a pass in ${EXAM_LABELS[refusal.exam]} began at ${refusal.standard}, so ${refusal.score} did not pass. Check the score, the day or the outcome.`
    case 'fail_at_standard':
      return `On ${formatDate(refusal.on)} a pass in ${EXAM_LABELS[refusal.exam]} began at ${refusal.standard}, so ${refusal.score} passed. Check the score, the day or the outcome.`
    case 'not_for_this_exam':
      return refusal.field === 'score'
        ? 'OET has four part scores and no single score. Enter the parts.'
        : 'Part scores belong to OET. Leave them empty here.'
    case 'oet_part_range':
      return 'Enter the part score as OET prints it: 0 to 500, in steps of ten.'
    case 'oet_pass_below_minimum':
      return `On that day ECFMG asked for at least ${refusal.minimum} in ${OET_PART_LABELS[refusal.part].toLowerCase()}, so ${refusal.score} does not meet it. Check the score or the outcome.`
    case 'oet_fail_meets_minimum':
      return 'These four scores meet what ECFMG asked on that day. Check the scores or the outcome.'
  }
}

/** Refusals as a form shows them: the sentences of each field. */
export function refusalErrors(refusals: readonly AttemptRefusal[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const refusal of refusals) {
    const sentences = errors[refusal.field] ?? []
    sentences.push(refusalWords(refusal))
    errors[refusal.field] = sentences
  }
  return errors
}

/** The published rule behind a refusal, with its source; null for plain slips such as a day in the future. */
export function ruleBehind(refusal: AttemptRefusal): Sourced<unknown> | null {
  switch (refusal.code) {
    case 'attempt_limit':
      return ATTEMPT_LIMITS.find((rule) => rule.value === refusal.limit) ?? null
    case 'eligibility_ended':
      return attemptLimitOn(refusal.on)
    case 'retake_interval':
      return RETAKE_INTERVAL
    case 'already_passed':
      return RETAKE_AFTER_PASS
    case 'step1_number':
      return STEP1_PASS_FAIL_FROM
    case 'score_range':
      return SCORE_RANGE
    case 'pass_below_standard':
    case 'fail_at_standard':
      return passingStandardOn(refusal.exam, refusal.on)
    case 'oet_pass_below_minimum':
    case 'oet_fail_meets_minimum':
      return oetMinimumOn(refusal.on)
    default:
      return null
  }
}

export function warningWords(warning: AttemptWarning): string {
  switch (warning.code) {
    case 'step3_before_certificate':
      return 'Step 3 may be sat only after Step 1, Step 2 CK and the ECFMG certificate. Check that the certificate is issued by that day.'
    case 'retake_after_seven_years':
      return `${EXAM_LABELS[warning.exam]} was passed on ${formatDate(warning.passedOn)}, more than seven years before. A second sitting needs a reason that USMLE accepts: ask before you register.`
    case 'earlier_result_pending':
      return `The result of ${formatDate(warning.since)} is still awaited. A new sitting is only needed if it is not a pass.`
    case 'plan_no_longer_stands':
      return `With this attempt, the planned ${EXAM_LABELS[warning.exam]} of ${formatDate(warning.plannedOn)} no longer stands. Remove it or move it.`
    case 'score_missing':
      return 'Without the score, every fit keeps a wide range. Add it when you can.'
  }
}

export function practiceProblemWords(problem: PracticeProblem): string {
  switch (problem.code) {
    case 'other_exam':
      return 'This practice test belongs to the other exam.'
    case 'in_future':
      return 'This day is still ahead. Enter a result once you have it.'
    case 'score_range':
      return `Enter the score as three digits, from ${SCORE_RANGE.value.min} to ${SCORE_RANGE.value.max}.`
    case 'percent_range':
      return 'Enter the percent as a number from 0 to 100.'
    case 'no_result':
      return 'Enter the result as the report prints it.'
    case 'two_results':
      return 'Enter the score or the percent, whichever the report prints, not both.'
    case 'prints_percent':
      return 'This report prints a percent, not a score. Enter the percent.'
    case 'prints_score':
      return 'This report prints a score. Enter the three digits.'
  }
}

/** When the next attempt may be, in one sentence. */
export function nextAttemptWords(next: NextAttempt, exam: Exam, today: CalendarDate): string {
  const name = EXAM_LABELS[exam]
  switch (next.kind) {
    case 'passed':
      return `${name} is passed; nothing more is to be sat.`
    case 'never':
      return next.exhausted === exam
        ? `All ${next.limit} attempts at ${name} are used; the rules allow no further one.`
        : `All ${next.limit} attempts at ${EXAM_LABELS[next.exhausted]} are used; the rules then allow no further Step.`
    case 'from':
      return next.from <= today
        ? `The rules on attempts allow the next sitting now (${attemptsLeft(next.left)}).`
        : `The next date you may sit is ${formatDate(next.from)}: 12 months after the first attempt and 6 months after the last (${attemptsLeft(next.left)}).`
    case 'free':
      return next.from === null || next.left === null
        ? `${name} may be sat on any date that the examiner offers.`
        : `No waiting time is set before the next attempt: you may sit as soon as a new registration gives you a date (${attemptsLeft(next.left)}).`
  }
}

function attemptsLeft(left: number | null): string {
  if (left === null) return 'no limit known'
  return left === 1 ? 'one attempt is left' : `${left} attempts are left`
}

export type FailedAttemptWords = { lead: string; stands: readonly string[]; next: string }

/**
 * What a person reads after an attempt that did not pass: the fact, what still stands, the next lawful date. Nothing
 * here scores or compares (DESIGN.md 12).
 */
export function failedAttemptWords(
  attempts: readonly ExamAttempt[],
  exam: Exam,
  next: NextAttempt,
  today: CalendarDate,
): FailedAttemptWords {
  const stands: string[] = []
  for (const other of ['step1', 'step2ck', 'step3', 'oet'] as const) {
    const summary = attemptSummary(attempts, other)
    if (summary.lastPassOn) {
      stands.push(`${EXAM_LABELS[other]}, passed on ${formatDate(summary.lastPassOn)}, stands as it is.`)
    }
  }
  if ('left' in next && next.left !== null) {
    const count = next.left === 1 ? 'One attempt' : `${next.left} attempts`
    stands.push(`${count} at ${EXAM_LABELS[exam]} ${next.left === 1 ? 'is' : 'are'} left.`)
  }
  stands.push('Your research, clinical experience, letters and everything else in your profile stand.')
  return {
    // A next date is promised only where the rules leave one and a sitting is still to come.
    lead: `This attempt did not pass. It stays on the transcript. Here is what still stands${next.kind === 'never' || next.kind === 'passed' ? '' : ', and the next date you may sit'}.`,
    stands,
    next: nextAttemptWords(next, exam, today),
  }
}
