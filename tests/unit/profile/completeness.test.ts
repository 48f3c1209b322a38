import { describe, expect, it } from 'vitest'

import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import { completenessWords, profileCompleteness, QUESTIONS } from '@/lib/profile/completeness'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { profileWarnings } from '@/lib/profile/profile-rules'
import { sampleApplicant } from '@/lib/profile/sample-applicant'
import { PROFILE_SECTIONS } from '@/lib/profile/words'

const keys = (applicant: Applicant) => profileCompleteness(applicant).missing.map((answer) => answer.key)

const complete: Applicant = {
  ...sampleApplicant(2028),
  school: { standing: 'upper_half', pediatrics: 'honors', medicine: 'good', neurology: 'good' },
}

describe('what a profile leaves open', () => {
  it('is everything for someone of whom nothing is known, exams and visa first', () => {
    const found = profileCompleteness(EMPTY_APPLICANT)
    expect(found.said).toBe(0)
    expect(keys(EMPTY_APPLICANT).slice(0, 2)).toEqual(['exams', 'visa_need'])
    expect(found.sections.explanation).toBe('not_asked')
    const others = PROFILE_SECTIONS.filter((section) => section !== 'explanation')
    expect(others.map((section) => found.sections[section])).toEqual(others.map(() => 'unknown'))
    for (const answer of found.missing) expect(answer.sharpens).toMatch(/\.$/)
  })

  it('is nothing once everything is said', () => {
    expect(keys(complete)).toEqual([])
    expect(completenessWords(profileCompleteness(complete))).toBe('Everything that the fit reads is said.')
  })

  it('takes "none" as an answer', () => {
    const none: Applicant = {
      ...complete,
      attempts: [],
      clinical: [],
      research: [],
      publications: [],
      letters: [],
      niches: [],
      explanationOnFile: null,
    }
    expect(keys(none)).toEqual([])
  })

  it.each<[string, Partial<Applicant>, string]>([
    ['research', { research: null }, 'research'],
    ['clinical experience', { clinical: null }, 'clinical'],
    ['letters', { letters: null }, 'letters'],
    ['one grade', { school: { ...complete.school, neurology: null } }, 'school'],
    ['an explanation of a failed attempt', { explanationOnFile: null }, 'explanation'],
    ['the visas one accepts', { visa: { ...complete.visa, acceptable: null } }, 'acceptable_visas'],
    ['ACGME months', { training: { ...complete.training, acgmeMonths: null } }, 'acgme_months'],
    ['the end of the certificate', { ecfmg: { ...complete.ecfmg, status: 'certified' } }, 'ecfmg_end'],
  ])('names %s', (_, change, key) => {
    expect(keys({ ...complete, ...change })).toEqual([key])
  })

  it('asks only what arises for this person', () => {
    expect(keys({ ...complete, visa: { ...EMPTY_APPLICANT.visa, need: 'no_visa_needed' } })).toEqual([])
    const trained = { ...complete.training, acgmeMonths: 12, acgmePatientCareMonths: null }
    expect(keys({ ...complete, training: trained })).toEqual(['patient_care_months'])
    const unscored = (complete.attempts ?? []).map((attempt) => ({ ...attempt, score: null }))
    expect(keys({ ...complete, attempts: unscored })).toEqual(['step2ck_score'])
  })

  it('tells a section that was begun from one that was not', () => {
    const begun = { ...complete, school: { ...EMPTY_APPLICANT.school, medicine: 'good' as const } }
    expect(profileCompleteness(begun).sections.school).toBe('partial')
    expect(profileCompleteness({ ...complete, school: EMPTY_APPLICANT.school }).sections.school).toBe(
      'unknown',
    )
    expect(profileCompleteness(complete).sections.school).toBe('said')
  })

  it('orders the factors as the fit weighs them', () => {
    const { points } = FIT_POLICY
    const total = (...codes: (keyof typeof points)[]) =>
      Math.max(...codes.map((code) => points[code].up + points[code].down))
    const weights: Record<string, number> = {
      step2ck_score: total('step2ck'),
      research: total('genetics_research'),
      clinical: total('us_clinical'),
      letters: total('letters'),
      school: total('school'),
      publications: total('publications'),
      niches: total('niche'),
      preparation: total('track'),
    }
    const order = QUESTIONS.map((question) => question.key).filter((key) => key in weights)
    expect(order).toHaveLength(Object.keys(weights).length)
    const found = order.map((key) => weights[key] ?? 0)
    expect(found).toEqual([...found].sort((a, b) => b - a))
  })
})

describe('warnings', () => {
  const codes = (change: Partial<Applicant>) =>
    profileWarnings({ ...complete, ...change }).map((warning) => warning.code)

  it('are none for the sample', () => {
    expect(codes({})).toEqual([])
  })

  it('tell a graduate that only a student may do an elective, and refuse nothing', () => {
    const elective = [{ kind: 'elective' as const, specialty: 'genetics' as const, place: '', weeks: 4 }]
    expect(codes({ clinical: elective })).toEqual(['hands_on_after_graduation'])
    expect(codes({ clinical: elective, graduation: { status: 'enrolled', on: null } })).toEqual([])
  })

  it('name what does not go together', () => {
    expect(
      codes({ ecfmg: { ...complete.ecfmg, status: 'certified' }, attempts: [], explanationOnFile: null }),
    ).toEqual(['certified_without_exams'])
    expect(codes({ visa: { ...complete.visa, j1YearsUsed: 7 } })).toEqual(['j1_years_used_up'])
    expect(codes({ training: { ...complete.training, acgmeMonths: 12 } })).toEqual([
      'acgme_without_certificate',
    ])
    expect(codes({ attempts: [], explanationOnFile: true })).toEqual(['explanation_without_fail'])
  })
})
