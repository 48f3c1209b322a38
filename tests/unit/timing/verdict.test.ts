import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '@/lib/dates/calendar-date'
import type { ExamAttempt, Outcome } from '@/lib/exams/attempt'
import { reportWindow } from '@/lib/exams/report-window'
import { timingReasons } from '@/lib/timing/reasons'
import { fellowshipTiming, TIMING_CODES, timingVerdict } from '@/lib/timing/verdict'
import { furtherTimingSentence, timingSentence, timingTone } from '@/lib/timing/words'
import { buildSeason, NOT_ANNOUNCED, shippedSeason, shippedSeasons } from '@/tests/factories/season'

const season = shippedSeason(2028)
const TODAY = '2026-11-22'

function attempt(takenOn: string, outcome: Outcome, score: number | null = null): ExamAttempt {
  return { id: takenOn, exam: 'step2ck', takenOn, outcome, score, oet: null }
}

function verdict(overrides: Partial<Parameters<typeof timingVerdict>[0]> = {}) {
  return timingVerdict({
    season,
    today: TODAY,
    attempts: [],
    examOn: null,
    zone: 'Asia/Kathmandu',
    ...overrides,
  })
}

describe('the report window', () => {
  it('is four and eight weeks, then three working days', () => {
    expect(reportWindow('2027-06-28')).toEqual({
      examOn: '2027-06-28',
      typical: '2027-07-26',
      plan: '2027-08-23',
      visibleTypical: '2027-07-29',
      visiblePlan: '2027-08-26',
    })
  })
})

describe('a sitting for the Main Match of season 2028', () => {
  it.each([
    ['2027-06-28', 'in_time', { typical: true, plan: true }],
    ['2027-07-25', 'in_time', { typical: true, plan: true }],
    ['2027-07-26', 'in_time_if_typical', { typical: true, plan: false }],
    ['2027-08-22', 'in_time_if_typical', { typical: true, plan: false }],
    ['2027-08-23', 'misses_review', { typical: false, plan: false }],
    ['2028-01-10', 'misses_review', { typical: false, plan: false }],
  ])('on %s is %s', (examOn, code, inTime) => {
    expect(verdict({ examOn })).toMatchObject({ code, inTime })
  })

  it('names the last dates with the transcript and without it', () => {
    const { last, lastReported } = verdict()
    expect(last).toEqual({ typical: '2027-08-22', plan: '2027-07-25' })
    // As the calendar's own backward plan counts them: review minus 28 and minus 56 days.
    expect(lastReported).toEqual({ typical: '2027-08-25', plan: '2027-07-28' })
  })

  it('counts verification two weeks before the rank list deadline', () => {
    expect(verdict({ examOn: '2028-01-10' }).rankList).toEqual({
      deadline: '2028-03-01',
      isProjected: true,
      verifyBy: '2028-02-16',
      last: { typical: '2028-01-19', plan: '2027-12-22' },
      inTime: { typical: true, plan: false },
    })
  })

  it.each([
    ['2027-06-20', 'before'],
    ['2027-06-21', 'within'],
    ['2027-07-10', 'within'],
    ['2027-07-11', 'after'],
  ])('compares %s with the article’s late June to early July', (examOn, examIs) => {
    expect(verdict({ examOn }).advice).toEqual({ from: '2027-06-21', until: '2027-07-10', examIs })
  })

  it('says plainly that a date misses review, with the last date that still makes it', () => {
    expect(timingSentence(verdict({ examOn: '2027-09-10' }))).toBe(
      'This date misses review: with an exam on 10 September 2027 the score is not there when programs start their ' +
        'review on 22 September 2027 (projected); the last exam date that still makes it is 22 August 2027 if the ' +
        'result takes four weeks, and 25 July 2027 if it takes eight.',
    )
    const late = verdict({ examOn: '2027-09-10', today: '2027-09-01' })
    expect(timingSentence(late)).toContain('the last exam date that made it was 22 August 2027')
  })

  it('gives its reasons with criteria, sources and both clocks', () => {
    const reasons = timingReasons(verdict({ examOn: '2027-06-28' }))
    const of = (key: string) => reasons.find((reason) => reason.key === key)
    expect(of('report_window')?.text).toContain('26 July 2027, or 23 August 2027')
    expect(of('report_window')?.rule?.source.url).toContain('usmle.org')
    expect(of('review_moment')?.text).toContain('22 Sep 2027, 09:00 ET · 18:45 in Kathmandu')
    expect(of('review_moment')?.text).toContain('projected, not announced')
    expect(of('advice')).toMatchObject({ criteria: ['C6'] })
    expect(of('complete_early')).toMatchObject({ criteria: ['C8'] })
    expect(timingReasons(verdict({ examOn: '2027-09-10' })).map((reason) => reason.key)).toContain(
      'early_or_late',
    )
  })
})

describe('what else may be', () => {
  it('needs no exam when a pass is recorded', () => {
    const passed = [attempt('2026-05-10', 'pass', 243)]
    const found = verdict({ attempts: passed, examOn: '2027-06-28' })
    expect(found).toMatchObject({
      code: 'score_there',
      examOn: null,
      passed: { score: 243, onReviewDay: 'yes' },
    })
    expect(timingSentence(found)).toContain('passed on 10 May 2026 with 243')
    expect(timingTone(found.code)).toBe('good')
  })

  it('says of a further review its own day alone where the score is there for both, and all of it otherwise', () => {
    const attempts = [attempt('2026-05-10', 'pass', 243)]
    const july = verdict({ attempts, target: 'july' })
    expect(furtherTimingSentence(july, verdict({ attempts }))).toBe(
      'July fellowship cycle: there as well when programs start their review on 21 July 2027 (projected).',
    )
    const planned = { examOn: '2027-08-01' }
    expect(furtherTimingSentence(verdict({ ...planned, target: 'july' }), verdict(planned))).toMatch(
      /^July fellowship cycle: This date misses review.*21 July 2027/,
    )
  })

  it.each([
    ['2027-06-10', '2027-09-21', 'tight'],
    ['2027-06-10', '2027-09-17', 'yes'],
    ['2027-06-10', '2027-10-10', 'yes'],
    ['2027-08-10', '2027-10-10', 'unsure'],
    ['2027-10-01', '2027-12-10', 'no'],
  ])('a pass of %s, read on %s, was there on review day: %s', (on, today, expected) => {
    expect(verdict({ attempts: [attempt(on, 'pass', 240)], today }).passed?.onReviewDay).toBe(expected)
  })

  it('takes the planned sitting from the attempts, and the given one over it', () => {
    const attempts = [attempt('2027-06-28', 'planned')]
    expect(verdict({ attempts }).examOn).toBe('2027-06-28')
    expect(verdict({ attempts, examOn: '2027-08-30' })).toMatchObject({
      examOn: '2027-08-30',
      code: 'misses_review',
    })
  })

  it('asks for the outcome of an exam day that is over', () => {
    const found = verdict({ attempts: [attempt('2027-06-28', 'planned')], today: '2027-07-02' })
    expect(found.code).toBe('result_not_recorded')
    expect(timingSentence(found)).toContain('28 June 2027')
  })

  it('waits for a result, and says when to ask', () => {
    const attempts = [attempt('2027-08-10', 'pending')]
    const found = verdict({ attempts, today: '2027-08-20' })
    expect(found).toMatchObject({ code: 'pending', inTime: { typical: true, plan: false } })
    expect(timingSentence(found)).toBe(
      'The result of 10 August 2027 is usually out by 7 September 2027; plan for 5 October 2027: with four weeks the ' +
        'score is there when programs start their review on 22 September 2027 (projected), with eight it is not.',
    )
    expect(timingSentence(verdict({ attempts, today: '2027-10-06' }))).toContain('ask USMLE')
  })

  it('meets a fail with what the rules still allow', () => {
    const one = verdict({ attempts: [attempt('2026-09-01', 'fail', 210)] })
    expect(one.code).toBe('failed_last')
    expect(timingSentence(one)).toBe(
      'This attempt did not pass. It stays on the transcript. No waiting time is set before the next attempt: you may ' +
        'sit as soon as a new registration gives you a date (3 attempts are left).',
    )
    const three = ['2026-01-10', '2026-05-10', '2026-09-01'].map((on) => attempt(on, 'fail', 205))
    expect(timingSentence(verdict({ attempts: three }))).toContain(
      'The next date you may sit is 1 March 2027',
    )
    expect(verdict({ attempts: three, examOn: '2027-02-28' }).code).toBe('not_allowed_yet')
    expect(verdict({ attempts: three, examOn: '2027-03-01' })).toMatchObject({
      code: 'in_time',
      isRetake: true,
    })
    const four = [...three, attempt('2027-03-10', 'fail', 205)]
    expect(verdict({ attempts: four, today: '2027-05-01', examOn: '2027-12-01' }).code).toBe(
      'no_attempt_left',
    )
  })

  it('ignores a plan that an attempt has overtaken', () => {
    const attempts = [attempt('2026-08-01', 'planned'), attempt('2026-09-01', 'fail', 210)]
    expect(verdict({ attempts })).toMatchObject({ code: 'failed_last', examOn: null })
  })

  it('says what a late score can still do once review is open', () => {
    const found = verdict({ season: shippedSeason(2027), examOn: '2026-12-01' })
    expect(found).toMatchObject({
      code: 'review_is_open',
      rankList: { inTime: { typical: true, plan: true } },
    })
    expect(timingSentence(found)).toContain('well before the rank list deadline')
    const later = verdict({ season: shippedSeason(2027), examOn: '2027-02-01' })
    expect(timingSentence(later)).toContain('weigh the next season')
  })

  it('gives no date where none is announced', () => {
    const open = buildSeason(2029, { eras_program_review_opens: NOT_ANNOUNCED })
    const found = verdict({ season: open, examOn: '2028-06-28' })
    expect(found).toMatchObject({ code: 'no_review_date', review: null, last: null, inTime: null })
    expect(timingSentence(found)).toContain('not announced')
  })

  it('warns when the sitting lies beyond the seven years', () => {
    const step1: ExamAttempt = { ...attempt('2020-05-01', 'pass', 230), exam: 'step1' }
    expect(verdict({ attempts: [step1], examOn: '2027-05-01' }).sevenYearsEnd).toBe(null)
    const late = verdict({ attempts: [step1], examOn: '2027-05-02' })
    expect(late.sevenYearsEnd).toBe('2027-05-01')
    expect(timingReasons(late).some((reason) => reason.key === 'seven_years')).toBe(true)
  })
})

describe('two-year genetics', () => {
  const input = { season, today: TODAY, attempts: [], zone: 'UTC' }

  it('has a verdict for each fellowship cycle, without the Main Match’s rank list', () => {
    const [july, december] = fellowshipTiming({ ...input, examOn: '2027-06-28' })
    expect(july).toMatchObject({ target: 'july', code: 'misses_review', rankList: null, advice: null })
    expect(december).toMatchObject({ target: 'december', code: 'in_time' })
    expect(december?.last).toEqual({ typical: '2027-10-31', plan: '2027-10-03' })
  })

  it('says that the program must be asked where a cycle has no date', () => {
    const open = buildSeason(2030, { eras_fellowship_july_review: NOT_ANNOUNCED })
    const [july] = fellowshipTiming({ ...input, season: open, examOn: '2029-05-01' })
    expect(july && timingSentence(july)).toContain('dates not known; ask the program')
  })
})

describe('whatever the dates', () => {
  const days = fc.integer({ min: 0, max: 1200 }).map((n) => addDays('2024-01-01', n))
  const dated = shippedSeasons.filter((candidate) =>
    candidate.events.some((event) => event.key === 'eras_program_review_opens' && event.on),
  )

  it('the last date makes it and the next day does not', () => {
    const shifts = fc.integer({ min: 0, max: 800 })
    fc.assert(
      fc.property(shifts, (shift) => {
        const on = addDays('2027-01-01', shift)
        const moved = buildSeason(2028, { eras_program_review_opens: { on, at: null } })
        const { last } = verdict({ season: moved })
        expect(last).not.toBe(null)
        if (!last) return
        for (const pace of ['typical', 'plan'] as const) {
          expect(verdict({ season: moved, examOn: last[pace] }).inTime?.[pace]).toBe(true)
          expect(verdict({ season: moved, examOn: addDays(last[pace], 1) }).inTime?.[pace]).toBe(false)
        }
        expect(last.plan <= last.typical).toBe(true)
      }),
    )
  })

  it('an earlier exam is never later with its score', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dated),
        days,
        fc.integer({ min: 1, max: 200 }),
        (any, examOn, earlier) => {
          const late = verdict({ season: any, examOn, today: '2020-01-01' }).inTime
          const early = verdict({
            season: any,
            examOn: addDays(examOn, -earlier),
            today: '2020-01-01',
          }).inTime
          if (late?.plan) expect(early?.plan).toBe(true)
          if (late?.typical) expect(early?.typical).toBe(true)
        },
      ),
    )
  })

  it('every verdict has a tone, a sentence and reasons without holes', () => {
    const outcomes = fc.constantFrom<Outcome>('planned', 'pending', 'pass', 'fail', 'incomplete', 'withheld')
    const history = fc.array(fc.tuple(days, outcomes), { maxLength: 4 })
    const seen = new Set<string>()
    fc.assert(
      fc.property(
        fc.constantFrom(...shippedSeasons),
        history,
        days,
        fc.option(days),
        fc.constantFrom('main', 'july', 'december'),
        (any, sat, today, examOn, target) => {
          const attempts = sat.map(([on, outcome]) => attempt(on, outcome))
          const found = verdict({ season: any, attempts, today, examOn, target: target as 'main' })
          seen.add(found.code)
          expect(TIMING_CODES).toContain(found.code)
          expect(['good', 'care', 'late', 'open']).toContain(timingTone(found.code))
          const texts = [timingSentence(found), ...timingReasons(found).map((reason) => reason.text)]
          for (const text of texts) {
            expect(text).toMatch(/^[A-Z].*\.$/)
            expect(text).not.toMatch(/undefined|null|NaN| {2}|\.\./)
          }
        },
      ),
      { numRuns: 600, seed: 2028 },
    )
    expect(seen.size).toBeGreaterThan(9)
  })
})
