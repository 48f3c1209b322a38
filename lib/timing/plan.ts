import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  isCalendarDate,
} from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { isPossibleScore } from '@/lib/exams/standards'
import type { Season } from '@/lib/season/season'

import { type EligibilityPeriod, periodFrom } from './eligibility'
import {
  PLAN_SLOT_LABELS,
  PLAN_SLOTS,
  type PlanField,
  type PlanProblem,
  type PlanSlot,
  type PlanText,
} from './plan-fields'
import type { Sitting } from './simulate'
import { DEFAULT_REPORT_MODEL, type ReportModel, reportModelProblems } from './simulate-model'

/** What someone weighs for one season: kept with the cycle, or tried out in the address. */
export type TimingPlan = Readonly<Record<PlanSlot, CalendarDate | null>> & {
  readonly targetScore: number | null
  readonly report: ReportModel
  readonly eligibility: EligibilityPeriod | null
}

/** The plan as its fields show it; the report's days stand empty where they are the default. */
export function planText({ earlier, later, next, targetScore, report, eligibility }: TimingPlan): PlanText {
  const changed = (field: keyof ReportModel) =>
    report[field] === DEFAULT_REPORT_MODEL[field] ? '' : String(report[field])
  return {
    earlier: earlier ?? '',
    later: later ?? '',
    next: next ?? '',
    target: targetScore === null ? '' : String(targetScore),
    soonest: changed('soonest'),
    usual: changed('usual'),
    share: changed('usualShare') && String(Math.round(report.usualShare * 100)),
    latest: changed('latest'),
    from: eligibility?.from ?? '',
    until: eligibility?.until ?? '',
  }
}

/**
 * Reads the fields. What cannot be read is left out of the plan (a date) or stays at its default (the report), and is
 * named, so that the picture holds while someone types. An empty end of the eligibility period is its third month's.
 */
export function readPlanText(text: PlanText): { plan: TimingPlan; problems: readonly PlanProblem[] } {
  const problems: PlanProblem[] = []
  const date = (field: PlanField): CalendarDate | null => {
    const typed = text[field].trim()
    if (typed === '') return null
    if (isCalendarDate(typed) && typed >= FIRST_DAY && typed <= LAST_DAY) return typed
    problems.push({ field, text: 'Enter a day as year-month-day, for example 2027-06-28.' })
    return null
  }
  const [earlier, later, next] = [date('earlier'), date('later'), date('next')]
  return {
    plan: {
      earlier,
      later,
      next,
      targetScore: readTarget(text.target.trim(), problems),
      report: readReport(text, problems),
      eligibility: readEligibility(date('from'), date('until'), problems),
    },
    problems,
  }
}

/** Far enough for any sitting that someone weighs; a year typed half is never taken for a date. */
const FIRST_DAY: CalendarDate = '2020-01-01'
const LAST_DAY: CalendarDate = '2049-12-31'

function readTarget(typed: string, problems: PlanProblem[]): number | null {
  if (typed === '') return null
  if (/^\d{3}$/.test(typed) && isPossibleScore(Number(typed))) return Number(typed)
  problems.push({ field: 'target', text: 'Enter the target as three digits, or leave it empty.' })
  return null
}

const REPORT_FIELDS = { soonest: 'soonest', usual: 'usual', share: 'usualShare', latest: 'latest' } as const

function readReport(text: PlanText, problems: PlanProblem[]): ReportModel {
  const typed: ReportModel = { ...DEFAULT_REPORT_MODEL }
  for (const [field, key] of Object.entries(REPORT_FIELDS) as [
    keyof typeof REPORT_FIELDS,
    keyof ReportModel,
  ][]) {
    const value = text[field].trim()
    if (value === '') continue
    const number = /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN
    typed[key] = key === 'usualShare' ? number / 100 : number
  }
  const found = reportModelProblems(typed)
  if (found.length === 0) return typed
  for (const { field, text } of found)
    problems.push({ field: field === 'usualShare' ? 'share' : field, text })
  return DEFAULT_REPORT_MODEL
}

function readEligibility(
  from: CalendarDate | null,
  until: CalendarDate | null,
  problems: PlanProblem[],
): EligibilityPeriod | null {
  if (from === null) {
    if (until !== null) problems.push({ field: 'from', text: 'Enter the first day of the period too.' })
    return null
  }
  if (until === null) return { from, until: periodFrom(from).until }
  if (until >= from) return { from, until }
  problems.push({ field: 'until', text: 'The period cannot end before it begins.' })
  return null
}

/**
 * Dates to begin with where nothing is kept: the planned sitting or the article's late June, and eight weeks later, and
 * the same days of the year after (C6). Days that are over are left out.
 */
export function suggestedPlan(
  season: Season,
  {
    today,
    plannedOn,
    targetScore = null,
  }: { today: CalendarDate; plannedOn: CalendarDate | null; targetScore?: number | null },
): TimingPlan {
  const june = calendarDate(season.year - 1, 6, 28)
  const planned = plannedOn !== null && plannedOn >= today ? plannedOn : null
  const isForNext = planned !== null && planned > calendarDate(season.year, 3, 1)
  const first = planned !== null && !isForNext ? planned : june
  const ahead = (date: CalendarDate) => (date > today ? date : null)
  return {
    earlier: ahead(first),
    later: ahead(addDays(first, 56)),
    next: isForNext ? planned : addMonths(june, 12),
    targetScore,
    report: DEFAULT_REPORT_MODEL,
    eligibility: null,
  }
}

/** The plan in one line: 'Earlier date 28 June 2027, later date 25 August 2027; target 240.' */
export function planSentence(plan: TimingPlan): string {
  const dates = PLAN_SLOTS.flatMap((slot) => {
    const on = plan[slot]
    return on === null ? [] : [`${PLAN_SLOT_LABELS[slot].toLowerCase()} ${formatDate(on)}`]
  })
  const target = plan.targetScore === null ? 'no target' : `target ${plan.targetScore}`
  const text = `${dates.join(', ') || 'no date'}; ${target}.`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The plan's dates as the simulator takes them; the third one against the season after. */
export function planSittings(plan: TimingPlan, nextSeason: Season): readonly Sitting[] {
  return PLAN_SLOTS.flatMap((id) => {
    const examOn = plan[id]
    if (examOn === null) return []
    return [{ id, examOn, season: id === 'next' ? nextSeason : null }]
  })
}
