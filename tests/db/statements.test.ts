import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { dismissFinding, listDismissals, returnFinding } from '@/db/queries/finding-dismissals'
import { listAssignments, saveAssignments } from '@/db/queries/statement-assignments'
import { bringBackVersion, settleStatement } from '@/db/queries/statement-desk'
import {
  findRemovedVersion,
  getVersion,
  listVersions,
  removeVersion,
  restoreRemovedVersion,
} from '@/db/queries/statement-versions'
import {
  addStatement,
  findRemovedStatement,
  getStatement,
  listStatements,
  removeStatement,
  restoreStatement,
  saveAboutStatement,
  writeStatement,
} from '@/db/queries/statements'
import type { UserViewer } from '@/lib/access/viewer'
import type { WriteIntent } from '@/lib/statement/statement-input'
import { createCatalogueProgram, createSeason } from '@/tests/factories/catalogue'
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

const begin = (viewer: UserViewer, from = '') =>
  withOwnScope(viewer, (scope) =>
    addStatement(scope, { formId: crypto.randomUUID(), title: 'Genetics', pathway: 'peds_mgg', from }),
  )
const read = (viewer: UserViewer, id: string) => withOwnScope(viewer, (scope) => getStatement(scope, id))
const draft = (viewer: UserViewer, id: string, text: string, stamp: number) =>
  withOwnScope(viewer, (scope) => writeStatement(scope, { id, text, stamp }))
const send = (
  viewer: UserViewer,
  id: string,
  {
    text,
    stamp,
    intent = { kind: 'save' },
    name = '',
  }: { text: string; stamp: number; intent?: WriteIntent; name?: string },
) => withOwnScope(viewer, (scope) => settleStatement(scope, { id, text, stamp, intent, name }))
const kept = async (viewer: UserViewer, id: string) =>
  withOwnScope(viewer, async (scope) =>
    Promise.all(
      (await listVersions(scope, id)).map(async ({ id: versionId }) => {
        const { number, origin, name, text } = await getVersion(scope, id, versionId)
        return { number, origin, name, text }
      }),
    ),
  )
const NOT_FOUND = { code: 'not_found' }

describe('a statement', () => {
  test('is begun once by a form sent twice, and with another one’s text', async () => {
    const form = { formId: crypto.randomUUID(), title: 'Genetics', pathway: null, from: '' }
    const add = () => withOwnScope(ana, (scope) => addStatement(scope, form))
    const id = await add()
    expect(await add()).toBe(id)
    await send(ana, id, { text: 'Why genetics.', stamp: 1 })
    const copy = await begin(ana, id)
    expect(await read(ana, copy)).toMatchObject({ text: 'Why genetics.', pathway: 'peds_mgg' })
    expect(await withOwnScope(ana, listStatements)).toHaveLength(2)
  })

  test('is found and changed by its owner alone', async () => {
    const id = await begin(ana)
    await expect(read(stranger, id)).rejects.toMatchObject(NOT_FOUND)
    await expect(draft(stranger, id, 'Mine now.', 1)).rejects.toMatchObject(NOT_FOUND)
    await expect(send(stranger, id, { text: 'Mine now.', stamp: 1 })).rejects.toMatchObject(NOT_FOUND)
    await expect(begin(stranger, id)).rejects.toMatchObject(NOT_FOUND)
    for (const change of [
      () => withOwnScope(stranger, (scope) => removeStatement(scope, id)),
      () => withOwnScope(stranger, (scope) => restoreStatement(scope, id)),
      () =>
        withOwnScope(stranger, (scope) => saveAboutStatement(scope, { id, title: 'Mine', pathway: null })),
      () => withOwnScope(ana, (scope) => getStatement(scope, 'not-an-id')),
    ])
      await expect(change()).rejects.toMatchObject(NOT_FOUND)
    expect(await withOwnScope(stranger, (scope) => findRemovedStatement(scope, id))).toBeNull()
    expect(await read(ana, id)).toMatchObject({ text: '', title: 'Genetics' })
  })

  test('is removed and put back with all that hangs on it', async () => {
    const id = await begin(ana)
    await send(ana, id, { text: 'Why genetics.', stamp: 1 })
    await withOwnScope(ana, (scope) => removeStatement(scope, id))
    expect(await withOwnScope(ana, listStatements)).toEqual([])
    await expect(draft(ana, id, 'Typed on.', 2)).rejects.toMatchObject(NOT_FOUND)
    expect(await withOwnScope(ana, (scope) => findRemovedStatement(scope, id))).toMatchObject({ id })
    await withOwnScope(ana, (scope) => restoreStatement(scope, id))
    expect(await read(ana, id)).toMatchObject({ text: 'Why genetics.' })
    expect(await kept(ana, id)).toHaveLength(1)
  })

  test('is a document for a mentor: to be read with that grant alone, never written', async () => {
    const id = await begin(ana)
    const [lister, mentor] = [await createUser(owner), await createUser(owner)]
    const look = (viewer: UserViewer) =>
      withScope(viewer, ana.userId, 'documents:read', (scope) => getStatement(scope, id))
    await createGrant(owner, { applicant: ana, mentor: lister, read: ['list'] })
    await expect(look(lister)).rejects.toMatchObject(NOT_FOUND)
    await createGrant(owner, { applicant: ana, mentor, read: ['documents'] })
    expect(await look(mentor)).toMatchObject({ id })
    await expect(read(mentor, id)).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('writing in two windows', () => {
  test('a draft is saved as one types, and keeps no version', async () => {
    const id = await begin(ana)
    const first = await draft(ana, id, 'One.', 1)
    expect(first).toMatchObject({ isConflict: false, stored: { stamp: 2, text: 'One.' } })
    expect(await draft(ana, id, 'One. Two.', 2)).toMatchObject({ isConflict: false, stored: { stamp: 3 } })
    expect(await kept(ana, id)).toEqual([])
  })

  test('a stale draft changes nothing and is told what is stored; the same text twice is no conflict', async () => {
    const id = await begin(ana)
    await draft(ana, id, 'From the first.', 1)
    expect(await draft(ana, id, 'From the second.', 1)).toMatchObject({
      isConflict: true,
      stored: { text: 'From the first.', stamp: 2 },
    })
    expect(await draft(ana, id, 'From the first.', 1)).toMatchObject({
      isConflict: false,
      stored: { stamp: 2 },
    })
  })

  test('a refused save is kept beside the stored text, once however often it is sent', async () => {
    const id = await begin(ana)
    await send(ana, id, { text: 'First window.', stamp: 1 })
    const refused = { text: 'Second window.', stamp: 1 }
    expect(await send(ana, id, refused)).toMatchObject({ state: 'conflict', kept: 2 })
    expect(await send(ana, id, refused)).toMatchObject({ state: 'conflict', kept: 2 })
    expect(await read(ana, id)).toMatchObject({ text: 'First window.' })
    expect((await kept(ana, id)).map(({ text, origin }) => [text, origin])).toEqual([
      ['Second window.', 'other_window'],
      ['First window.', 'saved'],
    ])
  })

  test('whichever text is chosen, the other one is still there', async () => {
    for (const kind of ['mine', 'theirs'] as const) {
      const id = await begin(ana)
      await draft(ana, id, 'First window.', 1)
      const chosen = await send(ana, id, { text: 'Second window.', stamp: 1, intent: { kind } })
      expect(chosen.state).toBe('saved')
      const [here, other] =
        kind === 'mine' ? ['Second window.', 'First window.'] : ['First window.', 'Second window.']
      expect(await read(ana, id)).toMatchObject({ text: here })
      expect((await kept(ana, id)).map(({ text }) => text)).toContain(other)
    }
  })

  test('many windows that save at once leave every text to be found', async () => {
    const id = await begin(ana)
    const texts = Array.from({ length: 6 }, (_, index) => `Window ${index} wrote this.`)
    await Promise.all(texts.map((text) => send(ana, id, { text, stamp: 1 })))
    const found = await kept(ana, id)
    expect(found.map(({ text }) => text).sort()).toEqual(texts)
    expect(found.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1])
  })
})

describe('versions', () => {
  test('are kept with each save of another text, and the last one takes a name given later', async () => {
    const id = await begin(ana)
    await send(ana, id, { text: 'One.', stamp: 1 })
    await send(ana, id, { text: 'One.', stamp: 2, name: 'for the mentor' })
    await send(ana, id, { text: 'Two.', stamp: 2 })
    await send(ana, id, { text: '', stamp: 3 })
    expect(await kept(ana, id)).toEqual([
      { number: 2, origin: 'saved', name: '', text: 'Two.' },
      { number: 1, origin: 'saved', name: 'for the mentor', text: 'One.' },
    ])
  })

  test('are brought back as a new version, after what stood there was kept', async () => {
    const id = await begin(ana)
    await send(ana, id, { text: 'One.', stamp: 1 })
    await draft(ana, id, 'Never saved on purpose.', 2)
    const [first] = await withOwnScope(ana, (scope) => listVersions(scope, id))
    const back = (viewer: UserViewer) =>
      withOwnScope(viewer, (scope) => bringBackVersion(scope, id, first?.id ?? ''))
    await expect(back(stranger)).rejects.toMatchObject(NOT_FOUND)
    expect(await back(ana)).toBe(3)
    // A second click finds the text in its place already.
    await back(ana)
    expect(await read(ana, id)).toMatchObject({ text: 'One.' })
    expect(await kept(ana, id)).toEqual([
      { number: 3, origin: 'restored', name: 'from version 1', text: 'One.' },
      { number: 2, origin: 'set_aside', name: '', text: 'Never saved on purpose.' },
      { number: 1, origin: 'saved', name: '', text: 'One.' },
    ])
  })

  test('are removed and put back by their owner, and belong to one statement', async () => {
    const id = await begin(ana)
    const other = await begin(ana)
    await send(ana, id, { text: 'One.', stamp: 1 })
    const [{ id: versionId } = { id: '' }] = await withOwnScope(ana, (scope) => listVersions(scope, id))
    for (const change of [
      () => withOwnScope(stranger, (scope) => removeVersion(scope, id, versionId)),
      () => withOwnScope(stranger, (scope) => restoreRemovedVersion(scope, id, versionId)),
      () => withOwnScope(stranger, (scope) => getVersion(scope, id, versionId)),
      () => withOwnScope(ana, (scope) => getVersion(scope, other, versionId)),
      () => withOwnScope(ana, (scope) => bringBackVersion(scope, other, versionId)),
    ])
      await expect(change()).rejects.toMatchObject(NOT_FOUND)
    await withOwnScope(ana, (scope) => removeVersion(scope, id, versionId))
    expect(await kept(ana, id)).toEqual([])
    // Its number is not given again.
    await send(ana, id, { text: 'Two.', stamp: 2 })
    expect((await kept(ana, id)).map(({ number }) => number)).toEqual([2])
    expect(await withOwnScope(ana, (scope) => findRemovedVersion(scope, id, versionId))).toMatchObject({
      number: 1,
    })
    await withOwnScope(ana, (scope) => restoreRemovedVersion(scope, id, versionId))
    expect(await kept(ana, id)).toHaveLength(2)
  })
})

describe('which program gets which', () => {
  async function listed(viewer: UserViewer): Promise<string> {
    const year = await createSeason(owner, 2027)
    const programId = await createCatalogueProgram(owner, { id: `p-${crypto.randomUUID()}` })
    const [cycle] = await owner<{ id: string }[]>`
      insert into cycles (applicant_id, season_year) values (${viewer.userId}, ${year}) returning id`
    const [entry] = await owner<{ id: string }[]>`
      insert into list_entries (applicant_id, cycle_id, program_id)
      values (${viewer.userId}, ${cycle?.id ?? ''}, ${programId}) returning id`
    return entry?.id ?? ''
  }
  const give = (viewer: UserViewer, entryId: string, statementId: string | null) =>
    withOwnScope(viewer, (scope) => saveAssignments(scope, [{ entryId, statementId }]))
  const given = async (viewer: UserViewer) => [...(await withOwnScope(viewer, listAssignments))]

  test('one statement a program; another one replaces it, and none takes it away', async () => {
    const entryId = await listed(ana)
    const [first, second] = [await begin(ana), await begin(ana)]
    await give(ana, entryId, first)
    await give(ana, entryId, second)
    expect(await given(ana)).toEqual([[entryId, second]])
    await withOwnScope(ana, (scope) => removeStatement(scope, second))
    expect(await given(ana)).toEqual([])
    await withOwnScope(ana, (scope) => restoreStatement(scope, second))
    expect(await given(ana)).toEqual([[entryId, second]])
    await give(ana, entryId, null)
    expect(await given(ana)).toEqual([])
  })

  test('never across two people', async () => {
    const [entryId, theirs] = [await listed(ana), await listed(stranger)]
    const [statementId, strange] = [await begin(ana), await begin(stranger)]
    await expect(give(stranger, entryId, strange)).rejects.toMatchObject(NOT_FOUND)
    await expect(give(stranger, theirs, statementId)).rejects.toMatchObject(NOT_FOUND)
    await give(ana, entryId, statementId)
    await give(stranger, entryId, null)
    expect(await given(ana)).toEqual([[entryId, statementId]])
  })
})

describe('a finding put aside', () => {
  const aside = (viewer: UserViewer) => withOwnScope(viewer, listDismissals)
  const meant = { key: 'pity:1abc', reason: 'meant' } as const

  test('is remembered with its reason until it is brought back, for its owner alone', async () => {
    await withOwnScope(ana, (scope) => dismissFinding(scope, meant))
    await withOwnScope(ana, (scope) => dismissFinding(scope, { ...meant, reason: 'misread' }))
    expect(await aside(ana)).toEqual([{ key: 'pity:1abc', reason: 'misread' }])
    expect(await aside(stranger)).toEqual([])
    await withOwnScope(stranger, (scope) => returnFinding(scope, meant.key))
    expect(await aside(ana)).toHaveLength(1)
    await withOwnScope(ana, (scope) => returnFinding(scope, meant.key))
    expect(await aside(ana)).toEqual([])
  })

  test('the text that was sent with it is saved too', async () => {
    const id = await begin(ana)
    await send(ana, id, { text: 'I beg you.', stamp: 1, intent: { kind: 'dismiss', ...meant } })
    expect(await aside(ana)).toEqual([meant])
    expect(await read(ana, id)).toMatchObject({ text: 'I beg you.' })
    await send(ana, id, { text: '“I beg you.”', stamp: 2, intent: { kind: 'plain' } })
    expect(await read(ana, id)).toMatchObject({ text: '"I beg you."' })
    expect(await kept(ana, id)).toEqual([])
  })
})
