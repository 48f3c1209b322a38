import type { Applicant } from '@/lib/profile/applicant'
import { buildApplicant, buildAttempt, buildLetter, buildPublication, buildResearch } from './applicant'

/*
 * Three people whose advice a good adviser could check line by line. All plan for season 2028 on 22 November 2026.
 */

/** A 252 with clean attempts, a J-1 need, and nothing in genetics: no research, no paper, no weeks in the US, no letter. */
export function buildHighScoreWithoutGenetics(overrides: Partial<Applicant> = {}): Applicant {
  return buildApplicant({
    visa: { need: 'needs_visa', acceptable: ['j1'], j1YearsUsed: 0, entryLimitMayApply: false },
    graduation: { status: 'graduated', on: '2025-06-30' },
    clinical: [],
    research: [],
    publications: [],
    letters: [buildLetter({ author: 'home_clinician', topics: ['reliability'] })],
    niches: [],
    school: { standing: 'top_quarter', pediatrics: 'honors', medicine: 'honors', neurology: 'good' },
    attempts: [
      buildAttempt({ exam: 'step1', takenOn: '2024-11-12', score: null }),
      buildAttempt({ exam: 'step2ck', takenOn: '2026-06-23', score: 252 }),
    ],
    ...overrides,
  })
}

/** A 228 after a failed Step 1, two years in a genetics laboratory abroad, a first-author paper, no US letter. */
export function buildLowScoreWithResearch(overrides: Partial<Applicant> = {}): Applicant {
  return buildApplicant({
    visa: { need: 'needs_visa', acceptable: ['j1', 'h1b'], j1YearsUsed: 0, entryLimitMayApply: false },
    graduation: { status: 'graduated', on: '2022-06-30' },
    clinical: [],
    research: [buildResearch({ months: 24, role: 'member', inUs: false })],
    publications: [buildPublication()],
    letters: [
      buildLetter({ author: 'home_geneticist', topics: ['reliability', 'complex_genetic_cases'] }),
      buildLetter({ author: 'home_clinician', topics: [] }),
    ],
    niches: ['population_genetics', 'languages'],
    school: { standing: 'upper_half', pediatrics: 'good', medicine: 'good', neurology: 'good' },
    explanationOnFile: false,
    attempts: [
      buildAttempt({ exam: 'step1', takenOn: '2024-03-10', outcome: 'fail' }),
      buildAttempt({ exam: 'step1', takenOn: '2024-11-12', score: null }),
      buildAttempt({ exam: 'step2ck', takenOn: '2026-05-20', score: 228 }),
    ],
    ...overrides,
  })
}

/** A permanent resident who has completed a preliminary year: no visa question, and two-year genetics is in reach. */
export function buildPermanentResident(overrides: Partial<Applicant> = {}): Applicant {
  return buildApplicant({
    visa: { need: 'no_visa_needed', acceptable: null, j1YearsUsed: 0, entryLimitMayApply: false },
    graduation: { status: 'graduated', on: '2023-06-30' },
    training: {
      acgmeMonths: 12,
      acgmePatientCareMonths: 12,
      abmggCredit: 'not_asked',
      abroadMonths: 0,
      pediatricsMonths: 3,
      medicineMonths: 12,
      obgynCompleted: false,
    },
    // Twelve reported months of ACGME training make the certificate permanent.
    ecfmg: { ...buildApplicant().ecfmg, validUntil: null, permanent: true },
    research: [buildResearch({ months: 6 })],
    publications: [],
    attempts: [
      buildAttempt({ exam: 'step1', takenOn: '2023-11-12', score: null }),
      buildAttempt({ exam: 'step2ck', takenOn: '2024-06-23', score: 239 }),
    ],
    ...overrides,
  })
}
