import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'

import type { PracticeExam, PracticeResult } from './practice'

/*
 * What a practice log holds beside the result itself: how it was sat, where it was weak, how the genetics questions
 * went, and where the question bank stands. null means "not said"; an empty list means "said to be none".
 */

/** Body systems that a report or a person names as weak (C11). */
export const WEAK_SYSTEMS = [
  'cardiovascular',
  'respiratory',
  'gastrointestinal',
  'renal',
  'reproductive',
  'endocrine',
  'hematology',
  'musculoskeletal',
  'neurology',
  'psychiatry',
  'skin',
  'immunology',
  'multisystem',
] as const
export type WeakSystem = (typeof WEAK_SYSTEMS)[number]

/** Topics that run across systems (C11); the last four carry from Step 1 into the specialty (B5). */
export const WEAK_TOPICS = [
  'biostatistics',
  'ethics',
  'communication',
  'patient_safety',
  'screening',
  'pharmacology',
  'pediatrics',
  'obstetrics',
  'surgery',
  'genetics_in_pregnancy',
  'genetics',
  'molecular_biology',
  'biochemistry',
  'embryology',
] as const
export type WeakTopic = (typeof WEAK_TOPICS)[number]

/** The Step 1 subjects that a geneticist goes on using (B5). */
export const FOUNDATION_TOPICS = [
  'genetics',
  'molecular_biology',
  'biochemistry',
  'embryology',
] as const satisfies readonly WeakTopic[]

/** The five areas of the exam that are the specialty's own (C12). */
export const GENETICS_AREAS = [
  'metabolism',
  'dysmorphology',
  'prenatal',
  'cancer_genetics',
  'pharmacogenomics',
] as const
export type GeneticsArea = (typeof GENETICS_AREAS)[number]

/** Questions of one genetics area and how many per cent of them were right. */
export type GeneticsAreaResult = {
  area: GeneticsArea
  questions: number | null
  percent: number | null
}

/** The details of one practice result; `resultId` is the id of its `PracticeResult`. */
export type PracticeDetail = {
  resultId: string
  /** Subjects mixed as in the exam, or one subject at a time. */
  isMixed: boolean | null
  weakSystems: readonly WeakSystem[] | null
  weakTopics: readonly WeakTopic[] | null
  genetics: readonly GeneticsAreaResult[]
}

/** A line of the practice log: the result with its details, as stored. `version` counts its edits. */
export type LoggedResult = PracticeResult &
  Omit<PracticeDetail, 'resultId'> & { note: string; version: number }

/** The details of the log's lines, for the rules that read nothing else. */
export function detailsOf(results: readonly LoggedResult[]): readonly PracticeDetail[] {
  return results.map(({ id, isMixed, weakSystems, weakTopics, genetics }) => ({
    resultId: id,
    isMixed,
    weakSystems,
    weakTopics,
    genetics,
  }))
}

export const QUESTION_BANKS = ['uworld', 'amboss', 'other'] as const
export type QuestionBank = (typeof QUESTION_BANKS)[number]

/** How the questions since the last snapshot were done. Only timed and mixed ones count for C9. */
export const BANK_MODES = ['timed_mixed', 'timed_by_system', 'untimed'] as const
export type BankMode = (typeof BANK_MODES)[number]

/** Where a question bank stands on one day, as its own statistics page prints it. */
export type BankSnapshot = {
  id: string
  exam: PracticeExam
  bank: QuestionBank
  takenOn: CalendarDate
  /** Per cent of the bank done at least once (0-100). */
  coveredPercent: number | null
  /** Per cent correct in the blocks that the snapshot speaks of (0-100). */
  correctPercent: number | null
  mode: BankMode | null
  /** How many questions the per cent correct rests on. */
  questions: number | null
}

export type DetailProblem = {
  field: 'takenOn' | 'coveredPercent' | 'correctPercent' | 'questions' | 'genetics'
  code: 'in_future' | 'percent_range' | 'count_range' | 'nothing_said' | 'area_twice'
}

/** Everything that cannot be true of a snapshot; empty when it stands. One day ahead is let pass for another zone. */
export function bankSnapshotProblems(
  snapshot: Omit<BankSnapshot, 'id'>,
  today: CalendarDate,
): readonly DetailProblem[] {
  const found: DetailProblem[] = []
  const { coveredPercent, correctPercent, questions } = snapshot
  if (snapshot.takenOn > addDays(today, 1)) found.push({ field: 'takenOn', code: 'in_future' })
  if (coveredPercent === null && correctPercent === null) {
    found.push({ field: 'coveredPercent', code: 'nothing_said' })
  }
  if (!isPercent(coveredPercent)) found.push({ field: 'coveredPercent', code: 'percent_range' })
  if (!isPercent(correctPercent)) found.push({ field: 'correctPercent', code: 'percent_range' })
  if (!isCount(questions)) found.push({ field: 'questions', code: 'count_range' })
  return found
}

/** Everything that cannot be true of the details; empty when they stand. */
export function practiceDetailProblems(detail: Omit<PracticeDetail, 'resultId'>): readonly DetailProblem[] {
  const found: DetailProblem[] = []
  const areas = detail.genetics.map((result) => result.area)
  if (new Set(areas).size < areas.length) found.push({ field: 'genetics', code: 'area_twice' })
  if (detail.genetics.some((result) => !isPercent(result.percent))) {
    found.push({ field: 'genetics', code: 'percent_range' })
  }
  if (detail.genetics.some((result) => !isCount(result.questions))) {
    found.push({ field: 'genetics', code: 'count_range' })
  }
  return found
}

function isPercent(value: number | null): boolean {
  return value === null || (value >= 0 && value <= 100)
}

function isCount(value: number | null): boolean {
  return value === null || (Number.isInteger(value) && value >= 0 && value <= 20_000)
}
