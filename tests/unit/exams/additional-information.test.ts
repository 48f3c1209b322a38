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
        'Since then I have passed Step 1 and Step 2 CK at the first attempt with 244.',
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
          expect(look(draftPassage(facts({ insights, changes })))).toEqual([])
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

  it('names excuses, pity and comparisons with the words it stumbled over', () => {
    expect(look(`${good} It was unfair and not my fault.`)).toContain('no_excuses')
    expect(look(`${good} Unfortunately I was devastated.`)).toContain('no_pity')
    expect(look(`${good} My scores are low, but I work hard.`)).toContain('no_comparison')
    const [check] = checkPassage(`${good} Please, I beg you.`, fail).filter((each) => each.key === 'no_pity')
    expect(check?.found).toEqual(['please', 'i beg'])
    expect(check?.text).toContain('"please", "i beg"')
  })

  it('finds whole words only', () => {
    expect(look(`${good} I was pleased to strengthen my team.`)).toEqual([])
  })

  it('keeps it short', () => {
    expect(look(`${good} ${'One more long sentence about it. '.repeat(10)}`)).toContain('short')
    expect(good.length).toBeLessThan(PASSAGE_LIMIT.characters)
    expect(look(`${good} Step 1 was hard. Step 1 again.`)).toContain('names_it_once')
  })
})
