import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  earliestOf,
  partsOf,
  wholeMonthsBetween,
} from '@/lib/dates/calendar-date'
import { lastExamReportedBy, lastExamVisibleBy } from '@/lib/exams/report-window'
import { COMPLETE_HOURS_BEFORE_REVIEW } from '@/lib/facts/eras-limits'
import { isInMainMatch } from '@/lib/fit/season-reading'
import type { Applicant } from '@/lib/profile/applicant'
import type { Pathway } from '@/lib/programs/pathway'
import { event } from '@/lib/season/events'
import { projectSeason } from '@/lib/season/project'
import type { Season, SeasonEventKey } from '@/lib/season/season'

import type { Change } from './changes'

/** What the day is for. `change-words.ts` says each. */
export const TIMING_PURPOSES = [
  'complete_before_review',
  'fellowship_review',
  'score_seen_at_review',
  'result_by_rank_list',
  'result_by_start',
  'certificate_by_pathways_deadline',
  'certificate_by_rank_list',
  'certificate_by_start',
  'training_before_start',
] as const
export type TimingPurpose = (typeof TIMING_PURPOSES)[number]

/**
 * When a change must have happened to count in this season. `by` is the last day; `startBy` the last day to begin, where
 * it takes weeks or months; `planBy` the exam day that also holds if the report takes eight weeks. All are null where
 * the season's day is not announced: nobody can say then, and `isPossible` is null.
 */
export type ChangeTiming = {
  purpose: TimingPurpose
  by: CalendarDate | null
  startBy: CalendarDate | null
  planBy: CalendarDate | null
  /** For training that needs a place of its own first: when programs began to review applications for that place. */
  applyBy: CalendarDate | null
  /** The day rests on a projected event. */
  isProjected: boolean
  /** Whether that can still be reached from today. */
  isPossible: boolean | null
  /** Where the whole is too late: how much of it, begun today, would be there in time; null where there is no part. */
  leftByThen: { amount: number; unit: 'weeks' | 'months' } | null
}

type Days = Pick<ChangeTiming, 'purpose' | 'by' | 'isProjected'> & {
  startBy?: CalendarDate | null
  planBy?: CalendarDate | null
  applyBy?: CalendarDate | null
}

type TimingInput = { applicant: Applicant; season: Season; today: CalendarDate; pathway: Pathway }

/** When the change must have happened to count for a program of that pathway in this season, and whether it still can. */
export function changeTiming(change: Change, input: TimingInput): ChangeTiming {
  const { by, startBy = by, planBy = null, applyBy = null, purpose, isProjected } = daysOf(change, input)
  const last = startBy === null || applyBy === null ? startBy : earliestOf(startBy, applyBy)
  return {
    purpose,
    by,
    startBy,
    planBy,
    applyBy,
    isProjected,
    isPossible: last === null ? null : input.today <= last,
    leftByThen: startBy === null || input.today <= startBy ? null : partOf(change, input.today, by),
  }
}

function partOf({ code }: Change, today: CalendarDate, by: CalendarDate | null): ChangeTiming['leftByThen'] {
  if (by === null || by <= today) return null
  const inWeeks = code === 'genetics_elective' || code === 'genetics_observership'
  const inMonths = code === 'genetics_research' || code === 'us_genetics_research' || code === 'home_genetics'
  if (!inWeeks && !inMonths) return null
  const amount = inWeeks ? Math.floor(daysBetween(today, by) / 7) : wholeMonthsBetween(today, by)
  return amount > 0 ? { amount, unit: inWeeks ? 'weeks' : 'months' } : null
}

function daysOf(change: Change, input: TimingInput): Days {
  const { season, applicant } = input
  const isMain = isInMainMatch(input.pathway)
  const start = `${season.year}-07-01`
  switch (change.code) {
    case 'certification': {
      if (!isMain) return { purpose: 'certificate_by_start', by: start, isProjected: false }
      const isApplied = applicant.ecfmg.stepsDone?.some((step) => step.startsWith('pathway')) === true
      return isApplied
        ? { purpose: 'certificate_by_rank_list', ...dayOf(season, 'nrmp_rol_deadline') }
        : { purpose: 'certificate_by_pathways_deadline', ...dayOf(season, 'ecfmg_pathways_deadline') }
    }
    case 'pass_step1':
    case 'pass_step3': {
      const need = isMain ? dayOf(season, 'nrmp_rol_deadline') : { by: start, isProjected: false }
      return {
        purpose: isMain ? 'result_by_rank_list' : 'result_by_start',
        by: need.by && lastExamReportedBy(need.by, 'typical'),
        planBy: need.by && lastExamReportedBy(need.by, 'plan'),
        isProjected: need.isProjected,
      }
    }
    case 'step2ck_score': {
      const review = dayOf(season, isMain ? 'eras_program_review_opens' : 'eras_fellowship_july_review')
      return {
        purpose: 'score_seen_at_review',
        by: review.by && lastExamVisibleBy(review.by, 'typical'),
        planBy: review.by && lastExamVisibleBy(review.by, 'plan'),
        isProjected: review.isProjected,
      }
    }
    case 'acgme_training': {
      // Training that is complete on the day the two-year residency starts began that many months before.
      const months = (change.amount ?? 12) - (applicant.training.acgmeMonths ?? 0)
      const startBy = addMonths(start, -months)
      return {
        purpose: 'training_before_start',
        by: start,
        startBy,
        // Who is in training already has the place; everyone else finds one in the Match before that start.
        applyBy: (applicant.training.acgmeMonths ?? 0) > 0 ? null : reviewBefore(startBy),
        isProjected: false,
      }
    }
    default:
      return inTheApplication(change, input, isMain)
  }
}

/** The day on which programs opened the applications for training that begins then: of the season that ends that July. */
function reviewBefore(startsOn: CalendarDate): CalendarDate | null {
  const { year, month } = partsOf(startsOn)
  const seasonYear = month <= 7 ? year : year + 1
  return projectSeason(seasonYear).find(({ key }) => key === 'eras_program_review_opens')?.on ?? null
}

/** What an application shows must be there when it is complete: two days before review, by the advisers' margin (F5). */
function inTheApplication(change: Change, { season, applicant }: TimingInput, isMain: boolean): Days {
  const review = dayOf(season, isMain ? 'eras_program_review_opens' : 'eras_fellowship_july_review')
  const purpose = isMain ? 'complete_before_review' : 'fellowship_review'
  if (review.by === null) return { purpose, by: null, isProjected: false }
  const complete = addDays(review.by, -COMPLETE_HOURS_BEFORE_REVIEW.value / 24)
  const graduates = change.code === 'genetics_elective' ? applicant.graduation.on : null
  const by = graduates === null ? complete : earliestOf(complete, graduates)
  return { purpose, by, startBy: beginBy(change, by), isProjected: review.isProjected }
}

function beginBy({ code, amount }: Change, by: CalendarDate): CalendarDate {
  switch (code) {
    case 'genetics_elective':
    case 'genetics_observership':
      return addDays(by, -7 * (amount ?? 0))
    case 'genetics_research':
    case 'us_genetics_research':
    case 'home_genetics':
      return addMonths(by, -(amount ?? 0))
    default:
      return by
  }
}

function dayOf(season: Season, key: SeasonEventKey): { by: CalendarDate | null; isProjected: boolean } {
  const found = event(season, key)
  return { by: found?.on ?? null, isProjected: found?.status === 'projected' }
}
