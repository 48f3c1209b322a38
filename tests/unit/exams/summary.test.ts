import { describe, expect, it } from 'vitest'

import type { Exam, ExamAttempt, Outcome } from '@/lib/exams/attempt'
import { meetsOetMinimums, passingScore, step1HasNumber } from '@/lib/exams/standards'
import { attemptSummary, bestAttempt, countAttempts, sevenYearState } from '@/lib/exams/summary'

function attempt(exam: Exam, takenOn: string, outcome: Outcome, score: number | null = null): ExamAttempt {
  return { id: `${exam}-${takenOn}`, exam, takenOn, outcome, score, oet: null }
}

describe('standards', () => {
  it.each([
    ['step2ck', '2014-06-30', 203],
    ['step2ck', '2014-07-01', 209],
    ['step2ck', '2022-06-30', 209],
    ['step2ck', '2022-07-01', 214],
    ['step2ck', '2025-06-30', 214],
    ['step2ck', '2025-07-01', 218],
    ['step2ck', '2027-06-28', 218],
    ['step2ck', '2011-01-01', null],
    ['step3', '2025-01-01', 200],
    ['oet', '2026-01-01', null],
  ] as const)('%s on %s passes from %s', (exam, on, expected) => {
    expect(passingScore(exam, on)).toBe(expected)
  })

  it('has a Step 1 number until 25 January 2022', () => {
    expect(step1HasNumber('2022-01-25')).toBe(true)
    expect(step1HasNumber('2022-01-26')).toBe(false)
  })

  it('asks for all four OET parts in one sitting', () => {
    const at = (writing: number | null) => ({
      takenOn: '2026-05-01',
      oet: { listening: 350, reading: 350, speaking: 350, writing },
    })
    expect(meetsOetMinimums(at(300))).toBe(true)
    expect(meetsOetMinimums(at(290))).toBe(false)
    expect(meetsOetMinimums(at(null))).toBe(null)
    expect(meetsOetMinimums({ takenOn: '2026-05-01', oet: null })).toBe(null)
  })
})

describe('a summary', () => {
  const attempts = [
    attempt('step2ck', '2026-02-01', 'pass', 231),
    attempt('step2ck', '2025-03-01', 'fail', 205),
    attempt('step2ck', '2025-09-01', 'incomplete'),
    attempt('step1', '2024-03-01', 'pass'),
    attempt('step3', '2027-06-01', 'planned'),
  ]

  it('counts what was sat and reads the pass, whatever the order', () => {
    expect(attemptSummary(attempts, 'step2ck')).toMatchObject({
      state: 'passed',
      attempts: 3,
      fails: 1,
      incomplete: 1,
      passed: true,
      passedOnFirstAttempt: false,
      lastPassOn: '2026-02-01',
      score: 231,
    })
    expect(attemptSummary([...attempts].reverse(), 'step2ck')).toEqual(attemptSummary(attempts, 'step2ck'))
  })

  it('keeps a missing Step 1 number apart from a missing pass', () => {
    expect(attemptSummary(attempts, 'step1')).toMatchObject({
      passed: true,
      score: null,
      passedOnFirstAttempt: true,
    })
  })

  it('does not count a plan', () => {
    expect(countAttempts(attempts, 'step3')).toBe(0)
    expect(attemptSummary(attempts, 'step3')).toMatchObject({
      state: 'not_taken',
      plannedOn: '2027-06-01',
      last: null,
    })
  })

  it('says failed after a fail, and pending while a later result is awaited', () => {
    const failed = [attempt('step2ck', '2025-03-01', 'fail', 205)]
    expect(attemptSummary(failed, 'step2ck').state).toBe('failed')
    const waiting = [...failed, attempt('step2ck', '2026-11-01', 'pending')]
    expect(attemptSummary(waiting, 'step2ck')).toMatchObject({
      state: 'pending',
      pendingSince: '2026-11-01',
      fails: 1,
    })
  })

  it('takes a pass as best, else the highest fail', () => {
    expect(bestAttempt(attempts, 'step2ck')?.score).toBe(231)
    const fails = [
      attempt('step2ck', '2025-03-01', 'fail', 210),
      attempt('step2ck', '2025-09-01', 'fail', 201),
    ]
    expect(bestAttempt(fails, 'step2ck')?.score).toBe(210)
    expect(bestAttempt(attempts, 'step3')).toBe(null)
  })
})

describe('the seven years', () => {
  const step1 = attempt('step1', '2020-05-14', 'pass', 230)

  it('are open until the same day seven years later', () => {
    expect(sevenYearState([step1], '2027-05-14')).toEqual({
      state: 'open',
      first: '2020-05-14',
      until: '2027-05-14',
    })
    expect(sevenYearState([step1], '2027-05-15')).toMatchObject({ state: 'lapsed' })
    expect(sevenYearState([], '2027-05-15')).toEqual({ state: 'not_started' })
  })

  it('are met by a pass on the last day, and start again from the newer pass after it', () => {
    const inTime = [step1, attempt('step2ck', '2027-05-14', 'pass', 240)]
    expect(sevenYearState(inTime, '2030-01-01')).toMatchObject({
      state: 'met',
      first: '2020-05-14',
      last: '2027-05-14',
    })
    const late = [step1, attempt('step2ck', '2027-05-15', 'pass', 240)]
    expect(sevenYearState(late, '2030-01-01')).toEqual({
      state: 'open',
      first: '2027-05-15',
      until: '2034-05-15',
    })
  })

  it('do not care which Step came first', () => {
    const reversed = [attempt('step2ck', '2020-05-14', 'pass', 240), attempt('step1', '2023-01-01', 'pass')]
    expect(sevenYearState(reversed, '2030-01-01')).toMatchObject({ state: 'met', first: '2020-05-14' })
  })
})
