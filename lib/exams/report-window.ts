import { addDays, addWorkingDays, type CalendarDate, isWorkingDay } from '@/lib/dates/calendar-date'
import { SCORE_REPORT_DAYS, TRANSCRIPT_RESEND_WORKING_DAYS } from '@/lib/facts/score-reporting'

/** 'typical' is the four weeks in which results are usually out; 'plan' the eight that USMLE says to allow for. */
export const REPORT_PACES = ['typical', 'plan'] as const
export type ReportPace = (typeof REPORT_PACES)[number]

/** The days from an exam to a program that can see its result. Estimates, all of them: no examiner promises a day. */
export type ReportWindow = {
  examOn: CalendarDate
  /** By this day the result is usually out. */
  typical: CalendarDate
  /** By this day it is out if it takes as long as one should plan for. */
  plan: CalendarDate
  /** The days on which a transcript resent at once has reached programs, with the longer of the stated margins. */
  visibleTypical: CalendarDate
  visiblePlan: CalendarDate
}

export function reportWindow(examOn: CalendarDate): ReportWindow {
  const typical = reportedBy(examOn, 'typical')
  const plan = reportedBy(examOn, 'plan')
  return {
    examOn,
    typical,
    plan,
    visibleTypical: addWorkingDays(typical, TRANSCRIPT_RESEND_WORKING_DAYS.value.max),
    visiblePlan: addWorkingDays(plan, TRANSCRIPT_RESEND_WORKING_DAYS.value.max),
  }
}

/** The day by which the result of an exam is out at that pace. */
export function reportedBy(examOn: CalendarDate, pace: ReportPace): CalendarDate {
  return addDays(examOn, SCORE_REPORT_DAYS.value[pace])
}

/** The day by which programs can see it: the report, then the working days of the resent transcript. */
export function visibleBy(examOn: CalendarDate, pace: ReportPace): CalendarDate {
  return addWorkingDays(reportedBy(examOn, pace), TRANSCRIPT_RESEND_WORKING_DAYS.value.max)
}

/** The last exam day whose result is out, at that pace, on or before the target. */
export function lastExamReportedBy(target: CalendarDate, pace: ReportPace): CalendarDate {
  return addDays(target, -SCORE_REPORT_DAYS.value[pace])
}

/** The last exam day whose result programs can see, at that pace, on or before the target. The next day misses it. */
export function lastExamVisibleBy(target: CalendarDate, pace: ReportPace): CalendarDate {
  return addDays(lastReportSeenBy(target), -SCORE_REPORT_DAYS.value[pace])
}

/**
 * The last report day from which the transcript still arrives by the target. A report on a weekend starts to travel on
 * Monday, so the days right before the first counted working day belong to it too.
 */
function lastReportSeenBy(target: CalendarDate): CalendarDate {
  let day = target
  for (let left = TRANSCRIPT_RESEND_WORKING_DAYS.value.max; left > 0; day = addDays(day, -1)) {
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
