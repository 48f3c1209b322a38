import { describe, expect, test } from 'vitest'
import { FIT_POLICY } from '@/lib/fit/policy'
import { readBudget } from '@/lib/strategy/budget-input'
import { NO_GAINS } from '@/lib/strategy/delay'
import { joinedGrounds } from '@/lib/strategy/grounds'
import {
  asksTrainingFirst,
  doorsSentence,
  doorWord,
  sharedDoorSteps,
} from '@/lib/strategy/pathway-advice-words'
import { comparePathways } from '@/lib/strategy/pathways'
import { dismissInput } from '@/lib/strategy/suggestion-input'
import { readYearGains } from '@/lib/strategy/year-gains-input'
import { buildApplicant, buildEmptyApplicant } from '@/tests/factories/applicant'
import { shippedSeason } from '@/tests/factories/season'

describe('what the address of a strategy page may hold', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['600', 600],
    ['1,200 USD', 1200],
    ['$ 90', 90],
    ['0', 0],
    ['-5', 'invalid'],
    ['12.50', 'invalid'],
    ['plenty', 'invalid'],
    [['300', '400'], 300],
  ] as const)('a budget of %j is %j', (typed, read) => {
    expect(readBudget(typed)).toBe(read)
  })

  test('gains that are not said, or no numbers, are none; more than a year can hold is what it can hold', () => {
    expect(readYearGains({})).toEqual(NO_GAINS)
    expect(readYearGains({ research: 'many', weeks: '-3', letter: 'yes' })).toEqual(NO_GAINS)
    expect(readYearGains({ research: '12', researchUs: 'on', acgme: '99', step3: ['on'] })).toEqual({
      ...NO_GAINS,
      geneticsResearchMonths: 12,
      isResearchInUs: true,
      acgmeMonths: 12,
      hasPassedStep3: true,
    })
  })

  test('a suggestion is put aside for one of the known reasons only', () => {
    expect(dismissInput.safeParse({ programId: 'p', reason: 'place' }).success).toBe(true)
    expect(dismissInput.safeParse({ programId: 'p', reason: '' }).success).toBe(false)
  })
})

describe('the doors in words', () => {
  const doorsOf = (applicant = buildApplicant()) =>
    comparePathways({ applicant, season: shippedSeason(2028), policy: FIT_POLICY, today: '2026-11-22' }, [])

  test('a certificate still to come is a step left; only training makes a door "not open yet"', () => {
    const doors = doorsOf(
      buildApplicant({
        ecfmg: {
          status: 'in_progress',
          stepsDone: ['application', 'credentials_verified'],
          certifiedOn: null,
          validUntil: null,
          permanent: null,
        },
      }),
    )
    const word = (pathway: string) => {
      const door = doors.find((candidate) => candidate.pathway === pathway)
      return door && doorWord(door).word
    }
    expect(word('peds_mgg')).toBe('Open, with steps left')
    expect(word('mgg')).toBe('Not open to you yet')
    expect(doors.filter(asksTrainingFirst).map(({ pathway }) => pathway)).toContain('mgg')
    expect(sharedDoorSteps(doors).join(' ')).toContain('ECFMG certificate')
    expect(doorsSentence(doors)).toMatch(/^Open, with steps left: pediatrics-genetics/)
  })

  test('of someone who has said nothing, every door but the one for information depends on that', () => {
    expect(new Set(doorsOf(buildEmptyApplicant()).map((door) => doorWord(door).word))).toEqual(
      new Set(['Depends on what you have not said', 'For information']),
    )
  })

  test('grounds that are joined name each criterion and page once', () => {
    const page = { title: 'A page', url: 'https://example.org', year: 2026 }
    const joined = joinedGrounds([
      { criteria: ['D1', 'F8'], sources: [page] },
      { criteria: ['F8'], sources: [{ ...page }] },
    ])
    expect(joined).toEqual({ criteria: ['D1', 'F8'], sources: [page] })
  })
})
