import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '@/lib/dates/calendar-date'
import type { ExamAttempt } from '@/lib/exams/attempt'
import type { ForecastResult } from '@/lib/forecast/forecast'
import { DEFAULT_SETTINGS } from '@/lib/forecast/settings'
import { DECISION_CODES, LEAST_DIFFERENCE, MOST_FAILS, reach, timingDecision } from '@/lib/timing/decision'
import { decisionHeadline, decisionReason, decisionTone } from '@/lib/timing/decision-words'
import { type SimulationInput, simulateSittings } from '@/lib/timing/simulate'
import { buildSeason, NOT_ANNOUNCED, shippedSeason } from '@/tests/factories/season'

const NEXT = buildSeason(2029)

function practice(score: number, takenOn = '2027-05-31'): ForecastResult {
  return {
    id: takenOn,
    exam: 'step2ck',
    kind: 'nbme_ccssa',
    takenOn,
    score,
    percent: null,
    isTimed: true,
    form: '',
  }
}

function decide(on: readonly string[], overrides: Partial<SimulationInput> & { next?: string } = {}) {
  const { next, ...rest } = overrides
  const simulation = simulateSittings({
    season: shippedSeason(2028),
    sittings: [
      ...on.map((examOn) => ({ id: examOn, examOn })),
      ...(next ? [{ id: 'next', examOn: next, season: NEXT }] : []),
    ],
    results: [],
    targetScore: null,
    attempts: [],
    today: '2027-06-01',
    zone: 'Asia/Kathmandu',
    ...rest,
  })
  const decision = timingDecision(simulation, simulation.sittings[0] ? 2028 : 0)
  return {
    ...decision,
    on: decision.chosen?.examOn ?? null,
    headline: decisionHeadline(decision),
    reason: decisionReason(decision, simulation),
    tone: decisionTone(decision),
  }
}

describe('the decision', () => {
  it('speaks for the earlier date where waiting only loses review day', () => {
    // 245 on one form: sd 11.66 on 28 June, so 217.5 lies 2.36 sd below: no future of fifty fails.
    const found = decide(['2027-06-28', '2027-08-25'], { results: [practice(245)], targetScore: 240 })
    expect(found).toMatchObject({ code: 'earlier', on: '2027-06-28', criteria: ['C6', 'C8'], tone: 'good' })
    expect(found.headline).toBe('The dates speak for the earlier one, 28 June 2027.')
    expect(found.reason).toMatch(
      /^The target reached and with programs on review day: 3\d of 50 futures with 28 June/,
    )
  })

  it('calls two dates alike that lie close together', () => {
    const found = decide(['2027-06-28', '2027-07-05'], { results: [practice(245)], targetScore: 240 })
    expect(found).toMatchObject({ code: 'either', on: null, criteria: ['C6', 'C7', 'C8'] })
    expect(found.headline).toContain('Either date does')
  })

  it('is not carried where more than one future in ten fails, and sends to new results', () => {
    const found = decide(['2027-06-28', '2027-07-19'], { results: [practice(222)], targetScore: 240 })
    expect(found).toMatchObject({ code: 'not_carried', on: null, criteria: ['C7'], tone: 'care' })
    expect(found.headline).toBe('The practice results do not carry an exam on 28 June 2027 yet.')
    expect(found.reason).toContain('fall below 218')
    expect(found.reason).toContain('25 July 2027 if it takes eight')
  })

  it('speaks for waiting where the gain that the person expects clears the standard', () => {
    const settings = { ...DEFAULT_SETTINGS, gainPerFourWeeks: 12 }
    const found = decide(['2027-06-07', '2027-07-19'], { results: [practice(226)], settings })
    expect(found).toMatchObject({ code: 'later', on: '2027-07-19', criteria: ['C7'] })
    expect(found.reason).toContain('A fail stays on the transcript, a later date does not.')
  })

  it('never holds it against a later date that less is known of it', () => {
    // Without a gain the later date's band is wider: it may show more fails, and the earlier date decides alone.
    const found = decide(['2027-06-07', '2027-07-19'], { results: [practice(236)] })
    expect(found.code).toBe('either')
  })

  it('speaks of time alone without a practice result, and says that the score is not known', () => {
    const found = decide(['2027-06-28', '2027-08-25'])
    expect(found).toMatchObject({ code: 'time_only', on: '2027-06-28', tone: 'open' })
    expect(found.headline).toContain('whether the score would be ready is not known')
    expect(found.reason).toBe(
      'A result with programs on review day: 50 of 50 futures with 28 June 2027, 31 with 25 August 2027.',
    )
  })

  it('turns to the next season only where no date of this one reaches review, and names the price', () => {
    const results = [practice(245)]
    expect(decide(['2027-09-20'], { results, next: '2028-06-26' })).toMatchObject({
      code: 'next_season',
      on: '2028-06-26',
      criteria: ['C6', 'C7'],
    })
    expect(decide(['2027-09-20'], { results, next: '2028-06-26' }).reason).toContain('It costs a season')
    expect(decide(['2027-06-28'], { results, next: '2028-06-26' })).toMatchObject({
      code: 'one_date',
      on: '2027-06-28',
    })
    expect(decide(['2027-09-20'], { results })).toMatchObject({ code: 'misses_review', tone: 'late' })
  })

  it('is late in tone where even the better date misses review by the usual pace', () => {
    const found = decide(['2027-08-25', '2027-09-20'], { results: [practice(245)] })
    expect(found).toMatchObject({ code: 'earlier', on: '2027-08-25', tone: 'late' })
    expect(found.reason).toContain('By the usual four weeks it misses review.')
  })

  it('takes no part in dates that the rules refuse, and guesses no review day', () => {
    expect(decide([]).code).toBe('no_dates')
    expect(decide(['2027-05-01']).code).toBe('no_date_allowed')
    const three: ExamAttempt[] = ['2026-10-10', '2027-01-10', '2027-04-01'].map((takenOn) => ({
      id: takenOn,
      exam: 'step2ck',
      takenOn,
      outcome: 'fail',
      score: 205,
      oet: null,
    }))
    // The fourth: twelve months after the first and six after the last, 10 October 2027.
    expect(decide(['2027-10-09'], { attempts: three }).code).toBe('no_date_allowed')
    expect(decide(['2027-10-10'], { attempts: three }).code).not.toBe('no_date_allowed')
    const season = buildSeason(2028, { eras_program_review_opens: NOT_ANNOUNCED })
    expect(decide(['2027-06-28'], { season }).code).toBe('no_review_date')
  })
})

describe('what must hold', () => {
  const days = fc.integer({ min: 1, max: 400 }).map((n) => addDays('2027-06-01', n))

  it('every decision has words, and the order of the dates changes none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(days, { minLength: 0, maxLength: 3 }),
        fc.option(fc.integer({ min: 200, max: 265 }), { nil: null }),
        fc.option(fc.integer({ min: 219, max: 260 }), { nil: null }),
        (on, score, targetScore) => {
          const overrides = { results: score === null ? [] : [practice(score)], targetScore }
          const found = decide(on, overrides)
          expect(decide([...on].reverse(), overrides)).toEqual(found)
          expect(DECISION_CODES).toContain(found.code)
          for (const text of [found.headline, found.reason ?? 'None.']) {
            expect(text).toMatch(/^[A-Z0-9].*\.$/s)
            expect(text).not.toMatch(/undefined|null|NaN|should|must/)
          }
          // A date that it speaks for by its counts is carried, and no other is better by more than the dots can tell.
          if (found.code !== 'earlier') return
          expect(found.chosen?.counts.fails ?? 0).toBeLessThanOrEqual(MOST_FAILS)
          const best = found.chosen ? (reach(found.chosen) ?? 0) : 0
          for (const other of found.others) expect(reach(other) ?? 0).toBeLessThan(best + LEAST_DIFFERENCE)
        },
      ),
    )
  })

  it('a higher practice score never turns a carried date into one that is not', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 200, max: 260 }),
        fc.integer({ min: 0, max: 20 }),
        (on, score, more) => {
          const before = decide([on], { results: [practice(score)] })
          const after = decide([on], { results: [practice(score + more)] })
          if (before.code !== 'not_carried') expect(after.code).toBe(before.code)
        },
      ),
    )
  })
})
