import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import {
  addOwnItem,
  findMark,
  findOwnItem,
  loadChecklistRows,
  markDone,
  ownItemDone,
  removeOwnItem,
  saveMark,
  saveOwnItem,
} from '@/db/queries/checklist'
import { chooseSeason, ensureCycle } from '@/db/queries/cycles'
import { getSeason } from '@/db/queries/seasons'
import { acceptDates, findVisit, noteVisit } from '@/db/queries/visits'
import type { UserViewer } from '@/lib/access/viewer'
import { movedDates } from '@/lib/checklist/season-dates'
import { createSeason } from '@/tests/factories/catalogue'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql
let person: UserViewer
let stranger: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  await createSeason(owner, 2028)
  await createSeason(owner, 2027)
  await owner`insert into season_events (season_year, key, label, on_date, status, confidence, source_title, rule)
    values (2028, 'match_day', 'Match Day', '2028-03-17', 'projected', 'inferred', 'By rule', 'Third Friday of March')
    on conflict do nothing`
})
afterAll(() => owner.end())

beforeEach(async () => {
  person = await createUser(owner)
  stranger = await createUser(owner)
})

const cycleOf = (viewer: UserViewer, year = 2028) => withOwnScope(viewer, (scope) => ensureCycle(scope, year))
const rowsOf = (viewer: UserViewer) => withOwnScope(viewer, loadChecklistRows)
const open = { doneOn: null, notNeeded: '', ownDue: null, note: '' }

describe('a mark on a template item', () => {
  const tick = async (viewer: UserViewer, cycleId: string, doneOn: string | null = '2027-05-01') =>
    withOwnScope(viewer, (scope) => markDone(scope, { cycleId, itemId: 'photo', doneOn }))

  test('is set once however often it is sent, and taken back', async () => {
    const { id } = await cycleOf(person)
    await tick(person, id)
    await tick(person, id)
    expect((await rowsOf(person)).marks).toEqual([{ itemId: 'photo', ...open, doneOn: '2027-05-01' }])
    await tick(person, id, null)
    expect((await rowsOf(person)).marks).toEqual([{ itemId: 'photo', ...open }])
    expect((await rowsOf(stranger)).marks).toEqual([])
  })

  test('keeps a note and an own day through a tick, and a tick ends "not needed"', async () => {
    const { id } = await cycleOf(person)
    const first = {
      itemId: 'photo',
      doneOn: null,
      notNeeded: 'Sent by the agency',
      ownDue: '2027-04-02',
      note: 'Ask Dr Ñ',
    }
    await withOwnScope(person, (scope) => saveMark(scope, { cycleId: id, version: 0, ...first }))
    await tick(person, id)
    expect((await rowsOf(person)).marks).toEqual([{ ...first, notNeeded: '', doneOn: '2027-05-01' }])
  })

  test('refuses a stale form, tells what is stored, and takes a resend of the same for no conflict', async () => {
    const { id } = await cycleOf(person)
    const save = (version: number, note: string) =>
      withOwnScope(person, (scope) =>
        saveMark(scope, { cycleId: id, version, itemId: 'statement', ...open, note }),
      )
    await save(0, 'first')
    await save(0, 'first')
    await save(1, 'second')
    await expect(save(1, 'third')).rejects.toMatchObject({
      code: 'conflict',
      fields: { note: ['Saved meanwhile: second'] },
    })
    expect(await withOwnScope(person, (scope) => findMark(scope, 'statement'))).toMatchObject({
      note: 'second',
      version: 2,
    })
  })

  test('belongs to its cycle, and comes back with it', async () => {
    const { id } = await cycleOf(person)
    await tick(person, id)
    await withOwnScope(person, (scope) => chooseSeason(scope, 2027))
    expect((await rowsOf(person)).marks).toEqual([])
    await withOwnScope(person, (scope) => chooseSeason(scope, 2028))
    expect((await rowsOf(person)).marks).toHaveLength(1)
  })

  test('cannot be written into another person’s cycle, nor over their mark', async () => {
    const { id } = await cycleOf(person)
    await expect(tick(stranger, id)).rejects.toThrow()
    await tick(person, id)
    await tick(stranger, id, null).catch(() => {})
    expect((await rowsOf(person)).marks).toMatchObject([{ doneOn: '2027-05-01' }])
    expect((await rowsOf(stranger)).marks).toEqual([])
  })

  test('is never both done and not needed, whoever writes', async () => {
    const { id } = await cycleOf(person)
    const both = owner`insert into checklist_marks (applicant_id, cycle_id, item_id, done_on, not_needed)
      values (${person.userId}, ${id}, 'mspe', '2027-05-01', 'no')`
    await expect(both).rejects.toThrow('checklist_marks_one_end')
  })
})

describe('an item of one’s own', () => {
  const values = { title: 'Call the dean', dueOn: '2027-03-01', note: '', waitsFor: 'mspe' }
  const add = async (viewer: UserViewer, formId: string = randomUUID()) => {
    const { id } = await cycleOf(viewer)
    await withOwnScope(viewer, (scope) => addOwnItem(scope, { cycleId: id, formId, values }))
    return (await rowsOf(viewer)).ownItems[0]?.id ?? ''
  }

  test('is added once when the form is sent twice, edited, ticked and removed', async () => {
    const formId = randomUUID()
    const id = await add(person, formId)
    await add(person, formId)
    expect((await rowsOf(person)).ownItems).toEqual([{ id, ...values, doneOn: null }])
    const edited = { ...values, title: 'Call the dean again', waitsFor: null }
    await withOwnScope(person, (scope) => saveOwnItem(scope, { id, version: 1, values: edited }))
    await withOwnScope(person, (scope) => ownItemDone(scope, { id, doneOn: '2027-02-01' }))
    expect((await rowsOf(person)).ownItems).toEqual([{ id, ...edited, doneOn: '2027-02-01' }])
    await withOwnScope(person, (scope) => removeOwnItem(scope, id))
    expect((await rowsOf(person)).ownItems).toEqual([])
  })

  test('is refused as a conflict when it changed meanwhile', async () => {
    const id = await add(person)
    const save = (title: string) =>
      withOwnScope(person, (scope) => saveOwnItem(scope, { id, version: 1, values: { ...values, title } }))
    await save('One')
    await save('One')
    await expect(save('Two')).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is not there for a stranger: not to read, edit, tick or remove', async () => {
    const id = await add(person)
    await cycleOf(stranger)
    expect(await withOwnScope(stranger, (scope) => findOwnItem(scope, id))).toBeNull()
    expect(await withOwnScope(person, (scope) => findOwnItem(scope, 'no-uuid'))).toBeNull()
    const refused = { code: 'not_found' }
    const asStranger = [
      () => withOwnScope(stranger, (scope) => saveOwnItem(scope, { id, version: 1, values })),
      () => withOwnScope(stranger, (scope) => ownItemDone(scope, { id, doneOn: '2027-01-01' })),
      () => withOwnScope(stranger, (scope) => removeOwnItem(scope, id)),
    ]
    for (const attempt of asStranger) await expect(attempt()).rejects.toMatchObject(refused)
    expect((await rowsOf(person)).ownItems).toMatchObject([{ id, title: 'Call the dean', doneOn: null }])
  })

  test('is read by a mentor while the grant for the checklist lives, and by that grant alone', async () => {
    await add(person)
    const mentor = await createUser(owner)
    const read = () => withScope(mentor, person.userId, 'checklist:read', loadChecklistRows)
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    const list = await createGrant(owner, { applicant: person, mentor, read: ['list'] })
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    await owner`update grants set read_sections = '{checklist,list}' where id = ${list}`
    expect((await read()).ownItems).toHaveLength(1)
    await owner`update grants set read_sections = '{list}' where id = ${list}`
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a visit', () => {
  const visit = async (viewer: UserViewer, at: string) =>
    withOwnScope(viewer, async (scope) => {
      const { id } = await ensureCycle(scope, 2028)
      const season = await getSeason(scope, 2028)
      return noteVisit(scope, { visit: await findVisit(scope), cycleId: id, season, at })
    })
  const stored = (viewer: UserViewer) => withOwnScope(viewer, findVisit)

  test('remembers the one before it: a pause of four hours makes a new one', async () => {
    expect(await visit(person, '2027-03-01T08:00:00.000Z')).toMatchObject({ previousAt: null })
    await visit(person, '2027-03-01T08:10:00.000Z')
    expect(await stored(person)).toMatchObject({ visitedAt: '2027-03-01T08:00:00.000Z', previousAt: null })
    await visit(person, '2027-03-01T09:00:00.000Z')
    expect(await stored(person)).toMatchObject({ visitedAt: '2027-03-01T09:00:00.000Z', previousAt: null })
    const next = await visit(person, '2027-03-04T09:00:00.000Z')
    expect(next).toMatchObject({ previousAt: '2027-03-01T09:00:00.000Z' })
    expect(await stored(person)).toEqual(next)
    expect(await visit(person, '2027-03-04T09:40:00.000Z')).toMatchObject({
      previousAt: '2027-03-01T09:00:00.000Z',
    })
    expect(await stored(stranger)).toBeNull()
  })

  test('notes the season’s dates once; a change is told until it is accepted, and then no more', async () => {
    await visit(person, '2027-03-01T08:00:00.000Z')
    const moved = async () =>
      withOwnScope(person, async (scope) =>
        movedDates((await findVisit(scope))?.seenDates ?? {}, await getSeason(scope, 2028)),
      )
    expect(await moved()).toEqual([])
    const key = 'match_day'
    await owner`update season_events set on_date = '2028-03-24' where season_year = 2028 and key = ${key}`
    try {
      await visit(person, '2027-03-02T08:00:00.000Z')
      expect(await moved()).toMatchObject([{ key, from: '2028-03-17', to: '2028-03-24', isConfirmed: false }])
      await withOwnScope(person, async (scope) => {
        const { id } = await ensureCycle(scope, 2028)
        const season = await getSeason(scope, 2028)
        await acceptDates(scope, { cycleId: id, season, at: '2027-03-02T08:01:00.000Z' })
      })
      expect(await moved()).toEqual([])
      expect(await stored(person)).toMatchObject({ visitedAt: '2027-03-02T08:00:00.000Z' })
    } finally {
      await owner`update season_events set on_date = '2028-03-17' where season_year = 2028 and key = ${key}`
    }
  })
})
