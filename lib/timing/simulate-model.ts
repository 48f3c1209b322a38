import { addDays, addWorkingDays, type CalendarDate, daysBetween, weekday } from '@/lib/dates/calendar-date'
import { SCORE_REPORT_DAYS, TRANSCRIPT_RESEND_WORKING_DAYS } from '@/lib/facts/score-reporting'
import { normalQuantile } from '@/lib/forecast/normal'

/** Every sitting is drawn as this many equally likely futures. */
export const FUTURES = 50

/**
 * How long a score report takes, in days from the exam. USMLE says only "typically within four weeks" and "allow eight":
 * the soonest day and the share within four weeks are assumptions that a person may change.
 */
export type ReportModel = {
  soonest: number
  usual: number
  /** How large a part of the reports is out by `usual` (0 to 1). */
  usualShare: number
  latest: number
}

export const DEFAULT_REPORT_MODEL: ReportModel = {
  soonest: 14,
  usual: SCORE_REPORT_DAYS.value.typical,
  usualShare: 0.8,
  latest: SCORE_REPORT_DAYS.value.plan,
}

export const REPORT_MODEL_NOTE =
  'Reports are taken to come between two and eight weeks after the exam, four in five of them within four weeks. Four and eight weeks are USMLE’s words; the earliest day and the share are assumptions of Locus and can be changed.'

export type ReportModelProblem = { field: keyof ReportModel; text: string }

/** What makes a report model unusable; empty when it stands. */
export function reportModelProblems(model: ReportModel): readonly ReportModelProblem[] {
  const found: ReportModelProblem[] = []
  const isDays = (value: number) => Number.isInteger(value) && value >= 0 && value <= 200
  for (const field of ['soonest', 'usual', 'latest'] as const) {
    if (!isDays(model[field])) found.push({ field, text: 'Enter whole days from 0 to 200.' })
  }
  if (model.soonest > model.usual) {
    found.push({ field: 'soonest', text: 'The earliest report cannot come after the usual one.' })
  }
  if (model.usual > model.latest) {
    found.push({ field: 'latest', text: 'The latest report cannot come before the usual one.' })
  }
  if (!(model.usualShare > 0 && model.usualShare < 1)) {
    found.push({ field: 'usualShare', text: 'Enter a share between 0 and 100 per cent.' })
  }
  return found
}

/** The middle of the n-th of fifty equal parts. */
const shareOf = (n: number) => (n + 0.5) / FUTURES

/** Standard deviations from the mean, from the lowest future to the highest. */
export const SCORE_STEPS: readonly number[] = Array.from({ length: FUTURES }, (_, n) =>
  normalQuantile(shareOf(n)),
)

/**
 * Which report goes with which score. How long a report takes does not depend on the score, so the two are spread against
 * each other: steps of 31 (50 over the golden ratio, and prime to 50) pair each score with exactly one report, evenly.
 */
export const REPORT_PARTNER: readonly number[] = Array.from(
  { length: FUTURES },
  (_, n) => (n * 31 + 15) % FUTURES,
)

/** Report days of the fifty futures, from the soonest to the latest: straight lines through the model's three days. */
export function reportDays(model: ReportModel): readonly number[] {
  return Array.from({ length: FUTURES }, (_, n) => {
    const share = shareOf(n)
    const { soonest, usual, usualShare, latest } = model
    const days =
      share <= usualShare
        ? soonest + ((usual - soonest) * share) / usualShare
        : usual + ((latest - usual) * (share - usualShare)) / (1 - usualShare)
    // Up to the next whole day: a report at noon is there on that day, and none is drawn too early.
    return Math.ceil(days - 1e-9)
  })
}

/**
 * Days from the exam to programs that can see the score, for each number of report days: the resent transcript takes
 * working days, so a report before a weekend travels longer. Agrees with `visibleBy` in lib/exams/report-window.
 */
export function visibleDaysFrom(examOn: CalendarDate): (reportAfter: number) => number {
  const start = weekday(examOn)
  return (reportAfter) => reportAfter + (TRAVEL_DAYS[(start + reportAfter) % 7] ?? 0)
}

/** Any Sunday: the days of a week from it, for the table below. */
const A_SUNDAY: CalendarDate = '2023-01-01'

/** Calendar days of the transcript for a report on a Sunday (0) to a Saturday (6). */
const TRAVEL_DAYS: readonly number[] = Array.from({ length: 7 }, (_, weekdayOfReport) => {
  const on = addDays(A_SUNDAY, weekdayOfReport)
  return daysBetween(on, addWorkingDays(on, TRANSCRIPT_RESEND_WORKING_DAYS.value.max))
})
