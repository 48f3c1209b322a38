import { addDays, type CalendarDate, calendarDate } from '@/lib/dates/calendar-date'
import { formatDate, formatRange } from '@/lib/dates/format'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { type AttemptRefusal, mayAddAttempt } from '@/lib/exams/attempt-rules'
import { nextAttemptWords, refusalWords, ruleBehind } from '@/lib/exams/attempt-words'
import { attemptSummary, countAttempts, sevenYearState, wasSat } from '@/lib/exams/summary'
import {
  attemptLimitOn,
  ELIGIBILITY_PERIOD_MONTHS,
  RETAKE_INTERVAL,
  SEVEN_YEAR_RULE,
  STEP_ORDER,
} from '@/lib/facts/attempt-rules'
import { NEEDED_FOR_MATCH } from '@/lib/facts/ecfmg'
import { SCORE_REPORT_DAYS, VERIFICATION_DAYS_BEFORE_RANK_LIST } from '@/lib/facts/score-reporting'
import type { Source } from '@/lib/facts/source'
import type { Sourced } from '@/lib/facts/sourced'
import { H1B_RULES } from '@/lib/facts/visa-rules'
import type { Applicant } from '@/lib/profile/applicant'
import { event, isDated } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'

import { type EligibilityPeriod, periodsHolding } from './eligibility'
import type { TimingVerdict } from './verdict'

export const SITTING_CHECKS = [
  'exam_day',
  'step1',
  'eligibility_period',
  'attempt_limit',
  'attempt_spacing',
  'seven_years',
  'rank_list',
  'ecfmg_pathways',
  'step3_h1b',
] as const
export type SittingCheckKey = (typeof SITTING_CHECKS)[number]

/** 'care': possible, with something to look after. 'not_said': needs an answer of the person, never taken as a no. */
export const CHECK_STATES = ['met', 'care', 'broken', 'not_said'] as const
export type CheckState = (typeof CHECK_STATES)[number]

/** One rule held against one sitting. `rule` is the published rule, `source` the place of a season's date. */
export type SittingCheck = {
  key: SittingCheckKey
  state: CheckState
  text: string
  rule: Sourced<unknown> | null
  source: Source | null
}

type CheckInput = {
  examOn: CalendarDate
  season: Season
  verdict: TimingVerdict
  attempts: readonly ExamAttempt[]
  today: CalendarDate
  eligibility: EligibilityPeriod | null
  applicant: Pick<Applicant, 'visa' | 'ecfmg'> | null
}

/** Every rule that a candidate date of Step 2 CK must keep, each with its source; in the order of `SITTING_CHECKS`. */
export function sittingChecks(input: CheckInput): readonly SittingCheck[] {
  const { attempts, examOn, today } = input
  // Other candidates and plans do not count against this one: only what was sat does.
  const sat = attempts.filter((attempt) => attempt.exam !== 'step2ck' || wasSat(attempt))
  const answer = mayAddAttempt(
    sat,
    { id: 'candidate', exam: 'step2ck', takenOn: examOn, outcome: 'planned', score: null, oet: null },
    { today },
  )
  const refusals = answer.ok ? [] : answer.refusals
  return [
    examDayCheck(input, refusals),
    step1Check(input),
    eligibilityCheck(input),
    limitCheck(input, refusals),
    spacingCheck(input, refusals),
    sevenYearsCheck(input),
    rankListCheck(input),
    pathwaysCheck(input),
    step3Check(input),
  ].filter((check) => check !== null)
}

function check(
  key: SittingCheckKey,
  state: CheckState,
  text: string,
  rule: Sourced<unknown> | null = null,
  source: Source | null = null,
): SittingCheck {
  return { key, state, text, rule, source: source ?? rule?.source ?? null }
}

function examDayCheck({ examOn }: CheckInput, refusals: readonly AttemptRefusal[]): SittingCheck | null {
  const refusal = refusals.find(
    ({ code }) => code === 'planned_in_past' || code === 'same_day' || code === 'already_passed',
  )
  if (!refusal) return null
  return refusal.code === 'planned_in_past'
    ? check('exam_day', 'broken', `${formatDate(examOn)} is over: choose a day ahead.`)
    : check('exam_day', 'broken', refusalWords(refusal), ruleBehind(refusal))
}

/** The two Steps may be sat in either order, so a Step 1 that is not passed refuses no date: it is named. */
function step1Check({ attempts }: CheckInput): SittingCheck {
  return attemptSummary(attempts, 'step1').passed
    ? check('step1', 'met', 'Step 1 is passed.', STEP_ORDER)
    : check(
        'step1',
        attempts.some(({ exam }) => exam === 'step1') ? 'care' : 'not_said',
        'No pass of Step 1 is recorded. The two may be sat in either order, and ECFMG needs both before it certifies.',
        STEP_ORDER,
      )
}

function eligibilityCheck({ examOn, eligibility }: CheckInput): SittingCheck {
  const rule = ELIGIBILITY_PERIOD_MONTHS
  if (!eligibility) {
    const periods = periodsHolding([examOn])
    const first = periods[0]
    const last = periods.at(-1)
    const months =
      first && last
        ? ` (${formatRange(first.from, first.until)} at the earliest, ${formatRange(last.from, last.until)} at the latest)`
        : ''
    return check(
      'eligibility_period',
      'not_said',
      `The exam day must lie in the ${rule.value} months of your registration, fixed once submitted. Enter yours, or choose months that hold it${months}.`,
      rule,
    )
  }
  const period = `${formatDate(eligibility.from)} to ${formatDate(eligibility.until)}`
  return examOn >= eligibility.from && examOn <= eligibility.until
    ? check('eligibility_period', 'met', `Within your eligibility period, ${period}.`, rule)
    : check(
        'eligibility_period',
        'broken',
        `Outside your eligibility period, ${period}: this date needs a new registration.`,
        rule,
      )
}

function limitCheck(
  { examOn, attempts }: CheckInput,
  refusals: readonly AttemptRefusal[],
): SittingCheck | null {
  const refusal = refusals.find(({ code }) => code === 'attempt_limit' || code === 'eligibility_ended')
  if (refusal) return check('attempt_limit', 'broken', refusalWords(refusal), ruleBehind(refusal))
  const rule = attemptLimitOn(examOn)
  if (!rule) return null
  const nth = countAttempts(attempts, 'step2ck') + 1
  const text = `This would be attempt ${nth} of at most ${rule.value}; incomplete attempts count.`
  return check('attempt_limit', nth === rule.value ? 'care' : 'met', text, rule)
}

function spacingCheck(
  { attempts, verdict, today }: CheckInput,
  refusals: readonly AttemptRefusal[],
): SittingCheck | null {
  const refusal = refusals.find(({ code }) => code === 'retake_interval')
  if (refusal) return check('attempt_spacing', 'broken', refusalWords(refusal), RETAKE_INTERVAL)
  if (verdict.next.kind === 'passed' || verdict.next.kind === 'never') return null
  const waiting = attemptSummary(attempts, 'step2ck').pendingSince
  if (waiting !== null) {
    const text = `The result of ${formatDate(waiting)} is still awaited; a further sitting is needed only if it is not a pass.`
    return check('attempt_spacing', 'care', text, RETAKE_INTERVAL)
  }
  return check('attempt_spacing', 'met', nextAttemptWords(verdict.next, 'step2ck', today), RETAKE_INTERVAL)
}

function sevenYearsCheck({ examOn, attempts, today }: CheckInput): SittingCheck | null {
  const rule = sevenYearState(attempts, today)
  if (rule.state === 'met' || rule.state === 'not_started') return null
  return examOn <= rule.until
    ? check(
        'seven_years',
        'met',
        `Within seven years of the Step passed on ${formatDate(rule.first)}: they end on ${formatDate(rule.until)}.`,
        SEVEN_YEAR_RULE,
      )
    : check(
        'seven_years',
        'broken',
        `The seven years from the Step passed on ${formatDate(rule.first)} end on ${formatDate(rule.until)}, before this date: that pass would no longer count. Ask ECFMG before you register.`,
        SEVEN_YEAR_RULE,
      )
}

function rankListCheck({ verdict }: CheckInput): SittingCheck | null {
  const { rankList } = verdict
  if (!rankList?.inTime) return null
  const by = `${formatDate(rankList.verifyBy)}, two weeks before the rank list deadline on ${formatDate(rankList.deadline)}${rankList.isProjected ? ' (projected)' : ''}`
  const needs = 'ECFMG must confirm the exams to NRMP by then'
  if (rankList.inTime.plan) {
    return check('rank_list', 'met', `Even with eight weeks the result is out by ${by}.`, NEEDED_FOR_MATCH)
  }
  return rankList.inTime.typical
    ? check(
        'rank_list',
        'care',
        `With four weeks the result is out by ${by}; with eight it is not. ${needs}.`,
        VERIFICATION_DAYS_BEFORE_RANK_LIST,
      )
    : check(
        'rank_list',
        'broken',
        `Even with four weeks the result is not out by ${by}. ${needs}, or the application leaves the Match.`,
        VERIFICATION_DAYS_BEFORE_RANK_LIST,
      )
}

function pathwaysCheck({ season, today, applicant }: CheckInput): SittingCheck | null {
  const deadline = event(season, 'ecfmg_pathways_deadline')
  if (!deadline) return null
  const at = isDated(deadline)
    ? `by ${formatDate(deadline.on)}${deadline.status === 'projected' ? ' (projected)' : ''}`
    : 'by a day that is not announced'
  const tell = (state: CheckState, text: string) =>
    check('ecfmg_pathways', state, text, null, deadline.source)
  const { status, stepsDone } = applicant?.ecfmg ?? { status: null, stepsDone: null }
  if (status === 'certified') return tell('met', 'You are certified: no Pathway is still to be applied for.')
  if (stepsDone?.includes('pathway_accepted')) return tell('met', 'Your Pathway is accepted.')
  if (stepsDone?.includes('pathway_applied')) {
    return tell('care', `Your Pathway is applied for; everything for it must be in ${at}.`)
  }
  if (isDated(deadline) && deadline.on < today) {
    return tell(
      'broken',
      `Pathways for this season were to be applied for ${at}. Ask ECFMG before you plan on it.`,
    )
  }
  if (status === null || (status === 'in_progress' && stepsDone === null)) {
    return tell(
      'not_said',
      `ECFMG Pathways must be applied for ${at}, whatever the exam date. Say where yours stands.`,
    )
  }
  return tell(
    'care',
    `ECFMG Pathways must be applied for ${at}, whatever the exam date; yours is still to do.`,
  )
}

/** Step 3 needs the certificate, the certificate this result; and H-1B needs Step 3 before training starts. */
function step3Check({ examOn, season, attempts, applicant }: CheckInput): SittingCheck | null {
  const visa = applicant?.visa ?? { need: null, acceptable: null }
  if (visa.need === 'no_visa_needed') return null
  if (visa.acceptable === null) {
    return check(
      'step3_h1b',
      'not_said',
      'An H-1B needs Step 3 passed, and Step 3 needs the ECFMG certificate and a trip to the US. Say which visas you would take.',
      H1B_RULES,
    )
  }
  if (!visa.acceptable.includes('h1b')) return null
  if (attemptSummary(attempts, 'step3').passed)
    return check('step3_h1b', 'met', 'Step 3 is passed.', H1B_RULES)
  const starts = calendarDate(season.year, 7, 1)
  const soonest = addDays(examOn, SCORE_REPORT_DAYS.value.plan)
  const latest = addDays(starts, -SCORE_REPORT_DAYS.value.plan)
  const order = `Step 3 is open only after this result and the ECFMG certificate, so not before ${formatDate(soonest)} if the result takes eight weeks`
  if (soonest > latest) {
    const text = `${order}; for its own result before training starts on ${formatDate(starts)} it should be sat by ${formatDate(latest)}. This date leaves no time for an H-1B.`
    return check('step3_h1b', visa.acceptable.includes('j1') ? 'care' : 'broken', text, H1B_RULES)
  }
  const text = `${order}, and by ${formatDate(latest)} for a result before training starts. The certificate and the trip take weeks of their own, and programs may ask for it earlier: ask each.`
  return check('step3_h1b', 'care', text, H1B_RULES)
}
