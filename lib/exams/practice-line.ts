import type { CalendarDate } from '@/lib/dates/calendar-date'
import { CBSSA, CCSSA } from '@/lib/facts/nbme'

import {
  examOfKind,
  type PracticeExam,
  type PracticeKind,
  type PracticeProblem,
  type PracticeResult,
  practiceProblems,
  reportsOf,
} from './practice'
import type { WeakSystem, WeakTopic } from './practice-detail'
import { weakAreaOf } from './weak-area-names'
import { type DayOrder, writtenDay } from './written-day'

/** What a line says, ready to be stored. */
export type LineEntry = Omit<PracticeResult, 'id'> & {
  isMixed: boolean | null
  weakSystems: WeakSystem[] | null
  weakTopics: WeakTopic[] | null
  note: string
}

export type LineProblem =
  | { code: 'empty' | 'no_test' | 'two_tests' | 'no_day' | 'no_result' | 'name_too_long' | 'note_too_long' }
  | {
      code: 'day_two_ways' | 'no_such_day' | 'two_results' | 'unclear_number' | 'unknown_words'
      text: string
    }
  | { code: 'unknown_area'; text: string }
  | { code: 'impossible'; problem: PracticeProblem }

export type LineReading =
  | { ok: true; entry: LineEntry; isExamAssumed: boolean }
  | { ok: false; problems: readonly LineProblem[] }

export type LineContext = {
  /** The person's own day. */
  today: CalendarDate
  /** Which exam is meant where the test exists for both and the line does not say. */
  assumedExam: PracticeExam
  dayOrder?: DayOrder
}

/** Words that people write and that change nothing. */
const FILLERS = new Set(
  'a an and at of on for with the score scored result got percent correct is was nbme self assessment self-assessment sa form test practice ck'.split(
    ' ',
  ),
)

/** Kinds by the words that name them, longest first. `rest` is the form where the name carries it. */
const KIND_WORDS: readonly (readonly [RegExp, PracticeKind | 'nbme'])[] = [
  [/\bfree[\s-]*120\b/i, 'free120'],
  [/\b(?:uwsa|uworld(?:\s+self[\s-]?assessment)?)[\s-]*(\d)?(?![\d.,%])/i, 'uwsa'],
  [/\b(?:nbme\s+)?ccssa\b/i, 'nbme_ccssa'],
  [/\b(?:nbme\s+)?cbssa\b/i, 'nbme_cbssa'],
  [/\bamboss(?:\s+(?:sa|self[\s-]?assessment))?\b/i, 'amboss'],
  [/\bother\b/i, 'other'],
  [/\bnbme\b/i, 'nbme'],
]

/**
 * Reads one line such as 'CCSSA 10 2026-11-02 231 timed mixed': the test with its form, the day, the result, and in any
 * order timed or untimed, mixed or by subject, 'weak: renal, skin' and 'note: …'. Never guesses between two readings: what is unclear is
 * named. The result is held against `practiceProblems` like one from any other form.
 */
export function readPracticeLine(line: string, { today, assumedExam, dayOrder }: LineContext): LineReading {
  const text = line.replace(/\s+/g, ' ').trim()
  if (text === '') return { ok: false, problems: [{ code: 'empty' }] }
  const problems: LineProblem[] = []
  const take = taker(text)

  const note = take(/(?:^|\s)(?:note:|\/\/)\s*(.*)$/i)?.[1] ?? ''
  if (note.length > 1000) problems.push({ code: 'note_too_long' })
  const weak = readWeak(take(/\bweak:?\s+?((?:[a-z-]+\s*,\s*)*[a-z-]+)|\bweak:((?:[a-z-]+\s*,\s*)*[a-z-]+)/i))
  problems.push(...weak.problems)

  const written = writtenDay(take.left(), today, dayOrder)
  if (!written) problems.push({ code: 'no_day' })
  else {
    take.text(written.text)
    if (!written.ok) {
      const code = written.code === 'two_ways' ? 'day_two_ways' : written.code
      problems.push({ code, text: written.text })
    }
  }

  const step = take(/\b(?:usmle\s+)?(?:step|s)\s*-?([12])(?:\s*ck)?\b/i)?.[1]
  const saidExam = step === '1' ? 'step1' : step === '2' || take(/\bck\b/i) ? 'step2ck' : null
  const isTimed = take(/\b(?:untimed|not timed|tutor(?: mode)?)\b/i)
    ? false
    : take(/\btimed\b/i)
      ? true
      : null
  const isMixed = take(/\b(?:not mixed|unmixed|(?:by|one|single)[\s-](?:subject|system)|systemwise)\b/i)
    ? false
    : take(/\bmixed\b/i)
      ? true
      : null

  const named = readKind(take)
  const explicitForm = take(/(?:\bform\s*#?|#)\s*([a-z0-9]{1,20})\b/i)?.[1]
  const percent = take(/\b(\d{1,3}(?:[.,]\d+)?)\s*(?:%|per\s?cent\b|percent\b)/i)?.[1]
  const numbers: string[] = []
  for (let found = take(NUMBER); found; found = take(NUMBER)) numbers.push(found[0].trim())
  const secondTest = named.kind !== null && named.kind !== 'other' && readKind(take).kind !== null
  if (secondTest) problems.push({ code: 'two_tests' })

  const words = take
    .left()
    .split(/[\s,;:]+/)
    .filter((word) => word !== '' && !FILLERS.has(word.toLowerCase()))
  if (named.kind !== 'other' && words.length > 0) {
    problems.push({ code: 'unknown_words', text: words.join(' ') })
  }
  if (named.kind === null) {
    problems.push({ code: 'no_test' })
    return { ok: false, problems }
  }

  const form = named.form ?? explicitForm ?? null
  const read = readNumbers(numbers, percent ?? null, form, named.kind)
  if (!read.ok) problems.push(read.problem)
  const kind = named.kind === 'nbme' ? nbmeKind(saidExam, read) : named.kind
  const ownExam = examOfKind(kind)
  const exam = saidExam ?? ownExam ?? assumedExam
  const name = kind === 'other' ? [...words, ...(read.form ? [read.form] : [])].join(' ') : (read.form ?? '')
  if (name.length > 40) problems.push({ code: 'name_too_long' })
  if (!read.ok || !written?.ok) return { ok: false, problems }

  const entry: LineEntry = {
    exam,
    kind,
    form: name,
    takenOn: written.day,
    score: read.score,
    percent: read.percent,
    isTimed,
    isMixed,
    weakSystems: weak.systems,
    weakTopics: weak.topics,
    note,
  }
  for (const problem of practiceProblems(entry, today)) problems.push({ code: 'impossible', problem })
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, entry, isExamAssumed: ownExam === null && saidExam === null }
}

const NUMBER = /(?:^|\s)\d{1,4}(?:[.,]\d+)?(?=\s|$|[,;])/

type Taker = {
  (pattern: RegExp): RegExpExecArray | null
  text(part: string): void
  left(): string
}

/** Takes parts out of a text, so that each is read once and what is left at the end was understood by nobody. */
function taker(text: string): Taker {
  let left = text
  const take = (pattern: RegExp) => {
    const found = pattern.exec(left)
    if (found) left = `${left.slice(0, found.index)} ${left.slice(found.index + found[0].length)}`
    return found
  }
  return Object.assign(take, {
    text: (part: string) => {
      left = left.replace(part, ' ')
    },
    left: () => left.replace(/\s+/g, ' ').trim(),
  })
}

function readKind(take: Taker): { kind: PracticeKind | 'nbme' | null; form: string | null } {
  for (const [pattern, kind] of KIND_WORDS) {
    const found = take(pattern)
    if (found) return { kind, form: found[1] ?? null }
  }
  return { kind: null, form: null }
}

type NumbersRead = { form: string | null } & (
  | { ok: true; score: number | null; percent: number | null }
  | { ok: false; problem: LineProblem }
)

/** Which of the bare numbers is the form and which the result: the form stands first, and alone it is a small number. */
function readNumbers(
  numbers: readonly string[],
  percent: string | null,
  saidForm: string | null,
  kind: PracticeKind | 'nbme',
): NumbersRead {
  const rest = [...numbers]
  const prints = kind === 'nbme' ? 'either' : reportsOf(kind)
  let form = saidForm
  const isForm = (text: string | undefined) => text !== undefined && /^\d{1,2}$/.test(text)
  const couldBeResult = (text: string | undefined) =>
    text !== undefined &&
    (prints === 'percent' ? true : Number(text.replace(',', '.')) > (prints === 'score' ? 99 : 9))
  if (form === null && isForm(rest[0])) {
    // Of two numbers the first is the form; one alone is it where it cannot be a result.
    if (rest.length > 1 || percent !== null || !couldBeResult(rest[0])) form = rest.shift() ?? null
  }
  if (percent !== null) {
    if (rest.length > 0)
      return {
        ok: false,
        form,
        problem: { code: 'two_results', text: `${rest.join(' and ')} and ${percent} %` },
      }
    return { ok: true, form, score: null, percent: toNumber(percent) }
  }
  const [result, ...more] = rest
  if (result === undefined) return { ok: false, form, problem: { code: 'no_result' } }
  if (more.length > 0) return { ok: false, form, problem: { code: 'two_results', text: rest.join(' and ') } }
  const value = toNumber(result)
  if (prints === 'score' && !Number.isInteger(value)) {
    return { ok: false, form, problem: { code: 'unclear_number', text: result } }
  }
  const isPercent = prints === 'percent' || (prints === 'either' && value <= 100)
  // A percent above one hundred is left as a score, so that the rule about what the report prints answers.
  if (isPercent && value <= 100) return { ok: true, form, score: null, percent: value }
  return { ok: true, form, score: value, percent: null }
}

/** 'NBME' alone: by the exam, else by the form's number, else by what the report prints. */
function nbmeKind(exam: PracticeExam | null, read: NumbersRead): PracticeKind {
  if (exam) return exam === 'step1' ? 'nbme_cbssa' : 'nbme_ccssa'
  const form = Number(read.form)
  if (CBSSA.value.forms.includes(form)) return 'nbme_cbssa'
  if (CCSSA.value.forms.includes(form)) return 'nbme_ccssa'
  return read.ok && read.percent !== null ? 'nbme_cbssa' : 'nbme_ccssa'
}

function readWeak(found: RegExpExecArray | null): {
  systems: WeakSystem[] | null
  topics: WeakTopic[] | null
  problems: LineProblem[]
} {
  const names = (found?.[1] ?? found?.[2] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const systems: WeakSystem[] = []
  const topics: WeakTopic[] = []
  const problems: LineProblem[] = []
  for (const name of names) {
    const area = weakAreaOf(name)
    if (!area) problems.push({ code: 'unknown_area', text: name })
    else if (area.of === 'systems') systems.push(area.system)
    else topics.push(area.topic)
  }
  return {
    systems: systems.length > 0 ? [...new Set(systems)] : null,
    topics: topics.length > 0 ? [...new Set(topics)] : null,
    problems,
  }
}

function toNumber(text: string): number {
  return Math.round(Number(text.replace(',', '.')) * 10) / 10
}
