import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, daysBetween } from '@/lib/dates/calendar-date'
import { PRACTICE_KINDS } from '@/lib/exams/practice'
import { bandOf, bandOver, distributionFor, type ForecastResult, forecastFor } from '@/lib/forecast/forecast'
import { normalQuantile, normalShareBelow } from '@/lib/forecast/normal'
import { DEFAULT_SETTINGS, settingProblems, withSource } from '@/lib/forecast/settings'
import {
  contributionSentence,
  forecastSentence,
  gainSentence,
  trendSentence,
  widthSentence,
} from '@/lib/forecast/words'

const EXAM = '2027-06-28'
const CONTEXT = { examOn: EXAM, today: '2027-06-20' }

function result(overrides: Partial<ForecastResult> & { takenOn: string }): ForecastResult {
  return {
    id: overrides.takenOn,
    exam: 'step2ck',
    kind: 'nbme_ccssa',
    score: 240,
    percent: null,
    isTimed: true,
    form: '',
    ...overrides,
  }
}

describe('worked cases', () => {
  it('one NBME form of the exam day is its score, 8 points of spread and 6 of the exam: 10', () => {
    const found = forecastFor([result({ takenOn: EXAM, score: 238 })], CONTEXT)
    expect(found?.mean).toBe(238)
    expect(found?.sd).toBeCloseTo(10, 10)
    expect(found && bandOf(found)).toEqual({ low: 228, high: 248 })
    expect(found?.contributions).toMatchObject([{ weight: 1, pull: null, spread: 8 }])
  })

  it('four weeks ahead add the stated drift: the root of 64 + 36 + 36', () => {
    const found = forecastFor([result({ takenOn: addDays(EXAM, -28) })], CONTEXT)
    expect(found?.sd).toBeCloseTo(Math.sqrt(136), 10)
    expect(found?.width).toEqual({ results: 8, drift: 6, exam: 6 })
  })

  it('the unknown ahead grows no further than eight weeks from today', () => {
    const results = [result({ takenOn: '2027-01-10' })]
    const sdOn = (examOn: string, today = '2027-01-10') => distributionFor(results, { examOn, today })?.sd
    // 2027-03-07 is 56 days on: 64 + 72 + 36.
    expect(sdOn('2027-03-07')).toBeCloseTo(Math.sqrt(172), 10)
    expect(sdOn('2028-06-26')).toBe(sdOn('2027-03-07'))
    // The same result, four weeks staler, says less.
    expect(sdOn('2028-06-26', '2027-02-07')).toBeCloseTo(Math.sqrt(208), 10)
  })

  it('counts no gain that was not shown, and one that the person expects as theirs', () => {
    const results = [result({ takenOn: '2027-06-01', score: 230 })]
    const examOn = '2027-07-27'
    expect(forecastFor(results, { examOn, today: '2027-06-01' })).toMatchObject({ mean: 230, gainPoints: 0 })
    const settings = { ...DEFAULT_SETTINGS, gainPerFourWeeks: 3 }
    const found = forecastFor(results, { examOn, today: '2027-06-01', settings })
    expect(found).toMatchObject({ mean: 236, gainPoints: 6 })
    expect(found && gainSentence(found)).toBe('Your own expectation of what study will add moves it by +6.0.')
  })

  it('two forms of one day halve the variance of the results and have no trend', () => {
    const pair = [
      result({ takenOn: EXAM, id: 'a', score: 230 }),
      result({ takenOn: EXAM, id: 'b', score: 240 }),
    ]
    const found = forecastFor(pair, CONTEXT)
    expect(found?.mean).toBe(235)
    expect(found?.sd).toBeCloseTo(Math.sqrt(32 + 36), 10)
    expect(found?.trendPerWeek).toBe(null)
    expect(found?.contributions.map((each) => each.pull)).toEqual([-5, 5])
  })

  it('follows a rise, damped, and never beyond the best result', () => {
    const rising = [210, 220, 230].map((score, n) =>
      result({ takenOn: addDays('2027-05-01', n * 21), score }),
    )
    const found = forecastFor(rising, CONTEXT)
    expect(found?.trendPerWeek).toBeGreaterThan(3)
    expect(found?.trendPoints).toBeGreaterThan(0)
    expect(found?.mean).toBeGreaterThan(222)
    expect(found?.mean).toBeLessThanOrEqual(230)
    expect(found && trendSentence(found)).toContain('points a week')
  })

  it('counts untimed, one-subject and older results less', () => {
    const weightOf = (change: Partial<ForecastResult>) => {
      const held = [
        result({ takenOn: '2027-06-01', id: 'a' }),
        result({ takenOn: '2027-06-01', id: 'b', ...change }),
      ]
      return forecastFor(held, CONTEXT)?.contributions.find((each) => each.id === 'b')?.weight ?? 0
    }
    expect(weightOf({})).toBeCloseTo(0.5, 10)
    expect(weightOf({ isTimed: false })).toBeLessThan(weightOf({ isTimed: null }))
    expect(weightOf({ isTimed: null })).toBeLessThan(0.5)
    expect(weightOf({ isMixed: false })).toBeLessThan(0.5)
    expect(weightOf({ takenOn: '2027-04-01' })).toBeLessThan(0.5)
  })

  it('has no band without a usable score, and says why a result is not used', () => {
    expect(forecastFor([], CONTEXT)).toBe(null)
    const percentOnly = result({ takenOn: '2027-06-20', kind: 'free120', score: null, percent: 74 })
    expect(forecastFor([percentOnly], CONTEXT)).toBe(null)
    const found = forecastFor(
      [
        result({ takenOn: '2027-06-01' }),
        percentOnly,
        result({ takenOn: '2027-07-01', id: 'later' }),
        result({ takenOn: '2027-05-01', exam: 'step1', kind: 'nbme_cbssa', score: null, percent: 70 }),
      ],
      CONTEXT,
    )
    expect(found?.unused.map((each) => each.reason).toSorted()).toEqual([
      'after_exam',
      'other_exam',
      'per_cent_only',
    ])
    expect(found?.contributions).toHaveLength(1)
  })

  it('uses a per cent only by a conversion that the person entered, and marks it', () => {
    const own = withSource(DEFAULT_SETTINGS, 'free120', {
      conversion: { atPercent: 70, score: 235, pointsPerPercent: 1.5 },
    })
    const found = forecastFor([result({ takenOn: EXAM, kind: 'free120', score: null, percent: 76 })], {
      ...CONTEXT,
      settings: own,
    })
    expect(found?.mean).toBe(244)
    expect(found?.contributions).toMatchObject([{ isConverted: true, reads: 244 }])
  })

  it('takes the person’s own offset and spread and says whose they are', () => {
    const own = withSource(DEFAULT_SETTINGS, 'uwsa', { offset: -5, spread: 6 })
    expect(own.sources.uwsa).toMatchObject({ offsetGround: 'yours', spreadGround: 'yours' })
    expect(DEFAULT_SETTINGS.sources.uwsa.spreadGround).toBe('assumption')
    expect(
      forecastFor([result({ takenOn: EXAM, kind: 'uwsa', score: 250 })], { ...CONTEXT, settings: own })?.mean,
    ).toBe(245)
    expect(settingProblems(DEFAULT_SETTINGS)).toEqual([])
    expect(settingProblems(withSource(DEFAULT_SETTINGS, 'uwsa', { spread: 0 }))).toMatchObject([
      { field: 'uwsa.spread' },
    ])
  })

  it('draws the band day by day, from the first result on', () => {
    const points = bandOver([result({ takenOn: '2027-06-01' })], {
      from: '2027-05-20',
      until: EXAM,
      today: '2027-06-20',
      stepDays: 10,
    })
    expect(points.map((point) => point.on)).toEqual(['2027-06-09', '2027-06-19', EXAM])
    expect(points[2]).toMatchObject({ mean: 240 })
  })
})

const kinds = fc.constantFrom(...PRACTICE_KINDS.filter((kind) => kind !== 'nbme_cbssa'))
const anyResult = fc.record({
  id: fc.uuid(),
  exam: fc.constant('step2ck' as const),
  kind: kinds,
  // Around leap day 2028, both changes of the clock and a year's end.
  takenOn: fc.integer({ min: 0, max: 420 }).map((n) => addDays('2027-01-15', n)),
  score: fc.integer({ min: 150, max: 290 }),
  percent: fc.constant(null),
  isTimed: fc.constantFrom(true, false, null),
  isMixed: fc.constantFrom(true, false, null),
  form: fc.constant(''),
})
const anyResults = fc.array(anyResult, { minLength: 1, maxLength: 9 })
/** The last of the days on which results may lie. */
const NOW = addDays('2027-01-15', 420)
const at = (examOn: string) => ({ examOn, today: NOW })
const anyExam = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2028-03-10', n))

describe('whatever the results', () => {
  it('a higher practice score never lowers the forecast', () => {
    fc.assert(
      fc.property(
        anyResults,
        anyExam,
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        (results, exam, which, up) => {
          const chosen = which % results.length
          const raised = results.map((each, index) =>
            index === chosen ? { ...each, score: each.score + up } : each,
          )
          const before = forecastFor(results, at(exam))
          const after = forecastFor(raised, at(exam))
          expect(after?.mean).toBeGreaterThanOrEqual(before?.mean ?? Number.NaN)
          expect(after?.sd).toBe(before?.sd)
        },
      ),
    )
  })

  it('a further result never widens it', () => {
    fc.assert(
      fc.property(anyResults, anyResult, anyExam, (results, further, exam) => {
        const before = distributionFor(results, at(exam))?.sd ?? Number.NaN
        expect(distributionFor([...results, further], at(exam))?.sd).toBeLessThanOrEqual(before + 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  it('no weight is negative, they sum to one, and the mean stays among the results', () => {
    let emptied = 0
    fc.assert(
      fc.property(anyResults, anyExam, (results, exam) => {
        const found = forecastFor(results, at(exam))
        if (!found) throw new Error('a forecast was due')
        const weights = found.contributions.map((each) => each.weight)
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
        expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 9)
        const scores = results.map((each) => each.score)
        expect(found.mean).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
        expect(found.mean).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
        emptied += weights.filter((weight) => weight < 1e-12).length
      }),
      { numRuns: 500, seed: 7 },
    )
    // The bound on the trend was reached, so this test would see a weight that went below it.
    expect(emptied).toBeGreaterThan(0)
  })

  it('a worse way of sitting never raises a result’s weight and never narrows the band', () => {
    let lowered = 0
    fc.assert(
      fc.property(anyResults, anyExam, fc.nat(), fc.boolean(), (results, exam, which, isTiming) => {
        const chosen = results[which % results.length]
        if (!chosen) throw new Error('a result was due')
        const worse = { ...chosen, ...(isTiming ? { isTimed: false } : { isMixed: false }) }
        const before = forecastFor(results, at(exam))
        const after = forecastFor(
          results.map((each) => (each === chosen ? worse : each)),
          at(exam),
        )
        const weight = (found: typeof before) =>
          found?.contributions.find(({ id }) => id === chosen.id)?.weight ?? Number.NaN
        expect(weight(after)).toBeLessThanOrEqual(weight(before) + 1e-9)
        expect(after?.sd).toBeGreaterThanOrEqual((before?.sd ?? Number.NaN) - 1e-9)
        if (weight(after) < weight(before) - 1e-6) lowered += 1
      }),
      { numRuns: 1000, seed: 11 },
    )
    expect(lowered).toBeGreaterThan(100)
  })

  it('the order of the results is irrelevant', () => {
    fc.assert(
      fc.property(anyResults, fc.func(fc.integer()), anyExam, (results, rank, exam) => {
        const shuffled = [...results].sort((a, b) => rank(a.id) - rank(b.id))
        expect(forecastFor(shuffled, at(exam))).toEqual(forecastFor(results, at(exam)))
        expect(forecastFor([...results].reverse(), at(exam))).toEqual(forecastFor(results, at(exam)))
      }),
    )
  })

  it('an exam further ahead is never surer', () => {
    fc.assert(
      fc.property(anyResults, anyExam, fc.integer({ min: 1, max: 300 }), (results, exam, days) => {
        const near = distributionFor(results, at(exam))?.sd ?? Number.NaN
        expect(distributionFor(results, at(addDays(exam, days)))?.sd).toBeGreaterThanOrEqual(near)
      }),
    )
  })

  it('the sentences have no holes', () => {
    fc.assert(
      fc.property(anyResults, anyExam, (results, exam) => {
        const found = forecastFor(results, at(exam))
        if (!found) throw new Error('a forecast was due')
        expect(found.daysAhead).toBe(daysBetween(found.lastOn, exam))
        const texts = [
          forecastSentence(found),
          widthSentence(found),
          ...found.contributions.map(contributionSentence),
        ]
        for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|Infinity|-0\b/)
      }),
    )
    expect(forecastSentence(null)).toContain('No result, no band')
  })
})

describe('the normal distribution', () => {
  it('agrees with the printed tables', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 8)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5)
    expect(normalQuantile(0.01)).toBeCloseTo(-2.326348, 5)
    expect(normalShareBelow(1)).toBeCloseTo(0.841345, 5)
    expect(normalShareBelow(-1.959964)).toBeCloseTo(0.025, 5)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })
})
