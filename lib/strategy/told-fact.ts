import { type CalendarDate, isCalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { confidenceOfKind } from '@/lib/facts/source'
import { FACT_FIELDS, type FactField, type Program, type ProgramFact } from '@/lib/programs/fact'

/** Answers that hold for one season only and are kept with it. */
const SEASONAL: ReadonlySet<FactField> = new Set(['offers_place_this_season', 'recruiting'])

export type Answer = {
  id: string
  field: FactField
  value: string | number
  /** The day of the program's reply. */
  statedOn: CalendarDate
  /** The season that was asked about, for answers that hold for one season only. */
  seasonYear: number
  /** What else was said, in the person's own words; null for nothing. */
  note?: string | null
}

/**
 * A program's reply as a dated fact of this person's own: it wins over the catalogue in their ledger only, is marked as
 * told, and is withdrawn by removing it. The id is the caller's, so that the function stays pure.
 */
export function toldFact({ id, field, value, statedOn, seasonYear, note = null }: Answer): ProgramFact {
  const year = Number(statedOn.slice(0, 4))
  return {
    id,
    field,
    value,
    scope: 'program',
    year,
    season: SEASONAL.has(field) ? seasonYear : null,
    origin: 'told',
    statedOn,
    confidence: confidenceOfKind('told'),
    sourceKind: 'told',
    source: { title: `Told by the program on ${formatDate(statedOn)}`, url: null, year },
    note,
  }
}

/**
 * The program with that answer on it. An earlier answer of the person's own to the same question, for the same season, is
 * replaced: two replies of one day would contradict each other and neither would count.
 */
export function withToldFact(program: Program, fact: ProgramFact): Program {
  const kept = program.facts.filter(
    (other) => other.origin === 'catalogue' || other.field !== fact.field || other.season !== fact.season,
  )
  return { ...program, facts: [...kept, fact] }
}

export const ANSWER_PROBLEMS = ['not_an_answer', 'not_a_number', 'not_a_day', 'said_in_future'] as const
export type AnswerProblem = (typeof ANSWER_PROBLEMS)[number]

/** Why an answer cannot be recorded, or null. `today` is the person's own day. */
export function answerProblem(
  answer: Pick<Answer, 'field' | 'value' | 'statedOn'>,
  today: CalendarDate,
): AnswerProblem | null {
  if (!isCalendarDate(answer.statedOn)) return 'not_a_day'
  if (answer.statedOn > today) return 'said_in_future'
  const spec = FACT_FIELDS[answer.field]
  switch (spec.kind) {
    case 'choice':
      return (spec.options as readonly (string | number)[]).includes(answer.value) ? null : 'not_an_answer'
    case 'number':
      return typeof answer.value === 'number' && Number.isFinite(answer.value) && answer.value >= 0
        ? null
        : 'not_a_number'
    case 'date':
      return isCalendarDate(answer.value) ? null : 'not_a_day'
    case 'note':
      return typeof answer.value === 'string' && answer.value.trim() !== '' ? null : 'not_an_answer'
  }
}
