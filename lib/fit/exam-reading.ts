import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Exam, ExamAttempt } from '@/lib/exams/attempt'
import { hasScore, meetsOetMinimums, passingScore, step1HasNumber } from '@/lib/exams/standards'

/** One exam as the fit reads it. The order of attempts in the input never matters. */
export type ExamReading = {
  /** false: the person has said nothing about exams. */
  isSaid: boolean
  passedOn: CalendarDate | null
  /** The best passing number; null without a pass, or when the pass has no number. */
  score: number | null
  /** A pass whose number exists and is not said. */
  isNumberMissing: boolean
  fails: number
  incomplete: number
  /** Every attempt that was sat. */
  sat: number
  /** A result that is awaited or withheld: it may turn out either way. */
  awaitedOn: CalendarDate | null
  plannedOn: CalendarDate | null
  /** Results that may still turn out either way while there is no pass: awaited, withheld or planned. */
  unresolved: number
  /** The best number that did not pass, with the standard of its day. */
  below: { score: number; standard: number; on: CalendarDate } | null
}

const NOT_SAID: ExamReading = {
  isSaid: false,
  passedOn: null,
  score: null,
  isNumberMissing: false,
  fails: 0,
  incomplete: 0,
  sat: 0,
  awaitedOn: null,
  plannedOn: null,
  unresolved: 0,
  below: null,
}

/** A result below the standard of its exam day is a fail, whatever was recorded beside it (DESIGN.md 2.2). */
export function readExam(attempts: readonly ExamAttempt[] | null, exam: Exam): ExamReading {
  if (attempts === null) return NOT_SAID
  const reading: ExamReading = { ...NOT_SAID, isSaid: true }
  for (const attempt of attempts) {
    if (attempt.exam !== exam) continue
    const on = attempt.takenOn
    if (attempt.outcome === 'planned') {
      reading.unresolved += 1
      if (reading.plannedOn === null || on < reading.plannedOn) reading.plannedOn = on
      continue
    }
    reading.sat += 1
    if (attempt.outcome === 'incomplete') {
      reading.incomplete += 1
      continue
    }
    if (attempt.outcome === 'pending' || attempt.outcome === 'withheld') {
      reading.unresolved += 1
      if (reading.awaitedOn === null || on > reading.awaitedOn) reading.awaitedOn = on
      continue
    }
    const number = exam === 'step1' && !step1HasNumber(on) ? null : attempt.score
    const standard = number === null ? null : passingScore(exam, on)
    const isBelow = number !== null && standard !== null && number < standard
    const isPass =
      attempt.outcome === 'pass' && !isBelow && !(exam === 'oet' && meetsOetMinimums(attempt) === false)
    if (isPass) {
      if (reading.passedOn === null || on > reading.passedOn) reading.passedOn = on
      if (number === null && hasScore(exam, on)) reading.isNumberMissing = true
      if (number !== null && (reading.score === null || number > reading.score)) reading.score = number
      continue
    }
    reading.fails += 1
    if (number === null || standard === null || !isBelow) continue
    const held = reading.below
    if (held === null || number > held.score || (number === held.score && on > held.on)) {
      reading.below = { score: number, standard, on }
    }
  }
  if (reading.passedOn !== null) reading.unresolved = 0
  // After seven years a Step may be passed again: while one number is missing, the best is not known.
  if (reading.isNumberMissing) reading.score = null
  return reading
}
