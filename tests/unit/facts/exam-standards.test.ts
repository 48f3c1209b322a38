import { describe, expect, test } from 'vitest'
import { attemptLimitOn, RETAKE_INTERVAL, SEVEN_YEAR_RULE } from '@/lib/facts/attempt-rules'
import { hasThreeDigitScore, passingStandardOn, SCORE_RANGE } from '@/lib/facts/exam-standards'
import { oetMinimumOn, oldestOetFor } from '@/lib/facts/oet-minimums'
import {
  SCORE_REPORT_DAYS,
  TRANSCRIPT_RESEND_WORKING_DAYS,
  VERIFICATION_DAYS_BEFORE_RANK_LIST,
} from '@/lib/facts/score-reporting'

describe('the passing standard is that of the exam day, edges included', () => {
  test.each([
    ['step2ck', '2012-06-30', null],
    ['step2ck', '2012-07-01', 196],
    ['step2ck', '2013-06-30', 196],
    ['step2ck', '2013-07-01', 203],
    ['step2ck', '2014-06-30', 203],
    ['step2ck', '2014-07-01', 209],
    ['step2ck', '2022-06-30', 209],
    ['step2ck', '2022-07-01', 214],
    ['step2ck', '2025-06-30', 214],
    ['step2ck', '2025-07-01', 218],
    ['step2ck', '2027-06-28', 218],
    ['step1', '2017-12-31', null],
    ['step1', '2018-01-01', 194],
    ['step1', '2022-01-25', 194],
    ['step1', '2022-01-26', 196],
    ['step3', '2023-12-31', null],
    ['step3', '2024-01-01', 200],
  ] as const)('%s on %s: %s', (step, on, score) => {
    expect(passingStandardOn(step, on)?.value ?? null).toBe(score)
  })
})

test('Step 1 has a number until the day before pass/fail, the other Steps always', () => {
  expect(hasThreeDigitScore('step1', '2022-01-25')).toBe(true)
  expect(hasThreeDigitScore('step1', '2022-01-26')).toBe(false)
  expect(hasThreeDigitScore('step2ck', '2026-11-22')).toBe(true)
  expect(SCORE_RANGE.value).toEqual({ min: 1, max: 300 })
})

describe('attempts', () => {
  test.each([
    ['2011-12-31', null],
    ['2012-01-01', 6],
    ['2021-06-30', 6],
    ['2021-07-01', 4],
    ['2026-11-22', 4],
  ])('the limit on %s is %s', (on, limit) => {
    expect(attemptLimitOn(on)?.value ?? null).toBe(limit)
  })

  test('three in twelve months; the fourth a year after the first and six months after the last', () => {
    expect(RETAKE_INTERVAL.value).toEqual({
      maxAttemptsInTwelveMonths: 3,
      fromFourthAttempt: { minMonthsAfterFirst: 12, minMonthsAfterLast: 6 },
    })
    expect(SEVEN_YEAR_RULE.value.years).toBe(7)
  })
})

describe('OET goes by the day of the test', () => {
  test.each([
    ['2020-08-31', null],
    ['2020-09-01', 350],
    ['2022-03-31', 350],
    ['2022-04-01', 300],
    ['2026-11-22', 300],
  ])('writing on %s: %s', (on, writing) => {
    expect(oetMinimumOn(on)?.value.writing ?? null).toBe(writing)
  })

  test('the oldest test that each Pathways year takes, with the estimate marked', () => {
    expect(oldestOetFor(2027)).toEqual({ pathwaysYear: 2027, testsFrom: '2025-01-01', isProjected: false })
    expect(oldestOetFor(2028)?.isProjected).toBe(true)
    expect(oldestOetFor(2031)).toBeNull()
  })
})

test('a report takes four weeks, is planned for eight, and the transcript is sent again by the applicant', () => {
  expect(SCORE_REPORT_DAYS.value).toEqual({ typical: 28, plan: 56 })
  expect(TRANSCRIPT_RESEND_WORKING_DAYS.value).toEqual({ min: 2, max: 3 })
  expect(VERIFICATION_DAYS_BEFORE_RANK_LIST.value).toBe(14)
})
