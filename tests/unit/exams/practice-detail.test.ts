import { describe, expect, it } from 'vitest'

import {
  type BankSnapshot,
  bankSnapshotProblems,
  GENETICS_AREAS,
  practiceDetailProblems,
  WEAK_TOPICS,
} from '@/lib/exams/practice-detail'
import { bankSnapshotInput, practiceDetailInput } from '@/lib/exams/practice-detail-input'
import {
  detailProblemWords,
  GENETICS_AREA_LABELS,
  WEAK_TOPIC_LABELS,
} from '@/lib/exams/practice-detail-words'

const snapshot: Omit<BankSnapshot, 'id'> = {
  exam: 'step2ck',
  bank: 'uworld',
  takenOn: '2027-05-01',
  coveredPercent: 60,
  correctPercent: 62,
  mode: 'timed_mixed',
  questions: 400,
}

describe('a question-bank snapshot', () => {
  const codes = (change: Partial<typeof snapshot>, today = '2027-05-01') =>
    bankSnapshotProblems({ ...snapshot, ...change }, today).map((problem) => problem.code)

  it('stands when it can be true, one day ahead included', () => {
    expect(codes({})).toEqual([])
    expect(codes({}, '2027-04-30')).toEqual([])
    expect(codes({}, '2027-04-29')).toEqual(['in_future'])
  })

  it('is refused where it says nothing or what cannot be', () => {
    expect(codes({ coveredPercent: null, correctPercent: null })).toEqual(['nothing_said'])
    expect(codes({ coveredPercent: 101 })).toEqual(['percent_range'])
    expect(codes({ questions: 1.5 })).toEqual(['count_range'])
    const problems = bankSnapshotProblems({ ...snapshot, correctPercent: -1 }, '2027-05-01')
    expect(problems.map(detailProblemWords)).toEqual(['Enter the per cent as a number from 0 to 100.'])
  })

  it('is read from a form as people type it', () => {
    const form = { ...snapshot, coveredPercent: '60 %', correctPercent: '62,5', questions: '', mode: '' }
    expect(bankSnapshotInput.parse(form)).toMatchObject({
      coveredPercent: 60,
      correctPercent: 62.5,
      questions: null,
      mode: null,
    })
    expect(bankSnapshotInput.safeParse({ ...form, bank: 'none' }).success).toBe(false)
  })
})

describe('the details of a practice result', () => {
  it('name each genetics area once, and every area has its words', () => {
    const detail = { isMixed: null, weakSystems: null, weakTopics: null }
    const result = { area: 'prenatal' as const, questions: 10, percent: 70 }
    expect(practiceDetailProblems({ ...detail, genetics: [result] })).toEqual([])
    expect(practiceDetailProblems({ ...detail, genetics: [result, result] })).toMatchObject([
      { code: 'area_twice' },
    ])
    expect(GENETICS_AREAS).toHaveLength(5)
    expect(GENETICS_AREAS.every((area) => GENETICS_AREA_LABELS[area])).toBe(true)
    expect(WEAK_TOPICS.every((topic) => WEAK_TOPIC_LABELS[topic])).toBe(true)
    expect(
      practiceDetailInput.parse({
        isMixed: 'no',
        weakSystems: ['renal'],
        weakTopics: null,
        genetics: [{ area: 'prenatal', questions: '12', percent: '75%' }],
      }),
    ).toEqual({
      isMixed: false,
      weakSystems: ['renal'],
      weakTopics: null,
      genetics: [{ area: 'prenatal', questions: 12, percent: 75 }],
    })
  })
})
