import { type CalendarDate, calendarDate } from '@/lib/dates/calendar-date'
import { visibleBy } from '@/lib/exams/report-window'
import { attemptSummary, type SevenYearState, sevenYearState } from '@/lib/exams/summary'
import type { Applicant } from '@/lib/profile/applicant'
import { eventOn } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'
import { type SignalUse, signalUse } from '@/lib/strategy/signals'
import type { Answer } from './answer'
import { type CalendarUse, calendarsInUse, leadingCalendar } from './calendars'
import type { LetterCounts } from './letter-counts'
import type { ChecklistProgram } from './programs'

/** What conditions, done-tests and dates read, gathered once. */
export type ChecklistFacts = {
  applicant: Applicant
  programs: readonly ChecklistProgram[]
  season: Season
  today: CalendarDate
  calendars: readonly CalendarUse[]
  /** The calendar that shared items are planned for. */
  leading: CalendarUse | null
  sevenYears: SevenYearState
  signals: readonly SignalUse[]
  /** A Step 2 CK result that comes out after submission opens, and must then be resent. */
  lateReport: { answer: Answer; on: CalendarDate | null }
  trainingStart: CalendarDate
  /** Null where nothing is recorded of letters beyond the profile. */
  letters: LetterCounts | null
  isMatchOver: boolean
  isUnmatched: boolean
  rankCertifiedOn: CalendarDate | null
}

export function gatherFacts({
  applicant,
  programs,
  season,
  letters = null,
  rankCertifiedOn = null,
  today,
}: {
  applicant: Applicant
  programs: readonly ChecklistProgram[]
  season: Season
  letters?: LetterCounts | null
  rankCertifiedOn?: CalendarDate | null
  today: CalendarDate
}): ChecklistFacts {
  const calendars = calendarsInUse(programs, applicant, season)
  const leading = leadingCalendar(calendars, today)
  const matchDay = eventOn(season, 'match_day')
  const onlyDecember = calendars.length > 0 && calendars.every(({ calendar }) => calendar === 'december')
  return {
    applicant,
    programs,
    season,
    today,
    calendars,
    leading,
    sevenYears: sevenYearState(applicant.attempts ?? [], today),
    signals: signalUse(programs, season.year),
    lateReport: lateReport(applicant, leading?.submit?.on ?? null, today),
    // Training of a season starts on 1 July of its year; after the December cycle a year later.
    trainingStart: calendarDate(season.year + (onlyDecember ? 1 : 0), 7, 1),
    letters,
    isMatchOver: matchDay !== null && today > matchDay,
    isUnmatched: programs.length > 0 && programs.every(({ status }) => status === 'not_matched'),
    rankCertifiedOn,
  }
}

function lateReport(
  { attempts }: Applicant,
  submitOn: CalendarDate | null,
  today: CalendarDate,
): { answer: Answer; on: CalendarDate | null } {
  if (attempts === null || submitOn === null) return { answer: 'unknown', on: null }
  const { passed, lastPassOn, pendingSince, plannedOn } = attemptSummary(attempts, 'step2ck')
  const sitting = passed ? lastPassOn : (pendingSince ?? plannedOn)
  if (sitting === null) return { answer: 'unknown', on: null }
  // A result that is known before submission opens goes out with the application itself.
  if (passed && today <= submitOn) return { answer: 'no', on: null }
  const on = visibleBy(sitting, 'plan')
  return on > submitOn ? { answer: 'yes', on } : { answer: 'no', on: null }
}
