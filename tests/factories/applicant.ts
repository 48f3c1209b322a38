import type { Exam, ExamAttempt } from '@/lib/exams/attempt'
import type {
  Applicant,
  ClinicalExperience,
  Letter,
  Publication,
  ResearchExperience,
} from '@/lib/profile/applicant'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'

/** A person who has said nothing yet: every section is unknown. */
export function buildEmptyApplicant(overrides: Partial<Applicant> = {}): Applicant {
  return { ...EMPTY_APPLICANT, ...overrides }
}

/**
 * A person straight from abroad, certified, who needs a J-1 and has said everything: passes at the first attempt
 * (Step 2 CK 240), a year of genetics research, an observership and letters. `overrides` replaces whole sections.
 */
export function buildApplicant(overrides: Partial<Applicant> = {}): Applicant {
  return {
    visa: { need: 'needs_visa', acceptable: ['j1'], j1YearsUsed: 0, entryLimitMayApply: false },
    graduation: { status: 'graduated', on: '2024-06-30' },
    ecfmg: {
      status: 'certified',
      stepsDone: ['application', 'credentials_verified', 'pathway_applied', 'pathway_accepted'],
      certifiedOn: '2026-09-01',
      validUntil: '2028-12-31',
      permanent: false,
    },
    training: {
      acgmeMonths: 0,
      acgmePatientCareMonths: 0,
      abmggCredit: 'not_asked',
      abroadMonths: 12,
      pediatricsMonths: 6,
      medicineMonths: 6,
      obgynCompleted: false,
    },
    clinical: [buildClinical()],
    research: [buildResearch()],
    publications: [],
    letters: [buildLetter(), buildLetter({ author: 'us_clinician', topics: ['growth'] })],
    niches: ['languages'],
    school: { standing: 'upper_half', pediatrics: 'good', medicine: 'good', neurology: 'pass' },
    explanationOnFile: false,
    attempts: [
      buildAttempt({ exam: 'step1', takenOn: '2025-03-10', score: null }),
      buildAttempt({ exam: 'step2ck', takenOn: '2026-06-20', score: 240 }),
    ],
    preferences: { states: [], settings: [], research: null, pathways: [] },
    ...overrides,
  }
}

export function buildAttempt(overrides: Partial<ExamAttempt> & { exam?: Exam } = {}): ExamAttempt {
  const exam = overrides.exam ?? 'step2ck'
  const takenOn = overrides.takenOn ?? '2026-06-20'
  return { id: `${exam}-${takenOn}`, exam, takenOn, outcome: 'pass', score: null, oet: null, ...overrides }
}

export function buildResearch(overrides: Partial<ResearchExperience> = {}): ResearchExperience {
  return { field: 'genetics', months: 12, role: 'member', inUs: true, ...overrides }
}

export function buildPublication(overrides: Partial<Publication> = {}): Publication {
  return { field: 'genetics', kind: 'paper', author: 'first', state: 'published', ...overrides }
}

export function buildClinical(overrides: Partial<ClinicalExperience> = {}): ClinicalExperience {
  return { kind: 'observership', specialty: 'genetics', place: 'A genetics clinic', weeks: 8, ...overrides }
}

export function buildLetter(overrides: Partial<Letter> = {}): Letter {
  return { author: 'us_geneticist', state: 'in_hand', topics: ['complex_genetic_cases'], ...overrides }
}
