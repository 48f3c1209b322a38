import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import {
  addContact,
  findRemovedContact,
  getContact,
  listContacts,
  listContactsOfLetter,
  removeContact,
  restoreContact,
  saveContact,
  setFollowedUp,
} from '@/db/queries/contacts'
import { ensureCycle } from '@/db/queries/cycles'
import { listDatedThings } from '@/db/queries/dated-things'
import { addLetter, removeLetter } from '@/db/queries/letters'
import { addEntry, removeEntry, restoreEntry } from '@/db/queries/list'
import type { UserViewer } from '@/lib/access/viewer'
import { createCatalogueProgram, createSeason } from '../factories/catalogue'
import { createGrant, createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
const PROGRAM = 'contact-program'
const NOT_FOUND = { code: 'not_found' }
const SAID = {
  on: '2026-10-12',
  kind: 'question',
  direction: 'sent',
  channel: 'email',
  outcome: 'waiting',
  followUpOn: '2026-11-02',
  person: 'Dr Okafor',
  text: 'May I ask one question?',
} as const
let ana: UserViewer
let bob: UserViewer
let entryId: string

beforeAll(async () => {
  await createSeason(owner, 2027)
  await createCatalogueProgram(owner, { id: PROGRAM })
})
afterAll(() => owner.end())
beforeEach(async () => {
  ana = await createUser(owner)
  bob = await createUser(owner)
  entryId = await withOwnScope(ana, async (scope) =>
    addEntry(scope, { cycleId: (await ensureCycle(scope, 2027)).id, programId: PROGRAM }),
  )
  await withOwnScope(bob, (scope) => ensureCycle(scope, 2027))
})

const add = (viewer = ana, to: string | null = entryId, formId: string = randomUUID()) =>
  withOwnScope(viewer, (scope) => addContact(scope, { ...SAID, entryId: to, formId }))
const log = (viewer = ana) => withOwnScope(viewer, listContacts)

describe('thanks to the writer of a letter', () => {
  const LETTER = { author: 'us_geneticist', state: 'in_hand', topics: [], writer: 'Prof. Lee' } as const
  const THANKS = {
    ...SAID,
    kind: 'thank_you',
    outcome: 'none_needed',
    person: 'Prof. Lee',
    entryId: null,
  } as const
  const letterOf = (viewer: UserViewer) =>
    withOwnScope(viewer, (scope) => addLetter(scope, { ...LETTER, topics: [] }, randomUUID()))

  test('stand in the log and with their letter, and outlive it', async () => {
    const letterId = await letterOf(ana)
    await withOwnScope(ana, (scope) => addContact(scope, { ...THANKS, letterId, formId: randomUUID() }))
    expect(await log()).toMatchObject([{ letterId, entryId: null, person: 'Prof. Lee' }])
    expect(await withOwnScope(ana, (scope) => listContactsOfLetter(scope, letterId))).toHaveLength(1)
    await withOwnScope(ana, (scope) => removeLetter(scope, letterId))
    expect(await log()).toMatchObject([{ person: 'Prof. Lee' }])
  })

  test('are not logged for a stranger’s letter, and no stranger reads them there', async () => {
    const letterId = await letterOf(ana)
    for (const id of [letterId, randomUUID(), 'no-letter']) {
      await expect(
        withOwnScope(bob, (scope) => addContact(scope, { ...THANKS, letterId: id, formId: randomUUID() })),
      ).rejects.toMatchObject(NOT_FOUND)
    }
    await withOwnScope(ana, (scope) => addContact(scope, { ...THANKS, letterId, formId: randomUUID() }))
    expect(await withOwnScope(bob, (scope) => listContactsOfLetter(scope, letterId))).toEqual([])
  })
})

describe('the log', () => {
  test('keeps a contact with its program once, however often the form is sent', async () => {
    const formId = randomUUID()
    const [one, two] = await Promise.all([add(ana, entryId, formId), add(ana, entryId, formId)])
    expect(one).toBe(two)
    expect(await log()).toEqual([
      { ...SAID, id: one, entryId, letterId: null, programId: PROGRAM, isFollowedUp: false, version: 1 },
    ])
  })

  test('has a place for what belongs to no program', async () => {
    const id = await add(ana, null)
    expect(await withOwnScope(ana, (scope) => getContact(scope, id))).toMatchObject({
      entryId: null,
      programId: null,
    })
  })

  test('rests with a program that is taken off the list, and is there when it is put back', async () => {
    await add()
    await withOwnScope(ana, (scope) => removeEntry(scope, entryId))
    expect(await log()).toEqual([])
    await withOwnScope(ana, (scope) => restoreEntry(scope, entryId))
    expect(await log()).toHaveLength(1)
  })

  test('a change made from an older version is refused, a resend of the same is not', async () => {
    const id = await add()
    const save = (outcome: 'answered' | 'no_answer') =>
      withOwnScope(ana, (scope) =>
        saveContact(scope, id, { ...SAID, outcome, isFollowedUp: false, version: 1 }),
      )
    await save('answered')
    await save('answered')
    await expect(save('no_answer')).rejects.toMatchObject({ code: 'conflict' })
    expect((await log())[0]).toMatchObject({ outcome: 'answered', version: 2 })
  })

  test('what is taken out can be put back as it was', async () => {
    const id = await add()
    await withOwnScope(ana, (scope) => removeContact(scope, id))
    expect(await log()).toEqual([])
    expect(await withOwnScope(ana, (scope) => findRemovedContact(scope, id))).toEqual({ id })
    await withOwnScope(ana, (scope) => restoreContact(scope, id))
    expect((await log())[0]).toMatchObject({ id, text: SAID.text })
  })

  test('a follow-up is something to be reminded of until it is done', async () => {
    const id = await add()
    const things = () =>
      withOwnScope(ana, (scope) => listDatedThings(scope, '2026-11-22T12:00:00Z')).then((all) =>
        all.filter(({ kind }) => kind === 'follow_up'),
      )
    expect(await things()).toMatchObject([
      {
        id,
        on: '2026-11-02',
        isDone: false,
        href: `/contacts/${id}`,
        title: expect.stringMatching(/^Follow up: ./),
      },
    ])
    await withOwnScope(ana, (scope) => setFollowedUp(scope, id))
    expect(await things()).toMatchObject([{ id, isDone: true }])
  })

  test('is read by a mentor with a grant for contacts, and changed by its owner alone', async () => {
    const id = await add()
    const asMentor = () =>
      withScope(bob, ana.userId, 'contacts:read', (scope) => listContacts(scope as never))
    await expect(asMentor()).rejects.toMatchObject(NOT_FOUND)
    await createGrant(owner, { applicant: ana, mentor: bob, read: ['contacts', 'list'] })
    expect(await asMentor()).toMatchObject([{ id }])
    const deeds = [
      () => add(bob, entryId),
      () => withOwnScope(bob, (scope) => getContact(scope, id)),
      () => withOwnScope(bob, (scope) => removeContact(scope, id)),
      () => withOwnScope(bob, (scope) => restoreContact(scope, id)),
      () => withOwnScope(bob, (scope) => setFollowedUp(scope, id)),
      () =>
        withOwnScope(bob, (scope) =>
          saveContact(scope, id, { ...SAID, text: 'stolen', isFollowedUp: true, version: 1 }),
        ),
    ]
    for (const deed of deeds) await expect(deed()).rejects.toMatchObject(NOT_FOUND)
    expect(await log(bob)).toEqual([])
    expect((await log())[0]).toMatchObject({ text: SAID.text, isFollowedUp: false })
  })
})
