import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { chooseSeason, ensureCycle } from '@/db/queries/cycles'
import { getForecastOwn, saveTargetScore } from '@/db/queries/forecast-settings'
import { findTimingPlan, saveTimingPlan } from '@/db/queries/timing-plans'
import type { UserViewer } from '@/lib/access/viewer'
import type { TimingPlan } from '@/lib/timing/plan'
import { DEFAULT_REPORT_MODEL } from '@/lib/timing/simulate-model'
import { createSeason } from '@/tests/factories/catalogue'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql
let applicant: UserViewer
let stranger: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  await createSeason(owner, 2028)
  await createSeason(owner, 2029)
})
afterAll(() => owner.end())
beforeEach(async () => {
  applicant = await createUser(owner)
  stranger = await createUser(owner)
})

const PLAN: TimingPlan = {
  earlier: '2027-06-28',
  later: '2027-08-25',
  next: null,
  targetScore: 240,
  report: DEFAULT_REPORT_MODEL,
  eligibility: { from: '2027-06-01', until: '2027-08-31' },
}
const cycleOf = (viewer: UserViewer, year = 2028) =>
  withOwnScope(viewer, async (scope) => (await ensureCycle(scope, year)).id)
const save = (viewer: UserViewer, cycleId: string, plan: TimingPlan, version: number) =>
  withOwnScope(viewer, (scope) => saveTimingPlan(scope, { cycleId, plan, version }))
const planOf = (viewer: UserViewer) => withOwnScope(viewer, findTimingPlan)

describe('a timing plan', () => {
  test('is kept with the cycle, changed, and read back as it was', async () => {
    const cycleId = await cycleOf(applicant)
    expect(await planOf(applicant)).toBe(null)
    await save(applicant, cycleId, PLAN, 0)
    expect(await planOf(applicant)).toEqual({ ...PLAN, version: 1 })
    const changed: TimingPlan = {
      ...PLAN,
      earlier: null,
      next: '2028-06-26',
      eligibility: null,
      report: { soonest: 10, usual: 25, usualShare: 0.7, latest: 70 },
    }
    await save(applicant, cycleId, changed, 1)
    expect(await planOf(applicant)).toEqual({ ...changed, version: 2 })
  })

  test('sent twice is kept once; a different one from a stale form is refused and changes nothing', async () => {
    const cycleId = await cycleOf(applicant)
    await Promise.all([save(applicant, cycleId, PLAN, 0), save(applicant, cycleId, PLAN, 0)])
    await save(applicant, cycleId, PLAN, 0)
    expect(await planOf(applicant)).toEqual({ ...PLAN, version: 1 })
    await expect(save(applicant, cycleId, { ...PLAN, later: null }, 0)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await planOf(applicant)).toEqual({ ...PLAN, version: 1 })
  })

  test('has the one target of the person, and a form that shows an older target is refused', async () => {
    const cycleId = await cycleOf(applicant)
    await save(applicant, cycleId, PLAN, 0)
    const targetOf = () => withOwnScope(applicant, async (scope) => (await getForecastOwn(scope)).targetScore)
    expect(await targetOf()).toBe(240)
    await withOwnScope(applicant, (scope) => saveTargetScore(scope, 250))
    expect(await planOf(applicant)).toMatchObject({ targetScore: 250, earlier: PLAN.earlier })
    await expect(save(applicant, cycleId, { ...PLAN, later: null }, 1)).rejects.toMatchObject({
      code: 'conflict',
    })
    const now = (await planOf(applicant))?.version ?? 0
    await save(applicant, cycleId, { ...PLAN, targetScore: null }, now)
    expect(await targetOf()).toBe(null)
    await withOwnScope(applicant, (scope) => chooseSeason(scope, 2029))
    await withOwnScope(applicant, (scope) => saveTargetScore(scope, 245))
    await withOwnScope(applicant, (scope) => chooseSeason(scope, 2028))
    expect(await planOf(applicant)).toMatchObject({ targetScore: 245 })
  })

  test('of one season stays when another is chosen, and comes back with it', async () => {
    await save(applicant, await cycleOf(applicant), PLAN, 0)
    const other = await withOwnScope(applicant, (scope) => chooseSeason(scope, 2029))
    expect(await planOf(applicant)).toBe(null)
    await save(applicant, other.id, { ...PLAN, earlier: '2028-06-26', eligibility: null }, 0)
    await withOwnScope(applicant, (scope) => chooseSeason(scope, 2028))
    expect(await planOf(applicant)).toEqual({ ...PLAN, version: 1 })
  })

  test('is nobody else’s to read or to write, and a mentor reads it only with a grant', async () => {
    const cycleId = await cycleOf(applicant)
    await save(applicant, cycleId, PLAN, 0)
    await cycleOf(stranger)
    expect(await planOf(stranger)).toBe(null)
    await expect(save(stranger, cycleId, { ...PLAN, later: null }, 0)).rejects.toThrow()
    await expect(save(stranger, cycleId, { ...PLAN, later: null }, 1)).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(withScope(stranger, applicant.userId, 'exams:read', findTimingPlan)).rejects.toMatchObject({
      code: 'not_found',
    })
    await createGrant(owner, { applicant, mentor: stranger, read: ['exams', 'list'] })
    expect(await withScope(stranger, applicant.userId, 'exams:read', findTimingPlan)).toMatchObject(PLAN)
    expect(await planOf(applicant)).toEqual({ ...PLAN, version: 1 })
  })

  test('cannot hold half a report model or a period that ends before it begins', async () => {
    const cycleId = await cycleOf(applicant)
    const insert = (column: string, value: string | number) =>
      owner`insert into timing_plans ${owner({ applicant_id: applicant.userId, cycle_id: cycleId, [column]: value })}`
    await expect(insert('report_usual_days', 28)).rejects.toMatchObject({ code: '23514' })
    await expect(insert('eligible_from', '2027-06-01')).rejects.toMatchObject({ code: '23514' })
  })
})
