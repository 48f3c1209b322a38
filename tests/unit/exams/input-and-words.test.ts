import { describe, expect, it } from 'vitest'

import type { Exam, ExamAttempt, Outcome } from '@/lib/exams/attempt'
import { examAttemptInput } from '@/lib/exams/attempt-input'
import { earliestNextAttempt, mayAddAttempt } from '@/lib/exams/attempt-rules'
import { failedAttemptWords, refusalErrors, ruleBehind } from '@/lib/exams/attempt-words'
import { type PracticeResult, practiceProblems } from '@/lib/exams/practice'
import { practiceResultInput } from '@/lib/exams/practice-input'

const TODAY = '2026-11-22'

function attempt(exam: Exam, takenOn: string, outcome: Outcome, score: number | null = null): ExamAttempt {
  return { id: `${exam}-${takenOn}`, exam, takenOn, outcome, score, oet: null }
}

function messages(values: Record<string, string>): Record<string, string> {
  const parsed = examAttemptInput.safeParse(values)
  if (parsed.success) return {}
  return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]))
}

const form = { exam: 'step2ck', takenOn: '2026-03-01', outcome: 'pass', score: '243' }

describe('the attempt form', () => {
  it('reads an attempt', () => {
    expect(examAttemptInput.parse(form)).toEqual({ ...form, score: 243, oet: null })
    expect(examAttemptInput.parse({ ...form, score: ' 243 ', listening: '' }).score).toBe(243)
    expect(examAttemptInput.parse({ ...form, score: '' }).score).toBe(null)
  })

  it('reads OET parts, and leaves one that is missing open', () => {
    const oet = { exam: 'oet', takenOn: '2026-03-01', outcome: 'fail', listening: '350', writing: '290' }
    expect(examAttemptInput.parse(oet)).toMatchObject({
      score: null,
      oet: { listening: 350, reading: null, speaking: null, writing: 290 },
    })
  })

  it.each([
    [{ score: 'abc' }, { score: 'Enter the score as three digits' }],
    [{ score: '24.5' }, { score: 'Enter the score as three digits' }],
    [{ score: '-5' }, { score: 'Enter the score as three digits' }],
    [
      { takenOn: '2026-02-30' },
      { takenOn: 'Enter the day of the exam as year-month-day, for example 2027-06-28' },
    ],
    [{ takenOn: '' }, { takenOn: 'Enter the day of the exam as year-month-day, for example 2027-06-28' }],
    [{ exam: 'step2cs' }, { exam: 'Choose the exam' }],
    [{ outcome: '' }, { outcome: 'Choose what came of it, or "planned"' }],
  ])('answers %o at its field', (change, expected) => {
    expect(messages({ ...form, ...change })).toEqual(expected)
  })
})

describe('a refusal in words', () => {
  const refused = (attempts: ExamAttempt[], candidate: ExamAttempt) => {
    const check = mayAddAttempt(attempts, candidate, { today: TODAY })
    if (check.ok) throw new Error('was let pass')
    return check.refusals
  }

  it('stands at its field and names the standard of the day', () => {
    const refusals = refused([], attempt('step2ck', '2026-03-01', 'pass', 217))
    expect(refusalErrors(refusals)).toEqual({
      outcome: [
        'On 1 March 2026 a pass in Step 2 CK began at 218, so 217 did not pass. Check the score, the day or the outcome.',
      ],
    })
    expect(ruleBehind(refusals[0])?.value).toBe(218)
    expect(ruleBehind(refusals[0])?.source.url).toContain('usmle.org')
  })

  it('names the limit, the waiting time with its date, and the end of Step 1 numbers', () => {
    const three = ['2024-01-10', '2024-04-10', '2024-08-10'].map((on) => attempt('step1', on, 'fail'))
    const tooSoon = refusalErrors(refused(three, attempt('step1', '2025-01-20', 'pass'))).takenOn
    expect(tooSoon?.[0]).toContain('the earliest day is 10 February 2025')
    const four = [...three, attempt('step1', '2025-03-10', 'fail')]
    const fifth = refused(four, attempt('step1', '2026-03-10', 'pass'))
    expect(refusalErrors(fifth).takenOn?.[0]).toContain('at most 4 times')
    expect(ruleBehind(fifth[0])?.confidence).toBe('official')
    const number = refusalErrors(refused([], attempt('step1', '2023-05-01', 'pass', 240))).score
    expect(number?.[0]).toContain('Since 26 January 2022')
  })
})

describe('after an attempt that did not pass', () => {
  it('says the fact, what still stands and the next date', () => {
    const attempts = [
      attempt('step1', '2024-05-02', 'pass'),
      attempt('step2ck', '2026-01-10', 'fail', 210),
      attempt('step2ck', '2026-04-10', 'fail', 212),
      attempt('step2ck', '2026-09-10', 'fail', 215),
    ]
    const words = failedAttemptWords(attempts, 'step2ck', earliestNextAttempt(attempts, 'step2ck'), TODAY)
    expect(words.lead).toBe(
      'This attempt did not pass. It stays on the transcript. Here is what still stands, and the next date you may sit.',
    )
    expect(words.stands[0]).toBe('Step 1, passed on 2 May 2024, stands as it is.')
    expect(words.stands[1]).toBe('One attempt at Step 2 CK is left.')
    expect(words.next).toContain('The next date you may sit is 10 March 2027')
  })

  it('promises no next date where no attempt is left', () => {
    const attempts = ['2023-02-01', '2023-06-01', '2023-09-01', '2024-05-01'].map((day) =>
      attempt('step2ck', day, 'fail'),
    )
    const words = failedAttemptWords(attempts, 'step2ck', earliestNextAttempt(attempts, 'step2ck'), TODAY)
    expect(words.lead).toMatch(/Here is what still stands\.$/)
    expect(words.next).not.toContain('next date')
  })
})

describe('practice results', () => {
  const result: Omit<PracticeResult, 'id'> = {
    exam: 'step2ck',
    kind: 'nbme_ccssa',
    takenOn: '2026-10-01',
    score: 236,
    percent: null,
    isTimed: true,
    form: '14',
  }

  it.each<[string, Partial<PracticeResult>, string[]]>([
    ['a CCSSA score', {}, []],
    ['a CCSSA for Step 1', { exam: 'step1' }, ['other_exam']],
    ['a CCSSA percent', { score: null, percent: 71 }, ['prints_score']],
    ['a Free 120 percent', { kind: 'free120', score: null, percent: 74.5 }, []],
    ['a Free 120 score', { kind: 'free120' }, ['prints_percent']],
    ['neither', { score: null }, ['no_result']],
    ['both', { kind: 'uwsa', percent: 70 }, ['two_results']],
    ['a score of 400', { score: 400 }, ['score_range']],
    ['a percent of 101', { kind: 'amboss', score: null, percent: 101 }, ['percent_range']],
    ['a day ahead', { takenOn: '2026-12-24' }, ['in_future']],
  ])('%s', (_, change, expected) => {
    expect(practiceProblems({ ...result, ...change }, TODAY).map((problem) => problem.code)).toEqual(expected)
  })

  it('are read as their report prints them', () => {
    const values = {
      exam: 'step1',
      kind: 'nbme_cbssa',
      takenOn: '2026-10-01',
      percent: '71,5 %',
      isTimed: 'no',
    }
    expect(practiceResultInput.parse(values)).toEqual({
      ...values,
      score: null,
      percent: 71.5,
      isTimed: false,
      form: '',
    })
    expect(practiceResultInput.parse({ ...values, isTimed: '' }).isTimed).toBe(null)
    expect(practiceResultInput.safeParse({ ...values, percent: 'many' }).success).toBe(false)
  })
})
