import {
  addDays,
  addWorkingDays,
  type CalendarDate,
  calendarDate,
  type Instant,
} from '@/lib/dates/calendar-date'
import type { ExamAttempt, Outcome } from '@/lib/exams/attempt'
import { earliestNextAttempt, type NextAttempt } from '@/lib/exams/attempt-rules'
import {
  lastExamReportedBy,
  lastExamVisibleBy,
  REPORT_PACES,
  type ReportPace,
  type ReportWindow,
  reportWindow,
} from '@/lib/exams/report-window'
import { attemptSummary, attemptsAt, sevenYearState, wasSat } from '@/lib/exams/summary'
import {
  TRANSCRIPT_RESEND_WORKING_DAYS,
  VERIFICATION_DAYS_BEFORE_RANK_LIST,
} from '@/lib/facts/score-reporting'
import { event, isDated } from '@/lib/season/events'
import { FELLOWSHIP_CYCLES } from '@/lib/season/fellowship'
import type { Season, SeasonEventKey } from '@/lib/season/season'

/** The program review that a score is wanted for: the Main Match's, or that of one of the fellowship cycles. */
export const TIMING_TARGETS = ['main', ...FELLOWSHIP_CYCLES] as const
export type TimingTarget = (typeof TIMING_TARGETS)[number]

const REVIEW_KEYS: Readonly<Record<TimingTarget, SeasonEventKey>> = {
  main: 'eras_program_review_opens',
  july: 'eras_fellowship_july_review',
  december: 'eras_fellowship_dec_review',
}

export const TIMING_CODES = [
  'score_there',
  'in_time',
  'in_time_if_typical',
  'misses_review',
  'review_is_open',
  'no_review_date',
  'no_exam_date',
  'pending',
  'result_not_recorded',
  'withheld',
  'failed_last',
  'not_allowed_yet',
  'no_attempt_left',
] as const
export type TimingCode = (typeof TIMING_CODES)[number]

/** One answer for each pace of the report: the usual four weeks, and the eight to plan for. */
export type ByPace<T> = Readonly<Record<ReportPace, T>>

export type ReviewMoment = { on: CalendarDate; at: Instant | null; isProjected: boolean; rule: string | null }

export type RankListTiming = {
  deadline: CalendarDate
  isProjected: boolean
  /** Two weeks before the deadline: the day by which the result should have been verified. A margin. */
  verifyBy: CalendarDate
  /** The last exam days whose result is out by then. */
  last: ByPace<CalendarDate>
  inTime: ByPace<boolean> | null
}

/** Late June to early July of the year before the Match: the article's advice for a September application (C6). */
export type AdviceWindow = {
  from: CalendarDate
  until: CalendarDate
  examIs: 'before' | 'within' | 'after' | null
}

export type TimingVerdict = {
  code: TimingCode
  target: TimingTarget
  seasonYear: number
  zone: string
  today: CalendarDate
  /** The sitting that the verdict speaks of: planned, or sat and without a result. */
  examOn: CalendarDate | null
  window: ReportWindow | null
  review: ReviewMoment | null
  /** Whether programs can see the score on the day review opens, the resent transcript counted. */
  inTime: ByPace<boolean> | null
  /** The last exam days that make it: the next day does not. Null without a review date. */
  last: ByPace<CalendarDate> | null
  /** The same without the transcript's working days: the result is out, programs may not have it yet. */
  lastReported: ByPace<CalendarDate> | null
  rankList: RankListTiming | null
  advice: AdviceWindow | null
  passed: {
    on: CalendarDate
    score: number | null
    onReviewDay: 'yes' | 'tight' | 'unsure' | 'no' | null
  } | null
  /** What came of the last sitting, where it was not a pass. */
  lastOutcome: Outcome | null
  isRetake: boolean
  next: NextAttempt
  /** The end of ECFMG's seven years, when the sitting lies beyond it. */
  sevenYearsEnd: CalendarDate | null
}

/**
 * Whether the Step 2 CK score is there when programs open applications, and what follows. `examOn` null takes the
 * sitting from the attempts (one that waits for its result, else the earliest planned). `today` is the viewer's own
 * day, `zone` their IANA zone; the rules themselves count Eastern calendar days. Answers codes and dates; the sentences
 * are in `words.ts`.
 */
export function timingVerdict({
  season,
  today,
  attempts,
  examOn,
  zone,
  target = 'main',
}: {
  season: Season
  today: CalendarDate
  attempts: readonly ExamAttempt[]
  examOn: CalendarDate | null
  zone: string
  target?: TimingTarget
}): TimingVerdict {
  const summary = attemptSummary(attempts, 'step2ck')
  const next = earliestNextAttempt(attempts, 'step2ck')
  const waiting = summary.state === 'pending' ? summary.pendingSince : null
  const sitting = summary.passed ? null : (examOn ?? waiting ?? plannedSitting(attempts, today))
  const review = reviewMoment(season, target)
  const window = sitting === null ? null : reportWindow(sitting)
  const seen = window && { typical: window.visibleTypical, plan: window.visiblePlan }
  const verdict: Omit<TimingVerdict, 'code'> = {
    target,
    seasonYear: season.year,
    zone,
    today,
    examOn: sitting,
    window,
    review,
    inTime: seen && review && byPace((pace) => seen[pace] <= review.on),
    last: review && byPace((pace) => lastExamVisibleBy(review.on, pace)),
    lastReported: review && byPace((pace) => lastExamReportedBy(review.on, pace)),
    rankList: target === 'main' ? rankListTiming(season, sitting) : null,
    advice: target === 'main' ? adviceWindow(season, sitting) : null,
    passed:
      summary.lastPassOn === null
        ? null
        : {
            on: summary.lastPassOn,
            score: summary.score,
            onReviewDay: review && scoreOnReviewDay(summary.lastPassOn, review.on, today),
          },
    lastOutcome: summary.passed ? null : (summary.last?.outcome ?? null),
    isRetake: !summary.passed && summary.fails + summary.incomplete > 0,
    next,
    sevenYearsEnd: sitting === null ? null : sevenYearsEnd(attempts, sitting, today),
  }
  return { code: codeOf(verdict, waiting), ...verdict }
}

/** The verdict for both fellowship cycles: a two-year program may use either, or none. */
export function fellowshipTiming(
  input: Omit<Parameters<typeof timingVerdict>[0], 'target'>,
): readonly TimingVerdict[] {
  return FELLOWSHIP_CYCLES.map((target) => timingVerdict({ ...input, target }))
}

/** The next planned sitting; else the latest plan whose day is over. A plan before an attempt that was sat is stale. */
function plannedSitting(attempts: readonly ExamAttempt[], today: CalendarDate): CalendarDate | null {
  const all = attemptsAt(attempts, 'step2ck')
  const lastSat = all.findLast(wasSat)?.takenOn ?? ''
  const plans = all.flatMap((attempt) =>
    wasSat(attempt) || attempt.takenOn < lastSat ? [] : attempt.takenOn,
  )
  return plans.find((on) => on >= today) ?? plans.at(-1) ?? null
}

function codeOf(verdict: Omit<TimingVerdict, 'code'>, waiting: CalendarDate | null): TimingCode {
  const { examOn, review, inTime, next, today } = verdict
  if (verdict.passed) return 'score_there'
  if (next.kind === 'never') return 'no_attempt_left'
  if (examOn === null) {
    if (verdict.lastOutcome === 'fail' || verdict.lastOutcome === 'incomplete') return 'failed_last'
    return verdict.lastOutcome === 'withheld' ? 'withheld' : 'no_exam_date'
  }
  if (examOn === waiting) return 'pending'
  if (examOn < today) return 'result_not_recorded'
  if (next.kind === 'from' && examOn < next.from) return 'not_allowed_yet'
  if (!review || !inTime) return 'no_review_date'
  if (review.on < today) return 'review_is_open'
  if (inTime.plan) return 'in_time'
  return inTime.typical ? 'in_time_if_typical' : 'misses_review'
}

function reviewMoment(season: Season, target: TimingTarget): ReviewMoment | null {
  const review = event(season, REVIEW_KEYS[target])
  if (!isDated(review)) return null
  return { on: review.on, at: review.at, isProjected: review.status === 'projected', rule: review.rule }
}

function rankListTiming(season: Season, examOn: CalendarDate | null): RankListTiming | null {
  const deadline = event(season, 'nrmp_rol_deadline')
  if (!isDated(deadline)) return null
  const verifyBy = addDays(deadline.on, -VERIFICATION_DAYS_BEFORE_RANK_LIST.value)
  // ECFMG has the result as soon as it is out: no transcript travels here.
  const last = byPace((pace) => lastExamReportedBy(verifyBy, pace))
  return {
    deadline: deadline.on,
    isProjected: deadline.status === 'projected',
    verifyBy,
    last,
    inTime: examOn === null ? null : byPace((pace) => examOn <= last[pace]),
  }
}

function adviceWindow(season: Season, examOn: CalendarDate | null): AdviceWindow {
  const from = calendarDate(season.year - 1, 6, 21)
  const until = calendarDate(season.year - 1, 7, 10)
  const examIs = examOn === null ? null : examOn < from ? 'before' : examOn > until ? 'after' : 'within'
  return { from, until, examIs }
}

/** Whether a passed score is before programs on review day; the day of its report is not recorded, so it is bounded. */
function scoreOnReviewDay(passedOn: CalendarDate, reviewOn: CalendarDate, today: CalendarDate) {
  if (today <= reviewOn) {
    const resentToday = addWorkingDays(today, TRANSCRIPT_RESEND_WORKING_DAYS.value.max)
    return resentToday <= reviewOn ? 'yes' : 'tight'
  }
  if (passedOn >= reviewOn) return 'no'
  return reportWindow(passedOn).visiblePlan <= reviewOn ? 'yes' : 'unsure'
}

function sevenYearsEnd(
  attempts: readonly ExamAttempt[],
  examOn: CalendarDate,
  today: CalendarDate,
): CalendarDate | null {
  const rule = sevenYearState(attempts, today)
  return (rule.state === 'open' || rule.state === 'lapsed') && examOn > rule.until ? rule.until : null
}

function byPace<T>(of: (pace: ReportPace) => T): ByPace<T> {
  const [typical, plan] = REPORT_PACES
  return { typical: of(typical), plan: of(plan) }
}
