import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Scope, withOwnScope } from '@/db/access'
import { chooseSeason, closeCycle, ensureCycle, findCurrentCycle, getCycle } from '@/db/queries/cycles'
import { addEntry, addStatusChange, getEntry, listEntries } from '@/db/queries/list'
import {
  addOutsideOffer,
  decideOutsideOffer,
  listOutsideOffers,
  removeOutsideOffer,
} from '@/db/queries/outside-offers'
import { listEntriesOfCycle, startFromCycle } from '@/db/queries/reapply'
import {
  addSoapApplication,
  loadSoap,
  removeSoapApplication,
  resumeAfterResult,
  saveMatchResult,
  saveSoapOffer,
} from '@/db/queries/soap'
import { findSoapStanding } from '@/db/queries/soap-standing'
import type { UserViewer } from '@/lib/access/viewer'
import { createCatalogueProgram, createSeason } from '../factories/catalogue'
import { createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
const PROGRAMS = ['soap-utah', 'soap-duke', 'soap-penn']
const NOT_FOUND = { code: 'not_found' }
let person: UserViewer
let stranger: UserViewer
let cycleId: string
let entryIds: string[]

const mine = <T>(work: (scope: Scope) => Promise<T>) => withOwnScope(person, work)
const theirs = <T>(work: (scope: Scope) => Promise<T>) => withOwnScope(stranger, work)
const statuses = () =>
  mine(async (scope) => Promise.all(entryIds.map(async (id) => (await getEntry(scope, id)).status)))
const history = (id: string) =>
  mine(async (scope) => (await getEntry(scope, id)).history.map((change) => change.status))

beforeAll(async () => {
  for (const year of [2027, 2028]) await createSeason(owner, year)
  for (const program of PROGRAMS) await createCatalogueProgram(owner, { id: program })
})
afterAll(() => owner.end())

beforeEach(async () => {
  person = await createUser(owner)
  stranger = await createUser(owner)
  await theirs((scope) => ensureCycle(scope, 2027))
  ;({ cycleId, entryIds } = await mine(async (scope) => {
    const cycle = await ensureCycle(scope, 2027)
    const made: string[] = []
    for (const programId of PROGRAMS) made.push(await addEntry(scope, { cycleId: cycle.id, programId }))
    for (const entryId of made.slice(0, 2)) {
      const change = { entryId, status: 'ranked' as const, on: '2027-03-01', note: '' }
      await addStatusChange(scope, { ...change, formId: randomUUID() })
    }
    return { cycleId: cycle.id, entryIds: made }
  }))
})

describe('the result of the Match', () => {
  const unmatched = { result: 'not_matched', on: '2027-03-15', matchedEntryId: null } as const

  test('becomes a dated status of every ranked program, once, and of no other', async () => {
    await mine((scope) => saveMatchResult(scope, unmatched))
    await mine((scope) => saveMatchResult(scope, unmatched))
    expect(await statuses()).toEqual(['not_matched', 'not_matched', 'considering'])
    expect(await history(entryIds[0] ?? '')).toEqual(['not_matched', 'ranked'])
  })
  test('corrected, takes back what it wrote', async () => {
    await mine((scope) => saveMatchResult(scope, unmatched))
    const matchedEntryId = entryIds[1] ?? ''
    await mine((scope) => saveMatchResult(scope, { result: 'matched', on: '2027-03-19', matchedEntryId }))
    expect(await statuses()).toEqual(['not_matched', 'matched', 'considering'])
    await mine((scope) => saveMatchResult(scope, { result: null, on: null, matchedEntryId: null }))
    expect(await statuses()).toEqual(['ranked', 'ranked', 'considering'])
  })
  test('pauses, until the person asks for everything again', async () => {
    expect((await mine(findSoapStanding))?.isPaused).toBe(false)
    await mine((scope) => saveMatchResult(scope, unmatched))
    expect((await mine(findSoapStanding))?.isPaused).toBe(true)
    await mine((scope) => resumeAfterResult(scope, '2027-03-20'))
    expect((await mine(findSoapStanding))?.isPaused).toBe(false)
    expect((await theirs(findSoapStanding))?.isPaused).toBe(false)
  })
})

describe('SOAP applications and offers', () => {
  const apply = (entryId: string | null, name = '', formId = randomUUID()) =>
    mine((scope) => addSoapApplication(scope, { entryId, name, on: '2027-03-15', formId }))

  test('forty-five and no more; a form sent twice counts once', async () => {
    const twice = randomUUID()
    await apply(null, 'Program 0', twice)
    await apply(null, 'Program 0', twice)
    for (let n = 1; n < 45; n += 1) await apply(null, `Program ${n}`)
    expect((await mine(loadSoap)).applications).toHaveLength(45)
    await expect(apply(null, 'One more')).rejects.toMatchObject({ code: 'limit' })
  })
  test('an accepted offer is a dated status, binds, and pauses nothing', async () => {
    await mine((scope) =>
      saveMatchResult(scope, { result: 'not_matched', on: '2027-03-15', matchedEntryId: null }),
    )
    await apply(entryIds[2] ?? '')
    await apply(null, 'Another')
    const [first, second] = (await mine(loadSoap)).applications
    const offer = (applicationId: string, answer: 'accepted' | 'declined') =>
      mine((scope) => saveSoapOffer(scope, { applicationId, round: 1, answer, on: '2027-03-18' }))
    await offer(first?.id ?? '', 'accepted')
    expect(await history(entryIds[2] ?? '')).toEqual(['soap_accepted', 'soap_applied'])
    await expect(offer(second?.id ?? '', 'accepted')).rejects.toMatchObject({ code: 'conflict' })
    expect((await mine(findSoapStanding))?.isPaused).toBe(false)
    await offer(first?.id ?? '', 'declined')
    expect(await history(entryIds[2] ?? '')).toEqual(['soap_applied'])
    await mine((scope) => removeSoapApplication(scope, first?.id ?? ''))
    expect(await history(entryIds[2] ?? '')).toEqual([])
  })
  test('a stranger neither sees, removes nor answers them, and applies with nobody else’s entry', async () => {
    await apply(null, 'Mine')
    const id = (await mine(loadSoap)).applications[0]?.id ?? ''
    expect((await theirs(loadSoap)).applications).toEqual([])
    await expect(theirs((scope) => removeSoapApplication(scope, id))).rejects.toMatchObject(NOT_FOUND)
    const answer = { applicationId: id, round: 1, answer: 'accepted', on: '2027-03-18' } as const
    await expect(theirs((scope) => saveSoapOffer(scope, answer))).rejects.toMatchObject(NOT_FOUND)
    const borrowed = { entryId: entryIds[0] ?? '', name: '', on: '2027-03-15', formId: randomUUID() }
    await expect(theirs((scope) => addSoapApplication(scope, borrowed))).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('an offer outside the Match', () => {
  const arrive = () =>
    mine((scope) =>
      addOutsideOffer(scope, {
        entryId: entryIds[2] ?? '',
        name: '',
        offeredOn: '2026-12-01',
        answerBy: '2026-12-15',
        note: '',
        formId: randomUUID(),
      }),
    )
  const decide = (state: 'open' | 'accepted' | 'declined', version: number) =>
    mine(async (scope) => {
      const id = (await listOutsideOffers(scope))[0]?.id ?? ''
      await decideOutsideOffer(scope, { id, version, state, on: '2026-12-10', withdrawnOn: null })
    })

  test('writes its steps into the history, a stale answer is refused, and a correction takes back', async () => {
    await arrive()
    await decide('accepted', 1)
    expect(await history(entryIds[2] ?? '')).toEqual(['offer_accepted_outside', 'offer_received'])
    await expect(decide('declined', 1)).rejects.toMatchObject({ code: 'conflict' })
    await decide('declined', 2)
    expect(await history(entryIds[2] ?? '')).toEqual(['withdrawn', 'offer_received'])
    await decide('open', 3)
    expect(await history(entryIds[2] ?? '')).toEqual(['offer_received'])
  })
  test('is nobody else’s to see, answer or remove', async () => {
    await arrive()
    const id = (await mine(listOutsideOffers))[0]?.id ?? ''
    expect(await theirs(listOutsideOffers)).toEqual([])
    await expect(theirs((scope) => removeOutsideOffer(scope, id))).rejects.toMatchObject(NOT_FOUND)
    const answer = { id, version: 1, state: 'accepted', on: '2026-12-10', withdrawnOn: null } as const
    await expect(theirs((scope) => decideOutsideOffer(scope, answer))).rejects.toMatchObject(NOT_FOUND)
    await mine((scope) => removeOutsideOffer(scope, id))
    expect(await history(entryIds[2] ?? '')).toEqual([])
  })
})

describe('closing a cycle and beginning the next from it', () => {
  const closing = { outcome: 'not_matched', on: '2027-03-20', note: '', learned: 'Ask early' } as const

  test('keeps the former list, copies what was chosen once, and ends the pause', async () => {
    await mine((scope) => closeCycle(scope, cycleId, closing))
    expect((await mine(findSoapStanding))?.isPaused).toBe(true)
    const begin = () =>
      mine((scope) =>
        startFromCycle(scope, {
          cycleId,
          seasonYear: 2028,
          entryIds: [entryIds[0] ?? '', entryIds[2] ?? ''],
        }),
      )
    await begin()
    await begin()
    expect((await mine(findCurrentCycle))?.seasonYear).toBe(2028)
    expect((await mine(listEntries)).map(({ programId, status }) => `${programId} ${status}`).sort()).toEqual(
      ['soap-penn considering', 'soap-utah considering'],
    )
    expect((await mine(findSoapStanding))?.isPaused).toBe(false)
    expect((await mine((scope) => getCycle(scope, cycleId))).closing).toEqual(closing)
    const former = await mine((scope) => listEntriesOfCycle(scope, cycleId))
    expect(former.map(({ status }) => status).sort()).toEqual(['considering', 'ranked', 'ranked'])
  })
  test('is opened again without losing a word', async () => {
    await mine((scope) => closeCycle(scope, cycleId, closing))
    await mine((scope) => closeCycle(scope, cycleId, null))
    expect((await mine((scope) => getCycle(scope, cycleId))).closing).toBeNull()
  })
  test('a stranger cannot read, close or copy it', async () => {
    await expect(theirs((scope) => getCycle(scope, cycleId))).rejects.toMatchObject(NOT_FOUND)
    await expect(theirs((scope) => closeCycle(scope, cycleId, closing))).rejects.toMatchObject(NOT_FOUND)
    expect(await theirs((scope) => listEntriesOfCycle(scope, cycleId))).toEqual([])
    const copy = { cycleId, seasonYear: 2028, entryIds }
    await expect(theirs((scope) => startFromCycle(scope, copy))).rejects.toMatchObject(NOT_FOUND)
    const own = await theirs((scope) => chooseSeason(scope, 2027))
    const borrowed = { cycleId: own.id, seasonYear: 2028, entryIds }
    await expect(theirs((scope) => startFromCycle(scope, borrowed))).rejects.toMatchObject(NOT_FOUND)
  })
})
