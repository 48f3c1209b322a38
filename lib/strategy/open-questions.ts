import { ATTEMPT_LIMITS } from '@/lib/facts/attempt-rules'
import { STEP2CK_PASSING } from '@/lib/facts/exam-standards'
import { createEvaluator, type Evaluator } from '@/lib/fit/evaluate'
import type { Ledger, Params, Standing } from '@/lib/fit/ledger'
import { FACT_FIELDS, type FactField, type Program } from '@/lib/programs/fact'
import { type FactReading, type FactUsed, resolveFacts } from '@/lib/programs/resolve-fact'

import type { StrategyCriterion } from './grounds'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen, standingRank } from './standing-order'
import { toldFact, withToldFact } from './told-fact'

/*
 * What a program should be asked, ranked by what its answer could change. Each possible answer is entered as the person's
 * own dated fact and the fit is asked again, so the spread that is shown is what entering the answer will do.
 */

/** Fields that a coordinator can answer and that can move a standing, in the order in which one would ask them. */
export const ASKABLE_FIELDS = [
  'offers_place_this_season',
  'recruiting',
  'j1_accepted',
  'h1b_accepted',
  'resident_pay_from_training_grant',
  'required_acgme_months',
  'min_step2ck',
  'attempts_limit',
  'years_since_graduation_max',
  'us_clinical_experience',
  'step3_required',
  'duration_years',
  'img_in_program',
] as const satisfies readonly FactField[]
export type AskableField = (typeof ASKABLE_FIELDS)[number]

/** What one answer would make of the program. `isNoLimit`: the value stands for "we have no such limit". */
export type PossibleAnswer = {
  value: string | number
  isNoLimit: boolean
  standing: Standing
  /** What would still stand beside the standing. */
  conditions: number
}

export type OpenQuestion = {
  programId: string
  field: AskableField
  /** unknown: nothing is said. old, undated, borrowed: something is, that cannot decide. disagree: claims contradict. */
  why: 'unknown' | 'old' | 'undated' | 'borrowed' | 'disagree' | 'grant_pay'
  lastKnown: FactUsed | null
  now: Standing
  answers: readonly PossibleAnswer[]
  /** Steps between the lowest and the highest standing that an answer can lead to: 0 where only a condition falls. */
  spread: number
  lowest: Standing
  highest: Standing
  params: Params
  criteria: readonly StrategyCriterion[]
}

export type ProgramQuestions = {
  programId: string
  /** The first is always whether it offers a place this season, while that is not known. */
  questions: readonly OpenQuestion[]
  /** The largest spread among them. */
  spread: number
}

const CRITERIA: Readonly<Record<AskableField, readonly StrategyCriterion[]>> = {
  offers_place_this_season: ['A2'],
  recruiting: ['A2'],
  j1_accepted: ['A1', 'F1'],
  h1b_accepted: ['A1', 'F1'],
  resident_pay_from_training_grant: ['F1', 'F4'],
  required_acgme_months: ['C5', 'D1'],
  min_step2ck: ['A1', 'C1'],
  attempts_limit: ['A3', 'B3'],
  years_since_graduation_max: ['A1'],
  us_clinical_experience: ['A4'],
  step3_required: ['A1'],
  duration_years: ['F1'],
  img_in_program: ['F2'],
}

/** "No limit" as a number that nothing lawful exceeds: a bare pass, USMLE's own attempts, a working life. */
const NO_LIMIT: Partial<Record<AskableField, number>> = {
  min_step2ck: STEP2CK_PASSING.at(-1)?.value ?? 0,
  attempts_limit: ATTEMPT_LIMITS.at(-1)?.value ?? 4,
  years_since_graduation_max: 50,
}

export type Questioner = { questionsOf: (listed: ListedProgram) => ProgramQuestions }

export function createQuestioner(setting: StrategySetting): Questioner {
  const evaluate = createEvaluator(setting)
  return { questionsOf: (listed) => questionsOf(listed, setting, evaluate) }
}

/** The questions to one program: the place first, then those with the largest spread. Answers that change nothing are not asked. */
export function programQuestions(input: StrategySetting & ListedProgram): ProgramQuestions {
  return createQuestioner(input).questionsOf(input)
}

/**
 * The questions of a whole list by program, the ones that could change it most first: by the largest spread, then by how
 * good the program would be with the best answers. Programs that no answer changes are left out.
 */
export function listQuestions(
  setting: StrategySetting,
  programs: readonly ListedProgram[],
): readonly ProgramQuestions[] {
  const evaluate = createEvaluator(setting)
  return programs
    .map((listed) => ({
      asked: questionsOf(listed, setting, evaluate),
      sortKey: evaluate(listed.program, listed.appliedOn).sortKey,
    }))
    .filter(({ asked }) => asked.questions.length > 0)
    .sort(
      (a, b) =>
        b.asked.spread - a.asked.spread ||
        b.sortKey - a.sortKey ||
        (a.asked.programId < b.asked.programId ? -1 : 1),
    )
    .map(({ asked }) => asked)
}

function unsaid(field: AskableField): FactReading {
  return { field, value: null, lastKnown: null, disagree: false, claims: [] }
}

function questionsOf(
  { program, appliedOn }: ListedProgram,
  setting: StrategySetting,
  evaluate: Evaluator,
): ProgramQuestions {
  const now = evaluate(program, appliedOn)
  const readings = (setting.facts ?? resolveFacts)(program, setting.season.year)
  const questions: OpenQuestion[] = []
  for (const field of ASKABLE_FIELDS) {
    const reading = readings.get(field) ?? unsaid(field)
    const why = whyAsk(field, reading)
    if (why === null || !concerns(field, setting)) continue
    const answers = possibleValues(field, reading).map(({ value, isNoLimit }) => {
      const after = evaluate(entered(program, field, value, setting), appliedOn)
      return { value, isNoLimit, standing: after.standing, conditions: after.conditions.length, after }
    })
    if (!isWorthAsking(now, answers)) continue
    const ranked = [...answers].sort((a, b) => standingRank(a.standing) - standingRank(b.standing))
    const lowest = ranked[0]?.standing ?? now.standing
    const highest = ranked.at(-1)?.standing ?? now.standing
    questions.push({
      programId: program.id,
      field,
      why,
      lastKnown: reading.lastKnown,
      now: now.standing,
      answers: answers.map(({ after: _after, ...answer }) => answer),
      spread: standingRank(highest) - standingRank(lowest),
      lowest,
      highest,
      params: { season: setting.season.year, pathway: program.pathway },
      criteria: CRITERIA[field],
    })
  }
  questions.sort((a, b) => Number(isPlaceQuestion(b)) - Number(isPlaceQuestion(a)) || b.spread - a.spread)
  return {
    programId: program.id,
    questions,
    spread: questions.reduce((most, question) => Math.max(most, question.spread), 0),
  }
}

/** The first question of all: whether there is a place this season. */
export function isPlaceQuestion({ field }: Pick<OpenQuestion, 'field'>): boolean {
  return field === 'offers_place_this_season'
}

export type SpreadGroup = Pick<OpenQuestion, 'lowest' | 'highest'> & { programIds: readonly string[] }

/** The same question to many programs, by what its answer decides between: the widest spread first. */
export function spreadGroups(questions: readonly OpenQuestion[]): readonly SpreadGroup[] {
  const groups = new Map<string, SpreadGroup & { spread: number }>()
  for (const { programId, lowest, highest, spread } of questions) {
    const key = `${lowest} ${highest}`
    const programIds = [...(groups.get(key)?.programIds ?? []), programId]
    groups.set(key, { lowest, highest, spread, programIds })
  }
  return [...groups.values()]
    .sort((a, b) => b.spread - a.spread || b.programIds.length - a.programIds.length)
    .map(({ spread: _spread, ...group }) => group)
}

/** The program as it would be once that answer is recorded as told today. */
function entered(
  program: Program,
  field: AskableField,
  value: string | number,
  { season, today }: StrategySetting,
): Program {
  const id = `possible-${field}`
  return withToldFact(program, toldFact({ id, field, value, statedOn: today, seasonYear: season.year }))
}

/** Only what no fact decides is asked. A limit that nobody has ever stated does not exist, and is not asked about. */
function whyAsk(field: AskableField, reading: FactReading): OpenQuestion['why'] | null {
  if (reading.value !== null) return null
  const last = reading.lastKnown
  if (field === 'resident_pay_from_training_grant') return last?.value === 'yes' ? 'grant_pay' : null
  if (last === null) {
    const isAlwaysAsked =
      field === 'offers_place_this_season' ||
      field === 'j1_accepted' ||
      field === 'h1b_accepted' ||
      field === 'img_in_program'
    return isAlwaysAsked ? 'unknown' : null
  }
  if (reading.disagree) return 'disagree'
  if (last.scope !== 'program') return 'borrowed'
  return last.age === 'undated' ? 'undated' : 'old'
}

/** A visa that the person does not need or want is not asked about. */
function concerns(field: AskableField, { applicant }: StrategySetting): boolean {
  if (field !== 'j1_accepted' && field !== 'h1b_accepted') return true
  const { need, acceptable } = applicant.visa
  if (need === 'no_visa_needed') return false
  return acceptable === null || acceptable.includes(field === 'j1_accepted' ? 'j1' : 'h1b')
}

function possibleValues(
  field: AskableField,
  reading: FactReading,
): readonly { value: string | number; isNoLimit: boolean }[] {
  const spec = FACT_FIELDS[field]
  if (spec.kind === 'choice') return spec.options.map((value) => ({ value, isNoLimit: false }))
  const said = [...new Set(reading.claims.map((claim) => Number(claim.value)))].filter(Number.isFinite)
  const none = NO_LIMIT[field]
  const values = said.sort((a, b) => a - b).map((value) => ({ value, isNoLimit: false }))
  return none === undefined || said.includes(none) ? values : [...values, { value: none, isNoLimit: true }]
}

/**
 * Worth a coordinator's time (F7): some answer leads elsewhere than another, or takes a condition away. Where no answer
 * opens the program to this person, there is nothing to write to it about yet.
 */
function isWorthAsking(now: Ledger, answers: readonly { after: Ledger }[]): boolean {
  if (!answers.some(({ after }) => isOpen(after.standing))) return false
  const standings = new Set([now.standing, ...answers.map(({ after }) => after.standing)])
  if (standings.size > 1) return true
  return (
    now.standing !== 'closed' && answers.some(({ after }) => after.conditions.length < now.conditions.length)
  )
}
