import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, daysBetween } from '@/lib/dates/calendar-date'
import { planSentence, planSittings, planText, readPlanText, suggestedPlan } from '@/lib/timing/plan'
import { PLAN_FIELDS, PLAN_SLOTS, type PlanField, type PlanText } from '@/lib/timing/plan-fields'
import { timingPlanInput } from '@/lib/timing/plan-input'
import { placeOn } from '@/lib/timing/plan-place'
import { planMarks, planSpan, simulatedSeason } from '@/lib/timing/plan-ribbon'
import { simulateSittings } from '@/lib/timing/simulate'
import { DEFAULT_REPORT_MODEL } from '@/lib/timing/simulate-model'
import { buildSeason, NOT_ANNOUNCED, shippedSeason } from '@/tests/factories/season'

const EMPTY = Object.fromEntries(PLAN_FIELDS.map((field) => [field, ''])) as Record<PlanField, string>
const read = (text: Partial<PlanText>) => readPlanText({ ...EMPTY, ...text })
const season = shippedSeason(2028)

describe('the fields of a plan', () => {
  it('are read, the report’s empty days being the default', () => {
    const { plan, problems } = read({
      earlier: '2027-06-28',
      target: '240',
      latest: '70',
      from: '2027-06-01',
    })
    expect(problems).toEqual([])
    expect(plan).toEqual({
      earlier: '2027-06-28',
      later: null,
      next: null,
      targetScore: 240,
      report: { ...DEFAULT_REPORT_MODEL, latest: 70 },
      eligibility: { from: '2027-06-01', until: '2027-08-31' },
    })
  })

  it.each([
    ['earlier', '2027-02-29'],
    ['later', '0202-08-25'],
    ['next', 'June'],
    ['target', '24'],
    ['target', '301'],
    ['soonest', '40'],
    ['latest', '20'],
    ['share', '100'],
    ['until', '2027-08-31'],
  ] as const)('%s cannot be %s, and the rest still counts', (field, value) => {
    const { plan, problems } = read({ earlier: '2027-06-28', [field]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]?.text).toMatch(/^[A-Z].*\.$/)
    if (field !== 'earlier') expect(plan.earlier).toBe('2027-06-28')
    // The form that keeps it holds the same rules.
    const kept = timingPlanInput.safeParse({ ...EMPTY, earlier: '2027-06-28', [field]: value })
    expect(kept.error?.issues.map(({ path }) => path[0])).toEqual(problems.map((problem) => problem.field))
  })

  it('come back from what was read (round trip), in the address and in the form', () => {
    const date = fc.option(
      fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2024-02-28', n)),
      { nil: null },
    )
    fc.assert(
      fc.property(
        fc.record({ earlier: date, later: date, next: date }),
        fc.option(fc.integer({ min: 100, max: 300 }), { nil: null }),
        fc.tuple(fc.nat(30), fc.nat(30), fc.nat(60), fc.integer({ min: 1, max: 99 })),
        date,
        (dates, targetScore, [soonest, more, rest, share], from) => {
          const plan = {
            ...dates,
            targetScore,
            report: {
              soonest,
              usual: soonest + more,
              usualShare: share / 100,
              latest: soonest + more + rest,
            },
            eligibility: from === null ? null : { from, until: addDays(from, 89) },
          }
          expect(readPlanText(planText(plan))).toEqual({ plan, problems: [] })
          expect(timingPlanInput.parse(planText(plan))).toEqual(plan)
        },
      ),
    )
  })
})

describe('the dates to begin with', () => {
  it('are the article’s late June, eight weeks later, and the next year', () => {
    const plan = suggestedPlan(season, { today: '2026-11-22', plannedOn: null })
    expect(plan).toMatchObject({ earlier: '2027-06-28', later: '2027-08-23', next: '2028-06-28' })
    expect(planSentence(plan)).toBe(
      'Earlier date 28 June 2027, later date 23 August 2027, next season 28 June 2028; no target.',
    )
  })

  it('begin with the planned sitting, and never with a day that is over', () => {
    expect(suggestedPlan(season, { today: '2026-11-22', plannedOn: '2027-05-10' }).earlier).toBe('2027-05-10')
    expect(suggestedPlan(season, { today: '2027-07-01', plannedOn: '2027-05-10' })).toMatchObject({
      earlier: null,
      later: '2027-08-23',
    })
    expect(suggestedPlan(season, { today: '2026-11-22', plannedOn: '2028-05-10' })).toMatchObject({
      earlier: '2027-06-28',
      next: '2028-05-10',
    })
  })
})

describe('the ribbon', () => {
  it('has the season’s days, the projected ones marked, and none that is not announced', () => {
    expect(planMarks(season)).toEqual([
      { key: 'submission', on: '2027-09-01', isProjected: true },
      { key: 'review', on: '2027-09-22', isProjected: true },
      { key: 'verification', on: '2028-02-16', isProjected: true },
      { key: 'rank_list', on: '2028-03-01', isProjected: true },
    ])
    expect(planMarks(shippedSeason(2027)).every(({ isProjected }) => !isProjected)).toBe(true)
    const open = buildSeason(2028, { nrmp_rol_deadline: NOT_ANNOUNCED })
    expect(planMarks(open).map(({ key }) => key)).toEqual(['submission', 'review'])
  })

  it('holds every mark, grows with the day and stays within its ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: -400, max: 1600 }), (age, shift) => {
        const today = addDays('2026-01-01', age)
        const span = planSpan(season, today)
        expect(daysBetween(span.from, span.to)).toBeGreaterThanOrEqual(90)
        expect(span.from >= today).toBe(true)
        for (const { on } of planMarks(season)) expect(on <= span.to).toBe(true)
        const day = addDays('2026-06-01', shift)
        const [here, after] = [placeOn(span, day), placeOn(span, addDays(day, 1))]
        expect(here).toBeGreaterThanOrEqual(0)
        expect(after).toBeLessThanOrEqual(1)
        expect(after).toBeGreaterThanOrEqual(here)
      }),
    )
  })

  it('sends to the browser all that a simulation reads', () => {
    const plan = suggestedPlan(season, { today: '2026-11-22', plannedOn: null })
    const next = buildSeason(2029)
    const simulate = (of: typeof season, after: typeof season) =>
      simulateSittings({
        season: of,
        sittings: planSittings(plan, after),
        results: [],
        targetScore: 240,
        attempts: [],
        today: '2026-11-22',
        zone: 'UTC',
      })
    // The verdict's rule in words is the only thing left behind.
    const bare = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, each) => (key === 'rule' ? null : each)))
    expect(bare(simulate(simulatedSeason(season), simulatedSeason(next)))).toEqual(
      bare(simulate(season, next)),
    )
    expect(planSittings(plan, next).map(({ id }) => id)).toEqual([...PLAN_SLOTS])
  })
})
