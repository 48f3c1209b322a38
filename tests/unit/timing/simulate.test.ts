import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, daysBetween } from '@/lib/dates/calendar-date'
import type { ExamAttempt, Outcome } from '@/lib/exams/attempt'
import { visibleBy } from '@/lib/exams/report-window'
import { passingStandardOn } from '@/lib/facts/exam-standards'
import type { ForecastResult } from '@/lib/forecast/forecast'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import {
  futureDays,
  type SimulatedSitting,
  type SimulationInput,
  simulateSittings,
} from '@/lib/timing/simulate'
import { SITTING_CHECKS } from '@/lib/timing/simulate-checks'
import { stackDots } from '@/lib/timing/simulate-dots'
import {
  DEFAULT_REPORT_MODEL,
  FUTURES,
  REPORT_PARTNER,
  reportDays,
  reportModelProblems,
  visibleDaysFrom,
} from '@/lib/timing/simulate-model'
import {
  costLines,
  countsSentence,
  decisionSentence,
  lastDatesSentence,
  milestonesSentence,
} from '@/lib/timing/simulate-words'
import { buildSeason, NOT_ANNOUNCED, shippedSeason } from '@/tests/factories/season'

const TODAY = '2026-11-22'

function practice(takenOn: string, score: number): ForecastResult {
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

function attempt(takenOn: string, outcome: Outcome, exam: ExamAttempt['exam'] = 'step2ck'): ExamAttempt {
  return { id: `${exam}${takenOn}`, exam, takenOn, outcome, score: null, oet: null }
}

function simulate(overrides: Partial<SimulationInput> & { on?: readonly string[] } = {}) {
  const { on = [], ...rest } = overrides
  return simulateSittings({
    season: shippedSeason(2028),
    sittings: on.map((examOn) => ({ id: examOn, examOn })),
    results: [],
    targetScore: null,
    attempts: [],
    today: TODAY,
    zone: 'Asia/Kathmandu',
    ...rest,
  })
}

function one(examOn: string, overrides: Partial<SimulationInput> = {}): SimulatedSitting {
  const [sitting] = simulate({ ...overrides, on: [examOn] }).sittings
  if (!sitting) throw new Error('a sitting was due')
  return sitting
}

/*
 * By hand from the season calendar. 2028 (projected): submission Wed 2027-09-01, review Wed 2027-09-22, rank lists
 * 2028-03-01. 2027 (published): Wed 2026-09-02, Wed 2026-09-23, 2027-03-03. A report must be out by the Sunday before a
 * Wednesday for three working days to end on it.
 */
describe.each([
  // exam, 4 weeks, with programs, 8 weeks, with programs, verdict, futures by submission, by review
  [2028, '2027-06-28', '2027-07-26', '2027-07-29', '2027-08-23', '2027-08-26', 'in_time', 50, 50],
  [2028, '2027-07-27', '2027-08-24', '2027-08-27', '2027-09-21', '2027-09-24', 'in_time_if_typical', 42, 49],
  [2028, '2027-08-25', '2027-09-22', '2027-09-27', '2027-10-20', '2027-10-25', 'misses_review', 0, 31],
  [2028, '2027-09-20', '2027-10-18', '2027-10-21', '2027-11-15', '2027-11-18', 'misses_review', 0, 0],
  [2027, '2026-06-28', '2026-07-26', '2026-07-29', '2026-08-23', '2026-08-26', 'in_time', 50, 50],
  [2027, '2026-07-27', '2026-08-24', '2026-08-27', '2026-09-21', '2026-09-24', 'in_time_if_typical', 42, 50],
  [2027, '2026-08-25', '2026-09-22', '2026-09-25', '2026-10-20', '2026-10-23', 'misses_review', 0, 34],
  [2027, '2026-09-20', '2026-10-18', '2026-10-21', '2026-11-15', '2026-11-18', 'misses_review', 0, 0],
] as const)(
  'season %i, exam on %s',
  (year, examOn, typical, seenTypical, plan, seenPlan, code, submitted, reviewed) => {
    const isProjected = year === 2028
    const today = isProjected ? TODAY : '2026-03-01'
    const found = one(examOn, { season: shippedSeason(year), today })

    it('has the right days and the right verdict on review', () => {
      expect(found.verdict.code).toBe(code)
      expect(found.verdict.window).toEqual({
        examOn,
        typical,
        plan,
        visibleTypical: seenTypical,
        visiblePlan: seenPlan,
      })
      expect(found.window).toEqual({ soonest: addDays(examOn, 14), usual: typical, latest: plan })
      expect(found.counts.review).toBe(reviewed)
    })

    it('has the right days of the season, projected ones marked', () => {
      expect(found.marks).toEqual(
        isProjected
          ? {
              submission: { on: '2027-09-01', isProjected },
              review: { on: '2027-09-22', isProjected },
              verifyBy: { on: '2028-02-16', isProjected },
              rankList: { on: '2028-03-01', isProjected },
            }
          : {
              submission: { on: '2026-09-02', isProjected },
              review: { on: '2026-09-23', isProjected },
              verifyBy: { on: '2027-02-17', isProjected },
              rankList: { on: '2027-03-03', isProjected },
            },
      )
      expect(countsSentence(found).includes('(projected)')).toBe(isProjected)
    })

    it('counts submission and the rank list', () => {
      expect(found.counts.submission).toBe(submitted)
      // Eight weeks after the latest of these days is November: months before the rank list.
      expect(found.counts.rankList).toBe(50)
      expect(found.checks.find((check) => check.key === 'rank_list')?.state).toBe('met')
    })
  },
)

describe('the last dates', () => {
  it('stand whatever is drawn, with four and with eight weeks', () => {
    expect(simulate().last).toEqual({ typical: '2027-08-22', plan: '2027-07-25' })
    expect(lastDatesSentence(simulate())).toBe(
      'For review on 22 September 2027 (projected) the last exam date is 22 August 2027 if the result takes four weeks, and 25 July 2027 if it takes eight.',
    )
    expect(simulate({ season: shippedSeason(2027), today: '2026-03-01' }).last).toEqual({
      typical: '2026-08-23',
      plan: '2026-07-26',
    })
  })

  it('are not made up where review is not announced', () => {
    const open = simulate({
      season: buildSeason(2030, { eras_program_review_opens: NOT_ANNOUNCED }),
      on: ['2029-06-25'],
    })
    expect(open).toMatchObject({ last: null, review: null })
    expect(open.sittings[0]?.counts).toMatchObject({ review: null, both: null })
    expect(lastDatesSentence(open)).toContain('not announced')
  })
})

describe('rank lists', () => {
  it('counts a winter sitting by the day two weeks before the deadline', () => {
    // Exam 2028-01-20, report due by 2028-02-16: 27 days, so s <= 13 / 17.5 and 37 of the fifty quantiles.
    const found = one('2028-01-20')
    expect(found.counts.rankList).toBe(37)
    expect(found.checks.find((check) => check.key === 'rank_list')?.state).toBe('broken')
    expect(one('2028-01-19').checks.find((check) => check.key === 'rank_list')?.state).toBe('care')
  })
})

describe('scores', () => {
  const results = [practice('2027-05-31', 232)]

  it('draws quantiles round the forecast and sets fails apart by the standard of the exam day', () => {
    // One NBME form 28 days before: sd = sqrt(64 + 36 + 36) = 11.66. 218 is 1.24 sd below 232 less half a point.
    const found = one('2027-06-28', { results, targetScore: 240, today: '2027-06-01' })
    expect(found.forecast?.sd).toBeCloseTo(11.66, 2)
    expect(found.standard).toBe(passingStandardOn('step2ck', '2027-06-28')?.value)
    expect(found.counts).toMatchObject({ review: 45, target: 13, both: 13, fails: 5 })
    expect(countsSentence(found)).toBe(
      'Of 50 equally likely futures, 45 have a passing score with programs on 22 September 2027 (projected), 13 reach 240, 13 do both; apart from these, 5 fall below the passing standard of 218.',
    )
  })

  it('reads a target below the standard as the standard', () => {
    const found = one('2027-06-28', { results, targetScore: 210 })
    expect(found.targetScore).toBe(218)
    expect((found.counts.target ?? 0) + (found.counts.fails ?? 0)).toBe(FUTURES)
  })

  it('draws time alone without a practice result', () => {
    const found = one('2027-06-28', { targetScore: 240 })
    expect(found).toMatchObject({
      forecast: null,
      counts: { review: 50, target: null, both: null, fails: null },
    })
    expect(found.futures.every((future) => future.score === null && !future.isFail)).toBe(true)
    expect(countsSentence(found)).toContain('only the time can be drawn')
  })

  it('says what waiting and what an early low score cost, with the criteria', () => {
    const simulation = simulate({
      results,
      today: '2027-06-01',
      targetScore: 240,
      sittings: [
        { id: 'a', examOn: '2027-06-28' },
        { id: 'b', examOn: '2027-08-25' },
        { id: 'c', examOn: '2028-06-26', season: buildSeason(2029) },
      ],
    })
    const lines = costLines(simulation)
    const of = (key: string, id: string) => lines.find((line) => line.key === key && line.sittingId === id)
    expect(of('early_fail', 'a')?.text).toContain(
      '5 of 50 futures fall below 218. A fail stays on the transcript',
    )
    expect(of('early_fail', 'a')?.criteria).toEqual(['C7'])
    expect(of('early_low', 'a')?.text).toContain('32 of 50 futures pass below 240')
    expect(of('early_complete', 'a')?.criteria).toEqual(['C6', 'C8'])
    expect(of('misses_review', 'b')?.text).toContain('22 September 2027 (projected)')
    expect(of('waiting', 'b')?.criteria).toEqual(['C6', 'C7', 'C8'])
    expect(of('next_season', 'c')?.text).toContain('1 July 2029 instead of 2028')
    expect(simulation.sittings[2]?.seasonYear).toBe(2029)
    // The next season's date has the best chance of both: it makes review and is never called riskier for being far.
    const decision = decisionSentence(simulation) ?? ''
    expect(decision).toContain('not because waiting harms')
    expect(simulation.sittings[2]?.forecast?.sd).toBe(simulation.sittings[1]?.forecast?.sd)
    // sd = sqrt(64 + 36 / 28 * 57 + 36) = 13.16; 217.5 is 1.10 sd below 232: 13.5 per cent, seven of fifty fail.
    expect(milestonesSentence(simulation.sittings[1] ?? one('2027-06-28'))).toBe(
      'With programs when ERAS takes applications on 1 September 2027 (projected): 0 of 50; reported by 16 February 2028 (projected), two weeks before the rank list deadline: 43 of 50.',
    )
  })
})

describe('the rules on a date', () => {
  const state = (key: string, examOn: string, overrides: Partial<SimulationInput> = {}) =>
    one(examOn, overrides).checks.find((check) => check.key === key)

  it('holds it against the eligibility period', () => {
    const eligibility = { from: '2027-05-01', until: '2027-07-31' }
    expect(state('eligibility_period', '2027-07-31', { eligibility })?.state).toBe('met')
    expect(state('eligibility_period', '2027-08-01', { eligibility })?.state).toBe('broken')
    expect(state('eligibility_period', '2027-08-01')?.state).toBe('not_said')
  })

  it('holds it against the limit of four and the spacing before the fourth', () => {
    const three = ['2026-01-10', '2026-05-10', '2026-09-01'].map((on) => attempt(on, 'fail'))
    expect(state('attempt_spacing', '2027-02-28', { attempts: three })).toMatchObject({ state: 'broken' })
    expect(state('attempt_spacing', '2027-03-01', { attempts: three })).toMatchObject({ state: 'met' })
    expect(state('attempt_limit', '2027-03-01', { attempts: three })).toMatchObject({ state: 'care' })
    const four = [...three, attempt('2026-11-01', 'fail')]
    expect(state('attempt_limit', '2027-12-01', { attempts: four })?.state).toBe('broken')
    expect(state('attempt_limit', '2027-06-28')?.text).toContain('attempt 1 of at most 4')
  })

  it('holds it against seven years and against what is over', () => {
    const attempts = [attempt('2020-05-01', 'pass', 'step1')]
    expect(state('seven_years', '2027-05-01', { attempts })?.state).toBe('met')
    expect(state('seven_years', '2027-05-02', { attempts })?.state).toBe('broken')
    expect(state('exam_day', '2026-11-21')?.state).toBe('broken')
    expect(state('exam_day', '2027-06-28')).toBe(undefined)
  })

  it('says that nothing is left to weigh after a pass', () => {
    const attempts = [attempt('2026-05-10', 'pass')]
    expect(simulate({ attempts }).passedOn).toBe('2026-05-10')
    expect(simulate().passedOn).toBe(null)
    expect(state('exam_day', '2027-06-28', { attempts })).toMatchObject({ state: 'broken' })
  })

  it('takes no plan of the person’s own for an obstacle', () => {
    expect(state('exam_day', '2027-06-28', { attempts: [attempt('2027-06-28', 'planned')] })).toBe(undefined)
  })

  it('leaves room for Step 3 before an H-1B, or says that there is none', () => {
    const who = (acceptable: readonly ('j1' | 'h1b')[] | null) => {
      const applicant = EMPTY_APPLICANT
      return {
        applicant: { ...applicant, visa: { ...applicant.visa, need: 'needs_visa' as const, acceptable } },
      }
    }
    expect(state('step3_h1b', '2027-06-28', who(null))?.state).toBe('not_said')
    expect(state('step3_h1b', '2027-06-28', who(['j1']))).toBe(undefined)
    // 2028-07-01 less 56 days is 2028-05-06; less 56 again 2028-03-11: the next exam day leaves nothing.
    expect(state('step3_h1b', '2028-03-11', who(['h1b']))?.state).toBe('care')
    expect(state('step3_h1b', '2028-03-12', who(['h1b']))?.state).toBe('broken')
    expect(state('step3_h1b', '2028-03-12', who(['h1b', 'j1']))?.state).toBe('care')
    const attempts = [attempt('2026-05-01', 'pass', 'step3')]
    expect(state('step3_h1b', '2027-06-28', { ...who(['h1b']), attempts })?.state).toBe('met')
  })

  it('names the Pathways deadline with its source, whatever the exam date', () => {
    const applicant = EMPTY_APPLICANT
    const withSteps = (stepsDone: readonly ('pathway_applied' | 'pathway_accepted')[]) => ({
      applicant: { ...applicant, ecfmg: { ...applicant.ecfmg, status: 'in_progress' as const, stepsDone } },
    })
    const notSaid = state('ecfmg_pathways', '2027-06-28')
    expect(notSaid).toMatchObject({ state: 'not_said' })
    expect(notSaid?.text).toContain('31 January 2028 (projected)')
    expect(notSaid?.source).not.toBe(null)
    expect(state('ecfmg_pathways', '2027-06-28', withSteps(['pathway_applied']))?.state).toBe('care')
    expect(state('ecfmg_pathways', '2027-06-28', withSteps(['pathway_accepted']))?.state).toBe('met')
  })

  it('every check has a source and a known key', () => {
    const checks = one('2027-06-28').checks
    expect(checks.length).toBeGreaterThan(4)
    for (const check of checks) {
      expect(SITTING_CHECKS).toContain(check.key)
      expect(check.source?.title, check.key).toBeTruthy()
    }
  })
})

describe('the model of the report', () => {
  it('has four in five within four weeks, the rest within eight, and pairs each once', () => {
    const days = reportDays(DEFAULT_REPORT_MODEL)
    expect(days.filter((count) => count <= 28)).toHaveLength(40)
    expect(Math.min(...days)).toBeGreaterThanOrEqual(14)
    expect(Math.max(...days)).toBeLessThanOrEqual(56)
    expect(new Set(REPORT_PARTNER).size).toBe(FUTURES)
    expect(reportModelProblems(DEFAULT_REPORT_MODEL)).toEqual([])
    expect(reportModelProblems({ ...DEFAULT_REPORT_MODEL, soonest: 40 })).toMatchObject([
      { field: 'soonest' },
    ])
  })

  it('travels as the report window does, on every day over leap day, year ends and both changes of the clock', () => {
    for (let n = 0; n < 800; n += 1) {
      const examOn = addDays('2026-12-20', n)
      expect(addDays(examOn, visibleDaysFrom(examOn)(28))).toBe(visibleBy(examOn, 'typical'))
      expect(addDays(examOn, visibleDaysFrom(examOn)(56))).toBe(visibleBy(examOn, 'plan'))
    }
  })
})

const days = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2026-12-01', n))
const results = fc.array(
  fc.record({ on: fc.integer({ min: 0, max: 180 }), score: fc.integer({ min: 180, max: 275 }) }),
  { maxLength: 5 },
)

describe('whatever the dates', () => {
  it('a later exam never makes a report earlier, nor review likelier', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (examOn, later) => {
        const a = one(examOn)
        const b = one(addDays(examOn, later))
        a.futures.forEach((future, n) => {
          const other = b.futures[n]
          if (!other) throw new Error('a future was due')
          const early = futureDays(a.examOn, future)
          const late = futureDays(b.examOn, other)
          expect(late.reportOn >= early.reportOn && late.visibleOn >= early.visibleOn).toBe(true)
        })
        expect(b.counts.review ?? 0).toBeLessThanOrEqual(a.counts.review ?? 0)
      }),
    )
  })

  it('dots and counts agree', () => {
    fc.assert(
      fc.property(
        days,
        results,
        fc.option(fc.integer({ min: 200, max: 270 })),
        (examOn, taken, targetScore) => {
          const held = taken.map(({ on, score }, n) => ({
            ...practice(addDays('2026-06-01', on), score),
            id: String(n),
          }))
          const {
            futures,
            counts,
            marks,
            standard,
            targetScore: target,
          } = one(examOn, { results: held, targetScore })
          expect(futures).toHaveLength(FUTURES)
          const seen = (future: (typeof futures)[number]) =>
            marks.review !== null && futureDays(examOn, future).visibleOn <= marks.review.on
          const passes = futures.filter((future) => future.score === null || future.score >= (standard ?? 0))
          expect(counts.review).toBe(passes.filter(seen).length)
          expect(counts.fails).toBe(held.length === 0 ? null : FUTURES - passes.length)
          if (target === null || held.length === 0) expect(counts.target).toBe(null)
          else {
            const reach = passes.filter((future) => (future.score ?? 0) >= target)
            expect(counts.target).toBe(reach.length)
            expect(counts.both).toBe(reach.filter(seen).length)
            expect(reach.length + (counts.fails ?? 0)).toBeLessThanOrEqual(FUTURES)
          }
        },
      ),
    )
  })

  it('the order of sittings and of results is irrelevant', () => {
    fc.assert(
      fc.property(fc.uniqueArray(days, { minLength: 2, maxLength: 3 }), results, (on, taken) => {
        const held = taken.map((each, n) => ({
          ...practice(addDays('2026-06-01', each.on), each.score),
          id: String(n),
        }))
        const a = simulate({ on, results: held, targetScore: 235 })
        const b = simulate({ on: [...on].reverse(), results: [...held].reverse(), targetScore: 235 })
        expect(b).toEqual(a)
        for (const text of [...costLines(a).map((line) => line.text), decisionSentence(a) ?? 'None.']) {
          expect(text).toMatch(/^[A-Z].*\.$/)
          expect(text).not.toMatch(/undefined|null|NaN/)
        }
      }),
    )
  })

  it('stacks every dot once', () => {
    const { futures } = one('2027-06-28')
    const dots = stackDots(
      futures.map((future) => future.reportAfter),
      7,
    )
    expect(new Set(dots.map((dot) => `${dot.column}/${dot.level}`)).size).toBe(FUTURES)
    expect(dots.every((dot) => dot.column <= dot.value && dot.value < dot.column + 7)).toBe(true)
  })

  it('refuses a fourth sitting', () => {
    expect(() => simulate({ on: ['2027-06-01', '2027-06-02', '2027-06-03', '2027-06-04'] })).toThrow(
      RangeError,
    )
  })
})

describe('zones', () => {
  const withoutZone = (sitting: SimulatedSitting) => ({
    ...sitting,
    verdict: { ...sitting.verdict, zone: '' },
  })

  describe.each(['Asia/Kathmandu', 'Pacific/Marquesas'])('on a machine in %s', (machine) => {
    const before = process.env.TZ
    beforeAll(() => {
      process.env.TZ = machine
      expect(new Date(2027, 6, 1).getTimezoneOffset()).toBe(machine === 'Asia/Kathmandu' ? -345 : 570)
    })
    afterAll(() => {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    })

    // The days before both changes of the clock, leap day, and the turn of the year.
    it.each([
      ['2027-02-20', '2027-03-20'],
      ['2027-10-12', '2027-11-09'],
      ['2028-02-01', '2028-02-29'],
      ['2028-02-29', '2028-03-28'],
      ['2027-12-10', '2028-01-07'],
    ])('an exam on %s has its usual report on %s for every viewer', (examOn, usual) => {
      const here = one(examOn, { zone: machine })
      expect(here.window.usual).toBe(usual)
      expect(daysBetween(examOn, here.window.latest)).toBe(56)
      expect(withoutZone(one(examOn, { zone: 'America/New_York' }))).toEqual(withoutZone(here))
    })
  })
})

it('three sittings take well under 2 ms', () => {
  const input = {
    on: ['2027-06-28', '2027-08-25', '2028-06-26'],
    results: Array.from({ length: 12 }, (_, n) => practice(addDays('2026-08-01', n * 9), 220 + n)),
    targetScore: 240,
  }
  for (let n = 0; n < 100; n += 1) simulate(input)
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now()
    simulate(input)
    return performance.now() - start
  }).sort((a, b) => a - b)
  expect(times[30]).toBeLessThan(2)
})
