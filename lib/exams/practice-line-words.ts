import { formatDate } from '@/lib/dates/format'
import { midSentence } from '@/lib/words'
import { EXAM_LABELS, PRACTICE_LABELS, practiceProblemWords } from './attempt-words'
import { examOfKind, type PracticeResult } from './practice'
import { WEAK_SYSTEM_LABELS, WEAK_TOPIC_LABELS } from './practice-detail-words'
import type { LineEntry, LineProblem } from './practice-line'

/** The one line that shows the way, in forms and messages. */
export const EXAMPLE_LINE = 'CCSSA 10 2026-11-02 231 timed mixed'

/** What keeps a line from being read, in a sentence that says what to write. */
export function lineProblemWords(problem: LineProblem): string {
  switch (problem.code) {
    case 'empty':
      return `Write the test, the day and the result, for example “${EXAMPLE_LINE}”.`
    case 'no_test':
      return 'Begin with the test: CCSSA, CBSSA, NBME with its form, UWSA1, UWSA2, Free 120, AMBOSS, or “other” and its name.'
    case 'two_tests':
      return 'Two tests are named. Write one line for each.'
    case 'no_day':
      return 'Add the day, for example 2026-11-02, 2 Nov or “yesterday”.'
    case 'day_two_ways':
      return `“${problem.text}” can be read as two days. Write it as year-month-day.`
    case 'no_such_day':
      return `There is no day “${problem.text}”. Write it as year-month-day.`
    case 'no_result':
      return 'Add the result as the report prints it: three digits, or a percent such as 72%.'
    case 'two_results':
      return `There are two results here: ${problem.text}. Write “form” before the form’s number, and one result.`
    case 'unclear_number':
      return `“${problem.text}” is no score. Write three digits, or a percent with its sign.`
    case 'unknown_words':
      return `Not understood: “${problem.text}”. Put words of your own behind “note:”.`
    case 'unknown_area':
      return `No weak area is called “${problem.text}”. Write for example “weak: renal, biostatistics”.`
    case 'name_too_long':
      return 'Keep the name of the form under 40 characters.'
    case 'note_too_long':
      return 'Keep the note under 1000 characters.'
    case 'impossible':
      return practiceProblemWords(problem.problem)
  }
}

/** 'UWorld self-assessment, form 2', with the exam where the name does not carry it. */
export function testWords({ kind, form, exam }: Pick<PracticeResult, 'kind' | 'form' | 'exam'>): string {
  const label = kind === 'other' && form !== '' ? form : PRACTICE_LABELS[kind]
  const shown =
    kind === 'other' || form === '' ? label : `${label}, ${/^\d/.test(form) ? `form ${form}` : form}`
  return examOfKind(kind) ? shown : `${shown}, for ${EXAM_LABELS[exam]}`
}

/** The result as the report prints it. */
export function resultWords({ score, percent }: Pick<PracticeResult, 'score' | 'percent'>): string {
  return score !== null ? String(score) : `${percent ?? ''} %`
}

/** How it was sat: 'timed, mixed'; '' where nothing was said. */
export function sittingWords({ isTimed, isMixed }: Pick<LineEntry, 'isTimed' | 'isMixed'>): string {
  return [
    isTimed === null ? null : isTimed ? 'timed' : 'untimed',
    isMixed === null ? null : isMixed ? 'mixed' : 'by subject',
  ]
    .filter(Boolean)
    .join(', ')
}

/** How a line was understood: 'NBME CCSSA (Step 2 CK), form 10, 2 November 2026: 231, timed, mixed.' */
export function readingSentence(entry: LineEntry, isExamAssumed: boolean): string {
  const weak = [
    ...(entry.weakSystems ?? []).map((system) => WEAK_SYSTEM_LABELS[system]),
    ...(entry.weakTopics ?? []).map((topic) => WEAK_TOPIC_LABELS[topic]),
  ]
  const parts = [resultWords(entry), sittingWords(entry)].filter(Boolean).join(', ')
  return [
    `${testWords(entry)}, ${formatDate(entry.takenOn)}: ${parts}.`,
    weak.length > 0 && `Weak: ${weak.map(midSentence).join(', ')}.`,
    entry.note && `Note: ${entry.note}`,
    isExamAssumed &&
      `Taken as ${EXAM_LABELS[entry.exam]}; write “${entry.exam === 'step1' ? 'step2' : 'step1'}” if it was for the other exam.`,
  ]
    .filter(Boolean)
    .join(' ')
}
