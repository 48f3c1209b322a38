import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ProgramFact } from '@/lib/programs/fact'
import { factAge, isDeciding, resolveFact, resolveFacts } from '@/lib/programs/resolve-fact'
import { buildFact, buildProgram } from '@/tests/factories/program'

const SEASON = 2028
const j1 = (overrides: Partial<ProgramFact> & { value: string }) =>
  buildFact({ field: 'j1_accepted', ...overrides })
const resolve = (...facts: ProgramFact[]) => resolveFact(buildProgram({ facts }), 'j1_accepted', SEASON)

describe('the closing power of a fact', () => {
  it.each([
    ['the program, this year', j1({ value: 'no', year: 2027 }), true],
    ['the program, three seasons ago', j1({ value: 'no', year: 2025 }), true],
    ['the program, four seasons ago', j1({ value: 'no', year: 2024 }), false],
    ['the program, 2013', j1({ value: 'no', year: 2013 }), false],
    ['the program, undated', j1({ value: 'no', year: null }), false],
    ['its parent residency, this year', j1({ value: 'no', scope: 'parent', year: 2027 }), false],
    ['its institution, this year', j1({ value: 'no', scope: 'institution', year: 2027 }), false],
    ['our classification', j1({ value: 'no', scope: 'classification', year: 2027 }), false],
    ['told to the person', j1({ value: 'no', origin: 'told', year: null }), true],
    ['confirmed by the person', j1({ value: 'no', origin: 'own', scope: 'institution', year: 2013 }), true],
  ])('%s', (_name, fact, decides) => {
    expect(isDeciding(fact, SEASON)).toBe(decides)
    const reading = resolve(fact)
    expect(reading.value).toBe(decides ? 'no' : null)
    expect(reading.lastKnown?.value).toBe('no')
  })

  it('is bound to a season where the statement is', () => {
    const of = (season: number | null, year: number | null, origin: ProgramFact['origin'] = 'catalogue') =>
      buildFact({ field: 'recruiting', value: 'no', season, year, origin })
    expect(isDeciding(of(2028, null), SEASON)).toBe(true)
    expect(isDeciding(of(2024, 2023), SEASON)).toBe(false)
    expect(isDeciding(of(2027, 2026, 'told'), SEASON)).toBe(false)
    expect(isDeciding(of(null, 2025), SEASON)).toBe(false)
    expect(isDeciding(of(null, 2027), SEASON)).toBe(true)
  })
})

describe('which claim counts', () => {
  it('is what the person was told or noted, before any published one', () => {
    const reading = resolve(j1({ value: 'no', year: 2027 }), j1({ value: 'yes', origin: 'told', year: 2026 }))
    expect(reading.value).toBe('yes')
    expect(reading.disagree).toBe(true)
    expect(reading.claims.map((claim) => claim.value)).toEqual(['yes', 'no'])
  })

  it('is then the nearest scope, and in it the newest, undated last', () => {
    const reading = resolve(
      j1({ value: 'no', scope: 'institution', year: 2027 }),
      j1({ value: 'yes', year: null }),
      j1({ value: 'case_by_case', year: 2019 }),
      j1({ value: 'no', scope: 'parent', year: 2027 }),
    )
    expect(reading.claims.map((claim) => [claim.scope, claim.year])).toEqual([
      ['program', 2019],
      ['program', null],
      ['parent', 2027],
      ['institution', 2027],
    ])
    expect(reading.value).toBe(null)
    expect(reading.lastKnown?.value).toBe('case_by_case')
  })

  it('is neither of two that contradict each other with equal weight, and both are shown', () => {
    const reading = resolve(
      j1({ id: 'a', value: 'no', year: 2027 }),
      j1({ id: 'b', value: 'yes', year: 2027 }),
    )
    expect(reading.value).toBe(null)
    expect(reading.disagree).toBe(true)
    expect(reading.claims).toHaveLength(2)
  })

  it('is unknown where nobody says anything', () => {
    expect(resolve()).toMatchObject({ value: null, lastKnown: null, disagree: false, claims: [] })
  })

  it('does not depend on the order in which claims come, and every claim is kept', () => {
    const fact = fc
      .record({
        id: fc.uuid(),
        value: fc.constantFrom('yes', 'no', 'case_by_case'),
        scope: fc.constantFrom('program', 'parent', 'institution', 'classification'),
        year: fc.option(fc.integer({ min: 2010, max: 2028 }), { nil: null }),
        origin: fc.constantFrom('catalogue', 'told', 'own'),
      })
      .map((drawn) => j1(drawn as Partial<ProgramFact> & { value: string }))
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 6 }), (claims) => {
        const forwards = resolve(...claims)
        expect(resolve(...claims.toReversed())).toEqual(forwards)
        expect(forwards.claims).toHaveLength(claims.length)
        const all = resolveFacts(buildProgram({ facts: claims }), SEASON).get('j1_accepted')
        if (claims.length > 0) expect(all).toEqual(forwards)
      }),
    )
  })
})

describe('the age of a fact', () => {
  it.each([
    [2028, 'fresh'],
    [2027, 'fresh'],
    [2026, 'ageing'],
    [2025, 'ageing'],
    [2024, 'stale'],
    [2013, 'stale'],
    [null, 'undated'],
  ])('of %s is %s for season 2028', (year, age) => {
    expect(factAge(j1({ value: 'yes', year }), SEASON)).toBe(age)
  })

  it('of an answer is counted from the day it was given', () => {
    expect(factAge(j1({ value: 'yes', year: 2013, statedOn: '2027-04-01', origin: 'told' }), SEASON)).toBe(
      'fresh',
    )
  })
})
