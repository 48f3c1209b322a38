import { formatMonth } from '@/lib/dates/format'

import { PASSAGE_WANTED, type PassageWantedKey, passageCarries } from '@/lib/statement/passage-rules'
import { sentencesOf } from '@/lib/statement/sentences'
import type { ExamAttempt } from './attempt'
import { EXAM_LABELS } from './attempt-words'
import { isStep } from './standards'
import { attemptSummary } from './summary'

/*
 * The short passage on a failed attempt (B6): one place, insight and change, no excuses. The person chooses facts, the
 * draft joins them in plain sentences, and the rules of `lib/statement` read what they make of it. What they write is their own.
 */

/** What went into it, as insight. Chosen by the person; at most two read as insight and not as a list of reasons. */
export const INSIGHTS = [
  'unfamiliar_format',
  'pace_in_english',
  'too_many_duties',
  'study_without_testing',
  'sat_too_early',
  'illness_or_family',
] as const
export type Insight = (typeof INSIGHTS)[number]

export const INSIGHT_LABELS: Readonly<Record<Insight, string>> = {
  unfamiliar_format: 'The style of the questions was new to me',
  pace_in_english: 'Reading long stems in time was hard',
  too_many_duties: 'I prepared beside too many duties',
  study_without_testing: 'I read much and tested myself little',
  sat_too_early: 'I sat before my practice results were steady',
  illness_or_family: 'Illness or family needed me (no details needed)',
}

const INSIGHT_CLAUSES: Readonly<Record<Insight, string>> = {
  unfamiliar_format: 'I had not yet learned how this style of question asks for a decision',
  pace_in_english: 'I had not trained my reading pace for long case descriptions',
  too_many_duties: 'I had not set aside protected time to prepare',
  study_without_testing: 'I relied on reading and seldom tested what I knew',
  sat_too_early: 'I kept my date although my practice results were not yet steady',
  illness_or_family: 'I kept my date at a time when health or family needed me elsewhere',
}

/** What was done differently afterwards. */
export const CHANGES = [
  'asked_for_feedback',
  'rebuilt_schedule',
  'protected_time',
  'timed_practice',
  'regular_assessments',
  'language_practice',
] as const
export type Change = (typeof CHANGES)[number]

export const CHANGE_LABELS: Readonly<Record<Change, string>> = {
  asked_for_feedback: 'Asked for feedback',
  rebuilt_schedule: 'Rebuilt my study schedule',
  protected_time: 'Set aside protected time',
  timed_practice: 'Practised in timed, mixed blocks',
  regular_assessments: 'Checked progress with regular assessments',
  language_practice: 'Trained reading and speaking medical English',
}

const CHANGE_CLAUSES: Readonly<Record<Change, string>> = {
  asked_for_feedback: 'asked teachers for feedback',
  rebuilt_schedule: 'rebuilt my schedule round my weak areas',
  protected_time: 'set aside protected time',
  timed_practice: 'practised in timed, mixed blocks',
  regular_assessments: 'checked my progress with regular assessments',
  language_practice: 'trained my reading of clinical English',
}

export type PassageFacts = {
  /** The attempt that is explained. */
  attempt: ExamAttempt
  attempts: readonly ExamAttempt[]
  insights: readonly Insight[]
  changes: readonly Change[]
  /** What the person still does because of it, in their own words; '' for none. */
  stillDo: string
}

/** Our own bound for "one short passage"; what the field of MyERAS takes was not read anywhere. */
export const PASSAGE_LIMIT = { characters: 600, words: 100, sentences: 5 } as const

/**
 * A first draft from the chosen facts: the attempt once, the insight, the change, the evidence since. What was not chosen
 * is left out, never invented; later results come from the recorded attempts alone.
 */
export function draftPassage(facts: PassageFacts): string {
  const { attempt, insights, changes } = facts
  const name = EXAM_LABELS[attempt.exam]
  const what = attempt.outcome === 'incomplete' ? 'did not complete' : 'did not pass'
  const own = facts.stillDo.trim()
  const sentences = [
    `In ${formatMonth(attempt.takenOn)} I ${what} ${name}.`,
    insights.length === 0
      ? null
      : `Looking back, ${list(insights.slice(0, 2).map((key) => INSIGHT_CLAUSES[key]))}.`,
    changes.length === 0 ? null : `I then ${list(changes.map((key) => CHANGE_CLAUSES[key]))}.`,
    evidenceSentence(facts),
    own === '' ? null : /[.!?]$/.test(own) ? own : `${own}.`,
  ]
  return sentences.filter((sentence) => sentence !== null).join(' ')
}

function evidenceSentence({ attempt, attempts }: PassageFacts): string | null {
  const later = (['step1', 'step2ck', 'step3'] as const).flatMap((exam) => {
    const summary = attemptSummary(attempts, exam)
    if (summary.lastPassOn === null || summary.lastPassOn <= attempt.takenOn) return []
    const number = summary.score === null ? '' : ` with ${summary.score}`
    const first = exam !== attempt.exam && summary.passedOnFirstAttempt ? ' at the first attempt' : ''
    return [`${EXAM_LABELS[exam]}${number}${first}`]
  })
  return later.length === 0 ? null : `Since then I have passed ${listApart(later)}.`
}

/** With a comma before the last: what is said of the last exam must not be read of the one before it. */
function listApart(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

export const PASSAGE_RULES = ['short', 'names_it_once', ...PASSAGE_WANTED] as const
export type PassageRuleKey = (typeof PASSAGE_RULES)[number]

export const PASSAGE_RULE_LABELS: Readonly<Record<PassageRuleKey, string>> = {
  short: 'One short passage',
  names_it_once: 'Names the exam once and moves on',
  insight: 'Says what you understood',
  change: 'Says what you changed',
  evidence: 'Points to what came of it',
}

const ADVICE: Readonly<Record<PassageWantedKey, string>> = {
  insight: 'Add a sentence on what you understood about how you prepared.',
  change: 'Add a sentence on what you did differently afterwards.',
  evidence: 'Add what came of it: a later pass, a grade, an evaluation.',
}

/** 'look': worth another look. A check of words, never a judgement of a person. */
export type PassageCheck = {
  key: PassageRuleKey
  state: 'kept' | 'look'
  text: string
  criteria: readonly ('B6' | 'E3')[]
}

/**
 * What a person has written, held against what B6 asks of a passage, in the order of `PASSAGE_RULES`. What it should leave
 * out (E4) is found sentence by sentence, as in a statement: `lib/statement/check`.
 */
export function checkPassage(text: string, attempt: Pick<ExamAttempt, 'exam'>): readonly PassageCheck[] {
  const passage = text.trim()
  const carries = passageCarries(passage)
  return [
    lengthCheck(passage),
    namedCheck(passage, attempt),
    ...PASSAGE_WANTED.map(
      (key): PassageCheck => ({
        key,
        state: carries.has(key) ? 'kept' : 'look',
        text: carries.has(key) ? `${PASSAGE_RULE_LABELS[key]}.` : ADVICE[key],
        criteria: ['B6'],
      }),
    ),
  ]
}

function lengthCheck(passage: string): PassageCheck {
  const common = { key: 'short', criteria: ['B6', 'E3'] } as const
  const { characters, words, sentences } = PASSAGE_LIMIT
  const count = passage.match(/\S+/g)?.length ?? 0
  const own = sentencesOf(passage).length
  const size = `${passage.length} of ${characters} characters, ${count} of ${words} words, ${own} of ${sentences} sentences.`
  if (count === 0) return { ...common, state: 'look', text: 'Nothing is written yet.' }
  return passage.length <= characters && count <= words && own <= sentences
    ? { ...common, state: 'kept', text: size }
    : { ...common, state: 'look', text: `${size} Shorten it: a reader gives it a few seconds.` }
}

function namedCheck(passage: string, { exam }: Pick<ExamAttempt, 'exam'>): PassageCheck {
  const common = { key: 'names_it_once', criteria: ['B6', 'E3'] } as const
  const name = EXAM_LABELS[exam]
  // "Step 1" must not be found in "Step 10", and the spacing is the writer's own.
  const pattern = new RegExp(`\\b${(isStep(exam) ? name : 'OET').replace(/ /g, '\\s*')}\\b`, 'gi')
  const times = passage.match(pattern)?.length ?? 0
  if (times === 0)
    return { ...common, state: 'look', text: `Name ${name} once, so that a reader need not guess.` }
  // The exam itself and its later pass may both be named.
  return times <= 2
    ? {
        ...common,
        state: 'kept',
        text: `${name} is named ${times === 1 ? 'once' : 'twice, with what came after'}.`,
      }
    : {
        ...common,
        state: 'look',
        text: `${name} is named ${times} times: once, and then what came after, is enough.`,
      }
}
