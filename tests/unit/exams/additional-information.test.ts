import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  CHANGES,
  checkPassage,
  draftPassage,
  INSIGHTS,
  PASSAGE_LIMIT,
  type PassageFacts,
} from '@/lib/exams/additional-information'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { readStatement } from '@/lib/statement/check'

const fail: ExamAttempt = {
  id: 'a',
  exam: 'step1',
  takenOn: '2025-09-10',
  outcome: 'fail',
  score: null,
  oet: null,
}
const attempts: ExamAttempt[] = [
  fail,
  { ...fail, id: 'b', takenOn: '2026-02-10', outcome: 'pass' },
  { ...fail, id: 'c', exam: 'step2ck', takenOn: '2027-06-28', outcome: 'pass', score: 244 },
]

const facts = (overrides: Partial<PassageFacts> = {}): PassageFacts => ({
  attempt: fail,
  attempts,
  insights: ['study_without_testing'],
  changes: ['asked_for_feedback', 'timed_practice'],
  stillDo: '',
  ...overrides,
})

const look = (text: string) =>
  checkPassage(text, fail)
    .filter((check) => check.state === 'look')
    .map((check) => check.key)

describe('the draft', () => {
  it('joins the chosen facts and the recorded results, and nothing else', () => {
    expect(draftPassage(facts())).toBe(
      'In September 2025 I did not pass Step 1. Looking back, I relied on reading and seldom tested what I knew. ' +
        'I then asked teachers for feedback and practised in timed, mixed blocks. ' +
        'Since then I have passed Step 1, and Step 2 CK with 244 at the first attempt.',
    )
  })

  it('invents no evidence and no reason', () => {
    expect(draftPassage(facts({ attempts: [fail], insights: [], changes: [] }))).toBe(
      'In September 2025 I did not pass Step 1.',
    )
  })

  it('keeps its own rules whatever is chosen, as long as insight, change and a later pass are there', () => {
    fc.assert(
      fc.property(
        fc.subarray([...INSIGHTS], { minLength: 1 }),
        fc.subarray([...CHANGES], { minLength: 1, maxLength: 4 }),
        (insights, changes) => {
          const draft = draftPassage(facts({ insights, changes }))
          expect(look(draft)).toEqual([])
          expect(readStatement(draft, { isAboutExam: true }).findings).toEqual([])
        },
      ),
    )
  })
})

describe('the check', () => {
  const good = draftPassage(facts())

  it('asks for insight, change and evidence where they are missing', () => {
    expect(look('In September 2025 I did not pass Step 1.')).toEqual(['insight', 'change', 'evidence'])
    expect(look('')).toContain('short')
    expect(look(good.replaceAll('Step 1', 'the exam'))).toEqual(['names_it_once'])
  })

  it('leaves excuses, pity and comparisons to the rules of a statement, which leave the draft alone', () => {
    const rulesIn = (text: string) =>
      readStatement(text, { isAboutExam: true }).findings.map(({ rule }) => rule)
    expect(rulesIn(`${good} Unfortunately it was unfair.`)).toEqual(['defence', 'pity'])
    expect(rulesIn(`${good} Please, I beg you to read on.`)).toContain('pity')
    expect(rulesIn(`${good} My scores are low, but I work hard.`)).toContain('comparison')
    expect(rulesIn(`${good} I was pleased to strengthen my team.`)).toEqual([])
  })

  it('finds insight, change and evidence in the words of others too', () => {
    expect(
      look(
        'In 2024 I failed Step 1. I learned that reading is not testing. I changed my plan and later passed.',
      ),
    ).toEqual([])
    expect(look('In 2024 I failed Step 1. The ward is busy. Then winter came.')).toEqual([
      'insight',
      'change',
      'evidence',
    ])
  })

  it('keeps it short', () => {
    expect(look(`${good} ${'One more long sentence about it. '.repeat(10)}`)).toContain('short')
    expect(good.length).toBeLessThan(PASSAGE_LIMIT.characters)
    expect(look(`${good} Step 1 was hard. Step 1 again.`)).toContain('names_it_once')
  })
})
