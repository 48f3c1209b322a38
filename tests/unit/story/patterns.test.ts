import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { readPatterns } from '@/lib/story/patterns'
import { buildAttempt } from '@/tests/factories/applicant'
import { buildRecord } from '@/tests/factories/story'

const exams = (score: number | null, { step1Fails = 0, step2Fails = 0 } = {}) => [
  ...Array.from({ length: step1Fails }, (_, index) =>
    buildAttempt({ exam: 'step1', takenOn: `2024-0${index + 1}-10`, outcome: 'fail' }),
  ),
  buildAttempt({ exam: 'step1', takenOn: '2025-03-10' }),
  ...Array.from({ length: step2Fails }, () =>
    buildAttempt({ exam: 'step2ck', takenOn: '2026-01-20', outcome: 'fail', score: 210 }),
  ),
  ...(score === null ? [] : [buildAttempt({ exam: 'step2ck', takenOn: '2026-06-20', score })]),
]

const PAPER = { field: 'genetics', kind: 'paper', author: 'first', state: 'accepted' } as const
const GOOD_SCHOOL = { standing: null, pediatrics: 'honors', medicine: 'honors', neurology: 'honors' } as const
const GROWTH = { author: 'home_clinician', state: 'in_hand', topics: ['growth'] } as const
const US_LETTER = { author: 'us_geneticist', state: 'in_hand', topics: ['complex_genetic_cases'] } as const
const CLINIC = { kind: 'observership', specialty: 'genetics', place: '', weeks: 8 } as const

const read = (applicant: Partial<Applicant>) => readPatterns(buildRecord(applicant), FIT_POLICY)

describe('which story a record tells', () => {
  test('a fail, then 238, a paper that came out and strong evaluations: the recovery', () => {
    const { chosen } = read({
      attempts: exams(238, { step1Fails: 1 }),
      publications: [PAPER],
      school: GOOD_SCHOOL,
      letters: [GROWTH],
    })
    expect(chosen).toMatchObject({ pattern: 'recovery', state: 'fits' })
  })

  test('the same without a publication: nearly, and the missing evidence is named', () => {
    const { chosen } = read({
      attempts: exams(238, { step1Fails: 1 }),
      publications: [{ ...PAPER, state: 'submitted' }],
      school: GOOD_SCHOOL,
      letters: [GROWTH],
      clinical: [],
    })
    expect(chosen).toMatchObject({
      pattern: 'recovery',
      state: 'nearly',
      support: [
        { code: 'research_output', state: 'missing' },
        { code: 'evaluations', state: 'met' },
      ],
    })
  })

  test('a clean 228 with weeks in a US genetics clinic and a US letter: the clinic', () => {
    const { chosen } = read({ attempts: exams(228), clinical: [CLINIC], letters: [US_LETTER] })
    expect(chosen).toMatchObject({ pattern: 'clinic', state: 'fits' })
  })

  test('a promised letter is not there yet', () => {
    const { chosen } = read({
      attempts: exams(228),
      clinical: [CLINIC],
      letters: [{ ...US_LETTER, state: 'promised' }],
    })
    expect(chosen).toMatchObject({ pattern: 'clinic', state: 'nearly' })
  })

  test('219 with a registry and months of research: the niche', () => {
    const { chosen, all } = read({
      attempts: exams(219),
      niches: ['rare_disease_registry'],
      research: [{ field: 'genetics', months: 12, role: 'member', inUs: false }],
    })
    expect(chosen).toMatchObject({ pattern: 'niche', state: 'fits' })
    expect(all.find(({ pattern }) => pattern === 'clinic')?.state).toBe('other')
  })

  test('a clean 250 needs none of them, and is told so', () => {
    expect(read({ attempts: exams(250) })).toMatchObject({ chosen: null, none: 'clean' })
  })

  test('a 250 after a fail is the recovery', () => {
    expect(read({ attempts: exams(250, { step1Fails: 1 }) }).chosen?.pattern).toBe('recovery')
  })

  test('250 after a Step 2 CK that did not pass is none of the three', () => {
    expect(read({ attempts: exams(250, { step2Fails: 1 }) })).toMatchObject({ chosen: null, none: 'other' })
  })

  test.each([[exams(null)], [null]])('before a result nothing is said', (attempts) => {
    expect(read({ attempts })).toMatchObject({ chosen: null, none: 'open' })
  })

  test('someone who has said nothing has no pattern and no condition met', () => {
    const { chosen, none, all } = readPatterns(buildRecord(EMPTY_APPLICANT), FIT_POLICY)
    expect({ chosen, none }).toEqual({ chosen: null, none: 'open' })
    expect(all.flatMap(({ shape, support }) => [...shape, ...support]).map(({ state }) => state)).toEqual(
      Array.from({ length: 10 }, () => 'not_said'),
    )
  })
})

const applicants = fc.record({
  attempts: fc
    .record({
      score: fc.option(fc.integer({ min: 218, max: 270 })),
      step1Fails: fc.integer({ min: 0, max: 2 }),
      step2Fails: fc.integer({ min: 0, max: 1 }),
    })
    .map(({ score, ...fails }) => exams(score, fails)),
  clinical: fc.option(
    fc.array(
      fc.record({
        kind: fc.constantFrom('observership' as const, 'elective' as const),
        specialty: fc.constantFrom('genetics' as const, 'pediatrics' as const),
        place: fc.constant(''),
        weeks: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 3 },
    ),
  ),
  publications: fc.option(
    fc.array(
      fc.record({
        field: fc.constantFrom('genetics' as const, 'other' as const),
        kind: fc.constantFrom('paper' as const, 'abstract' as const),
        author: fc.constantFrom('first' as const, 'other' as const),
        state: fc.constantFrom('published' as const, 'submitted' as const),
      }),
      { maxLength: 3 },
    ),
  ),
  letters: fc.option(
    fc.array(
      fc.record({
        author: fc.constantFrom('us_geneticist' as const, 'home_clinician' as const),
        state: fc.constantFrom('in_hand' as const, 'promised' as const),
        topics: fc.subarray(['growth' as const, 'reliability' as const]),
      }),
      { maxLength: 3 },
    ),
  ),
  niches: fc.option(fc.subarray(['languages' as const, 'bioinformatics' as const])),
})

describe('what always holds', () => {
  const RANK = { other: 0, open: 0, nearly: 1, fits: 2 } as const

  test('more evidence never takes a pattern away', () => {
    fc.assert(
      fc.property(applicants, (applicant) => {
        const before = read(applicant)
        const after = read({
          ...applicant,
          clinical: [...(applicant.clinical ?? []), CLINIC],
          publications: [...(applicant.publications ?? []), PAPER],
          letters: [...(applicant.letters ?? []), US_LETTER],
          niches: [...new Set([...(applicant.niches ?? []), 'rare_disease_registry' as const])],
        })
        for (const [index, { pattern, state }] of before.all.entries()) {
          const now = after.all[index]
          expect(now && RANK[now.state], pattern).toBeGreaterThanOrEqual(RANK[state])
        }
      }),
    )
  })

  test('the order of entries changes nothing', () => {
    fc.assert(
      fc.property(applicants, (applicant) => {
        const turned = {
          ...applicant,
          attempts: applicant.attempts.toReversed(),
          clinical: applicant.clinical?.toReversed() ?? null,
          publications: applicant.publications?.toReversed() ?? null,
          letters: applicant.letters?.toReversed() ?? null,
        }
        expect(read(turned)).toEqual(read(applicant))
      }),
    )
  })

  test('a pattern that fits has every condition met, and a reason stands wherever none is chosen', () => {
    fc.assert(
      fc.property(applicants, (applicant) => {
        const { all, chosen, none } = read(applicant)
        expect(chosen === null).toBe(none !== null)
        for (const { state, shape, support } of all.filter((one) => one.state === 'fits')) {
          expect({ state, all: [...shape, ...support].every((one) => one.state === 'met') }).toEqual({
            state,
            all: true,
          })
        }
        if (all.some(({ state }) => state === 'fits')) expect(chosen?.state).toBe('fits')
      }),
    )
  })
})
