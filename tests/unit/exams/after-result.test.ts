import { describe, expect, it } from 'vitest'

import { afterResult, isNews } from '@/lib/exams/after-result'
import { asProgramsRead, historyLines, PROGRAM_READINGS } from '@/lib/exams/as-programs-read'
import type { Exam, ExamAttempt, Outcome } from '@/lib/exams/attempt'

const TODAY = '2027-07-30'
const REVIEW = '2027-09-22'

function attempt(exam: Exam, takenOn: string, outcome: Outcome, score: number | null = null): ExamAttempt {
  return { id: `${exam}${takenOn}`, exam, takenOn, outcome, score, oet: null }
}

const step1Pass = attempt('step1', '2026-02-10', 'pass')
const step1Fail = attempt('step1', '2025-09-10', 'fail')

function settle(last: ExamAttempt, before: readonly ExamAttempt[] = [], targetScore: number | null = null) {
  return afterResult(last, { attempts: [...before, last], today: TODAY, targetScore, reviewOn: REVIEW })
}

const keys = (found: ReturnType<typeof settle>) => found.next.map((step) => step.key)

describe('a pass', () => {
  it('is first of all to be resent in MyERAS, by a day that can be checked', () => {
    // Friday 30 July, three working days: Wednesday 4 August.
    const found = settle(attempt('step2ck', '2027-06-28', 'pass', 244), [step1Pass])
    expect(found).toMatchObject({ kind: 'pass', standard: { value: 218 } })
    expect(found.lead).toBe('Step 2 CK is passed with 244; a pass on 28 June 2027 began at 218.')
    expect(found.next[0]?.text).toBe(
      'Score arrived: resend it in MyERAS. It does not travel by itself. Resent today, programs should have it by 4 August 2027, before review on 22 September 2027.',
    )
    expect(found.next[0]?.rule?.source.title).toContain('manual')
    expect(keys(found)).toEqual(['resend_transcript'])
  })

  it('below the person’s own target names the three ways on (D1 to D3)', () => {
    const found = settle(attempt('step2ck', '2027-06-28', 'pass', 230), [step1Pass], 240)
    expect(keys(found)).toEqual(['resend_transcript', 'reassess_path', 'niche_strengths', 'apply_broadly'])
    expect(found.next.flatMap((step) => step.criteria)).toEqual(expect.arrayContaining(['D1', 'D2', 'D3']))
  })

  it.each([
    [218, true],
    [219, true],
    [220, false],
  ])('%i is in the lowest band: %s', (score, isLowest) => {
    const found = settle(attempt('step2ck', '2027-06-28', 'pass', score), [step1Pass])
    expect(keys(found).includes('what_must_be_true')).toBe(isLowest)
  })

  it('of Step 1 carries its subjects on (B5), and after a fail asks for the short passage (B6)', () => {
    expect(keys(settle(step1Pass))).toEqual(['resend_transcript', 'foundation_carries'])
    expect(keys(settle(step1Pass, [step1Fail]))).toContain('explain_briefly')
    const step2 = settle(attempt('step2ck', '2027-06-28', 'pass', 244), [step1Fail, step1Pass])
    expect(keys(step2)).toEqual(['resend_transcript', 'upward_line', 'explain_briefly'])
  })
})

describe('an added result', () => {
  it.each([
    ['2027-06-28', 'pass', true],
    ['2026-07-30', 'fail', true],
    ['2026-07-29', 'fail', false],
    ['2027-06-28', 'pending', false],
    ['2027-08-28', 'planned', false],
    ['2027-06-28', 'incomplete', true],
  ] as const)('of %s, %s, is news: %s', (takenOn, outcome, isNew) => {
    expect(isNews({ takenOn, outcome }, TODAY)).toBe(isNew)
  })
})

describe('a fail', () => {
  it('that was passed since promises no further date and leaves nothing to decide', () => {
    const found = afterResult(step1Fail, { attempts: [step1Fail, step1Pass], today: TODAY })
    expect(found.lead).toBe(
      'This attempt did not pass. It stays on the transcript. Here is what still stands.',
    )
    expect(found.stands[0]).toBe('Step 1, passed on 10 February 2026, stands as it is.')
    expect(keys(found)).toEqual(['explain_briefly', 'outside_validation'])
  })

  it('is met in the words of the design, with what stands and the next lawful date', () => {
    const found = settle(attempt('step2ck', '2027-06-28', 'fail', 210), [step1Pass])
    expect(found.kind).toBe('fail')
    expect(found.lead).toBe(
      'This attempt did not pass. It stays on the transcript. Here is what still stands, and the next date you may sit.',
    )
    expect(found.stands[0]).toContain('Step 1, passed on 10 February 2026')
    expect(keys(found)[0]).toBe('next_date')
    expect(keys(found)).toEqual(expect.arrayContaining(['explain_briefly', 'outside_validation', 'support']))
    const words = [found.lead, ...found.stands, ...found.next.map((step) => step.text)].join(' ')
    expect(words).not.toMatch(/poor|weak|bad|disappoint|failure|unfortunately/i)
  })

  it('is judged by the standard of its own day, whatever was recorded beside the number', () => {
    expect(settle(attempt('step2ck', '2025-06-30', 'pass', 215)).kind).toBe('pass')
    const later = settle(attempt('step2ck', '2025-07-01', 'pass', 215))
    expect(later).toMatchObject({ kind: 'fail', standard: { value: 218 } })
    expect(later.next[0]?.text).not.toContain('passed; nothing more')
  })

  it('says the spacing before a fourth attempt', () => {
    const before = ['2026-10-01', '2027-01-10'].map((on) => attempt('step2ck', on, 'fail', 205))
    // Twelve months after 2026-10-01 and six after 2027-06-28: the later is 28 December 2027.
    expect(settle(attempt('step2ck', '2027-06-28', 'fail', 210), before).next[0]?.text).toContain(
      '28 December 2027',
    )
  })

  it('keeps incomplete and withheld apart from it', () => {
    expect(settle(attempt('step2ck', '2027-06-28', 'incomplete'))).toMatchObject({ kind: 'incomplete' })
    const withheld = settle(attempt('step2ck', '2027-06-28', 'withheld'))
    expect(withheld).toMatchObject({ kind: 'withheld' })
    expect(withheld.lead).toContain('not a fail')
    expect(settle(attempt('step2ck', '2027-07-28', 'pending')).kind).toBe('waiting')
  })
})

describe('attempts as programs read them', () => {
  const states = (attempts: readonly ExamAttempt[] | null) =>
    Object.fromEntries(asProgramsRead(attempts).map((reading) => [reading.key, reading.state]))

  it('a clean history is hardly looked at (B2)', () => {
    const clean = [step1Pass, attempt('step2ck', '2027-06-28', 'pass', 244)]
    expect(states(clean)).toEqual({ competency: 'clear', reliability: 'clear', consistency: 'clear' })
    expect(asProgramsRead(clean).map((reading) => reading.key)).toEqual([...PROGRAM_READINGS])
  })

  it('a failed Step 1 asks for an explanation, with what eases it, and Step 2 CK can carry the line (B3, C3, G2)', () => {
    const strong = asProgramsRead([step1Fail, step1Pass, attempt('step2ck', '2027-06-28', 'pass', 244)])
    expect(strong.map((reading) => reading.state)).toEqual(['clear', 'explain', 'clear'])
    expect(strong[1]?.eases).toHaveLength(3)
    expect(strong[1]?.text).not.toMatch(/red flag/i)
    const close = asProgramsRead([step1Fail, step1Pass, attempt('step2ck', '2027-06-28', 'pass', 222)])
    expect(close[2]).toMatchObject({ state: 'explain' })
  })

  it('an old Step 1 number is compared, a missing one is neutral', () => {
    const old = attempt('step1', '2021-05-01', 'pass', 220)
    expect(states([old, attempt('step2ck', '2027-06-28', 'pass', 244)]).consistency).toBe('clear')
    expect(states([{ ...old, score: 245 }, attempt('step2ck', '2027-06-28', 'pass', 225)]).consistency).toBe(
      'explain',
    )
  })

  it('says nothing where nothing is known, and does not depend on the order', () => {
    expect(states(null)).toEqual({ competency: 'open', reliability: 'open', consistency: 'open' })
    expect(states([])).toEqual({ competency: 'open', reliability: 'open', consistency: 'open' })
    const all = [step1Fail, step1Pass, attempt('step2ck', '2027-06-28', 'pass', 244)]
    expect(asProgramsRead([...all].reverse())).toEqual(asProgramsRead(all))
    expect(historyLines([...all].reverse()).map((line) => line.text)).toEqual([
      'Step 1, attempt 1, 10 September 2025: did not pass',
      'Step 1, attempt 2, 10 February 2026: passed',
      'Step 2 CK, attempt 1, 28 June 2027: passed with 244',
    ])
  })
})
