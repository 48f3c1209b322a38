import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withOwnScope, withPublicScope, withScope } from '@/db/access'
import {
  addOwnProgram,
  getProgram,
  listPrograms,
  type OwnProgram,
  removeOwnProgram,
  saveOwnProgram,
} from '@/db/queries/programs'
import type { UserViewer } from '@/lib/access/viewer'
import { createCatalogueProgram } from '../factories/catalogue'
import { createGrant, createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
let applicant: UserViewer
let mentor: UserViewer
let formerMentor: UserViewer
let stranger: UserViewer

function ownProgram(overrides: Partial<OwnProgram> = {}): OwnProgram {
  return {
    sponsor: 'Hospital San José',
    name: 'Pediatrics',
    city: 'Reno',
    state: 'NV',
    pathway: 'pediatrics',
    acgmeId: null,
    nrmpCode: null,
    url: null,
    facts: [
      {
        field: 'j1_accepted',
        value: 'yes',
        scope: 'program',
        year: 2026,
        season: null,
        statedOn: null,
        source: { title: 'Program page', url: 'https://example.org', year: 2026 },
        note: null,
      },
      {
        field: 'min_step2ck',
        value: 225,
        scope: 'program',
        year: null,
        season: null,
        statedOn: '2026-11-22',
        source: { title: 'Your own reading', url: null, year: null },
        note: null,
      },
    ],
    ...overrides,
  }
}

beforeAll(async () => {
  applicant = await createUser(owner)
  mentor = await createUser(owner)
  formerMentor = await createUser(owner)
  stranger = await createUser(owner)
  await createGrant(owner, { applicant, mentor, read: ['list'] })
  await createGrant(owner, { applicant, mentor: formerMentor, read: ['list'], revokedAt: new Date() })
  await createCatalogueProgram(owner, {
    id: 'ut-utah-peds-mgg',
    sponsor: 'University of Utah',
    facts: [
      { field: 'j1_accepted', value: 'yes', scope: 'institution' },
      { field: 'j1_accepted', value: 'no', year: 2013 },
      { field: 'positions_per_year', value: 2, year: 2025 },
    ],
  })
  await createCatalogueProgram(owner, { id: 'al-uab-peds-mgg', sponsor: 'University of Alabama' })
})
afterAll(() => owner.end())

const idsSeenBy = async (viewer: UserViewer | null) =>
  (await withPublicScope(viewer, listPrograms)).map(({ id }) => id)

describe('the catalogue', () => {
  test('is the same for everyone, with every claim that was made', async () => {
    const utah = await withPublicScope(null, (scope) => getProgram(scope, 'ut-utah-peds-mgg'))
    expect(utah.facts.map(({ field, value, scope, year }) => [field, value, scope, year])).toEqual([
      ['j1_accepted', 'yes', 'institution', null],
      ['j1_accepted', 'no', 'program', 2013],
      ['positions_per_year', 2, 'program', 2025],
    ])
    expect(await idsSeenBy(null)).toEqual(['al-uab-peds-mgg', 'ut-utah-peds-mgg'])
  })

  test('shows a correction in the shipped data on the next read', async () => {
    await withPublicScope(null, listPrograms)
    await owner`update programs set name = 'Pediatrics and genetics', updated_at = now() where id = 'al-uab-peds-mgg'`
    const read = await withPublicScope(null, (scope) => getProgram(scope, 'al-uab-peds-mgg'))
    expect(read.name).toBe('Pediatrics and genetics')
    await owner`delete from program_facts where program_id = 'ut-utah-peds-mgg' and field = 'positions_per_year'`
    const utah = await withPublicScope(null, (scope) => getProgram(scope, 'ut-utah-peds-mgg'))
    expect(utah.facts.map(({ field }) => field)).toEqual(['j1_accepted', 'j1_accepted'])
  })

  test('cannot be written by a person', async () => {
    await expect(
      withOwnScope(applicant, (scope) => removeOwnProgram(scope, 'ut-utah-peds-mgg')),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      withOwnScope(applicant, (scope) => saveOwnProgram(scope, 'ut-utah-peds-mgg', 1, ownProgram())),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await idsSeenBy(null)).toContain('ut-utah-peds-mgg')
  })

  test('names what no query could find', async () => {
    await expect(withPublicScope(null, (scope) => getProgram(scope, 'nowhere'))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('an own program', () => {
  test('is kept with its facts, and once although its form was sent twice', async () => {
    const formId = randomUUID()
    const id = await withOwnScope(applicant, (scope) => addOwnProgram(scope, formId, ownProgram()))
    expect(await withOwnScope(applicant, (scope) => addOwnProgram(scope, formId, ownProgram()))).toBe(id)
    const read = await withOwnScope(applicant, (scope) => getProgram(scope, id))
    expect(read).toMatchObject({ sponsor: 'Hospital San José', pathway: 'pediatrics', isOwn: true })
    expect(read.facts.map(({ field, value, origin }) => [field, value, origin])).toEqual([
      ['j1_accepted', 'yes', 'own'],
      ['min_step2ck', 225, 'own'],
    ])
    expect((await idsSeenBy(applicant)).filter((seen) => seen === id)).toHaveLength(1)
  })

  test('is seen by its owner and a mentor who may read the list, and by nobody else', async () => {
    const id = await withOwnScope(applicant, (scope) => addOwnProgram(scope, randomUUID(), ownProgram()))
    const asMentor = await withScope(mentor, applicant.userId, 'list:read', (scope) => getProgram(scope, id))
    expect(asMentor.facts).toHaveLength(2)
    expect(await idsSeenBy(mentor)).not.toContain(id)
    for (const other of [stranger, formerMentor, null]) {
      expect(await idsSeenBy(other)).not.toContain(id)
      await expect(withPublicScope(other, (scope) => getProgram(scope, id))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    await expect(
      withScope(formerMentor, applicant.userId, 'list:read', (scope) => getProgram(scope, id)),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is changed and removed by its owner alone', async () => {
    const id = await withOwnScope(applicant, (scope) => addOwnProgram(scope, randomUUID(), ownProgram()))
    for (const other of [stranger, mentor, formerMentor]) {
      await expect(
        withOwnScope(other, (scope) => saveOwnProgram(scope, id, 1, ownProgram({ name: 'Taken' }))),
      ).rejects.toMatchObject({ code: 'not_found' })
      await expect(withOwnScope(other, (scope) => removeOwnProgram(scope, id))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    await withOwnScope(applicant, (scope) =>
      saveOwnProgram(scope, id, 1, ownProgram({ name: 'Renamed', facts: [] })),
    )
    const read = await withOwnScope(applicant, (scope) => getProgram(scope, id))
    expect(read).toMatchObject({ name: 'Renamed', facts: [], version: 2 })
    await withOwnScope(applicant, (scope) => removeOwnProgram(scope, id))
    expect(await idsSeenBy(applicant)).not.toContain(id)
  })

  test('keeps what the program told the person when its form is saved', async () => {
    const id = await withOwnScope(applicant, (scope) => addOwnProgram(scope, randomUUID(), ownProgram()))
    await owner`insert into program_facts ${owner({
      id: randomUUID(),
      program_id: id,
      owner_id: applicant.userId,
      field: 'h1b_accepted',
      value_text: 'no',
      scope: 'program',
      origin: 'told',
      stated_on: '2026-11-01',
      confidence: 'official',
      source_kind: 'told',
      source_title: 'Told by the program',
    })}`
    await withOwnScope(applicant, (scope) => saveOwnProgram(scope, id, 1, ownProgram({ facts: [] })))
    const read = await withOwnScope(applicant, (scope) => getProgram(scope, id))
    expect(read.facts.map(({ field, origin }) => [field, origin])).toEqual([['h1b_accepted', 'told']])
  })

  test('refuses an edit made from an older version, and says what is stored', async () => {
    const id = await withOwnScope(applicant, (scope) => addOwnProgram(scope, randomUUID(), ownProgram()))
    await withOwnScope(applicant, (scope) => saveOwnProgram(scope, id, 1, ownProgram({ city: 'Sparks' })))
    await expect(
      withOwnScope(applicant, (scope) => saveOwnProgram(scope, id, 1, ownProgram({ city: 'Elko' }))),
    ).rejects.toMatchObject({ code: 'conflict', fields: { city: ['Now saved: Sparks'] } })
    expect((await withOwnScope(applicant, (scope) => getProgram(scope, id))).city).toBe('Sparks')
  })

  test('cannot be added under an id that another person took', async () => {
    const formId = randomUUID()
    await withOwnScope(applicant, (scope) => addOwnProgram(scope, formId, ownProgram()))
    await expect(
      withOwnScope(stranger, (scope) => addOwnProgram(scope, formId, ownProgram())),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
