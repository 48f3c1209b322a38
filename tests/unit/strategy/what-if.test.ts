import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateFit } from '@/lib/fit/evaluate'
import { STANDINGS } from '@/lib/fit/ledger'
import { FIT_POLICY } from '@/lib/fit/policy'
import { comparePrograms } from '@/lib/strategy/compare'
import { comparisonSentence } from '@/lib/strategy/compare-words'
import { suggestPrograms } from '@/lib/strategy/suggestions'
import {
  applyWhatIf,
  createWhatIf,
  isWorthTrying,
  NO_WHAT_IF,
  step2ckRange,
  triedAnswers,
  type WhatIf,
  whatIfOf,
} from '@/lib/strategy/what-if'
import { WHAT_IF_LABELS, WHAT_IF_SECTIONS, whatIfSentence } from '@/lib/strategy/what-if-words'
import { buildApplicant, buildAttempt, buildEmptyApplicant } from '@/tests/factories/applicant'
import { buildFact, buildOpenProgram } from '@/tests/factories/program'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-catalogue'
import {
  buildHighScoreWithoutGenetics,
  buildLowScoreWithResearch,
  buildPermanentResident,
} from '@/tests/factories/written-applicants'

const season = shippedSeason(2028)
const today = '2026-11-22'
const context = { seasonYear: 2028, today }
const listed = shippedPrograms.map((program) => ({ program, appliedOn: null }))
const PEOPLE = [
  buildHighScoreWithoutGenetics(),
  buildLowScoreWithResearch(),
  buildPermanentResident(),
  buildEmptyApplicant(),
  buildApplicant({
    attempts: [buildAttempt({ exam: 'step2ck', takenOn: '2027-06-22', outcome: 'planned' })],
  }),
]
const setting = (applicant = PEOPLE[0] ?? buildApplicant()) => ({
  applicant,
  season,
  policy: FIT_POLICY,
  today,
})

const tries = fc.record<WhatIf>({
  step2ck: fc.option(fc.integer({ min: 218, max: 280 })),
  hasPassedStep3: fc.option(fc.boolean()),
  isCertified: fc.option(fc.boolean()),
  needsVisa: fc.option(fc.boolean()),
  acceptsJ1: fc.option(fc.boolean()),
  acceptsH1b: fc.option(fc.boolean()),
  geneticsResearchMonths: fc.option(fc.integer({ min: 0, max: 36 })),
  firstAuthorPapers: fc.option(fc.integer({ min: 0, max: 4 })),
  geneticsWeeks: fc.option(fc.integer({ min: 0, max: 16 })),
  hasUsGeneticistLetter: fc.option(fc.boolean()),
  hasExplanation: fc.option(fc.boolean()),
  acgmeMonths: fc.option(fc.integer({ min: 0, max: 36 })),
})

test('what means nothing to a person is not offered to be tried', () => {
  const high = buildHighScoreWithoutGenetics()
  const resident = buildPermanentResident()
  expect(isWorthTrying('hasExplanation', high, NO_WHAT_IF)).toBe(false)
  expect(isWorthTrying('hasExplanation', buildLowScoreWithResearch(), NO_WHAT_IF)).toBe(true)
  expect(isWorthTrying('acceptsJ1', high, NO_WHAT_IF)).toBe(true)
  expect(isWorthTrying('acceptsH1b', resident, NO_WHAT_IF)).toBe(false)
  expect(isWorthTrying('acceptsJ1', resident, { ...NO_WHAT_IF, needsVisa: true })).toBe(true)
  expect(isWorthTrying('acceptsJ1', high, { ...NO_WHAT_IF, needsVisa: false })).toBe(false)
})

describe('what if', () => {
  test('nothing tried, or everything as it is, leaves the profile as it is', () => {
    for (const applicant of PEOPLE) {
      expect(applyWhatIf(applicant, NO_WHAT_IF, context)).toBe(applicant)
      expect(applyWhatIf(applicant, whatIfOf(applicant), context)).toBe(applicant)
    }
  })

  test('what was tried is what the profile then says, and the given profile is not touched', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PEOPLE), tries, (applicant, tried) => {
        const copy = structuredClone(applicant)
        const changed = whatIfOf(applyWhatIf(applicant, tried, context))
        expect(applicant).toEqual(copy)
        for (const key of Object.keys(tried) as (keyof WhatIf)[]) {
          // Whoever has passed Step 3 holds the certificate.
          if (key === 'isCertified' && tried.hasPassedStep3 === true) continue
          if (tried[key] !== null) expect(changed[key], key).toBe(tried[key])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every row is what the whole fit says of the changed profile', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PEOPLE), tries, (applicant, tried) => {
        const view = createWhatIf(setting(applicant), listed)(tried)
        for (const [index, row] of view.rows.entries()) {
          const program = shippedPrograms[index]
          if (!program) throw new Error('a row without a program')
          const ledger = evaluateFit({ ...setting(view.applicant), program })
          expect(row).toMatchObject({
            programId: program.id,
            standing: ledger.standing,
            point: ledger.fit.point,
            low: ledger.fit.low,
            high: ledger.fit.high,
          })
          const up = STANDINGS.indexOf(row.before) - STANDINGS.indexOf(row.standing)
          expect(row.moved).toBe(Math.sign(up))
        }
        expect(Object.values(view.standings).reduce((sum, count) => sum + count, 0)).toBe(listed.length)
      }),
      { numRuns: 15 },
    )
  })

  test('a higher score on the slider never lowers a program', () => {
    const look = createWhatIf(setting(buildLowScoreWithResearch()), listed)
    let before = look({ ...NO_WHAT_IF, step2ck: 218 }).rows
    for (let score = 220; score <= 280; score += 5) {
      const rows = look({ ...NO_WHAT_IF, step2ck: score }).rows
      for (const [index, row] of rows.entries())
        expect(row.point).toBeGreaterThanOrEqual(before[index]?.point ?? 0)
      before = rows
    }
  })

  test('the slider begins at the passing standard of the exam day: below it is a fail', () => {
    expect(step2ckRange(buildApplicant(), today).min).toBe(218)
    const earlier = buildApplicant({ attempts: [buildAttempt({ takenOn: '2024-06-20', score: 240 })] })
    expect(step2ckRange(earlier, today).min).toBe(214)
  })

  test('says in one sentence what a try does, and that nothing is saved', () => {
    expect(whatIfSentence({ up: 12, down: 1 })).toBe(
      '12 programs stand higher and 1 program stands lower. Nothing is saved.',
    )
    expect(whatIfSentence({ up: 0, down: 0 })).toContain('Nothing is saved')
    expect(Object.keys(WHAT_IF_LABELS).sort()).toEqual(Object.keys(NO_WHAT_IF).sort())
  })

  test('is plain data: it survives JSON', () => {
    const view = createWhatIf(setting(), listed)(NO_WHAT_IF)
    expect(JSON.parse(JSON.stringify(view.rows))).toEqual(view.rows)
  })
})

describe('what it would take to keep a try', () => {
  test('is what differs from the profile, and each answer has a place where it is entered', () => {
    fc.assert(
      fc.property(tries, (tried) => {
        for (const applicant of PEOPLE) {
          const profile = whatIfOf(applicant)
          const keep = triedAnswers(tried, profile)
          // Nothing to enter means that the profile already says all of it, and the other way round.
          expect(keep.length === 0).toBe(applyWhatIf(applicant, tried, context) === applicant)
          for (const key of keep) expect(WHAT_IF_SECTIONS[key]).toBeTruthy()
        }
      }),
      { numRuns: 40 },
    )
  })

  test('suggestions follow: what is suggested with the answers is what the changed profile would be suggested', () => {
    const applicant = buildHighScoreWithoutGenetics()
    const input = { programs: [], catalogue: shippedPrograms, dismissals: [], limit: 6 }
    const look = createWhatIf(setting(applicant), [])
    const more = { ...NO_WHAT_IF, geneticsResearchMonths: 24, hasUsGeneticistLetter: true }
    const tried = suggestPrograms(setting(look(more).applicant), input)
    expect(tried).toEqual(suggestPrograms(setting(applyWhatIf(applicant, more, context)), input))
    expect(tried).not.toEqual(suggestPrograms(setting(applicant), input))
  })
})

describe('side by side', () => {
  const take = (count: number) => listed.slice(0, count)

  test('two to four programs, each once', () => {
    expect(() => comparePrograms(setting(), take(1))).toThrow(RangeError)
    expect(() => comparePrograms(setting(), take(5))).toThrow(RangeError)
    const [first] = listed
    if (first) expect(() => comparePrograms(setting(), [first, first])).toThrow(RangeError)
    expect(comparePrograms(setting(), take(4)).programIds.length).toBe(4)
  })

  test('every line has a cell for each program, in the order given, and says where they differ', () => {
    const comparison = comparePrograms(setting(buildLowScoreWithResearch()), take(3))
    for (const line of [...comparison.facts, ...comparison.gates, ...comparison.factors]) {
      expect(line.cells.length).toBe(3)
    }
    expect(comparison.facts.every((line) => line.cells.some((cell) => cell !== null))).toBe(true)
    const one = buildOpenProgram({ id: 'a', facts: [buildFact({ field: 'setting', value: 'university' })] })
    const other = buildOpenProgram({ id: 'b', facts: [buildFact({ field: 'setting', value: 'government' })] })
    const pair = comparePrograms(
      setting(),
      [one, other].map((program) => ({ program, appliedOn: null })),
    )
    const differs = (code: string) => pair.facts.find((line) => line.code === code)?.differs
    expect(differs('setting')).toBe(true)
    expect(differs('j1_accepted')).toBe(false)
    expect(comparisonSentence(pair)).toMatch(/^Both read as .*They differ in .*1 fact\.$/)
    expect(pair.unknownForAll).toContain('min_step2ck')
    expect(pair.factors.map(({ code }) => code).length).toBe(14)
  })

  test('one cell stands for all only where all read the same: two minimums that are both met differ', () => {
    const withMinimum = (id: string, value: number) => ({
      program: buildOpenProgram({ id, facts: [buildFact({ field: 'min_step2ck', value })] }),
      appliedOn: null,
    })
    const minimum = (...values: number[]) =>
      comparePrograms(
        setting(),
        values.map((value, index) => withMinimum(`p${index}`, value)),
      ).gates.find(({ code }) => code === 'min_step2ck')
    expect(minimum(220, 225)).toMatchObject({ differs: true, isSame: false })
    expect(minimum(220, 220)).toMatchObject({ differs: false, isSame: true })
    const { gates, factors, facts } = comparePrograms(setting(), take(4))
    for (const line of [...gates, ...factors, ...facts]) {
      if (!line.isSame) continue
      expect(line.differs).toBe(false)
      expect(line.cells).not.toContain(null)
    }
  })
})
