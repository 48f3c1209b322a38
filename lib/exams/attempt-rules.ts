import { addDays, addMonths, addYears, type CalendarDate, latestOf } from '@/lib/dates/calendar-date'
import { attemptLimitOn, RETAKE_INTERVAL } from '@/lib/facts/attempt-rules'
import { STEP1_PASS_FAIL_FROM } from '@/lib/facts/exam-standards'
import { oetMinimumOn } from '@/lib/facts/oet-minimums'

import { type Exam, type ExamAttempt, OET_PARTS, type OetPart } from './attempt'
import {
  isPossibleScore,
  isStep,
  meetsOetMinimums,
  passingScore,
  STEPS,
  type Step,
  step1HasNumber,
} from './standards'
import { attemptSummary, attemptsAt, sevenYearsAfter, wasSat } from './summary'

/** The field of the form that a refusal speaks of. */
export type AttemptField = 'takenOn' | 'outcome' | 'score' | OetPart

/** Why an attempt cannot be: a code, the numbers and dates that its sentence needs, and the field it belongs to. */
export type AttemptRefusal = { field: AttemptField } & (
  | { code: 'attempt_limit'; exam: Step; limit: number; laterAttempt: CalendarDate | null }
  | {
      code: 'retake_interval'
      exam: Step
      earliest: CalendarDate
      first: CalendarDate
      last: CalendarDate
      laterAttempt: CalendarDate | null
    }
  | { code: 'already_passed'; exam: Step; passedOn: CalendarDate; laterAttempt: CalendarDate | null }
  | { code: 'eligibility_ended'; exam: Step; exhausted: Step; on: CalendarDate }
  | { code: 'same_day'; exam: Exam; on: CalendarDate }
  | { code: 'planned_in_past'; today: CalendarDate }
  | { code: 'planned_too_far'; latest: CalendarDate }
  | { code: 'taken_in_future'; today: CalendarDate }
  | { code: 'step1_number'; from: CalendarDate }
  | { code: 'score_range'; score: number }
  | { code: 'score_without_result' }
  | {
      code: 'pass_below_standard' | 'fail_at_standard'
      exam: Step
      score: number
      standard: number
      on: CalendarDate
    }
  | { code: 'not_for_this_exam' }
  | { code: 'oet_part_range'; part: OetPart }
  | { code: 'oet_pass_below_minimum'; part: OetPart; minimum: number; score: number; on: CalendarDate }
  | { code: 'oet_fail_meets_minimum'; on: CalendarDate }
)

/** What is possible and still worth a sentence. */
export type AttemptWarning =
  | { code: 'step3_before_certificate' }
  | { code: 'retake_after_seven_years'; exam: Step; passedOn: CalendarDate }
  | { code: 'earlier_result_pending'; exam: Exam; since: CalendarDate }
  | { code: 'plan_no_longer_stands'; exam: Exam; plannedOn: CalendarDate }
  | { code: 'score_missing'; exam: Step }

export type AttemptCheck =
  | { ok: true; warnings: readonly AttemptWarning[] }
  | { ok: false; refusals: readonly [AttemptRefusal, ...AttemptRefusal[]] }

const OET_MAX = 500

/** No rule of an examiner: a plan beyond it is a slip of the keys, which every verdict would then be about. */
const MAX_PLAN_YEARS = 10

/**
 * Whether a new or edited attempt can be true beside the others: an attempt with the candidate's id is taken as the
 * version being replaced. Every broken rule is returned. `certifiedOn` is the day of the ECFMG certificate, null when
 * there is none or it is not said; it only ever warns. `today` is the person's own calendar day; a sitting one day
 * ahead of it is let pass, for the person who records it from another zone.
 */
export function mayAddAttempt(
  attempts: readonly ExamAttempt[],
  candidate: ExamAttempt,
  { today, certifiedOn = null }: { today: CalendarDate; certifiedOn?: CalendarDate | null },
): AttemptCheck {
  const others = attempts.filter((attempt) => attempt.id !== candidate.id)
  const refusals = [
    ...dayRefusals(candidate, today),
    ...resultRefusals(candidate),
    ...sequenceRefusals(attempts, others, candidate),
  ]
  const [first, ...rest] = refusals
  if (first) return { ok: false, refusals: [first, ...rest] }
  return { ok: true, warnings: warningsOf(others, candidate, certifiedOn) }
}

function dayRefusals(candidate: ExamAttempt, today: CalendarDate): AttemptRefusal[] {
  if (candidate.outcome === 'planned') {
    if (candidate.takenOn < today) return [{ code: 'planned_in_past', field: 'outcome', today }]
    const latest = addYears(today, MAX_PLAN_YEARS)
    return candidate.takenOn > latest ? [{ code: 'planned_too_far', field: 'takenOn', latest }] : []
  }
  return candidate.takenOn > addDays(today, 1) ? [{ code: 'taken_in_future', field: 'takenOn', today }] : []
}

function resultRefusals(candidate: ExamAttempt): AttemptRefusal[] {
  return isStep(candidate.exam) ? stepRefusals(candidate, candidate.exam) : oetRefusals(candidate)
}

function stepRefusals(candidate: ExamAttempt, exam: Step): AttemptRefusal[] {
  const found: AttemptRefusal[] = []
  const { score, outcome, takenOn } = candidate
  if (candidate.oet && OET_PARTS.some((part) => candidate.oet?.[part] !== null)) {
    found.push({ code: 'not_for_this_exam', field: 'listening' })
  }
  if (score === null) return found
  const standard = passingScore(exam, takenOn)
  if (exam === 'step1' && !step1HasNumber(takenOn)) {
    found.push({ code: 'step1_number', field: 'score', from: STEP1_PASS_FAIL_FROM.value })
  } else if (!isPossibleScore(score)) {
    found.push({ code: 'score_range', field: 'score', score })
  } else if (outcome !== 'pass' && outcome !== 'fail') {
    found.push({ code: 'score_without_result', field: 'score' })
  } else if (standard !== null && outcome === 'pass' && score < standard) {
    found.push({ code: 'pass_below_standard', field: 'outcome', exam, score, standard, on: takenOn })
  } else if (standard !== null && outcome === 'fail' && score >= standard) {
    found.push({ code: 'fail_at_standard', field: 'outcome', exam, score, standard, on: takenOn })
  }
  return found
}

function oetRefusals(candidate: ExamAttempt): AttemptRefusal[] {
  const found: AttemptRefusal[] = []
  if (candidate.score !== null) found.push({ code: 'not_for_this_exam', field: 'score' })
  const { oet, outcome } = candidate
  if (!oet) return found
  const hasResult = outcome === 'pass' || outcome === 'fail'
  const minimum = oetMinimumOn(candidate.takenOn)?.value ?? null
  for (const part of OET_PARTS) {
    const score = oet[part]
    if (score === null) continue
    if (!Number.isInteger(score) || score < 0 || score > OET_MAX || score % 10 !== 0) {
      found.push({ code: 'oet_part_range', field: part, part })
    } else if (!hasResult) {
      found.push({ code: 'score_without_result', field: part })
    } else if (minimum && outcome === 'pass' && score < minimum[part]) {
      found.push({
        code: 'oet_pass_below_minimum',
        field: part,
        part,
        minimum: minimum[part],
        score,
        on: candidate.takenOn,
      })
    }
  }
  if (outcome === 'fail' && meetsOetMinimums(candidate) === true) {
    found.push({ code: 'oet_fail_meets_minimum', field: 'outcome', on: candidate.takenOn })
  }
  return found
}

/**
 * The rules on the order of attempts. A plan never stands in the way of an attempt that happened: then only what was
 * sat is weighed. Only what the candidate itself breaks is reported, not what was already broken without it.
 */
function sequenceRefusals(
  stored: readonly ExamAttempt[],
  others: readonly ExamAttempt[],
  candidate: ExamAttempt,
): AttemptRefusal[] {
  const found: AttemptRefusal[] = []
  const { exam, takenOn } = candidate
  if (others.some((other) => other.exam === exam && other.takenOn === takenOn)) {
    found.push({ code: 'same_day', field: 'takenOn', exam, on: takenOn })
  }
  if (!isStep(exam)) return found
  const isPlan = candidate.outcome === 'planned'
  const weighed = isPlan ? others : others.filter(wasSat)
  const before = attemptsAt(isPlan ? stored : stored.filter(wasSat), exam)
  const after = attemptsAt([...weighed, candidate], exam)
  for (const [index, attempt] of after.entries()) {
    const refusal = brokenRule(after.slice(0, index), attempt, exam)
    if (!refusal) continue
    const unaided = brokenRule(before.slice(0, before.indexOf(attempt)), attempt, exam)
    if (attempt !== candidate && unaided) continue
    found.push(attempt === candidate ? refusal : { ...refusal, laterAttempt: attempt.takenOn })
    break
  }
  const exhausted = exhaustedStep(weighed, takenOn)
  if (exhausted && exhausted.exam !== exam) {
    found.push({
      code: 'eligibility_ended',
      field: 'takenOn',
      exam,
      exhausted: exhausted.exam,
      on: exhausted.on,
    })
  }
  return found
}

type SequenceRefusal = Extract<AttemptRefusal, { laterAttempt: CalendarDate | null }>

/** The first rule that an attempt breaks after those before it, which are sorted by date. */
function brokenRule(
  earlier: readonly ExamAttempt[],
  attempt: ExamAttempt,
  exam: Step,
): SequenceRefusal | null {
  const common = { field: 'takenOn', exam, laterAttempt: null } as const
  const passed = earlier.findLast((other) => other.outcome === 'pass')
  if (passed && attempt.takenOn <= sevenYearsAfter(passed.takenOn)) {
    return { ...common, code: 'already_passed', passedOn: passed.takenOn }
  }
  const limit = attemptLimitOn(attempt.takenOn)?.value
  if (limit !== undefined && earlier.length >= limit) return { ...common, code: 'attempt_limit', limit }
  const wait = waitAfter(earlier)
  if (wait && wait.earliest > attempt.takenOn && hasRetakeInterval(attempt.takenOn)) {
    return { ...common, code: 'retake_interval', ...wait }
  }
  return null
}

function hasRetakeInterval(on: CalendarDate): boolean {
  return RETAKE_INTERVAL.from === null || RETAKE_INTERVAL.from <= on
}

/** From the fourth attempt on: at least twelve months after the first and six after the last one sat. */
function waitAfter(earlier: readonly ExamAttempt[]) {
  const { maxAttemptsInTwelveMonths, fromFourthAttempt } = RETAKE_INTERVAL.value
  const first = earlier[0]?.takenOn
  const last = earlier.at(-1)?.takenOn
  if (first === undefined || last === undefined || earlier.length < maxAttemptsInTwelveMonths) return null
  const earliest = latestOf(
    addMonths(first, fromFourthAttempt.minMonthsAfterFirst),
    addMonths(last, fromFourthAttempt.minMonthsAfterLast),
  )
  return { earliest, first, last }
}

/** A Step whose attempts were used up without a pass before that day: it ends eligibility for every Step. */
function exhaustedStep(
  attempts: readonly ExamAttempt[],
  before: CalendarDate,
): { exam: Step; on: CalendarDate } | null {
  const limit = attemptLimitOn(before)
  if (!limit || limit.to !== null) return null
  for (const exam of STEPS) {
    const sat = attemptsAt(attempts, exam).filter((other) => wasSat(other) && other.takenOn < before)
    const last = sat[limit.value - 1]
    if (last && isUsedUp(sat)) return { exam, on: last.takenOn }
  }
  return null
}

/** A pending or withheld report may still be a pass: eligibility has ended only when every result is in. */
function isUsedUp(sat: readonly ExamAttempt[]): boolean {
  return sat.every((attempt) => attempt.outcome === 'fail' || attempt.outcome === 'incomplete')
}

function warningsOf(
  others: readonly ExamAttempt[],
  candidate: ExamAttempt,
  certifiedOn: CalendarDate | null,
): AttemptWarning[] {
  const found: AttemptWarning[] = []
  const { exam, takenOn, outcome } = candidate
  const earlier = attemptsAt(others, exam).filter((other) => other.takenOn < takenOn)
  if (exam === 'step3' && (certifiedOn === null || certifiedOn > takenOn)) {
    found.push({ code: 'step3_before_certificate' })
  }
  const passed = earlier.findLast((other) => other.outcome === 'pass')
  if (passed && isStep(exam)) {
    found.push({ code: 'retake_after_seven_years', exam, passedOn: passed.takenOn })
  }
  const pending = earlier.findLast((other) => other.outcome === 'pending')
  if (pending) found.push({ code: 'earlier_result_pending', exam, since: pending.takenOn })
  if (isStep(exam) && wasSat(candidate)) {
    const plan = attemptsAt(others, exam).find(
      (other) => other.outcome === 'planned' && brokenRule([...earlier, candidate], other, exam),
    )
    if (plan) found.push({ code: 'plan_no_longer_stands', exam, plannedOn: plan.takenOn })
  }
  if ((exam === 'step2ck' || exam === 'step3') && outcome === 'pass' && candidate.score === null) {
    found.push({ code: 'score_missing', exam })
  }
  return found
}

/** When an exam may be sat next, by the attempts that were sat. */
export type NextAttempt =
  /** No rule on attempts sets a wait; `from` is the day after the last attempt, null when there was none. */
  | { kind: 'free'; from: CalendarDate | null; left: number | null }
  | { kind: 'from'; from: CalendarDate; first: CalendarDate; last: CalendarDate; left: number | null }
  | { kind: 'passed'; passedOn: CalendarDate }
  | { kind: 'never'; exhausted: Step; limit: number }

/**
 * The earliest day on which the rules allow the next attempt, and how many are left (null: no limit is known). The
 * limits weighed are those in force after the last attempt. Planned sittings do not count.
 */
export function earliestNextAttempt(attempts: readonly ExamAttempt[], exam: Exam): NextAttempt {
  const sat = attemptsAt(attempts, exam).filter(wasSat)
  const last = sat.at(-1)?.takenOn ?? null
  if (!isStep(exam)) return { kind: 'free', from: last && addDays(last, 1), left: null }
  const { lastPassOn } = attemptSummary(attempts, exam)
  if (lastPassOn !== null) return { kind: 'passed', passedOn: lastPassOn }
  const limit = attemptLimitOn(FAR_AHEAD)?.value ?? null
  const ended = exhaustedStep(attempts, FAR_AHEAD)
  if (limit !== null && ended) return { kind: 'never', exhausted: ended.exam, limit }
  if (limit !== null && sat.length >= limit) return { kind: 'never', exhausted: exam, limit }
  const left = limit === null ? null : limit - sat.length
  const wait = waitAfter(sat)
  if (wait) return { kind: 'from', from: wait.earliest, first: wait.first, last: wait.last, left }
  return { kind: 'free', from: last && addDays(last, 1), left }
}

/** A day by which every rule that has no end is the one in force. */
const FAR_AHEAD: CalendarDate = '2199-12-31'
