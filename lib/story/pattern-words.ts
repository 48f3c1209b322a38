import type { CriterionId } from '@/lib/fit/ledger'
import {
  type ConditionCode,
  type NoPattern,
  SHOWN_BY_MONTHS,
  STRONG_CLINIC,
  type StoryPattern,
} from './patterns'

export const PATTERN_TITLES: Readonly<Record<StoryPattern, string>> = {
  recovery: 'A low start, then a solid result and research',
  clinic: 'A moderate score, carried by clinics and by those who saw you there',
  niche: 'Low scores, and something that few others bring',
}

export const PATTERN_TELLS: Readonly<Record<StoryPattern, string>> = {
  recovery:
    'The start was an adjustment to a new kind of exam; everything since points upwards, and others have checked it.',
  clinic: 'The number is in the middle; the work with patients, and what teachers say of it, is not.',
  niche: 'The scores say little about what you can do that others cannot; your work shows it.',
}

export const NO_PATTERN_WORDS: Readonly<Record<NoPattern, { title: string; text: string }>> = {
  clean: {
    title: 'None of the three, and none is needed',
    text: 'Each of the three makes sense of a weak point, and your exams have none. Tell the line as it is: what you did, what it led to, where it goes.',
  },
  open: {
    title: 'Too early to say which story this is',
    text: 'The pattern hangs on your exams. Once the result of Step 2 CK is here, it shows which one fits; the sentences can be begun today.',
  },
  other: {
    title: 'None of the three fits',
    text: 'Your record has a shape of its own. Tell it in order: the start, what changed, where it leads; each sentence with its evidence.',
  },
}

type Words = { is: string; ask: string; href: string; criteria: readonly CriterionId[] }

/** What each condition says when it is there, and what would meet it when it is not. */
export const CONDITION_WORDS: Readonly<Record<ConditionCode, Words>> = {
  low_step1: {
    is: 'Step 1 did not pass at once, or lies clearly below Step 2 CK',
    ask: 'Say how Step 1 went',
    href: '/exams/attempts',
    criteria: ['B3', 'E2'],
  },
  solid_step2: {
    is: 'Step 2 CK of 235 or more, at the first attempt',
    ask: 'The result of Step 2 CK: solid begins at 235',
    href: '/exams/attempts',
    criteria: ['C3', 'C4', 'E2'],
  },
  moderate_step2: {
    is: 'Step 2 CK from 220 to 244',
    ask: 'The result of Step 2 CK',
    href: '/exams/attempts',
    criteria: ['C4', 'E2'],
  },
  low_scores: {
    is: 'Step 2 CK below 220, or below 235 after an attempt that did not pass',
    ask: 'The result of Step 2 CK',
    href: '/exams/attempts',
    criteria: ['C5', 'D2', 'E2'],
  },
  research_output: {
    is: 'Genetics work that came out: a paper or an abstract, accepted or published',
    ask: 'A paper or abstract in genetics that is accepted; submitted is not there yet',
    href: '/profile#publications',
    criteria: ['B7', 'E2', 'G3'],
  },
  evaluations: {
    is: 'Strong clinical evaluations: grades, and a letter that speaks of growth',
    ask: 'Good grades in pediatrics, medicine or neurology, and a letter that speaks of growth',
    href: '/story/evidence',
    criteria: ['B7', 'E2', 'G2'],
  },
  us_clinic: {
    is: `${STRONG_CLINIC.weeks} weeks or more in US clinics, ${STRONG_CLINIC.geneticsWeeks} of them in genetics`,
    ask: `${STRONG_CLINIC.weeks} weeks in US clinics, ${STRONG_CLINIC.geneticsWeeks} of them in genetics (the numbers are ours); a graduate may observe only`,
    href: '/profile#clinical',
    criteria: ['A4', 'D1', 'E2'],
  },
  faculty_support: {
    is: 'A letter in hand from someone in the US who saw you work',
    ask: 'A letter in hand from someone in the US who saw you work; a promise is not there yet',
    href: '/documents/letters',
    criteria: ['A4', 'E2', 'E5'],
  },
  niche_named: {
    is: 'A strength that few others bring',
    ask: 'Name what few others bring: a registry, counseling, bioinformatics, languages, training abroad',
    href: '/profile#niches',
    criteria: ['D2', 'E2'],
  },
  niche_shown: {
    is: 'Work that shows it: a publication, months of research, a course or a project in genetics',
    ask: `Something that shows it to a stranger: a publication, ${SHOWN_BY_MONTHS} months of genetics research (the number is ours), or a course or project among your experiences`,
    href: '/documents/experiences',
    criteria: ['D2', 'E2'],
  },
}
