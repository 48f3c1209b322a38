import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import type { EntryStatus } from './status'

/*
 * What the dated changes of a list amount to: how many programs came how far, and how long each step took. It describes
 * what happened and says nothing of what will.
 */

export type EntryHistory = {
  entryId: string
  status: EntryStatus
  /** In any order. */
  changes: readonly { status: EntryStatus; on: CalendarDate }[]
}

/** Steps of a season that most programs take, each reached by what implies it. */
export const MILESTONES = ['listed', 'applied', 'invited', 'interviewed', 'ranked', 'placed'] as const
export type Milestone = (typeof MILESTONES)[number]

/** Which recorded statuses show that a step was reached: a program that interviewed was applied to. */
const SHOWN_BY: Readonly<Record<Exclude<Milestone, 'listed'>, readonly EntryStatus[]>> = (() => {
  const placed = ['matched', 'soap_accepted', 'offer_accepted_outside'] as const
  const ranked = ['ranked', 'matched', 'not_matched'] as const
  const interviewed = ['interviewed', 'not_ranked', ...ranked] as const
  const invited = ['interview_invited', 'interview_scheduled', 'interview_declined', ...interviewed] as const
  return {
    placed,
    ranked,
    interviewed,
    invited,
    applied: ['applied', 'interview_waitlisted', 'rejected', ...invited],
  }
})()

/** The status that dates each step itself. */
const DATED_BY: Readonly<Record<Exclude<Milestone, 'listed'>, readonly EntryStatus[]>> = {
  applied: ['applied'],
  invited: ['interview_invited'],
  interviewed: ['interviewed'],
  ranked: ['ranked'],
  placed: SHOWN_BY.placed,
}

export type FunnelStep = {
  milestone: Milestone
  count: number
  /** How many of them have a day of their own for this step; the others are known from a later one. */
  dated: number
}

/** How many programs reached each step, by their dated changes. */
export function funnelOf(histories: readonly EntryHistory[]): FunnelStep[] {
  return MILESTONES.map((milestone) => {
    if (milestone === 'listed') return { milestone, count: histories.length, dated: histories.length }
    const having = (statuses: readonly EntryStatus[]) =>
      histories.filter(({ changes }) => changes.some(({ status }) => statuses.includes(status))).length
    return { milestone, count: having(SHOWN_BY[milestone]), dated: having(DATED_BY[milestone]) }
  })
}

/** From one dated step to the next. */
export const SPANS = ['applied_to_answer', 'invited_to_interview', 'interview_to_ranked'] as const
export type Span = (typeof SPANS)[number]

const SPAN_ENDS: Readonly<
  Record<Span, { from: EntryStatus; to: readonly EntryStatus[]; open: readonly EntryStatus[] }>
> = {
  applied_to_answer: {
    from: 'applied',
    to: ['interview_invited', 'interview_waitlisted', 'rejected'],
    open: ['applied'],
  },
  invited_to_interview: {
    from: 'interview_invited',
    to: ['interviewed'],
    open: ['interview_invited', 'interview_scheduled'],
  },
  interview_to_ranked: { from: 'interviewed', to: ['ranked', 'not_ranked'], open: ['interviewed'] },
}

export type SpanDays = {
  span: Span
  /** Whole days from step to step, shortest first, one a program. */
  done: readonly { entryId: string; days: number }[]
  /** Programs in this step today, and for how long so far. */
  open: readonly { entryId: string; days: number }[]
  /** null without a finished one. */
  median: number | null
}

/**
 * How long each step took at each program, counted from the first day of the one to the first day of the other. Histories
 * whose days run backwards are left out: a warning stands beside them on the program's page.
 */
export function timeInStages(histories: readonly EntryHistory[], today: CalendarDate): SpanDays[] {
  return SPANS.map((span) => {
    const { from, to, open } = SPAN_ENDS[span]
    const done: { entryId: string; days: number }[] = []
    const waiting: { entryId: string; days: number }[] = []
    for (const history of histories) {
      const began = firstOf(history, [from])
      if (began === null) continue
      const ended = firstOf(history, to)
      if (ended !== null && ended >= began)
        done.push({ entryId: history.entryId, days: daysBetween(began, ended) })
      else if (ended === null && open.includes(history.status) && began <= today)
        waiting.push({ entryId: history.entryId, days: daysBetween(began, today) })
    }
    const byDays = (a: { days: number }, b: { days: number }) => a.days - b.days
    done.sort(byDays)
    return { span, done, open: waiting.sort(byDays), median: medianOf(done.map(({ days }) => days)) }
  })
}

function firstOf({ changes }: EntryHistory, statuses: readonly EntryStatus[]): CalendarDate | null {
  return changes
    .filter(({ status }) => statuses.includes(status))
    .reduce<CalendarDate | null>((first, { on }) => (first === null || on < first ? on : first), null)
}

function medianOf(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
