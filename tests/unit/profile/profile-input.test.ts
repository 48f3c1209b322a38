import { describe, expect, it } from 'vitest'
import type { z } from 'zod'

import {
  clinicalInput,
  ecfmgInput,
  explanationInput,
  graduationInput,
  letterInput,
  nichesInput,
  preferencesInput,
  publicationInput,
  researchInput,
  SECTION_INPUTS,
  schoolInput,
  trainingInput,
  visaInput,
} from '@/lib/profile/profile-input'
import { certificateDayProblems, graduationProblems } from '@/lib/profile/profile-rules'

/** The first message of each refused field, by the name of the field. */
function errors(schema: z.ZodType, values: Record<string, unknown>): Record<string, string> {
  const parsed = schema.safeParse(values)
  if (parsed.success) return {}
  return Object.fromEntries(
    parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse(),
  )
}

describe('an untouched form', () => {
  it.each(Object.entries(SECTION_INPUTS))('of %s is valid and says nothing', (section, schema) => {
    const untouched = Object.fromEntries(Object.keys(schema.shape).map((field) => [field, '']))
    for (const values of [{}, untouched]) {
      const parsed = schema.parse(values) as Record<string, unknown>
      const lists = Object.values(parsed).filter((value) => value !== null)
      // Only preferences know an empty list: it means "no preference", which is an answer about nothing.
      expect(lists).toEqual(section === 'preferences' ? [[], [], []] : [])
    }
  })
})

describe('what is said', () => {
  it('keeps "no", 0 and "none" apart from nothing', () => {
    expect(explanationInput.parse({ isExplanationOnFile: 'no' })).toEqual({ isExplanationOnFile: false })
    expect(trainingInput.parse({ acgmeMonths: '0' })).toMatchObject({ acgmeMonths: 0, abroadMonths: null })
    expect(nichesInput.parse({ niches: 'none' })).toEqual({ niches: [] })
    expect(nichesInput.parse({ niches: undefined })).toEqual({ niches: null })
    expect(errors(nichesInput, { niches: ['none', 'languages'] }).niches).toContain('not both')
  })

  it('reads one ticked box and several', () => {
    expect(visaInput.parse({ visaNeed: 'needs_visa', acceptableVisas: 'j1' }).acceptableVisas).toEqual(['j1'])
    expect(visaInput.parse({ acceptableVisas: ['h1b', 'j1', 'j1'] }).acceptableVisas).toEqual(['j1', 'h1b'])
    expect(preferencesInput.parse({ preferredStates: 'UT', preferredPathways: ['peds_mgg', 'mgg'] })).toEqual(
      {
        preferredStates: ['UT'],
        preferredSettings: [],
        preferredResearch: null,
        preferredPathways: ['peds_mgg', 'mgg'],
      },
    )
  })

  it('takes list entries whole', () => {
    expect(
      clinicalInput.parse({
        kind: 'observership',
        specialty: 'genetics',
        place: ' Salt Lake City ',
        weeks: '8',
      }),
    ).toEqual({
      kind: 'observership',
      specialty: 'genetics',
      place: 'Salt Lake City',
      weeks: 8,
    })
    expect(researchInput.parse({ field: 'genetics', role: 'member', months: '14', isInUs: 'on' })).toEqual({
      field: 'genetics',
      role: 'member',
      months: 14,
      isInUs: true,
      topic: '',
    })
    expect(researchInput.parse({ field: 'genetics', role: 'member', months: '14' }).isInUs).toBe(false)
    expect(letterInput.parse({ author: 'us_geneticist', state: 'promised', writer: 'Ñ 李' })).toMatchObject({
      topics: [],
      writer: 'Ñ 李',
    })
    expect(
      publicationInput.parse({ field: 'genetics', kind: 'paper', author: 'first', state: 'accepted' }),
    ).toMatchObject({ title: '' })
  })
})

describe('what cannot be is refused at its field', () => {
  it.each<[string, z.ZodType, Record<string, unknown>, string, RegExp]>([
    [
      'more patient care than training',
      trainingInput,
      { acgmeMonths: '12', acgmePatientCareMonths: '13' },
      'acgmePatientCareMonths',
      /at most 12/,
    ],
    [
      'patient care in no training',
      trainingInput,
      { acgmeMonths: '0', acgmePatientCareMonths: '1' },
      'acgmePatientCareMonths',
      /at most 0/,
    ],
    ['months with a fraction', trainingInput, { acgmeMonths: '1.5' }, 'acgmeMonths', /whole months/],
    ['negative months', trainingInput, { abroadMonths: '-3' }, 'abroadMonths', /whole months/],
    ['months in words', trainingInput, { medicineMonths: 'two' }, 'medicineMonths', /whole months/],
    [
      'a certificate that ends before it begins',
      ecfmgInput,
      { ecfmgStatus: 'certified', ecfmgCertifiedOn: '2026-05-01', ecfmgValidUntil: '2026-04-30' },
      'ecfmgValidUntil',
      /cannot end before/,
    ],
    [
      'a permanent certificate with an end',
      ecfmgInput,
      { ecfmgStatus: 'certified', isEcfmgPermanent: 'yes', ecfmgValidUntil: '2028-12-31' },
      'ecfmgValidUntil',
      /permanent/,
    ],
    [
      'a certificate day without a certificate',
      ecfmgInput,
      { ecfmgStatus: 'in_progress', ecfmgCertifiedOn: '2026-05-01' },
      'ecfmgCertifiedOn',
      /certified/,
    ],
    [
      'a day that does not exist',
      graduationInput,
      { graduationStatus: 'graduated', graduationOn: '2023-02-29' },
      'graduationOn',
      /year-month-day/,
    ],
    ['a visa of another kind', visaInput, { acceptableVisas: ['b1'] }, 'acceptableVisas', /J-1 and H-1B/],
    ['a grade of another scale', schoolInput, { medicineGrade: 'A+' }, 'medicineGrade', /nearest grade/],
    [
      'a state that is none',
      preferencesInput,
      { preferredStates: ['XX'] },
      'preferredStates',
      /states from the list/,
    ],
    [
      'a state from an object’s own methods',
      preferencesInput,
      { preferredStates: 'toString' },
      'preferredStates',
      /states from the list/,
    ],
    [
      'no weeks',
      clinicalInput,
      { kind: 'elective', specialty: 'genetics', weeks: '0' },
      'weeks',
      /whole weeks/,
    ],
    ['no kind', clinicalInput, { specialty: 'genetics', weeks: '4' }, 'kind', /kind of experience/],
    [
      'two lines of place',
      clinicalInput,
      { kind: 'elective', specialty: 'genetics', weeks: '4', place: 'a\nb' },
      'place',
      /one line/,
    ],
    [
      'a byte that no database keeps',
      clinicalInput,
      { kind: 'elective', specialty: 'genetics', weeks: '4', place: 'a\u0000b' },
      'place',
      /one line/,
    ],
  ])('%s', (_, schema, values, field, message) => {
    const found = errors(schema, values)
    expect(Object.keys(found)).toEqual([field])
    expect(found[field]).toMatch(message)
  })

  it('and what depends on the day of today is asked with it', () => {
    const fields = (status: 'enrolled' | 'graduated', on: string) =>
      graduationProblems({ graduationStatus: status, graduationOn: on }, '2026-11-22').map(
        (problem) => problem.field,
      )
    expect(fields('graduated', '2026-11-22')).toEqual([])
    expect(fields('graduated', '2026-11-23')).toEqual(['graduationOn'])
    expect(fields('enrolled', '2027-06-30')).toEqual([])
    expect(fields('enrolled', '2026-06-30')).toEqual(['graduationOn'])
    expect(certificateDayProblems({ ecfmgCertifiedOn: '2027-01-01' }, '2026-11-22')).toHaveLength(1)
    expect(certificateDayProblems({ ecfmgCertifiedOn: null }, '2026-11-22')).toEqual([])
  })
})
