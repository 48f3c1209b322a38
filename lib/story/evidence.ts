import { readApplicant } from '@/lib/fit/applicant-reading'
import { type EasingState, easingConditions } from '@/lib/fit/factors/exams'
import type { CriterionId } from '@/lib/fit/ledger'
import type { FitPolicy } from '@/lib/fit/policy'
import type { StoryItem } from './items'
import type { StoryRecord } from './record'

/** The four kinds of outside validation that the article names after a weak Step 1 (B7). */
export const VALIDATIONS = ['step2ck', 'grades', 'genetics', 'letters'] as const
export type ValidationCode = (typeof VALIDATIONS)[number]

/** 'there': it stands. 'partly': something is there and more would count. 'missing': said to be none. 'not_said'. */
export type EvidenceState = 'there' | 'partly' | 'missing' | 'not_said'
export type Validation = { code: ValidationCode; state: EvidenceState; items: readonly StoryItem[] }

/** C4: a solid result begins here, and the fit's easing of a failed attempt is half there. */
const SOLID = 235

/** Outside validation as a list: what is there, by the profile's items, and how far it goes. Nothing is scored. */
export function validations(record: StoryRecord, items: readonly StoryItem[]): readonly Validation[] {
  const { attempts, school, research, publications, clinical, niches, letters } = record.applicant
  const passed = items.filter(
    ({ key, clause }) => key.startsWith('attempt:step2ck') && clause.startsWith('passed'),
  )
  const score = Math.max(
    0,
    ...(attempts ?? []).flatMap((one) =>
      one.exam === 'step2ck' && one.outcome === 'pass' ? [one.score ?? 0] : [],
    ),
  )
  const grades = items.filter(({ key }) => /^school:(?:pediatrics|medicine|neurology)$/.test(key))
  const hasHonors = [school.pediatrics, school.medicine, school.neurology].includes('honors')
  const isGenetics = ({ label }: StoryItem) => /genetic/i.test(label)
  const work = [
    ...items.filter((item) => item.part === 'research' && isGenetics(item)),
    ...items.filter((item) => item.part === 'us_experience' && isGenetics(item)),
    ...items.filter(({ key }) => key === 'niche:genetics_training_abroad'),
    ...items.filter(({ key }) =>
      record.others.some(
        ({ id, isGenetics, isCourse }) => isGenetics && isCourse && key === `experience:${id}`,
      ),
    ),
  ]
  const hasOutput =
    publications?.some(({ field, state }) => field === 'genetics' && state !== 'submitted') === true ||
    research?.some(({ field }) => field === 'genetics') === true
  const onGrowth = (letters ?? []).filter(({ topics }) => topics.includes('growth'))
  const inHand = record.letters.filter(
    ({ topics, state }) => topics.includes('growth') && state === 'in_hand',
  )
  return [
    {
      code: 'step2ck',
      items: passed,
      state:
        attempts === null
          ? 'not_said'
          : passed.length === 0
            ? 'missing'
            : score >= SOLID
              ? 'there'
              : 'partly',
    },
    {
      code: 'grades',
      items: grades,
      state:
        grades.length > 0
          ? hasHonors
            ? 'there'
            : 'partly'
          : school.pediatrics === null && school.medicine === null && school.neurology === null
            ? 'not_said'
            : 'missing',
    },
    {
      code: 'genetics',
      items: work,
      state:
        work.length > 0
          ? hasOutput
            ? 'there'
            : 'partly'
          : research === null && publications === null && clinical === null && niches === null
            ? 'not_said'
            : 'missing',
    },
    {
      code: 'letters',
      items: items.filter(({ key }) => inHand.some(({ id }) => key === `letter:${id}`)),
      state:
        letters === null
          ? 'not_said'
          : inHand.length > 0
            ? 'there'
            : onGrowth.length > 0
              ? 'partly'
              : 'missing',
    },
  ]
}

type Words = { title: string; counts: string; href: string; criteria: readonly CriterionId[] }

/** What each validation is, what would count toward it, and where it is entered. */
export const VALIDATION_WORDS: Readonly<Record<ValidationCode, Words>> = {
  step2ck: {
    title: 'A strong Step 2 CK',
    counts:
      'A pass at the first attempt, from 235 on; higher is clearer. Below that it stands beside other evidence.',
    href: '/exams/attempts',
    criteria: ['B7', 'C3', 'C4'],
  },
  grades: {
    title: 'Grades in pediatrics, medicine, neurology',
    counts:
      'Honors or the highest grade in one of the three; a good grade counts in part. An evaluation that a school can confirm.',
    href: '/profile#school',
    criteria: ['A5', 'B7'],
  },
  genetics: {
    title: 'Genetics research or coursework',
    counts:
      'Months in a project, a paper or abstract that came out, a course or formal training in genetics (enter a course among your experiences).',
    href: '/documents/experiences',
    criteria: ['A4', 'B7'],
  },
  letters: {
    title: 'Letters that speak of growth',
    counts:
      'A letter in hand from someone who saw you before and after, or who can say how you work now. A promise counts in part.',
    href: '/documents/letters',
    criteria: ['B7', 'E5'],
  },
}

/** The three conditions under which a failed Step 1 eases (G2). */
export const EASING = ['score', 'explanation', 'evaluations'] as const
export type EasingKey = (typeof EASING)[number]
export type EasingCondition = { key: EasingKey; state: EasingState; isDrafted: boolean }

/**
 * G2's three conditions as the fit itself reads them, for someone with a Step 1 that did not pass at once; null for
 * anyone else. `isDrafted`: the passage is written here, and not said to stand in the application yet.
 */
export function easingOf(
  record: StoryRecord,
  policy: FitPolicy,
  { hasPassage }: { hasPassage: boolean },
): readonly EasingCondition[] | null {
  const { applicant } = record
  const reading = readApplicant(applicant, policy)
  if (reading.step1.fails + reading.step1.incomplete === 0) return null
  const states = easingConditions(reading, applicant, policy)
  return EASING.map((key) => ({
    key,
    state: states[key],
    isDrafted: key === 'explanation' && states.explanation !== 'met' && hasPassage,
  }))
}

export const EASING_WORDS: Readonly<
  Record<EasingKey, { title: string; met: string; ask: string; href: string }>
> = {
  score: {
    title: 'A clearly stronger Step 2 CK',
    met: 'Step 2 CK stands clearly above what came before.',
    ask: 'The further it stands above the standard, the more it eases: half at 235, fully at 250.',
    href: '/exams/timing',
  },
  explanation: {
    title: 'One brief, honest explanation',
    met: 'It stands in your application.',
    ask: 'One short passage in Additional Information, or one line of the statement: what you understood, what you changed.',
    href: '/exams/additional-information',
  },
  evaluations: {
    title: 'Strong clinical evaluations',
    met: 'Your grades carry it; a letter in hand that speaks of growth adds to it.',
    ask: 'Good grades in pediatrics, medicine or neurology, and a letter that speaks of growth.',
    href: '/profile#school',
  },
}
