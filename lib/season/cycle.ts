import type { CalendarDate } from '@/lib/dates/calendar-date'

/** One applicant's run at one season. A person may have several; the pages show the current one. */
export type Cycle = {
  id: string
  applicantId: string
  seasonYear: number
  isCurrent: boolean
  /** After so many days without an answer an application reads "no answer". */
  silenceDays: number
}

/** How a cycle ended for the person who ran it. */
export const CYCLE_OUTCOMES = ['matched', 'not_matched', 'withdrew', 'did_not_apply'] as const
export type CycleOutcome = (typeof CYCLE_OUTCOMES)[number]

/** A closed cycle's last word. `learned` is what the person wants to remember when they begin the next. */
export type CycleClosing = { outcome: CycleOutcome; on: CalendarDate; note: string; learned: string }

/** A cycle as its own page shows it; `closing` is null while it runs. */
export type CycleDetail = Cycle & { closing: CycleClosing | null }

export const OUTCOME_WORDS: Readonly<Record<CycleOutcome, { label: string; sentence: string }>> = {
  matched: { label: 'Matched', sentence: 'You matched.' },
  not_matched: {
    label: 'Did not match',
    sentence: 'This cycle ended without a match. All that is in it is kept.',
  },
  withdrew: { label: 'Withdrew', sentence: 'You withdrew in this cycle. All that is in it is kept.' },
  did_not_apply: {
    label: 'Did not apply',
    sentence: 'You did not apply in this cycle. All that is in it is kept.',
  },
}
