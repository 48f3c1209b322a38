import { STANDING_WORDS } from '@/lib/fit/words'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import { FIELD_LABELS, fieldPhrase, valueWords, yearWords } from '@/lib/programs/fact-words'
import { pathwayName } from '@/lib/programs/pathway-words'

import type {
  AskableField,
  OpenQuestion,
  PossibleAnswer,
  ProgramQuestions,
  SpreadGroup,
} from './open-questions'
import { strengthsOf, strengthWords } from './strengths'

/*
 * The exact question, and a short message to the coordinator (F7): interest, at most three true strengths, at most three
 * questions, one screen. Nothing about rank lists or other programs: programs may not ask, and nothing needs to be said.
 */

type Asked = Pick<OpenQuestion, 'field' | 'lastKnown'> & { season: number }

const QUESTIONS: Readonly<Record<AskableField, (asked: Asked) => string>> = {
  offers_place_this_season: ({ season }) =>
    `Will the program offer a place for training that starts in July ${season}?`,
  recruiting: ({ season }) => `Is the program recruiting for July ${season}?`,
  j1_accepted: () => 'Does the program accept residents on a J-1 visa (sponsored by Intealth)?',
  h1b_accepted: () => 'Does the program sponsor the H-1B for a resident who has passed Step 3?',
  resident_pay_from_training_grant: () =>
    'Are residents paid from a training grant, and if so, could someone on a temporary visa be paid from another source?',
  required_acgme_months: () =>
    'How many months of ACGME-accredited training must be completed before entry, and of what kind?',
  min_step2ck: () => 'Is there a minimum Step 2 CK score, and if so, which?',
  attempts_limit: () => 'Is there a limit on the number of attempts at a USMLE Step, and if so, which?',
  years_since_graduation_max: () =>
    'Is there a limit on the years since graduation, and from which day are they counted?',
  us_clinical_experience: () =>
    'Is clinical experience in the US required, and does an observership count toward it?',
  step3_required: () => 'Must Step 3 be passed before applying or before starting?',
  duration_years: () => 'How many years does the program last for someone who enters from outside?',
  img_in_program: () => 'Have international medical graduates trained in the program in recent years?',
}

/** The question as it can be sent, in one sentence. */
export function questionText(question: Pick<OpenQuestion, 'field' | 'lastKnown' | 'params'>): string {
  return QUESTIONS[question.field]({
    field: question.field,
    lastKnown: question.lastKnown,
    season: Number(question.params.season),
  })
}

/** Why it is open: 'Not known.' or 'Last known: no, 2013: old, so it is a question and not a wall.' */
export function questionReason({ field, why, lastKnown }: OpenQuestion): string {
  if (lastKnown === null) return 'Not known.'
  const said = `Last known: ${valueWords(field, lastKnown.value)}, ${yearWords(lastKnown.season ?? lastKnown.year)}`
  switch (why) {
    case 'unknown':
      return `${said}.`
    case 'old':
      return `${said}: old, so it is a question.`
    case 'undated':
      return `${said}, so it is a question.`
    case 'borrowed':
      return lastKnown.scope === 'parent'
        ? `${said}, from its parent residency and not from the program itself.`
        : lastKnown.scope === 'institution'
          ? `${said}, from its institution and not from the program itself.`
          : `${said}, our own classification.`
    case 'disagree':
      return `${said}; another source says otherwise.`
    case 'grant_pay':
      return `${said}. Pay from a training grant often excludes temporary visas.`
  }
}

/** An answer as a button says it: 'yes', '225', 'no such limit'. */
export function answerLabel(
  field: AskableField,
  answer: Pick<PossibleAnswer, 'value' | 'isNoLimit'>,
): string {
  return answer.isNoLimit ? 'no such limit' : valueWords(field, answer.value)
}

/** What each answer would make of the program: 'yes: possible; no: closed'. */
export function answersWords(question: OpenQuestion): string {
  return question.answers
    .map(
      (answer) =>
        `${answerLabel(question.field, answer)}: ${STANDING_WORDS[answer.standing].word.toLowerCase()}`,
    )
    .join('; ')
}

/** Between which standings the answer decides, in one sentence. */
export function spreadWords(question: Pick<OpenQuestion, 'lowest' | 'highest' | 'field'>): string {
  return `${FIELD_LABELS[question.field]}: the answer ${betweenWords(question)}.`
}

/** What an answer does, beside the question itself: 'decides between closed and solid'. */
export function betweenWords({ lowest, highest }: Pick<OpenQuestion, 'lowest' | 'highest'>): string {
  return lowest === highest
    ? 'takes a condition away, and the standing stays'
    : `decides between ${STANDING_WORDS[lowest].word.toLowerCase()} and ${STANDING_WORDS[highest].word.toLowerCase()}`
}

/** 'At 9 programs the answer decides between closed and solid.' */
export function spreadGroupWords(group: SpreadGroup): string {
  const count = group.programIds.length
  return `At ${count} ${count === 1 ? 'program' : 'programs'} the answer ${betweenWords(group)}.`
}

/** Questions that move no standing, in one line: 'Also open: J-1 accepted; most years since graduation.' */
export function settlingWords(questions: readonly Pick<OpenQuestion, 'field'>[]): string {
  return `Also open, though the standing stays: ${questions.map(({ field }) => fieldPhrase(field)).join('; ')}.`
}

/** How many questions one message asks, and how many strengths it names. A coordinator reads one screen. */
export const MOST_ASKED = 3
export const MOST_STRENGTHS = 3
/** How many programs to write to before waiting for answers. "A few" is the article's word (F7), the number is ours. */
export const FEW_MESSAGES = 5

export const SPARING_WORDS = `Write to a few well-chosen programs, not to all: ${FEW_MESSAGES} at a time, and once each. Look at the program's own page first (F7, Tailoring).`

export type CoordinatorMessage = { subject: string; body: string }

/** The place for what only the person can write. A message is not sent with it still there. */
export const OWN_SENTENCE = '[One true sentence of your own: why this program.]'

/** A message to a program's coordinator with its first questions. null where nothing is open. */
export function coordinatorMessage(
  { questions }: ProgramQuestions,
  program: Pick<Program, 'sponsor' | 'pathway'>,
  applicant: Applicant,
  seasonYear: number,
): CoordinatorMessage | null {
  if (questions.length === 0) return null
  const name = pathwayName(program.pathway)
  const asked = questions.slice(0, MOST_ASKED).map(questionText)
  const strengths = strengthsOf(applicant).slice(0, MOST_STRENGTHS).map(strengthWords)
  const about = strengths.length === 0 ? '' : ` I bring ${listed(strengths)}.`
  const list =
    asked.length === 1
      ? `May I ask one question? ${asked[0]}`
      : `May I ask:\n${asked.map((question, index) => `${index + 1}. ${question}`).join('\n')}`
  return {
    subject: `Question about ${name}, start in July ${seasonYear}`,
    body: [
      'Dear program coordinator,',
      `I am an international medical graduate, and I hope to train in medical genetics from July ${seasonYear}.${about} ${OWN_SENTENCE}`,
      list,
      'If a page of yours answers this, a link is all I need. Thank you for your time.',
      'Kind regards,\n[Your name]',
    ].join('\n\n'),
  }
}

function listed(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
