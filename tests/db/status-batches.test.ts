import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { ensureCycle, getCurrentCycle, setSilenceDays } from '@/db/queries/cycles'
import { addEntry, addStatusChange, getEntry, listEntries, removeEntry } from '@/db/queries/list'
import {
  addStatusBatch,
  correctStatusDate,
  findStatusBatch,
  listHistories,
  undoStatusBatch,
} from '@/db/queries/status-batches'
import type { UserViewer } from '@/lib/access/viewer'
import type { EntryStatus } from '@/lib/list/status'
import { createCatalogueProgram, createSeason } from '../factories/catalogue'
import { createGrant, createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
const PROGRAMS = ['batch-a', 'batch-b', 'batch-c']
const NOT_FOUND = { code: 'not_found' }
let ana: UserViewer
let bob: UserViewer
let ids: string[]

beforeAll(async () => {
  await createSeason(owner, 2027)
  for (const id of PROGRAMS) await createCatalogueProgram(owner, { id })
})
afterAll(() => owner.end())
beforeEach(async () => {
  ana = await createUser(owner)
  bob = await createUser(owner)
  ids = await withOwnScope(ana, async (scope) => {
    const { id: cycleId } = await ensureCycle(scope, 2027)
    const made: string[] = []
    for (const programId of PROGRAMS) made.push(await addEntry(scope, { cycleId, programId }))
    return made
  })
})

const record = (batchId: string, entryIds = ids, viewer = ana, status: EntryStatus = 'applied') =>
  withOwnScope(viewer, (scope) => addStatusBatch(scope, { entryIds, status, on: '2026-09-30', batchId }))
const undo = (batchId: string, viewer = ana) =>
  withOwnScope(viewer, (scope) => undoStatusBatch(scope, batchId))
const statuses = async () => {
  const listed = await withOwnScope(ana, listEntries)
  return ids.map((id) => listed.find((one) => one.id === id)?.status)
}
const entry = (id = ids[0] ?? '') => withOwnScope(ana, (scope) => getEntry(scope, id))

describe('one status for several programs', () => {
  test('is recorded for all, once however often the form is sent, and undone in one go', async () => {
    const batch = randomUUID()
    await Promise.all([record(batch), record(batch)])
    expect(await statuses()).toEqual(['applied', 'applied', 'applied'])
    expect((await entry()).history).toHaveLength(1)
    expect(await withOwnScope(ana, (scope) => findStatusBatch(scope, batch))).toMatchObject({
      status: 'applied',
      on: '2026-09-30',
      entryIds: expect.arrayContaining(ids),
    })
    expect(await undo(batch)).toBe(3)
    expect(await undo(batch)).toBe(0)
    expect(await statuses()).toEqual(['considering', 'considering', 'considering'])
    expect(await withOwnScope(ana, listHistories)).toHaveLength(3)
  })

  test('undone keeps what was recorded before it and after it', async () => {
    const [first = '', second = ''] = ids
    const change = (entryId: string, status: EntryStatus, on: string) =>
      withOwnScope(ana, (scope) =>
        addStatusChange(scope, { entryId, status, on, note: '', formId: randomUUID() }),
      )
    await change(first, 'saved', '2026-09-10')
    const batch = randomUUID()
    await record(batch)
    await change(second, 'interview_invited', '2026-10-12')
    await undo(batch)
    expect(await statuses()).toEqual(['saved', 'interview_invited', 'considering'])
  })

  test.each(['removed', 'a stranger’s', 'no entry at all'])(
    'is recorded for none when one is %s',
    async (which) => {
      const [first = '', second = ''] = ids
      let other = 'no-entry'
      if (which === 'removed') {
        await withOwnScope(ana, (scope) => removeEntry(scope, second))
        other = second
      } else if (which === 'a stranger’s') {
        other = await withOwnScope(bob, async (scope) =>
          addEntry(scope, { cycleId: (await ensureCycle(scope, 2027)).id, programId: 'batch-a' }),
        )
      }
      await expect(record(randomUUID(), [first, other])).rejects.toMatchObject(NOT_FOUND)
      expect((await entry(first)).history).toEqual([])
    },
  )

  test('is nobody else’s to record, to see or to undo; a mentor reads the histories', async () => {
    const batch = randomUUID()
    await record(batch)
    await createGrant(owner, { applicant: ana, mentor: bob, read: ['list'] })
    await expect(record(randomUUID(), ids, bob)).rejects.toMatchObject(NOT_FOUND)
    expect(await undo(batch, bob)).toBe(0)
    expect(await withOwnScope(bob, (scope) => findStatusBatch(scope, batch))).toBeNull()
    expect(await statuses()).toEqual(['applied', 'applied', 'applied'])
    expect(await withScope(bob, ana.userId, 'list:read', listHistories)).toMatchObject([
      { status: 'applied', changes: [{ status: 'applied', on: '2026-09-30' }] },
      {},
      {},
    ])
  })
})

describe('the day of a change', () => {
  const correct = (id: string, seen: string, on: string, viewer = ana) =>
    withOwnScope(viewer, (scope) => correctStatusDate(scope, id, { seen, on }))

  test('is corrected, and the status follows the history', async () => {
    await record(randomUUID())
    await record(randomUUID(), ids, ana, 'saved')
    // Of one day the later recorded counts.
    expect((await entry()).status).toBe('saved')
    const saved = (await entry()).history.find(({ status }) => status === 'saved')?.id ?? ''
    await correct(saved, '2026-09-30', '2026-09-12')
    expect(await entry()).toMatchObject({ status: 'applied', statusOn: '2026-09-30' })
    // The same form again is no conflict; one made before the correction is.
    await correct(saved, '2026-09-30', '2026-09-12')
    await expect(correct(saved, '2026-09-30', '2026-09-01')).rejects.toMatchObject({ code: 'conflict' })
    await expect(correct(saved, '2026-09-12', '2026-09-01', bob)).rejects.toMatchObject(NOT_FOUND)
  })
})

test('the days of silence are the person’s own', async () => {
  await withOwnScope(bob, (scope) => ensureCycle(scope, 2027))
  await withOwnScope(ana, (scope) => setSilenceDays(scope, 60))
  expect(await withOwnScope(ana, getCurrentCycle)).toMatchObject({ silenceDays: 60 })
  expect(await withOwnScope(bob, getCurrentCycle)).toMatchObject({ silenceDays: 42 })
})
