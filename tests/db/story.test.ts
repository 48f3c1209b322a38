import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { addClinicalExperience, removeClinicalExperience } from '@/db/queries/clinical-experiences'
import {
  addExperience,
  getExperience,
  listExperiences,
  listGapLines,
  moveExperience,
  removeExperience,
  saveExperience,
  saveGapLine,
  takeExperience,
} from '@/db/queries/experiences'
import { getProfile } from '@/db/queries/profile'
import { listStorySentences, saveStorySentence } from '@/db/queries/story'
import { listToldPlaces } from '@/db/queries/told-places'
import type { UserViewer } from '@/lib/access/viewer'
import type { Experience } from '@/lib/experiences/experience'
import { createSeason } from '@/tests/factories/catalogue'
import { createGrant, createUser } from '@/tests/factories/user'
import { createWork } from '@/tests/factories/work'
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

const add = (viewer: UserViewer, title: string, formId: string = randomUUID()) =>
  withOwnScope(viewer, (scope) => addExperience(scope, { formId, type: 'volunteer', title }))
const list = (viewer: UserViewer) => withOwnScope(viewer, listExperiences)
const ten = async (viewer: UserViewer) =>
  (await list(viewer)).filter(({ position }) => position !== null).map(({ title }) => title)
const move = (viewer: UserViewer, id: string, to: 'up' | 'down' | 'aside' | 'in') =>
  withOwnScope(viewer, (scope) => moveExperience(scope, id, to))

const valuesOf = (one: Experience, overrides: Partial<Experience> = {}) => {
  const {
    id: _id,
    source: _source,
    position: _position,
    version: _version,
    ...values
  } = { ...one, ...overrides }
  return values
}
const save = (viewer: UserViewer, one: Experience, overrides: Partial<Experience> = {}) =>
  withOwnScope(viewer, (scope) =>
    saveExperience(scope, one.id, { version: one.version, values: valuesOf(one, overrides) }),
  )

async function mentorWith(...read: string[]): Promise<UserViewer> {
  const mentor = await createUser(owner)
  await createGrant(owner, { applicant: ana, mentor, read })
  return mentor
}

async function stay(viewer: UserViewer): Promise<string> {
  await withOwnScope(viewer, (scope) =>
    addClinicalExperience(
      scope,
      { kind: 'observership', specialty: 'genetics', place: 'Clinic', weeks: 8 },
      randomUUID(),
    ),
  )
  const { clinical } = await withOwnScope(viewer, getProfile)
  return clinical[0]?.id ?? ''
}

describe('the ten experiences', () => {
  test('the same form sent twice adds one, and the eleventh is kept aside', async () => {
    const formId = randomUUID()
    expect(await add(ana, 'Tutor', formId)).toBe(await add(ana, 'Tutor', formId))
    for (let index = 2; index <= 11; index += 1) await add(ana, `Number ${index}`)
    const all = await list(ana)
    expect(all.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null])
    await expect(move(ana, all[10]?.id ?? '', 'in')).rejects.toMatchObject({ code: 'limit' })
    await move(ana, all[0]?.id ?? '', 'aside')
    await move(ana, all[10]?.id ?? '', 'in')
    expect((await ten(ana)).at(-1)).toBe('Number 11')
    expect(await list(stranger)).toEqual([])
  })

  test('moves keep the places whole, at the ends and after a removal', async () => {
    const ids = [await add(ana, 'a'), await add(ana, 'b'), await add(ana, 'c')]
    await move(ana, ids[2] ?? '', 'up')
    expect(await ten(ana)).toEqual(['a', 'c', 'b'])
    await move(ana, ids[0] ?? '', 'up')
    await move(ana, ids[1] ?? '', 'down')
    expect(await ten(ana)).toEqual(['a', 'c', 'b'])
    await withOwnScope(ana, (scope) => removeExperience(scope, ids[2] ?? ''))
    expect((await list(ana)).map(({ title, position }) => `${position} ${title}`)).toEqual(['1 a', '2 b'])
    await withOwnScope(ana, (scope) => removeExperience(scope, ids[0] ?? ''))
    await withOwnScope(ana, (scope) => removeExperience(scope, ids[1] ?? ''))
    expect(await list(ana)).toEqual([])
  })

  test('ten at once never make eleven', async () => {
    const titles = Array.from({ length: 14 }, (_, index) => `Number ${index}`)
    await Promise.all(titles.map((title) => add(ana, title)))
    const places = (await list(ana)).flatMap(({ position }) => (position === null ? [] : [position]))
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('a fourth most meaningful is refused at its field; a stale save is a conflict, the same twice is none', async () => {
    for (const title of ['a', 'b', 'c', 'd']) await add(ana, title)
    const all = await list(ana)
    for (const one of all.slice(0, 3)) await save(ana, one, { isMeaningful: true, meaning: 'So.' })
    const fourth = all[3] as Experience
    await expect(save(ana, fourth, { isMeaningful: true })).rejects.toMatchObject({
      code: 'invalid',
      fields: { isMeaningful: [expect.stringContaining('3 are the most meaningful')] },
    })
    await save(ana, fourth, { description: 'First.' })
    await save(ana, fourth, { description: 'First.' })
    await expect(save(ana, fourth, { description: 'Second.' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(save(ana, { ...fourth, version: 2 }, { title: '' })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect((await list(ana))[3]).toMatchObject({ description: 'First.', title: 'd' })
  })

  test('an entry of the profile is taken once, keeps its text when the entry goes, and is nobody else’s to take', async () => {
    const entry = await stay(ana)
    const take = (viewer: UserViewer) =>
      withOwnScope(viewer, (scope) => takeExperience(scope, `clinical:${entry}`))
    await expect(take(stranger)).rejects.toMatchObject({ code: 'not_found' })
    const id = await take(ana)
    expect(await take(ana)).toBe(id)
    const [one] = await list(ana)
    if (one) await save(ana, one, { description: 'What I saw.' })
    await withOwnScope(ana, (scope) => removeClinicalExperience(scope, entry))
    expect(await list(ana)).toMatchObject([{ source: `clinical:${entry}`, description: 'What I saw.' }])
  })

  test('a stranger finds none of them, by any way in', async () => {
    const id = await add(ana, 'Mine')
    const [one] = await list(ana)
    const refused = [
      () => withOwnScope(stranger, (scope) => getExperience(scope, id)),
      () => withOwnScope(stranger, (scope) => removeExperience(scope, id)),
      () => move(stranger, id, 'aside'),
      () => save(stranger, one as Experience, { title: 'Theirs' }),
    ]
    for (const call of refused) await expect(call()).rejects.toMatchObject({ code: 'not_found' })
    expect(await ten(ana)).toEqual(['Mine'])
  })

  test('a mentor reads them with a grant for documents alone', async () => {
    await add(ana, 'Mine')
    const read = (mentor: UserViewer) => withScope(mentor, ana.userId, 'documents:read', listExperiences)
    const other = await mentorWith('story', 'profile')
    await expect(read(other)).rejects.toMatchObject({ code: 'not_found' })
    expect(await read(await mentorWith('documents'))).toMatchObject([{ title: 'Mine' }])
  })
})

describe('the line for a gap', () => {
  const write = (line: string, fromOn = '2025-01-01', toOn = '2025-08-01') =>
    withOwnScope(ana, (scope) => saveGapLine(scope, { fromOn, toOn, line }))

  test('one line a time: a gap with other edges replaces what was written for its months, an empty line takes it away', async () => {
    await write('At home.')
    await write('Elsewhere.', '2023-01-01', '2023-05-01')
    await write('With my family.', '2025-03-01', '2025-10-01')
    expect((await withOwnScope(ana, listGapLines)).map(({ line }) => line)).toEqual([
      'Elsewhere.',
      'With my family.',
    ])
    await write('', '2025-03-01', '2025-10-01')
    expect((await withOwnScope(ana, listGapLines)).map(({ line }) => line)).toEqual(['Elsewhere.'])
    expect(await withOwnScope(stranger, listGapLines)).toEqual([])
  })
})

describe('the three sentences', () => {
  const write = (viewer: UserViewer, text: string, version: number, evidence: readonly string[] = []) =>
    withOwnScope(viewer, (scope) => saveStorySentence(scope, { role: 'turn', text, evidence, version }))
  const turn = async (viewer: UserViewer) =>
    (await withOwnScope(viewer, listStorySentences)).find(({ role }) => role === 'turn')

  test('are saved one by one under their versions', async () => {
    expect(
      (await withOwnScope(ana, listStorySentences)).map(({ role, version }) => `${role} ${version}`),
    ).toEqual(['beginning 0', 'turn 0', 'direction 0'])
    await write(ana, 'First.', 0, ['niche:languages'])
    await write(ana, 'First.', 0, ['niche:languages'])
    expect(await turn(ana)).toMatchObject({ text: 'First.', evidence: ['niche:languages'], version: 1 })
    await expect(write(ana, 'Second.', 0)).rejects.toMatchObject({ code: 'conflict' })
    await write(ana, 'Second.', 1)
    expect(await turn(ana)).toMatchObject({ text: 'Second.', evidence: [], version: 2 })
    expect(await turn(stranger)).toMatchObject({ text: '', version: 0 })
  })

  test('open to a mentor with a grant for the story, and to no other', async () => {
    await write(ana, 'Mine.', 0)
    const read = (mentor: UserViewer) => withScope(mentor, ana.userId, 'story:read', listStorySentences)
    const other = await mentorWith('documents')
    await expect(read(other)).rejects.toMatchObject({ code: 'not_found' })
    expect((await read(await mentorWith('story')))[1]).toMatchObject({ text: 'Mine.' })
  })
})

test('the places that tell a story are the person’s own, sent messages and notes of the current cycle among them', async () => {
  await createSeason(owner, 2028)
  const work = await createWork(owner, ana.userId, { marker: 'Marmara', programs: 0, seasonYear: 2028 })
  await owner`insert into statements (applicant_id, title, text, removed_at)
    values (${ana.userId}, 'Gone', 'Marmara gone', now())`
  await owner`insert into additional_information (applicant_id, insights, changes, passage)
    values (${ana.userId}, '{}', '{}', 'Marmara passage')`
  await createWork(owner, stranger.userId, { marker: 'Bosporus', programs: 0, seasonYear: 2028 })
  const places = await withOwnScope(ana, listToldPlaces)
  expect(places.map(({ kind }) => kind)).toEqual([
    'statement',
    'additional_information',
    'contact',
    'interview',
  ])
  for (const { text } of places) expect(text).toContain('Marmara')
  expect(places.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Marmara passage', 'Marmara asked this', 'Marmara prepared this']),
  )
  expect(places.at(-1)?.href).toBe(`/interviews/${work.interviewId}`)
})
