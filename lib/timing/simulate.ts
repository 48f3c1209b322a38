import { addDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { passingScore } from '@/lib/exams/standards'
import { SCORE_RANGE } from '@/lib/facts/exam-standards'
import { type Distribution, distributionFor, type ForecastResult } from '@/lib/forecast/forecast'
import { DEFAULT_SETTINGS, type ForecastSettings } from '@/lib/forecast/settings'
import type { Applicant } from '@/lib/profile/applicant'
import { event, isDated } from '@/lib/season/events'
import type { Season, SeasonEventKey } from '@/lib/season/season'

import type { EligibilityPeriod } from './eligibility'
import { type SittingCheck, sittingChecks } from './simulate-checks'
import {
  DEFAULT_REPORT_MODEL,
  REPORT_PARTNER,
  type ReportModel,
  reportDays,
  SCORE_STEPS,
  visibleDaysFrom,
} from './simulate-model'
import { type ByPace, type TimingTarget, type TimingVerdict, timingVerdict } from './verdict'

/** How many candidate dates can stand beside each other: earlier, later, next season. */
export const MAX_SITTINGS = 3

/** A candidate exam date. `season` is given where it is meant for another season than the chosen one. */
export type Sitting = { id: string; examOn: CalendarDate; season?: Season | null }

export type SimulationInput = {
  season: Season
  sittings: readonly Sitting[]
  results: readonly ForecastResult[]
  /** The score that the person aims for; null: none named. A target under the passing standard is read as the standard. */
  targetScore: number | null
  attempts: readonly ExamAttempt[]
  /** The viewer's own calendar day and IANA zone; the rules count Eastern days. */
  today: CalendarDate
  zone: string
  target?: TimingTarget
  settings?: ForecastSettings
  report?: ReportModel
  eligibility?: EligibilityPeriod | null
  /** What the visa and ECFMG checks read; null: not said. */
  applicant?: Pick<Applicant, 'visa' | 'ecfmg'> | null
}

/** One of fifty equally likely futures of a sitting. Days count from the exam day. */
export type Future = {
  /** Rounded to a whole score; null where there is no forecast. */
  score: number | null
  reportAfter: number
  visibleAfter: number
  /** Below the passing standard of the exam day: a fail, which is permanent. */
  isFail: boolean
  isOnReviewDay: boolean | null
  reachesTarget: boolean | null
}

/**
 * How many of the fifty. `review`, `target` and `both` count passes alone; `fails` stands apart from all three. Without a
 * forecast no score is known: `target`, `both` and `fails` are null and `review` counts the time alone.
 */
export type FutureCounts = {
  review: number | null
  target: number | null
  both: number | null
  fails: number | null
  /** Passes that are reported by the day two weeks before the rank list deadline. */
  rankList: number | null
  /** Passes that programs could see on the day ERAS opens for submission. */
  submission: number | null
}

export type SeasonMark = { on: CalendarDate; isProjected: boolean }

export type SimulatedSitting = {
  id: string
  examOn: CalendarDate
  seasonYear: number
  verdict: TimingVerdict
  forecast: Distribution | null
  /** The passing standard of the exam day; null for a day that no source covers. */
  standard: number | null
  /** The target as counted: never under the standard. */
  targetScore: number | null
  window: { soonest: CalendarDate; usual: CalendarDate; latest: CalendarDate }
  marks: Readonly<Record<'submission' | 'review' | 'verifyBy' | 'rankList', SeasonMark | null>>
  /** From the lowest score to the highest; always fifty. */
  futures: readonly Future[]
  counts: FutureCounts
  checks: readonly SittingCheck[]
}

export type Simulation = {
  /** By exam day, then by id: the order of the input is irrelevant. */
  sittings: readonly SimulatedSitting[]
  /** The last exam days that still make the chosen season's review, with four and with eight weeks; null without a review date. */
  last: ByPace<CalendarDate> | null
  review: SeasonMark | null
  targetScore: number | null
  /** The day of a recorded pass: then there is nothing left to weigh, and the page says so instead. */
  passedOn: CalendarDate | null
  today: CalendarDate
}

/**
 * Up to three candidate dates of Step 2 CK against a season: fifty futures each, counts, and the rules that each date
 * meets or breaks. Deterministic, without chance and clock; three sittings take well under 2 ms, so it can run while a
 * date is dragged. Throws RangeError on more than three sittings.
 */
export function simulateSittings(input: SimulationInput): Simulation {
  const { season, sittings, today, targetScore } = input
  if (sittings.length > MAX_SITTINGS)
    throw new RangeError(`At most ${MAX_SITTINGS} sittings: ${sittings.length}`)
  const days = reportDays(input.report ?? DEFAULT_REPORT_MODEL)
  const overall = timingVerdict({ ...timingInput(input, season), examOn: null })
  return {
    sittings: [...sittings]
      .sort((a, b) => order(a.examOn, b.examOn) || order(a.id, b.id))
      .map((sitting) => simulateOne(input, sitting, days)),
    last: overall.last,
    review: overall.review && { on: overall.review.on, isProjected: overall.review.isProjected },
    targetScore,
    passedOn: overall.passed?.on ?? null,
    today,
  }
}

/** The day on which a future's score is out, and the day on which programs can see it. */
export function futureDays(
  examOn: CalendarDate,
  future: Future,
): { reportOn: CalendarDate; visibleOn: CalendarDate } {
  return { reportOn: addDays(examOn, future.reportAfter), visibleOn: addDays(examOn, future.visibleAfter) }
}

function simulateOne(input: SimulationInput, sitting: Sitting, days: readonly number[]): SimulatedSitting {
  const { examOn, id } = sitting
  const season = sitting.season ?? input.season
  const verdict = timingVerdict({ ...timingInput(input, season), examOn })
  const forecast = distributionFor(input.results, {
    examOn,
    today: input.today,
    settings: input.settings ?? DEFAULT_SETTINGS,
  })
  const standard = passingScore('step2ck', examOn)
  const target = input.targetScore === null ? null : Math.max(input.targetScore, standard ?? 0)
  const marks = marksOf(season, verdict)
  const until = (mark: SeasonMark | null) => (mark ? daysBetween(examOn, mark.on) : null)
  const reviewAfter = until(marks.review)
  const visibleAfter = visibleDaysFrom(examOn)

  const futures = SCORE_STEPS.map((step, n): Future => {
    const reportAfter = days[REPORT_PARTNER[n] ?? 0] ?? 0
    const seenAfter = visibleAfter(reportAfter)
    const score = forecast && onScale(Math.round(forecast.mean + step * forecast.sd))
    return {
      score,
      reportAfter,
      visibleAfter: seenAfter,
      isFail: score !== null && standard !== null && score < standard,
      isOnReviewDay: reviewAfter === null ? null : seenAfter <= reviewAfter,
      reachesTarget: score === null || target === null ? null : score >= target,
    }
  })
  return {
    id,
    examOn,
    seasonYear: season.year,
    verdict,
    forecast,
    standard,
    targetScore: target,
    window: windowOf(examOn, input.report ?? DEFAULT_REPORT_MODEL),
    marks,
    futures,
    counts: {
      review: reviewAfter === null ? null : countPasses(futures, (future) => future.isOnReviewDay === true),
      target:
        forecast && target !== null ? countPasses(futures, (future) => future.reachesTarget === true) : null,
      both:
        forecast && target !== null && reviewAfter !== null
          ? countPasses(futures, (future) => future.isOnReviewDay === true && future.reachesTarget === true)
          : null,
      fails: forecast && standard !== null ? futures.filter((future) => future.isFail).length : null,
      rankList: countBy(futures, until(marks.verifyBy), (future) => future.reportAfter),
      submission: countBy(futures, until(marks.submission), (future) => future.visibleAfter),
    },
    checks: sittingChecks({
      examOn,
      season,
      verdict,
      attempts: input.attempts,
      today: input.today,
      eligibility: input.eligibility ?? null,
      applicant: input.applicant ?? null,
    }),
  }
}

function timingInput({ attempts, today, zone, target }: SimulationInput, season: Season) {
  return { season, attempts, today, zone, target: target ?? 'main' }
}

const SUBMISSION_KEYS: Readonly<Record<TimingTarget, SeasonEventKey>> = {
  main: 'eras_submit_opens',
  july: 'eras_fellowship_july_submit',
  december: 'eras_fellowship_dec_submit',
}

function marksOf(season: Season, { target, review, rankList }: TimingVerdict): SimulatedSitting['marks'] {
  const submission = event(season, SUBMISSION_KEYS[target])
  return {
    submission: isDated(submission)
      ? { on: submission.on, isProjected: submission.status === 'projected' }
      : null,
    review: review && { on: review.on, isProjected: review.isProjected },
    verifyBy: rankList && { on: rankList.verifyBy, isProjected: rankList.isProjected },
    rankList: rankList && { on: rankList.deadline, isProjected: rankList.isProjected },
  }
}

function windowOf(examOn: CalendarDate, model: ReportModel): SimulatedSitting['window'] {
  return {
    soonest: addDays(examOn, model.soonest),
    usual: addDays(examOn, model.usual),
    latest: addDays(examOn, model.latest),
  }
}

function countPasses(futures: readonly Future[], holds: (future: Future) => boolean): number {
  return futures.filter((future) => !future.isFail && holds(future)).length
}

function countBy(
  futures: readonly Future[],
  until: number | null,
  after: (future: Future) => number,
): number | null {
  return until === null ? null : countPasses(futures, (future) => after(future) <= until)
}

function onScale(score: number): number {
  const { min, max } = SCORE_RANGE.value
  return Math.min(max, Math.max(min, score))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
