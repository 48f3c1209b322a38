import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import { pathwayName } from '@/lib/programs/pathway-words'
import type { ProgramQuestions } from '@/lib/strategy/open-questions'
import {
  type CoordinatorMessage,
  coordinatorMessage,
  MOST_STRENGTHS,
  OWN_SENTENCE,
} from '@/lib/strategy/question-words'
import { strengthsOf, strengthWords } from '@/lib/strategy/strengths'
import type { ContactKind } from './contact'

/** Messages that can be begun from a profile. The other kinds are only logged. */
export const DRAFT_KINDS = [
  'question',
  'letter_of_interest',
  'thank_you',
  'letter_of_intent',
  'update',
] as const satisfies readonly ContactKind[]
export type DraftKind = (typeof DRAFT_KINDS)[number]

export function isDraftKind(kind: ContactKind): kind is DraftKind {
  return DRAFT_KINDS.some((known) => known === kind)
}

/**
 * The beginning of a message (F7): interest, at most three strengths that the profile itself holds, and places in brackets
 * for what only the person can say. Nothing about rank lists: neither side may ask for or promise a place on one.
 */
export function draftFor(
  kind: DraftKind,
  {
    program,
    applicant,
    asked,
    seasonYear,
    ownSentence = null,
  }: {
    program: Pick<Program, 'sponsor' | 'pathway'>
    applicant: Applicant
    asked: ProgramQuestions
    seasonYear: number
    /** What the person's story says they bring (E2); it takes the place of the list of strengths. */
    ownSentence?: string | null
  },
): CoordinatorMessage {
  const name = pathwayName(program.pathway)
  const strengths = strengthsOf(applicant).slice(0, MOST_STRENGTHS).map(strengthWords)
  const about =
    ownSentence !== null ? ` ${ownSentence}` : strengths.length === 0 ? '' : ` I bring ${listed(strengths)}.`
  const letter = (subject: string, ...body: string[]): CoordinatorMessage => ({
    subject,
    body: [...body, 'Kind regards,\n[Your name]\n[Your AAMC ID]'].join('\n\n'),
  })
  switch (kind) {
    case 'question':
      return (
        coordinatorMessage(asked, program, applicant, seasonYear) ??
        letter(
          `Question about ${name}, start in July ${seasonYear}`,
          'Dear program coordinator,',
          `I hope to train in medical genetics from July ${seasonYear}.${about} ${OWN_SENTENCE}`,
          'May I ask one question? [Your question, one that their page does not answer.]',
          'If a page of yours answers this, a link is all I need. Thank you for your time.',
        )
      )
    case 'letter_of_interest':
      return letter(
        `Interest in ${name}, start in July ${seasonYear}`,
        'Dear Dr. [Program director],',
        `I have applied to your program for July ${seasonYear}, and I write because it is one of the few that I hope for most.${about}`,
        '[One true sentence: which part of the program fits which part of your work.]',
        'I know that you read many applications. Thank you for reading mine.',
      )
    case 'thank_you':
      return letter(
        'Thank you for the interview',
        'Dear Dr. [Who interviewed you],',
        'Thank you for your time on [the day]. [One thing that was said, and what it made you think.]',
        'It was good to learn how your program works from the inside.',
      )
    case 'letter_of_intent':
      return letter(
        `My strong interest in your program, ${name}`,
        'Dear Dr. [Program director],',
        `Since our interview I have thought about where I would learn most, and your program stands out for me.${about}`,
        '[Two true sentences: what you saw there that you saw nowhere else.]',
        'I would be glad to train with you. I ask for nothing with this letter, and need no answer.',
      )
    case 'update':
      return letter(
        `Update on my application for July ${seasonYear}`,
        'Dear program coordinator,',
        'Since I applied, one thing has changed: [what is new, with its date, and where it can be seen].',
        'Please add it to my file if you can. No answer is needed; thank you for your time.',
      )
  }
}

/** Thanks to the writer of a letter: nothing of a program in it, and no question. */
export function thanksToWriter({
  seasonYear,
  isUploaded,
}: {
  seasonYear: number
  isUploaded: boolean
}): CoordinatorMessage {
  return {
    subject: 'Thank you for your letter',
    body: [
      'Dear Dr. [Name of the writer],',
      `Thank you for writing for my application to medical genetics.${isUploaded ? ` Your letter is in MyERAS, and goes to programs that begin in July ${seasonYear}.` : ''}`,
      '[One true sentence: what you learned while you worked with them.]',
      'I will let you know how it ends. No answer is needed.',
      'Kind regards,\n[Your name]',
    ].join('\n\n'),
  }
}

function listed(words: readonly string[]): string {
  return words.length <= 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
