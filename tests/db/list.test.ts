import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { chooseSeason, ensureCycle, findCurrentCycle, getCurrentCycle, listCycles } from '@/db/queries/cycles'
import {
  addEntry,
  addStatusChange,
  findRemovedEntry,
  getEntry,
  listEntries,
  removeEntry,
  removeStatusChange,
  restoreEntry,
  saveNote,
  setSignal,
} from '@/db/queries/list'
import { addOwnProgram, removeOwnProgram } from '@/db/queries/programs'
import type { UserViewer } from '@/lib/access/viewer'
import { createCatalogueProgram, createSeason } from '../factories/catalogue'
import { createGrant, createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
const UTAH = 'ut-utah-peds-mgg'
const DUKE = 'nc-duke-mgg'
let applicant: UserViewer
let mentor: UserViewer
let formerMentor: UserViewer
let stranger: UserViewer
let entryId: string

beforeAll(async () => {
  await createSeason(owner, 2027)
  await createSeason(owner, 2028)
  await createCatalogueProgram(owner, { id: UTAH })
  await createCatalogueProgram(owner, { id: DUKE })
})
afterAll(() => owner.end())

beforeEach(async () => {
  applicant = await createUser(owner)
  mentor = await createUser(owner)
  formerMentor = await createUser(owner)
  stranger = await createUser(owner)
  await createGrant(owner, { applicant, mentor, read: ['list'] })
  await createGrant(owner, { applicant, mentor: formerMentor, read: ['list'], revokedAt: new Date() })
  entryId = await add(UTAH)
})

const add = (programId: string, viewer = applicant) =>
  withOwnScope(viewer, async (scope) => {
    const cycle = await ensureCycle(scope, 2028)
    return addEntry(scope, { cycleId: cycle.id, programId })
  })
const entries = (viewer = applicant) => withOwnScope(viewer, listEntries)
const entry = (id = entryId) => withOwnScope(applicant, (scope) => getEntry(scope, id))
const change = (
  status: 'applied' | 'interview_invited' | 'rejected' | 'saved',
  on: string,
  formId?: string,
) =>
  withOwnScope(applicant, (scope) =>
    addStatusChange(scope, { entryId, status, on, note: '', formId: formId ?? randomUUID() }),
  )
const NOT_FOUND = { code: 'not_found' }

describe('a cycle', () => {
  test('is begun once, also by two requests at once', async () => {
    const [one, two] = await Promise.all([
      withOwnScope(stranger, (scope) => ensureCycle(scope, 2028)),
      withOwnScope(stranger, (scope) => ensureCycle(scope, 2028)),
    ])
    expect(one.id).toBe(two.id)
    expect(await withOwnScope(stranger, listCycles)).toHaveLength(1)
  })

  test('of another season shows its own list, and the first list is there on the way back', async () => {
    await withOwnScope(applicant, (scope) => chooseSeason(scope, 2027))
    expect(await withOwnScope(applicant, getCurrentCycle)).toMatchObject({ seasonYear: 2027 })
    expect(await entries()).toEqual([])
    await withOwnScope(applicant, (scope) => chooseSeason(scope, 2028))
    expect(await entries()).toMatchObject([{ id: entryId, programId: UTAH }])
  })

  test('of one person is nobody else’s to fill', async () => {
    const { id: cycleId } = await withOwnScope(applicant, getCurrentCycle)
    await expect(
      withOwnScope(stranger, (scope) => addEntry(scope, { cycleId, programId: DUKE })),
    ).rejects.toMatchObject(NOT_FOUND)
    expect(await withOwnScope(stranger, findCurrentCycle)).toBeNull()
  })
})

describe('the list', () => {
  test('holds a program once, however often it is added', async () => {
    expect(await add(UTAH)).toBe(entryId)
    await add(DUKE)
    expect((await entries()).map(({ programId, status }) => [programId, status])).toEqual([
      [UTAH, 'considering'],
      [DUKE, 'considering'],
    ])
  })

  test('is read by a mentor with a grant, and by no other', async () => {
    const asMentor = await withScope(mentor, applicant.userId, 'list:read', listEntries)
    expect(asMentor).toMatchObject([{ id: entryId }])
    for (const other of [formerMentor, stranger]) {
      await expect(withScope(other, applicant.userId, 'list:read', listEntries)).rejects.toMatchObject(
        NOT_FOUND,
      )
      expect(await entries(other)).toEqual([])
    }
  })

  test('is changed by its owner alone: every act of another finds nothing', async () => {
    await change('applied', '2027-09-22')
    const changeId = (await entry()).history[0]?.id ?? ''
    for (const other of [mentor, formerMentor, stranger]) {
      const attempts = [
        () => withOwnScope(other, (scope) => getEntry(scope, entryId)),
        () => withOwnScope(other, (scope) => setSignal(scope, { entryId, signal: 'gold' })),
        () => withOwnScope(other, (scope) => saveNote(scope, { entryId, note: 'mine', version: 1 })),
        () => withOwnScope(other, (scope) => removeEntry(scope, entryId)),
        () => withOwnScope(other, (scope) => restoreEntry(scope, entryId)),
        () => withOwnScope(other, (scope) => removeStatusChange(scope, changeId)),
        () =>
          withOwnScope(other, (scope) =>
            addStatusChange(scope, {
              entryId,
              status: 'rejected',
              on: '2027-11-01',
              note: '',
              formId: randomUUID(),
            }),
          ),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(NOT_FOUND)
      expect(await withOwnScope(other, (scope) => findRemovedEntry(scope, entryId))).toBeNull()
    }
    expect(await entry()).toMatchObject({ status: 'applied', signal: 'none', note: '', history: [{}] })
  })

  test('takes no program that the person cannot see', async () => {
    const foreign = await withOwnScope(stranger, (scope) =>
      addOwnProgram(scope, randomUUID(), {
        sponsor: 'Private',
        name: 'Pediatrics',
        city: null,
        state: null,
        pathway: 'pediatrics',
        acgmeId: null,
        nrmpCode: null,
        url: null,
        facts: [],
      }),
    )
    await expect(add(foreign)).rejects.toMatchObject(NOT_FOUND)
    await expect(add('nowhere')).rejects.toMatchObject(NOT_FOUND)
    await add(foreign, stranger)
    await withOwnScope(stranger, (scope) => removeOwnProgram(scope, foreign))
    expect(await entries(stranger)).toEqual([])
  })

  test('gives a removed entry back with its history and note', async () => {
    await change('applied', '2027-09-22')
    await withOwnScope(applicant, (scope) => saveNote(scope, { entryId, note: 'Ask for Dr Li', version: 1 }))
    await withOwnScope(applicant, (scope) => removeEntry(scope, entryId))
    expect(await entries()).toEqual([])
    await expect(entry()).rejects.toMatchObject(NOT_FOUND)
    expect(await withOwnScope(applicant, (scope) => findRemovedEntry(scope, entryId))).toEqual({
      id: entryId,
      programId: UTAH,
    })
    await withOwnScope(applicant, (scope) => restoreEntry(scope, entryId))
    expect(await entry()).toMatchObject({ status: 'applied', note: 'Ask for Dr Li', statusOn: '2027-09-22' })
  })

  test('brings a removed program back when it is added again', async () => {
    await withOwnScope(applicant, (scope) => removeEntry(scope, entryId))
    expect(await add(UTAH)).toBe(entryId)
    expect(await entries()).toHaveLength(1)
  })

  test('answers a mangled id as not found', async () => {
    await expect(entry('1')).rejects.toMatchObject(NOT_FOUND)
    await expect(entry(randomUUID())).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('status changes', () => {
  test('the newest day sets the status, whatever order they were recorded in', async () => {
    await change('interview_invited', '2027-10-20')
    await change('applied', '2027-09-22')
    const read = await entry()
    expect(read).toMatchObject({ status: 'interview_invited', statusOn: '2027-10-20' })
    expect(read.history.map(({ on }) => on)).toEqual(['2027-10-20', '2027-09-22'])
  })

  test('of one day, the one recorded last counts', async () => {
    await change('saved', '2027-09-22')
    await change('applied', '2027-09-22')
    expect((await entry()).status).toBe('applied')
  })

  test('a form sent twice records one change', async () => {
    const formId = randomUUID()
    await change('applied', '2027-09-22', formId)
    await change('applied', '2027-09-22', formId)
    expect((await entry()).history).toHaveLength(1)
  })

  test('a mistaken one can be taken out, and the one before it counts again', async () => {
    await change('applied', '2027-09-22')
    await change('rejected', '2027-11-02')
    const mistaken = (await entry()).history[0]?.id ?? ''
    await withOwnScope(applicant, (scope) => removeStatusChange(scope, mistaken))
    expect((await entry()).status).toBe('applied')
  })
})

describe('a note', () => {
  test('made from an older version is refused, naming what is stored', async () => {
    await withOwnScope(applicant, (scope) => saveNote(scope, { entryId, note: 'first', version: 1 }))
    await expect(
      withOwnScope(applicant, (scope) => saveNote(scope, { entryId, note: 'second', version: 1 })),
    ).rejects.toMatchObject({ code: 'conflict', fields: { note: ['Saved meanwhile: first'] } })
    expect(await entry()).toMatchObject({ note: 'first', version: 2, hasNote: true })
  })

  test('sent twice is saved once', async () => {
    await withOwnScope(applicant, (scope) => saveNote(scope, { entryId, note: 'same', version: 1 }))
    await withOwnScope(applicant, (scope) => saveNote(scope, { entryId, note: 'same', version: 1 }))
    expect(await entry()).toMatchObject({ note: 'same', version: 2 })
  })

  test('is apart from the signal: setting one leaves the other', async () => {
    await withOwnScope(applicant, (scope) => setSignal(scope, { entryId, signal: 'gold' }))
    await withOwnScope(applicant, (scope) => saveNote(scope, { entryId, note: 'kept', version: 1 }))
    expect(await entry()).toMatchObject({ signal: 'gold', note: 'kept' })
  })
})
