import fc from 'fast-check'

import type { ExamAttempt } from '@/lib/exams/attempt'
import { hasScore, passingScore } from '@/lib/exams/standards'
import {
  ABMGG_CREDIT,
  type Applicant,
  AUTHOR_POSITIONS,
  CLASS_STANDINGS,
  CLINICAL_KINDS,
  CLINICAL_SPECIALTIES,
  ECFMG_STATUSES,
  ECFMG_STEPS,
  GRADES,
  GRADUATION_STATUSES,
  LETTER_AUTHORS,
  LETTER_STATES,
  LETTER_TOPICS,
  NICHES,
  PUBLICATION_KINDS,
  PUBLICATION_STATES,
  RESEARCH_FIELDS,
  RESEARCH_ROLES,
  VISA_NEEDS,
  VISAS,
} from '@/lib/profile/applicant'
import { FACT_FIELDS, FACT_SCOPES, type FactField, type Program, type ProgramFact } from '@/lib/programs/fact'
import { PATHWAYS } from '@/lib/programs/pathway'
import { buildFact } from '@/tests/factories/program'

/* Applicants and programs of every kind, each section known, none or not said. */

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 })
const date = (from: number, to: number) =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)

const attempt: fc.Arbitrary<ExamAttempt> = fc
  .record({
    id: fc.uuid(),
    exam: fc.constantFrom('step1', 'step2ck', 'step3', 'oet'),
    takenOn: date(2018, 2027),
    outcome: fc.constantFrom('planned', 'pending', 'pass', 'pass', 'fail', 'incomplete', 'withheld'),
    score: orNull(fc.integer({ min: 180, max: 280 })),
  })
  .map((drawn) => possible({ ...drawn, oet: null } as ExamAttempt))

/** The nearest attempt that can be true: a number only where there is one, and never on the wrong side of the standard. */
function possible(attempt: ExamAttempt): ExamAttempt {
  const { exam, takenOn, outcome, score } = attempt
  const isScored = (outcome === 'pass' || outcome === 'fail') && hasScore(exam, takenOn)
  if (!isScored || score === null) return { ...attempt, score: null }
  const standard = passingScore(exam, takenOn) ?? 0
  if (outcome === 'pass') return { ...attempt, score: Math.max(score, standard) }
  return { ...attempt, score: Math.min(score, standard - 1) < 1 ? null : Math.min(score, standard - 1) }
}

export const clinical = fc.record({
  kind: fc.constantFrom(...CLINICAL_KINDS),
  specialty: fc.constantFrom(...CLINICAL_SPECIALTIES),
  place: fc.constant('A clinic'),
  weeks: fc.integer({ min: 0, max: 30 }),
})
export const research = fc.record({
  field: fc.constantFrom(...RESEARCH_FIELDS),
  months: fc.integer({ min: 0, max: 60 }),
  role: fc.constantFrom(...RESEARCH_ROLES),
  inUs: fc.boolean(),
})
export const publication = fc.record({
  field: fc.constantFrom(...RESEARCH_FIELDS),
  kind: fc.constantFrom(...PUBLICATION_KINDS),
  author: fc.constantFrom(...AUTHOR_POSITIONS),
  state: fc.constantFrom(...PUBLICATION_STATES),
})
export const letter = fc.record({
  author: fc.constantFrom(...LETTER_AUTHORS),
  state: fc.constantFrom(...LETTER_STATES),
  topics: fc.uniqueArray(fc.constantFrom(...LETTER_TOPICS)),
})
const few = { maxLength: 5 }

export const applicants: fc.Arbitrary<Applicant> = fc.record({
  visa: fc.record({
    need: orNull(fc.constantFrom(...VISA_NEEDS)),
    acceptable: orNull(fc.uniqueArray(fc.constantFrom(...VISAS))),
    j1YearsUsed: orNull(fc.integer({ min: 0, max: 7 })),
    entryLimitMayApply: orNull(fc.boolean()),
  }),
  graduation: fc.record({
    status: orNull(fc.constantFrom(...GRADUATION_STATUSES)),
    on: orNull(date(2005, 2029)),
  }),
  ecfmg: fc.record({
    status: orNull(fc.constantFrom(...ECFMG_STATUSES)),
    stepsDone: orNull(fc.uniqueArray(fc.constantFrom(...ECFMG_STEPS))),
    certifiedOn: orNull(date(2018, 2026)),
    validUntil: orNull(date(2026, 2030)),
    permanent: orNull(fc.boolean()),
  }),
  training: fc.record({
    acgmeMonths: orNull(fc.integer({ min: 0, max: 60 })),
    acgmePatientCareMonths: orNull(fc.integer({ min: 0, max: 48 })),
    abmggCredit: orNull(fc.constantFrom(...ABMGG_CREDIT)),
    abroadMonths: orNull(fc.integer({ min: 0, max: 60 })),
    pediatricsMonths: orNull(fc.integer({ min: 0, max: 48 })),
    medicineMonths: orNull(fc.integer({ min: 0, max: 48 })),
    obgynCompleted: orNull(fc.boolean()),
  }),
  clinical: orNull(fc.array(clinical, few)),
  research: orNull(fc.array(research, few)),
  publications: orNull(fc.array(publication, few)),
  letters: orNull(fc.array(letter, few)),
  niches: orNull(fc.uniqueArray(fc.constantFrom(...NICHES))),
  school: fc.record({
    standing: orNull(fc.constantFrom(...CLASS_STANDINGS)),
    pediatrics: orNull(fc.constantFrom(...GRADES)),
    medicine: orNull(fc.constantFrom(...GRADES)),
    neurology: orNull(fc.constantFrom(...GRADES)),
  }),
  explanationOnFile: orNull(fc.boolean()),
  attempts: orNull(fc.array(attempt, { maxLength: 6 })),
  preferences: fc.record({
    states: fc.uniqueArray(fc.constantFrom('OH', 'NY', 'CA')),
    settings: fc.uniqueArray(
      fc.constantFrom('university', 'community_affiliated', 'children_hospital', 'government'),
    ),
    research: orNull(fc.constantFrom('high', 'any')),
    pathways: fc.uniqueArray(fc.constantFrom(...PATHWAYS)),
  }),
})

const numbers: Partial<Record<FactField, fc.Arbitrary<number>>> = {
  min_step1: fc.integer({ min: 200, max: 240 }),
  min_step2ck: fc.integer({ min: 215, max: 255 }),
  attempts_limit: fc.integer({ min: 1, max: 3 }),
  years_since_graduation_max: fc.integer({ min: 1, max: 10 }),
  required_acgme_months: fc.integer({ min: 0, max: 36 }),
  duration_years: fc.integer({ min: 2, max: 5 }),
  nrmp_last_year_with_position: fc.integer({ min: 2015, max: 2027 }),
}

/** The fields that the engine computes with. */
export const READ_FIELDS = (
  [
    'offers_place_this_season',
    'recruiting',
    'j1_accepted',
    'h1b_accepted',
    'resident_pay_from_training_grant',
    'min_step1',
    'min_step2ck',
    'attempts_limit',
    'years_since_graduation_max',
    'us_clinical_experience',
    'step3_required',
    'required_acgme_months',
    'img_in_program',
    'img_applications_addressed',
    'research_orientation',
    'setting',
    'size_class',
    'duration_years',
    'nrmp_last_year_with_position',
    'application_deadline',
  ] as const
).slice()

export function valuesOf(field: FactField): fc.Arbitrary<string | number> {
  const spec = FACT_FIELDS[field]
  if (spec.kind === 'choice') return fc.constantFrom<string>(...spec.options)
  if (spec.kind === 'date') return date(2024, 2028)
  return numbers[field] ?? fc.integer({ min: 1, max: 5 })
}

export const facts: fc.Arbitrary<ProgramFact> = fc.constantFrom(...READ_FIELDS).chain((field) =>
  fc
    .record({
      id: fc.uuid(),
      value: valuesOf(field),
      scope: fc.constantFrom(...FACT_SCOPES),
      year: orNull(fc.integer({ min: 2006, max: 2028 })),
      season: fc.option(fc.integer({ min: 2024, max: 2029 }), { nil: null, freq: 1 }),
      origin: fc.constantFrom('catalogue', 'catalogue', 'told', 'own'),
    })
    .map((drawn) => buildFact({ ...drawn, field, origin: drawn.origin as ProgramFact['origin'] })),
)

export const programs: fc.Arbitrary<Program> = fc.record({
  id: fc.uuid(),
  sponsor: fc.constant('A sponsor'),
  name: fc.constant('Medical genetics'),
  city: fc.constant(null),
  state: orNull(fc.constantFrom('OH', 'NY', 'CA')),
  pathway: fc.constantFrom(...PATHWAYS),
  isOwn: fc.boolean(),
  facts: fc.array(facts, { maxLength: 12 }),
})

export const todays = date(2026, 2028)
