import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import {
  listDayMarks,
  listStudyPlans,
  removeStudyPlan,
  saveDayMarks,
  saveStudyPlan,
} from '@/db/queries/study-plans'
import type { UserViewer } from '@/lib/access/viewer'
import type { DayMarksInput, StudyPlanFormInput } from '@/lib/study/plan-input'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql
let ana: UserViewer
let stranger: UserViewer

beforeAll(() => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())
beforeEach(async () => {
  ana = await createUser(owner)
  stranger = await createUser(owner)
})

const PLAN: StudyPlanFormInput = {
  exam: 'step2ck',
  examOn: '2027-06-28',
  startOn: '2027-04-05',
  questionsLeft: 2400,
  mostPerDay: 80,
  restWeekday: 0,
  assessments: 3,
  weakSystems: ['renal'],
  weakTopics: [],
  geneticsAreas: ['prenatal', 'metabolism'],
}
const save = (viewer: UserViewer, plan = PLAN, version: number | null = null) =>
  withOwnScope(viewer, (scope) => saveStudyPlan(scope, plan, version))
const plansOf = (viewer: UserViewer) => withOwnScope(viewer, listStudyPlans)
const planId = async (viewer: UserViewer) => (await plansOf(viewer))[0]?.id ?? ''
const mark = (viewer: UserViewer, id: string, marks: Partial<DayMarksInput>) =>
  withOwnScope(viewer, (scope) =>
    saveDayMarks(scope, id, { on: '2027-04-06', kinds: [], questions: null, ...marks }),
  )
const marksOf = async (viewer: UserViewer) => [...(await withOwnScope(viewer, listDayMarks)).values()].flat()

describe('a study plan', () => {
  test('is one for each exam, laid, changed under its version, and removed with its days', async () => {
    await save(ana)
    await save(ana, { ...PLAN, exam: 'step1', examOn: '2027-05-01' })
    expect(await plansOf(ana)).toMatchObject([{ exam: 'step1' }, { ...PLAN, version: 1 }])
    await save(ana, { ...PLAN, examOn: '2027-07-12' }, 1)
    const stored = (await plansOf(ana)).find(({ exam }) => exam === 'step2ck')
    expect(stored).toMatchObject({ examOn: '2027-07-12', version: 2 })
    await mark(ana, stored?.id ?? '', { kinds: ['sick'] })
    await withOwnScope(ana, (scope) => removeStudyPlan(scope, stored?.id ?? ''))
    expect(await plansOf(ana)).toMatchObject([{ exam: 'step1' }])
    expect(await marksOf(ana)).toEqual([])
  })

  test('sent twice is laid once; a stale change is a conflict', async () => {
    await save(ana)
    await save(ana)
    await save(ana, { ...PLAN, mostPerDay: 60 }, 1)
    await save(ana, { ...PLAN, mostPerDay: 60 }, 1)
    expect(await plansOf(ana)).toMatchObject([{ mostPerDay: 60, version: 2 }])
    for (const version of [1, null])
      await expect(save(ana, { ...PLAN, mostPerDay: 40 }, version)).rejects.toMatchObject({
        code: 'conflict',
      })
  })

  test('is nobody else’s to find, mark or remove', async () => {
    await save(ana)
    const id = await planId(ana)
    expect(await plansOf(stranger)).toEqual([])
    await expect(mark(stranger, id, { kinds: ['done'] })).rejects.toMatchObject({ code: 'not_found' })
    for (const wrong of [id, 'no-id'])
      await expect(withOwnScope(stranger, (scope) => removeStudyPlan(scope, wrong))).rejects.toMatchObject({
        code: 'not_found',
      })
    expect(await plansOf(ana)).toHaveLength(1)
  })

  test('is read by a mentor with a grant for exams, until it is revoked', async () => {
    await save(ana)
    const mentor = await createUser(owner)
    const read = () => withScope(mentor, ana.userId, 'exams:read', listStudyPlans)
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    await createGrant(owner, { applicant: ana, mentor, read: ['exams'] })
    expect(await read()).toHaveLength(1)
    await owner`update grants set revoked_at = now() where mentor_id = ${mentor.userId}`
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a day', () => {
  test('holds what was last said of it, and an empty answer clears it', async () => {
    await save(ana)
    const id = await planId(ana)
    await mark(ana, id, { kinds: ['done', 'night_shift'], questions: 40 })
    await mark(ana, id, { on: '2027-04-07', kinds: ['away'], questions: 40 })
    expect(await marksOf(ana)).toEqual([
      { on: '2027-04-06', kind: 'done', questions: 40 },
      { on: '2027-04-06', kind: 'night_shift', questions: null },
      // Only a day that is done counts questions.
      { on: '2027-04-07', kind: 'away', questions: null },
    ])
    await mark(ana, id, { kinds: ['done'], questions: 55 })
    await mark(ana, id, { kinds: ['done'], questions: 55 })
    await mark(ana, id, { on: '2027-04-07' })
    expect(await marksOf(ana)).toEqual([{ on: '2027-04-06', kind: 'done', questions: 55 }])
  })

  test('lies in its plan', async () => {
    await save(ana)
    const id = await planId(ana)
    for (const on of ['2027-04-04', '2027-06-29'])
      await expect(mark(ana, id, { on, kinds: ['done'] })).rejects.toMatchObject({
        code: 'invalid',
        fields: { on: [expect.stringContaining('between')] },
      })
    await mark(ana, id, { on: PLAN.startOn, kinds: ['done'] })
    await mark(ana, id, { on: PLAN.examOn, kinds: ['night_shift'] })
    expect(await marksOf(ana)).toHaveLength(2)
  })
})
