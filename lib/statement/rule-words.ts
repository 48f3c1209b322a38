/*
 * What a text is read for, in words: what each rule marks or asks for, why, and what to do instead. Apart from the patterns
 * (`rules.ts`), so that a page that shows them does not carry those.
 */

/** What the article asks to leave out of a statement (E4, B6), and to keep short (E3). */
export const UNWANTED = ['defence', 'pity', 'comparison', 'named_again', 'named_at_length'] as const
export type UnwantedKey = (typeof UNWANTED)[number]

/** What the article asks a statement to hold (E3, A5). */
export const WANTED = [
  'why_genetics',
  'patient_or_family',
  'culture_and_language',
  'demanding_content',
  'molecular_science',
  'counseling',
] as const
export type WantedKey = (typeof WANTED)[number]

export type StatementCriterion = 'A5' | 'B6' | 'E3' | 'E4'

export type UnwantedRule = {
  readonly label: string
  readonly why: string
  readonly instead: string
  readonly criteria: readonly StatementCriterion[]
}

export const UNWANTED_RULES: Readonly<Record<UnwantedKey, UnwantedRule>> = {
  defence: {
    label: 'Reads as a defence',
    why: 'A reason outside yourself asks the reader to judge the exam instead of you.',
    instead: 'Say what you understood and changed, or leave it to the Additional Information section.',
    criteria: ['E4', 'B6'],
  },
  pity: {
    label: 'May read as a plea',
    why: 'A reader who feels asked for pity stops looking for readiness.',
    instead: 'State the fact plainly, and then what you did.',
    criteria: ['E4'],
  },
  comparison: {
    label: 'Weighs you against your scores',
    why: 'The reader has the transcript; a sentence of this kind makes the score the subject.',
    instead: 'Write of growth and of what you do now, without the "but".',
    criteria: ['E4'],
  },
  named_again: {
    label: 'Names the exam again',
    why: 'One mention is enough; each further one makes it the theme.',
    instead: 'Keep the mention that says most, and move on.',
    criteria: ['E3'],
  },
  named_at_length: {
    label: 'Long for a mention',
    why: 'A brief acknowledgment is read as insight, a long one as worry.',
    instead: 'Cut it to one short sentence: what happened and what changed.',
    criteria: ['E3', 'B6'],
  },
}

export type WantedRule = {
  readonly label: string
  readonly ask: string
  readonly criteria: readonly StatementCriterion[]
}

export const WANTED_RULES: Readonly<Record<WantedKey, WantedRule>> = {
  why_genetics: {
    label: 'Why medical genetics',
    ask: 'Say in a sentence what drew you to genetics and keeps you there.',
    criteria: ['E3'],
  },
  patient_or_family: {
    label: 'A patient or a family',
    ask: 'Tell of one real patient or family with a genetic condition, and what you did.',
    criteria: ['E3'],
  },
  culture_and_language: {
    label: 'Culture and language',
    ask: 'Say which languages or cultures you bring, and where that helped a family.',
    criteria: ['E3'],
  },
  demanding_content: {
    label: 'Demanding content handled',
    ask: 'Point to something hard that you mastered: a complex case, a thesis, an advanced course.',
    criteria: ['A5'],
  },
  molecular_science: {
    label: 'Molecular biology, biochemistry or statistics',
    ask: 'Show with one example that you are at home in the science.',
    criteria: ['A5'],
  },
  counseling: {
    label: 'Counseling and coordinating care',
    ask: 'Show how you explained, listened or brought a team together for a family.',
    criteria: ['A5'],
  },
}
