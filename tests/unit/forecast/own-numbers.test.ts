import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ExamAttempt } from '@/lib/exams/attempt'
import { PRACTICE_KINDS, type PracticeResult } from '@/lib/exams/practice'
import { practiceEntryInput } from '@/lib/exams/practice-entry-input'
import { forecastDay } from '@/lib/forecast/exam-day'
import { forecastFor } from '@/lib/forecast/forecast'
import {
  changedKinds,
  FORECAST_NUMBERS,
  isOverride,
  NO_NUMBERS,
  numberOverrides,
  settingsWith,
  sourceOverride,
} from '@/lib/forecast/overrides'
import { DEFAULT_SETTINGS } from '@/lib/forecast/settings'
import { sourceFormInput } from '@/lib/forecast/settings-input'
import {
  bandSentence,
  FORECAST_NUMBER_LABELS,
  narrowSentence,
  pullWords,
  standardSentence,
} from '@/lib/forecast/words'

const TODAY = '2027-06-01'

describe('a person’s own numbers', () => {
  const anyNumbers = fc.record({
    offset: fc.integer({ min: -40, max: 40 }),
    spread: fc.integer({ min: 1, max: 60 }),
    conversion: fc.option(
      fc.record({
        atPercent: fc.integer({ min: 0, max: 100 }),
        score: fc.integer({ min: 1, max: 300 }),
        pointsPerPercent: fc.integer({ min: 0, max: 10 }),
      }),
      { nil: null },
    ),
  })

  it('come back from what is kept of them, and what is the default is not kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PRACTICE_KINDS), anyNumbers, (kind, numbers) => {
        const kept = sourceOverride(kind, numbers)
        const source = settingsWith({ sources: [kept], numbers: NO_NUMBERS }).sources[kind]
        expect(source).toMatchObject(numbers)
        expect(source.spreadGround === 'yours').toBe(numbers.spread !== DEFAULT_SETTINGS.sources[kind].spread)
        expect(changedKinds({ sources: [kept], numbers: NO_NUMBERS })).toEqual([kind])
      }),
    )
    for (const kind of PRACTICE_KINDS) {
      expect(isOverride(sourceOverride(kind, DEFAULT_SETTINGS.sources[kind]))).toBe(false)
    }
    expect(numberOverrides(DEFAULT_SETTINGS)).toEqual(NO_NUMBERS)
    const numbers = numberOverrides({ ...DEFAULT_SETTINGS, untimedFactor: 2 })
    expect(settingsWith({ sources: [], numbers })).toEqual({ ...DEFAULT_SETTINGS, untimedFactor: 2 })
    expect(FORECAST_NUMBERS.every((name) => FORECAST_NUMBER_LABELS[name])).toBe(true)
  })

  it('of one source are read from its form: a conversion whole or not at all', () => {
    const form = {
      kind: 'free120',
      offset: '−3',
      spread: '12,5',
      atPercent: '',
      score: '',
      pointsPerPercent: '',
    }
    expect(sourceFormInput.parse(form)).toEqual({
      kind: 'free120',
      offset: -3,
      spread: 12.5,
      conversion: null,
    })
    const whole = { ...form, atPercent: '70', score: '235', pointsPerPercent: '1.5' }
    expect(sourceFormInput.parse(whole)).toMatchObject({
      conversion: { atPercent: 70, score: 235, pointsPerPercent: 1.5 },
    })
    const half = sourceFormInput.safeParse({ ...form, atPercent: '70' })
    expect(half.error?.issues.map(({ path }) => path[0])).toEqual(['score', 'pointsPerPercent'])
  })
})

describe('the day that is forecast', () => {
  const planned: ExamAttempt = {
    id: 'a',
    exam: 'step2ck',
    takenOn: '2027-06-28',
    outcome: 'planned',
    score: null,
    oet: null,
  }
  it('is the one asked for, else the planned one, else today; never one that is over', () => {
    expect(forecastDay([planned], { today: TODAY, asked: '2027-08-25' })).toEqual({
      on: '2027-08-25',
      because: 'asked',
    })
    expect(forecastDay([planned], { today: TODAY, asked: '2027-05-01' }).because).toBe('planned')
    expect(forecastDay([planned], { today: TODAY, asked: 'soon' }).on).toBe('2027-06-28')
    expect(forecastDay([planned], { today: '2027-07-01' })).toEqual({ on: '2027-07-01', because: 'today' })
    expect(forecastDay([{ ...planned, exam: 'step1' }], { today: TODAY }).because).toBe('today')
  })
})

describe('the words of the band', () => {
  const result = (takenOn: string, score: number): PracticeResult => ({
    id: takenOn,
    exam: 'step2ck',
    kind: 'nbme_ccssa',
    takenOn,
    score,
    percent: null,
    isTimed: true,
    form: '',
  })
  const forecast = (results: PracticeResult[]) => {
    const found = forecastFor(results, { examOn: '2027-06-28', today: TODAY })
    if (!found) throw new Error('a forecast was due')
    return found
  }

  it('say the band first, how it lies to the standard, and what would narrow it', () => {
    const one = forecast([result('2027-06-28', 238)])
    expect(bandSentence(one)).toBe('Band 228 to 248 for 28 June 2027, from one result')
    expect(standardSentence(one, 218)).toMatch(/^All of it lies at or above 218/)
    expect(standardSentence(one, 228)).toMatch(/^All of it lies at or above 228/)
    expect(standardSentence(one, 229)).toMatch(/^It reaches below 229.*stays on the transcript/)
    expect(standardSentence(one, 249)).toMatch(/^All of it lies below 249/)
    expect(narrowSentence(one, TODAY)).toContain('one result')
    expect(one.contributions.map(pullWords)).toEqual(['the forecast rests on it alone'])
    const old = forecast([result('2027-03-01', 230), result('2027-04-01', 236)])
    expect(bandSentence(old)).toContain('from 2 results')
    expect(narrowSentence(old, TODAY)).toBe('The last result is 61 days old. A new one narrows it.')
    expect(narrowSentence(old, '2027-05-01')).toBe(null)
  })
})

describe('the form of a practice result with its details', () => {
  const form = { exam: 'step2ck', kind: 'nbme_ccssa', takenOn: '2027-05-01', score: '231', form: '10' }

  it('keeps "not said" apart from "none stood out", and drops genetics areas of which nothing was said', () => {
    expect(practiceEntryInput.parse(form)).toMatchObject({
      isTimed: null,
      isMixed: null,
      weakSystems: null,
      weakTopics: null,
      genetics: [],
      note: '',
    })
    const said = practiceEntryInput.parse({
      ...form,
      isMixed: 'no',
      weakSystems: 'none',
      weakTopics: ['none', 'ethics'],
      'genetics-prenatal-questions': '9',
      'genetics-prenatal-percent': '78 %',
      'genetics-metabolism-questions': ' ',
    })
    expect(said).toMatchObject({
      isMixed: false,
      weakSystems: [],
      weakTopics: ['ethics'],
      genetics: [{ area: 'prenatal', questions: 9, percent: 78 }],
    })
    expect(practiceEntryInput.safeParse({ ...form, weakSystems: 'spleen' }).success).toBe(false)
  })
})
