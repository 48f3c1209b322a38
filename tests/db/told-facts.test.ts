import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withPublicScope, withScope } from '@/db/access'
import { ensureCycle } from '@/db/queries/cycles'
import { dismissSuggestion, listDismissals, recallSuggestion } from '@/db/queries/dismissals'
import { getProgram, listPrograms } from '@/db/queries/programs'
import { addToldFact, removeToldFact } from '@/db/queries/told-facts'
import type { UserViewer } from '@/lib/access/viewer'
import { toldFact } from '@/lib/strategy/told-fact'
import { createCatalogueProgram, createSeason } from '@/tests/factories/catalogue'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

const PROGRAM = 'shared-peds'
let owner: postgres.Sql
let person: UserViewer
let stranger: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  await createSeason(owner, 2028)
  await createCatalogueProgram(owner, {
    id: PROGRAM,
    facts: [{ field: 'j1_accepted', value: 'no', scope: 'institution', year: 2013 }],
  })
})
afterAll(() => owner.end())

beforeEach(async () => {
  person = await createUser(owner)
  stranger = await createUser(owner)
})

const answer = (
  value: string,
  field: 'j1_accepted' | 'offers_place_this_season' = 'j1_accepted',
  seasonYear = 2028,
) => toldFact({ id: randomUUID(), field, value, statedOn: '2026-11-20', seasonYear })

const tell = (viewer: UserViewer, fact = answer('yes'), programId = PROGRAM) =>
  withOwnScope(viewer, (scope) => addToldFact(scope, programId, fact))

const toldTo = async (viewer: UserViewer | null) => {
  const program = viewer
    ? await withOwnScope(viewer, (scope) => getProgram(scope, PROGRAM))
    : await withPublicScope(null, (scope) => getProgram(scope, PROGRAM))
  return program.facts.filter((fact) => fact.origin === 'told').map((fact) => fact.value)
}

describe('what a program told a person', () => {
  test('stands beside the catalogue for them alone', async () => {
    await tell(person)
    expect(await toldTo(person)).toEqual(['yes'])
    expect(await toldTo(stranger)).toEqual([])
    expect(await toldTo(null)).toEqual([])
    const listed = await withOwnScope(person, listPrograms)
    const facts = listed.find((program) => program.id === PROGRAM)?.facts ?? []
    expect(facts.map((fact) => fact.origin).toSorted()).toEqual(['catalogue', 'told'])
  })

  test('replaces the earlier answer to the same question, and no other', async () => {
    await tell(person, answer('yes'))
    await tell(person, answer('yes', 'offers_place_this_season', 2028))
    await tell(person, answer('no', 'offers_place_this_season', 2027))
    await tell(person, answer('no'))
    expect((await toldTo(person)).toSorted()).toEqual(['no', 'no', 'yes'])
  })

  test('is kept once when the form is sent twice', async () => {
    const fact = answer('yes')
    await tell(person, fact)
    await tell(person, fact)
    expect(await toldTo(person)).toEqual(['yes'])
  })

  test('can be withdrawn by them and by nobody else', async () => {
    const fact = answer('yes')
    await tell(person, fact)
    const withdraw = (viewer: UserViewer) => withOwnScope(viewer, (scope) => removeToldFact(scope, fact.id))
    await expect(withdraw(stranger)).rejects.toMatchObject({ code: 'not_found' })
    expect(await toldTo(person)).toEqual(['yes'])
    await withdraw(person)
    expect(await toldTo(person)).toEqual([])
  })

  test('cannot be hung on a program that the person cannot see', async () => {
    const own = `own-${randomUUID()}`
    await owner`insert into programs (id, owner_id, sponsor, name, pathway)
      values (${own}, ${stranger.userId}, 'Theirs', 'Pediatrics', 'pediatrics')`
    await expect(tell(person, answer('yes'), own)).rejects.toMatchObject({ code: 'not_found' })
    await expect(tell(person, answer('yes'), 'nowhere')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is read by a mentor while the grant for the list lives', async () => {
    await tell(person)
    const mentor = await createUser(owner)
    const read = () =>
      withScope(mentor, person.userId, 'list:read', async (scope) =>
        (await getProgram(scope, PROGRAM)).facts.filter((fact) => fact.origin === 'told'),
      )
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    const grant = await createGrant(owner, { applicant: person, mentor, read: ['list'] })
    expect(await read()).toHaveLength(1)
    await owner`update grants set revoked_at = now() where id = ${grant}`
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a suggestion put aside', () => {
  const dismiss = async (viewer: UserViewer, reason: 'place' | 'sponsor') =>
    withOwnScope(viewer, async (scope) => {
      const cycle = await ensureCycle(scope, 2028)
      await dismissSuggestion(scope, { cycleId: cycle.id, programId: PROGRAM, reason })
    })
  const dismissed = (viewer: UserViewer) => withOwnScope(viewer, listDismissals)

  test('is remembered with its reason, which can change, and recalled', async () => {
    await dismiss(person, 'place')
    await dismiss(person, 'sponsor')
    expect(await dismissed(person)).toEqual([{ programId: PROGRAM, reason: 'sponsor' }])
    expect(await dismissed(stranger)).toEqual([])
    await withOwnScope(stranger, (scope) => recallSuggestion(scope, PROGRAM))
    expect(await dismissed(person)).toHaveLength(1)
    await withOwnScope(person, (scope) => recallSuggestion(scope, PROGRAM))
    expect(await dismissed(person)).toEqual([])
  })

  test('cannot be put into another person’s cycle', async () => {
    const cycle = await withOwnScope(person, (scope) => ensureCycle(scope, 2028))
    const attempt = withOwnScope(stranger, (scope) =>
      dismissSuggestion(scope, { cycleId: cycle.id, programId: PROGRAM, reason: 'place' }),
    )
    await expect(attempt).rejects.toThrow()
    expect(await dismissed(person)).toEqual([])
  })
})
