import { type CalendarDate, latestOf } from '@/lib/dates/calendar-date'
import type { Exam, ExamAttempt } from '@/lib/exams/attempt'
import { ATTEMPT_LIMITS, STEP3_PRACTICAL } from '@/lib/facts/attempt-rules'
import { NEEDED_FOR_MATCH } from '@/lib/facts/ecfmg'
import { TWO_YEAR_GENETICS } from '@/lib/facts/training-structure'
import {
  H1B_RULES,
  J1_GENETICS_ROUTES,
  J1_HISTORY,
  J1_RULES,
  VISITOR_CLINICAL_EXPERIENCE,
} from '@/lib/facts/visa-rules'
import { type ExamReading, readExam } from '@/lib/fit/exam-reading'
import type { Applicant, ClinicalKind } from '@/lib/profile/applicant'

import { type Grounds, grounds } from './grounds'

/*
 * What a person could still change, as pure functions of the profile. What each opens is never decided here: `unlocks.ts`
 * asks the fit again with the changed profile. Only what this person may lawfully do is offered: a graduate may observe
 * and not work hands-on (DESIGN.md 2.3). A section that is not said gets no change: unknown is not "none" (2.4).
 */

export const CHANGE_CODES = [
  'explanation_on_file',
  'accept_j1',
  'accept_h1b',
  'us_geneticist_letter',
  'genetics_elective',
  'genetics_observership',
  'home_genetics',
  'certification',
  'pass_step1',
  'step2ck_score',
  'pass_step3',
  'genetics_research',
  'us_genetics_research',
  'first_author_paper',
  'acgme_training',
] as const
export type ChangeCode = (typeof CHANGE_CODES)[number]

/** One possible change. `amount` is weeks, months or a score, by the code; null where there is none. */
export type Change = { code: ChangeCode; amount: number | null }

/**
 * Every change from the smallest effort to the largest: a page to write, a decision, a request, weeks, an exam, months, a
 * year of training. This stated order is what "the smallest change" means; the order is ours, and says nothing of worth.
 */
export const CHANGES: readonly Change[] = [
  { code: 'explanation_on_file', amount: null },
  { code: 'accept_j1', amount: null },
  { code: 'accept_h1b', amount: null },
  { code: 'us_geneticist_letter', amount: null },
  { code: 'certification', amount: null },
  { code: 'genetics_elective', amount: 4 },
  { code: 'genetics_observership', amount: 4 },
  { code: 'pass_step1', amount: null },
  { code: 'step2ck_score', amount: 220 },
  { code: 'step2ck_score', amount: 235 },
  { code: 'step2ck_score', amount: 245 },
  { code: 'pass_step3', amount: null },
  { code: 'genetics_elective', amount: 12 },
  { code: 'genetics_observership', amount: 12 },
  { code: 'first_author_paper', amount: null },
  { code: 'genetics_research', amount: 6 },
  { code: 'home_genetics', amount: 6 },
  { code: 'genetics_research', amount: 12 },
  { code: 'us_genetics_research', amount: 12 },
  { code: 'acgme_training', amount: 12 },
  { code: 'acgme_training', amount: 24 },
]

/** A name for one change, stable in URLs and as a key: 'genetics_research:6'. */
export function changeKey({ code, amount }: Change): string {
  return amount === null ? code : `${code}:${amount}`
}

/** Its place in the order of effort, 0 the smallest. */
export function effortOf(change: Change): number {
  return CHANGES.findIndex((candidate) => changeKey(candidate) === changeKey(change))
}

/** What must be known or asked before a change is made; `change-words.ts` has a sentence for each. */
export const CHANGE_NEEDS = [
  'school_arranges',
  'observing_only',
  'hospital_says',
  'j1_history',
  'certificate_first',
  'travel_to_us',
  'someone_who_saw_you_work',
  'project_first',
  'fail_is_permanent',
  'place_in_a_match_first',
  'longer_place_in_a_match_first',
  'statement_of_need',
  'step3_for_h1b',
  'home_years_after_j1',
] as const
export type ChangeNeed = (typeof CHANGE_NEEDS)[number]

/** The day that a changed profile is dated with, and the season it is for. */
export type ChangeContext = { seasonYear: number; today: CalendarDate }

type Rule = {
  isOffered: (applicant: Applicant, amount: number) => boolean
  apply: (applicant: Applicant, amount: number, context: ChangeContext) => Applicant
  needs: (applicant: Applicant, amount: number) => readonly ChangeNeed[]
  grounds: Grounds
}

const ATTEMPTS_ALLOWED = ATTEMPT_LIMITS.at(-1)?.value ?? 4
const ABOUT_STEPS = ATTEMPT_LIMITS.at(-1)?.source
const stepSources = ABOUT_STEPS === undefined ? [] : [ABOUT_STEPS]

function canStillPass(applicant: Applicant, exam: Exam): boolean {
  if (applicant.attempts === null) return false
  const reading = readExam(applicant.attempts, exam)
  return reading.passedOn === null && reading.awaitedOn === null && hasAttemptLeft(reading)
}

function hasAttemptLeft(reading: ExamReading): boolean {
  return reading.sat < ATTEMPTS_ALLOWED
}

/** Replaces what was planned for that exam by a pass on the planned day, or today where none was planned. */
function withPass(applicant: Applicant, exam: Exam, score: number | null, today: CalendarDate): Applicant {
  const attempts = applicant.attempts ?? []
  const reading = readExam(attempts, exam)
  const last = attempts.filter((attempt) => attempt.exam === exam && attempt.outcome !== 'planned')
  const takenOn = last.reduce((on, attempt) => latestOf(on, attempt.takenOn), reading.plannedOn ?? today)
  const pass: ExamAttempt = { id: `${exam}-change`, exam, takenOn, outcome: 'pass', score, oet: null }
  return {
    ...applicant,
    attempts: [...attempts.filter((a) => a.exam !== exam || a.outcome !== 'planned'), pass],
  }
}

function withCertificate(applicant: Applicant, { seasonYear, today }: ChangeContext): Applicant {
  if (applicant.ecfmg.status === 'certified') return applicant
  return {
    ...applicant,
    ecfmg: {
      status: 'certified',
      stepsDone: ['application', 'credentials_verified', 'pathway_applied', 'pathway_accepted'],
      certifiedOn: today,
      // A certificate that is issued for this season is valid when its training starts.
      validUntil: `${seasonYear}-12-31`,
      permanent: false,
    },
  }
}

function mayCertify(applicant: Applicant): boolean {
  const { attempts, ecfmg } = applicant
  if (attempts === null || ecfmg.status === null) return false
  return readExam(attempts, 'step1').passedOn !== null && readExam(attempts, 'step2ck').passedOn !== null
}

function withClinical(applicant: Applicant, kind: ClinicalKind, weeks: number): Applicant {
  const added = { kind, specialty: 'genetics', place: '', weeks } as const
  return { ...applicant, clinical: [...(applicant.clinical ?? []), added] }
}

function withResearch(applicant: Applicant, months: number, inUs: boolean): Applicant {
  const added = { field: 'genetics', months, role: 'member', inUs } as const
  return { ...applicant, research: [...(applicant.research ?? []), added] }
}

function needsVisa(applicant: Applicant): boolean {
  return applicant.visa.need !== 'no_visa_needed'
}

function isCertified(applicant: Applicant): boolean {
  return applicant.ecfmg.status === 'certified'
}

const ABOUT_VISITORS = VISITOR_CLINICAL_EXPERIENCE.source

const RULES: Readonly<Record<ChangeCode, Rule>> = {
  explanation_on_file: {
    isOffered: (applicant) =>
      applicant.explanationOnFile === false &&
      (applicant.attempts ?? []).some((attempt) => attempt.outcome === 'fail'),
    apply: (applicant) => ({ ...applicant, explanationOnFile: true }),
    needs: () => [],
    grounds: grounds(['B3', 'B6', 'G2']),
  },
  accept_j1: {
    isOffered: ({ visa }) =>
      visa.need === 'needs_visa' && visa.acceptable !== null && !visa.acceptable.includes('j1'),
    apply: (applicant) => ({
      ...applicant,
      visa: { ...applicant.visa, acceptable: [...(applicant.visa.acceptable ?? []), 'j1'] },
    }),
    needs: () => ['home_years_after_j1'],
    grounds: grounds(['A1', 'F1'], J1_RULES.source),
  },
  accept_h1b: {
    isOffered: ({ visa }) =>
      visa.need === 'needs_visa' && visa.acceptable !== null && !visa.acceptable.includes('h1b'),
    apply: (applicant) => ({
      ...applicant,
      visa: { ...applicant.visa, acceptable: [...(applicant.visa.acceptable ?? []), 'h1b'] },
    }),
    needs: () => ['step3_for_h1b'],
    grounds: grounds(['A1', 'F1'], H1B_RULES.source),
  },
  us_geneticist_letter: {
    isOffered: ({ letters }) =>
      letters !== null && !letters.some((letter) => letter.author === 'us_geneticist'),
    apply: (applicant) => ({
      ...applicant,
      letters: [...(applicant.letters ?? []), { author: 'us_geneticist', state: 'in_hand', topics: [] }],
    }),
    needs: () => ['someone_who_saw_you_work'],
    grounds: grounds(['A4', 'B7', 'E5']),
  },
  certification: {
    isOffered: (applicant) => !isCertified(applicant) && mayCertify(applicant),
    apply: (applicant, _amount, context) => withCertificate(applicant, context),
    needs: () => [],
    grounds: grounds(['A1'], NEEDED_FOR_MATCH.source),
  },
  genetics_elective: {
    isOffered: ({ clinical, graduation }) => clinical !== null && graduation.status === 'enrolled',
    apply: (applicant, weeks) => withClinical(applicant, 'elective', weeks),
    needs: () => ['school_arranges'],
    grounds: grounds(['A4', 'D1'], ABOUT_VISITORS),
  },
  genetics_observership: {
    isOffered: ({ clinical, graduation }) => clinical !== null && graduation.status === 'graduated',
    apply: (applicant, weeks) => withClinical(applicant, 'observership', weeks),
    needs: (applicant) => [needsVisa(applicant) ? 'observing_only' : 'hospital_says'],
    grounds: grounds(['A4', 'D1'], ABOUT_VISITORS),
  },
  home_genetics: {
    // Whoever trains in the US already has no reason to go home for it.
    isOffered: ({ niches, graduation, training }) =>
      niches !== null &&
      (training.acgmeMonths ?? 0) === 0 &&
      graduation.status === 'graduated' &&
      !niches.includes('genetics_training_abroad'),
    apply: (applicant) => ({
      ...applicant,
      niches: [...(applicant.niches ?? []), 'genetics_training_abroad'],
    }),
    needs: () => [],
    grounds: grounds(['D2'], ABOUT_VISITORS),
  },
  pass_step1: {
    isOffered: (applicant) => canStillPass(applicant, 'step1'),
    apply: (applicant, _amount, { today }) => withPass(applicant, 'step1', null, today),
    needs: () => ['fail_is_permanent'],
    grounds: grounds(['A3', 'B4'], ...stepSources),
  },
  step2ck_score: {
    isOffered: (applicant) => canStillPass(applicant, 'step2ck'),
    apply: (applicant, score, { today }) => withPass(applicant, 'step2ck', score, today),
    needs: () => ['fail_is_permanent'],
    grounds: grounds(['C2', 'C4', 'G1'], ...stepSources),
  },
  pass_step3: {
    isOffered: (applicant) =>
      canStillPass(applicant, 'step3') && (isCertified(applicant) || mayCertify(applicant)),
    // Step 3 may only be sat with the certificate, so whoever has passed it holds one.
    apply: (applicant, _amount, context) =>
      withPass(withCertificate(applicant, context), 'step3', null, context.today),
    needs: (applicant) => [
      ...(isCertified(applicant) ? [] : (['certificate_first'] as const)),
      'travel_to_us',
      'fail_is_permanent',
    ],
    grounds: grounds(['F1'], H1B_RULES.source, STEP3_PRACTICAL.source, ...stepSources),
  },
  genetics_research: {
    isOffered: ({ research }) => research !== null,
    apply: (applicant, months) => withResearch(applicant, months, false),
    needs: () => [],
    grounds: grounds(['A4', 'D1', 'G3']),
  },
  us_genetics_research: {
    isOffered: ({ research }) => research !== null,
    apply: (applicant, months) => withResearch(applicant, months, true),
    needs: (applicant) => (needsVisa(applicant) ? ['j1_history'] : []),
    grounds: grounds(['A4', 'D1', 'F8', 'G3'], J1_HISTORY.source),
  },
  first_author_paper: {
    isOffered: ({ publications }) => publications !== null,
    apply: (applicant) => ({
      ...applicant,
      publications: [
        ...(applicant.publications ?? []),
        { field: 'genetics', kind: 'paper', author: 'first', state: 'accepted' },
      ],
    }),
    needs: ({ research }) => (research?.some((entry) => entry.field === 'genetics') ? [] : ['project_first']),
    grounds: grounds(['A4', 'B7', 'G3']),
  },
  acgme_training: {
    isOffered: ({ training }, months) =>
      training.acgmeMonths !== null &&
      training.acgmeMonths < months &&
      (training.acgmePatientCareMonths ?? 0) < months,
    apply: (applicant, months) => {
      const { training, visa } = applicant
      const years = (months - (training.acgmeMonths ?? 0)) / 12
      const isOnJ1 = visa.need === 'needs_visa' && visa.acceptable?.includes('j1') === true
      return {
        ...applicant,
        training: { ...training, acgmeMonths: months, acgmePatientCareMonths: months },
        // Those years are J-1 years too, and the engine counts them toward the seven.
        visa: {
          ...visa,
          j1YearsUsed: visa.j1YearsUsed === null || !isOnJ1 ? visa.j1YearsUsed : visa.j1YearsUsed + years,
        },
      }
    },
    needs: (applicant, months) => {
      const place = months > 12 ? 'longer_place_in_a_match_first' : 'place_in_a_match_first'
      return needsVisa(applicant) ? [place, 'statement_of_need'] : [place]
    },
    grounds: grounds(['C5', 'D1', 'F8'], TWO_YEAR_GENETICS.source, J1_GENETICS_ROUTES.source),
  },
}

/** The changes that this person may lawfully make and has not made, from the smallest effort to the largest. */
export function possibleChanges(applicant: Applicant): readonly Change[] {
  return CHANGES.filter((change) => RULES[change.code].isOffered(applicant, change.amount ?? 0))
}

/** The profile as it would be with the change made. Pure; the given profile is not touched. */
export function applyChange(change: Change, applicant: Applicant, context: ChangeContext): Applicant {
  return RULES[change.code].apply(applicant, change.amount ?? 0, context)
}

/** What must be asked or arranged first, in the order in which it comes up. */
export function changeNeeds(change: Change, applicant: Applicant): readonly ChangeNeed[] {
  return RULES[change.code].needs(applicant, change.amount ?? 0)
}

export function changeGrounds(change: Change): Grounds {
  return RULES[change.code].grounds
}
