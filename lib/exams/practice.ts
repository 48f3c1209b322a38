import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'

import { isPossibleScore } from './standards'

export const PRACTICE_KINDS = ['nbme_cbssa', 'nbme_ccssa', 'uwsa', 'free120', 'amboss', 'other'] as const
export type PracticeKind = (typeof PRACTICE_KINDS)[number]

/** The exams that a practice result can be for. */
export const PRACTICE_EXAMS = ['step1', 'step2ck'] as const
export type PracticeExam = (typeof PRACTICE_EXAMS)[number]

/** One practice test taken. It has a score or a percent, as its report prints it, never a conversion of ours. */
export type PracticeResult = {
  id: string
  exam: PracticeExam
  kind: PracticeKind
  takenOn: CalendarDate
  /** On the three-digit scale; null where the report prints a percent only. */
  score: number | null
  percent: number | null
  isTimed: boolean | null
  /** The form's number or name, as printed; '' where not said. */
  form: string
}

/** The exam that a kind belongs to, null where it exists for both. */
export function examOfKind(kind: PracticeKind): PracticeExam | null {
  if (kind === 'nbme_cbssa') return 'step1'
  if (kind === 'nbme_ccssa') return 'step2ck'
  return null
}

/** What a kind's report prints: CBSSA and Free 120 a percent, CCSSA a score; the others may print either. */
export function reportsOf(kind: PracticeKind): 'score' | 'percent' | 'either' {
  if (kind === 'nbme_cbssa' || kind === 'free120') return 'percent'
  return kind === 'nbme_ccssa' ? 'score' : 'either'
}

export type PracticeProblem = {
  field: 'exam' | 'takenOn' | 'score' | 'percent'
  code:
    | 'other_exam'
    | 'in_future'
    | 'score_range'
    | 'percent_range'
    | 'no_result'
    | 'two_results'
    | 'prints_percent'
    | 'prints_score'
}

/** Everything that cannot be true of a practice result; empty when it stands. */
export function practiceProblems(
  result: Omit<PracticeResult, 'id'>,
  today: CalendarDate,
): readonly PracticeProblem[] {
  const found: PracticeProblem[] = []
  const { kind, score, percent } = result
  const own = examOfKind(kind)
  if (own && own !== result.exam) found.push({ field: 'exam', code: 'other_exam' })
  if (result.takenOn > addDays(today, 1)) found.push({ field: 'takenOn', code: 'in_future' })
  const prints = reportsOf(kind)
  if (score === null && percent === null) {
    found.push({ field: prints === 'percent' ? 'percent' : 'score', code: 'no_result' })
  }
  if (score !== null && percent !== null) found.push({ field: 'percent', code: 'two_results' })
  else if (score !== null && prints === 'percent') found.push({ field: 'score', code: 'prints_percent' })
  else if (percent !== null && prints === 'score') found.push({ field: 'percent', code: 'prints_score' })
  if (score !== null && !isPossibleScore(score)) found.push({ field: 'score', code: 'score_range' })
  if (percent !== null && (percent < 0 || percent > 100))
    found.push({ field: 'percent', code: 'percent_range' })
  return found
}
