import type { CalendarDate } from '@/lib/dates/calendar-date'

export const EXAMS = ['step1', 'step2ck', 'step3', 'oet'] as const
export type Exam = (typeof EXAMS)[number]

/** 'pending': sat, not yet reported. 'incomplete' counts as an attempt; 'withheld' is a result held back by the examiner. */
export const OUTCOMES = ['planned', 'pending', 'pass', 'fail', 'incomplete', 'withheld'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OET_PARTS = ['listening', 'reading', 'speaking', 'writing'] as const
export type OetPart = (typeof OET_PARTS)[number]

/** One sitting of one exam: planned or taken. `score` is the three-digit USMLE score where one exists, else null. */
export type ExamAttempt = {
  id: string
  exam: Exam
  takenOn: CalendarDate
  outcome: Outcome
  score: number | null
  /** OET only: the four part scores (0-500), null where not recorded. */
  oet: Readonly<Record<OetPart, number | null>> | null
}
