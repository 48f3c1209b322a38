import { describe, expect, it } from 'vitest'

import { addDays } from '@/lib/dates/calendar-date'
import type { PracticeResult } from '@/lib/exams/practice'
import type { BankSnapshot } from '@/lib/exams/practice-detail'
import { forecastFor } from '@/lib/forecast/forecast'
import type { Readiness } from '@/lib/readiness/evidence'
import { HABIT_LABELS, STUDY_HABITS } from '@/lib/readiness/habits'
import { cbssaState, step1Readiness } from '@/lib/readiness/step1'
import { step2ckReadiness } from '@/lib/readiness/step2ck'

const TODAY = '2027-05-20'
const EXAM = '2027-06-28'

function cbssa(takenOn: string, percent: number, isTimed: boolean | null = true): PracticeResult {
  return { id: takenOn, exam: 'step1', kind: 'nbme_cbssa', takenOn, score: null, percent, isTimed, form: '' }
}

function ccssa(takenOn: string, score: number): PracticeResult {
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

function bank(takenOn: string, change: Partial<BankSnapshot>): BankSnapshot {
  return {
    id: takenOn,
    exam: 'step2ck',
    bank: 'uworld',
    takenOn,
    coveredPercent: null,
    correctPercent: null,
    mode: null,
    questions: null,
    ...change,
  }
}

const stateOf = (readiness: Readiness, key: string) =>
  readiness.evidence.find((line) => line.key === key)?.state

describe('one CBSSA result against the low-pass band', () => {
  // NBME's four descriptions with the band 62 to 68 and a likely range of plus or minus 4.
  it.each([
    [57, 'at_risk'],
    [58, 'borderline'],
    [65, 'borderline'],
    [66, 'near'],
    [72, 'near'],
    [73, 'likely_ready'],
  ])('%i per cent is %s', (percent, state) => {
    expect(cbssaState(percent)).toBe(state)
  })

  it('is held against the band of the person’s own report', () => {
    expect(cbssaState(72, { from: 60, to: 66 })).toBe('likely_ready')
  })
})

describe('Step 1', () => {
  const ask = (
    results: readonly PracticeResult[],
    examOn: string | null = EXAM,
    band?: { from: number; to: number },
  ) => step1Readiness({ results, examOn, today: TODAY, band: band ?? null })

  it('is ready with two recent assessments wholly above the band', () => {
    const found = ask([cbssa('2027-05-10', 76), cbssa('2027-04-20', 74)])
    expect(found).toMatchObject({ verdict: 'ready', delay: null, why: [] })
    expect(found.text).toContain('no guarantee')
    expect(found.evidence.every((line) => line.criteria.includes('B4'))).toBe(true)
  })

  it('says nothing without a result', () => {
    expect(ask([])).toMatchObject({ verdict: 'not_said', delay: null })
    expect(ask([cbssa('2027-05-10', 80)]).verdict).toBe('not_yet')
  })

  it('advises four to eight weeks where the buffer is not steady, and says why that is cheaper than a fail', () => {
    const close = ask([cbssa('2027-04-20', 74), cbssa('2027-05-10', 69)])
    expect(close).toMatchObject({
      verdict: 'not_yet',
      delay: { weeks: { from: 4, to: 8 }, from: '2027-07-26', until: '2027-08-23' },
    })
    expect(close.why.join(' ')).toContain('stays there for good')
    expect(close.why.join(' ')).toContain('at most 4 attempts')
    const far = ask([cbssa('2027-04-20', 60), cbssa('2027-05-10', 61)])
    expect(far.delay?.weeks).toEqual({ from: 6, to: 8 })
  })

  it('leaves a date that is far ahead alone', () => {
    const found = ask([cbssa('2027-04-20', 60), cbssa('2027-05-10', 61)], '2027-11-01')
    expect(found).toMatchObject({ verdict: 'not_yet', delay: null })
    expect(found.text).toContain('The date can stand for now')
  })

  it('asks for one more assessment, not for a delay, where the only result is good and there is time', () => {
    const good = [cbssa('2027-05-10', 80)]
    const found = ask(good)
    expect(found).toMatchObject({ verdict: 'not_yet', delay: null })
    expect(found.text).toContain('sit an assessment by 14 June 2027')
    expect(ask(good, '2027-06-02').delay).toMatchObject({ from: '2027-06-30' })
  })

  it('counts no untimed assessment, sees a fall, and asks for a fresh one', () => {
    expect(stateOf(ask([cbssa('2027-05-10', 76, false), cbssa('2027-05-12', 76)]), 'assessments')).toBe(
      'not_yet',
    )
    expect(stateOf(ask([cbssa('2027-04-20', 84), cbssa('2027-05-10', 75)]), 'steady')).toBe('not_yet')
    expect(stateOf(ask([cbssa('2027-04-20', 83), cbssa('2027-05-10', 75)]), 'steady')).toBe('met')
    expect(stateOf(ask([cbssa('2027-01-20', 76), cbssa('2027-02-10', 76)]), 'recent')).toBe('not_yet')
  })

  it('names what each line was read from and what would turn it, and nothing where it is met', () => {
    const found = ask([cbssa('2027-04-20', 74), cbssa('2027-05-10', 71), cbssa('2027-03-01', 60, false)])
    const line = (key: string) => found.evidence.find((each) => each.key === key)
    expect(line('buffer')).toMatchObject({
      restsOn: ['2027-04-20', '2027-05-10'],
      change: expect.stringContaining('The next two results above 72 per cent'),
    })
    expect(line('buffer')?.text).toContain('71 per cent on 10 May 2027')
    expect(line('assessments')).toMatchObject({ state: 'met', change: null })
    for (const each of found.evidence) if (each.state === 'met') expect(each.change).toBeNull()
    expect(
      ask([])
        .evidence.map((each) => each.change)
        .join(),
    ).toContain('Two NBME assessments')
  })

  it('reads no untimed assessment as a buffer', () => {
    expect(stateOf(ask([cbssa('2027-04-20', 80, false), cbssa('2027-05-10', 80)]), 'buffer')).toBe('not_yet')
    expect(ask([cbssa('2027-05-10', 80, false)]).verdict).toBe('not_yet')
  })

  it('uses the band that the person enters', () => {
    const results = [cbssa('2027-05-10', 72), cbssa('2027-04-20', 72)]
    expect(ask(results).verdict).toBe('not_yet')
    expect(ask(results, EXAM, { from: 60, to: 66 }).verdict).toBe('ready')
  })
})

describe('Step 2 CK', () => {
  const forms = [ccssa('2027-04-20', 238), ccssa('2027-05-15', 245)]
  const ask = (
    change: {
      results?: readonly PracticeResult[]
      snapshots?: readonly BankSnapshot[]
      today?: string
      examOn?: string
    } = {},
  ) => {
    const { results = forms, snapshots = [], today = TODAY, examOn = EXAM } = change
    return step2ckReadiness({
      results,
      snapshots,
      forecast: forecastFor(results, { examOn, today }),
      examOn,
      today,
    })
  }
  const done = bank('2027-05-19', { coveredPercent: 100, correctPercent: 66, mode: 'timed_mixed' })

  it('is ready when each needed line is met, habits unsaid', () => {
    const found = ask({ snapshots: [done] })
    expect(found).toMatchObject({ verdict: 'ready', delay: null })
    expect(stateOf(found, 'habit_timed_blocks')).toBe('not_said')
  })

  it('counts only timed and mixed work of the last six weeks', () => {
    const at = (snapshot: BankSnapshot) => stateOf(ask({ snapshots: [snapshot] }), 'timed_mixed')
    expect(at(done)).toBe('met')
    expect(at({ ...done, correctPercent: 59 })).toBe('not_yet')
    expect(at({ ...done, mode: 'untimed' })).toBe('not_yet')
    // 42 days before 28 June is 17 May.
    expect(at({ ...done, takenOn: '2027-05-17' })).toBe('met')
    expect(at({ ...done, takenOn: '2027-05-16' })).toBe('not_yet')
    expect(stateOf(ask(), 'timed_mixed')).toBe('not_said')
    expect(stateOf(ask({ today: '2027-03-01' }), 'timed_mixed')).toBe('not_yet')
  })

  it('takes the bank that is furthest along, and two forms', () => {
    const both = [
      bank('2027-05-01', { coveredPercent: 100 }),
      bank('2027-05-18', { bank: 'amboss', coveredPercent: 20 }),
    ]
    expect(stateOf(ask({ snapshots: both }), 'coverage')).toBe('met')
    expect(stateOf(ask({ snapshots: [bank('2027-05-18', { coveredPercent: 80 })] }), 'coverage')).toBe(
      'not_yet',
    )
    expect(stateOf(ask({ results: [ccssa('2027-05-15', 245)] }), 'forms')).toBe('not_yet')
  })

  it('says plainly that a band below the standard is a forecast of a fail', () => {
    const low = ask({ results: [ccssa('2027-05-15', 222), ccssa('2027-05-01', 220)], snapshots: [done] })
    expect(low).toMatchObject({ verdict: 'not_yet', delay: { from: '2027-07-26', until: '2027-08-23' } })
    expect(low.evidence.find((line) => line.key === 'margin')?.text).toContain('a fail, not a low score')
    expect(low.why.length).toBeGreaterThan(2)
  })

  it('shows Free 120 and the habits beside the verdict', () => {
    const free: PracticeResult = {
      ...ccssa('2027-05-18', 0),
      id: 'free',
      kind: 'free120',
      score: null,
      percent: 78,
    }
    const found = step2ckReadiness({
      results: [...forms, free],
      snapshots: [done],
      habits: { timed_blocks: true, biostatistics: false },
      forecast: forecastFor(forms, { examOn: EXAM, today: TODAY }),
      examOn: EXAM,
      today: TODAY,
    })
    expect(found.verdict).toBe('ready')
    expect(found.evidence.find((line) => line.key === 'free120')?.text).toContain('no official conversion')
    expect(stateOf(found, 'habit_timed_blocks')).toBe('met')
    expect(stateOf(found, 'habit_biostatistics')).toBe('not_yet')
    expect(STUDY_HABITS.every((habit) => HABIT_LABELS[habit].length > 0)).toBe(true)
  })

  it('gives the same answer whatever the order of its input', () => {
    const snapshots = [
      done,
      bank('2027-05-18', { correctPercent: 50, mode: 'timed_mixed' }),
      bank(addDays(TODAY, -9), { coveredPercent: 90 }),
    ]
    expect(ask({ snapshots: [...snapshots].reverse(), results: [...forms].reverse() })).toEqual(
      ask({ snapshots }),
    )
  })
})
