import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { bestAttempt } from '@/lib/exams/summary'
import { oldestOetFor } from '@/lib/facts/oet-minimums'
import type { Applicant } from '@/lib/profile/applicant'
import type { PaperRead } from './state'

/** The weightiest first. */
export const PAPER_PROBLEMS = ['oet_too_old', 'comes_too_late', 'late', 'overdue', 'waits_long'] as const
export type PaperProblemCode = (typeof PAPER_PROBLEMS)[number]

/** After so many days with somebody else it is worth asking: a number of ours, since nobody publishes one. */
export const LONG_WAIT_DAYS = 30

export type PaperProblem = {
  code: PaperProblemCode
  paper: PaperRead
  /** What it costs: the first thing that it makes late, by the day on which the paper can be there at the earliest. */
  costs: { title: string; on: CalendarDate; count: number } | null
  /** For an OET that is too old: the first day that is taken. */
  from: CalendarDate | null
}

/**
 * What is wrong with the papers on a day, one problem a paper. A paper that only may apply, or that nobody asked for yet
 * and that has time, is none.
 */
export function paperProblems(
  papers: readonly PaperRead[],
  { applicant, seasonYear, today }: { applicant: Applicant; seasonYear: number; today: CalendarDate },
): readonly PaperProblem[] {
  const found = papers.flatMap((paper): PaperProblem[] => {
    const oet = paper.paper.key === 'oet' ? tooOldOet(applicant, seasonYear) : null
    if (oet !== null) return [{ code: 'oet_too_old', paper, costs: costsOf(paper, today), from: oet }]
    const code = codeOf(paper, today)
    return code === null ? [] : [{ code, paper, costs: costsOf(paper, today), from: null }]
  })
  return found.toSorted((a, b) => PAPER_PROBLEMS.indexOf(a.code) - PAPER_PROBLEMS.indexOf(b.code))
}

function codeOf(paper: PaperRead, today: CalendarDate): PaperProblemCode | null {
  if (paper.state !== 'open' && paper.state !== 'waiting') return null
  const { due, clash } = paper.item
  const isWaiting = paper.state === 'waiting'
  if (clash !== null) return 'comes_too_late'
  if (isWaiting && paper.expectedOn !== null && due.on !== null && paper.expectedOn > due.on)
    return 'comes_too_late'
  if (due.on !== null && due.on < today) return 'late'
  if (isWaiting && paper.expectedOn !== null && paper.expectedOn < today) return 'overdue'
  if (isWaiting && paper.holder !== 'me' && (paper.age ?? 0) >= LONG_WAIT_DAYS) return 'waits_long'
  return null
}

/** What waits for it and has a day before the paper can be there: named by the first, and counted. */
function costsOf(paper: PaperRead, today: CalendarDate): PaperProblem['costs'] {
  const clash = paper.item.clash?.on ?? null
  const earliest = [today, paper.expectedOn, clash].reduce<CalendarDate>(
    (late, on) => (on !== null && on > late ? on : late),
    today,
  )
  const late = paper.holdsUp.flatMap(({ title, on }) => (on !== null && on < earliest ? [{ title, on }] : []))
  const first = late[0]
  return first ? { ...first, count: late.length } : null
}

/** A pass that is older than this season's Pathways take, for somebody who is not certified; null without one. */
function tooOldOet(applicant: Applicant, seasonYear: number): CalendarDate | null {
  if (applicant.ecfmg.status === 'certified' || applicant.ecfmg.stepsDone?.includes('pathway_accepted'))
    return null
  const pass = bestAttempt(applicant.attempts ?? [], 'oet')
  const oldest = oldestOetFor(seasonYear)
  if (pass?.outcome !== 'pass' || oldest === null || pass.takenOn >= oldest.testsFrom) return null
  return oldest.testsFrom
}

/** Days until the first thing that waits for it and has a day; null where nothing has. */
export function daysLeft(paper: PaperRead, today: CalendarDate): number | null {
  const first = paper.holdsUp.find(({ on }) => on !== null)
  return first?.on == null ? null : daysBetween(today, first.on)
}
