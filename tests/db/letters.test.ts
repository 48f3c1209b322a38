import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { chooseSeason, ensureCycle, getCurrentCycle } from '@/db/queries/cycles'
import { listDatedThings } from '@/db/queries/dated-things'
import { setLetterPrograms, setLettersWhereNone, setProgramLetters } from '@/db/queries/letter-assignments'
import {
  getTrackedLetter,
  listTrackedLetters,
  listUploadDays,
  noteAsked,
  saveBrief,
  saveStages,
  saveWriter,
  stagesStamp,
  writerStamp,
} from '@/db/queries/letter-tracks'
import { addLetter, findLetter, removeLetter, saveLetter } from '@/db/queries/letters'
import { addEntry, removeEntry, restoreEntry } from '@/db/queries/list'
import type { UserViewer } from '@/lib/access/viewer'
import type { TrackedLetter } from '@/lib/letters/letter'
import { createCatalogueProgram, createSeason } from '../factories/catalogue'
import { createGrant, createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
const PROGRAMS = ['letter-program-1', 'letter-program-2']
const NOT_FOUND = { code: 'not_found' }
const LETTER = {
  author: 'us_geneticist',
  state: 'promised',
  topics: ['growth'],
  writer: 'Prof. Lee',
} as const
const DAYS = { createdOn: null, confirmedOn: null, requestedOn: null, uploadedOn: null, askAgainOn: null }
let ana: UserViewer
let bob: UserViewer
let letterId: string
let entryIds: string[]

beforeAll(async () => {
  await createSeason(owner, 2027)
  for (const id of PROGRAMS) await createCatalogueProgram(owner, { id })
})
afterAll(() => owner.end())
beforeEach(async () => {
  ana = await createUser(owner)
  bob = await createUser(owner)
  letterId = await add()
  entryIds = await withOwnScope(ana, async (scope) => {
    const { id: cycleId } = await ensureCycle(scope, 2027)
    return [
      await addEntry(scope, { cycleId, programId: PROGRAMS[0] ?? '' }),
      await addEntry(scope, { cycleId, programId: PROGRAMS[1] ?? '' }),
    ]
  })
})

const add = (writer = 'Prof. Lee', formId: string = randomUUID()) =>
  withOwnScope(ana, (scope) => addLetter(scope, { ...LETTER, topics: [...LETTER.topics], writer }, formId))
const letter = (id = letterId) => withOwnScope(ana, (scope) => getTrackedLetter(scope, id))
const stages = async (
  values: Partial<Parameters<typeof saveStages>[2]['values']>,
  { viewer = ana, seen }: { viewer?: UserViewer; seen?: string } = {},
) => {
  const stamp = seen ?? stagesStamp(await letter())
  return withOwnScope(viewer, (scope) =>
    saveStages(scope, letterId, { values: { ...DAYS, state: 'promised', ...values }, seen: stamp }),
  )
}
const writerOf = ({ author, writer, knowledge, waiver, zone, week }: TrackedLetter) => ({
  author,
  writer,
  knowledge,
  waiver,
  zone,
  week,
  topics: ['growth'],
  directorTopics: [],
})
const refusal = (deed: Promise<unknown>, field: string) =>
  expect(deed).rejects.toMatchObject({ code: 'invalid', fields: { [field]: [expect.any(String)] } })

describe('a letter over seasons', () => {
  // This season alone has a calendar here: the other tests of this file know no day on which MyERAS opens.
  beforeAll(async () => {
    await createSeason(owner, 2028)
    await owner`insert into season_events (season_year, key, label, on_date, status, confidence, source_title)
      values (2028, 'eras_season_opens', 'MyERAS opens', '2026-11-05', 'projected', 'inferred', 'a rule')
      on conflict do nothing`
  })

  test('has its stages before it in the next one, and shows them again in the season that they belong to', async () => {
    await stages({ createdOn: '2026-10-01', requestedOn: '2026-10-02', uploadedOn: '2026-11-01' })
    const former = await withOwnScope(ana, getCurrentCycle)
    await withOwnScope(ana, (scope) => chooseSeason(scope, 2028))
    const before = await letter()
    expect(before).toMatchObject({
      state: 'in_hand',
      writer: 'Prof. Lee',
      requestedOn: null,
      uploadedOn: null,
    })
    expect(before.former).toEqual({ uploadedOn: '2026-11-01', opensOn: '2026-11-05', isProjected: true })
    expect(before.assignments).toEqual([])
    await withOwnScope(ana, (scope) => chooseSeason(scope, former.seasonYear))
    expect(await letter()).toMatchObject({
      requestedOn: '2026-10-02',
      uploadedOn: '2026-11-01',
      former: null,
    })
  })

  test('keeps the first upload when days of the new season are entered, and a stale form is refused', async () => {
    await stages({ createdOn: '2026-10-01', uploadedOn: '2026-11-01' })
    const seen = stagesStamp(await letter())
    await withOwnScope(ana, (scope) => chooseSeason(scope, 2028))
    await expect(stages({ uploadedOn: '2026-11-02' }, { seen })).rejects.toMatchObject({ code: 'conflict' })
    // Asked again in the meantime: that day belongs to the new way.
    await withOwnScope(ana, (scope) => noteAsked(scope, letterId, { on: '2026-11-06', deed: 'add' }))
    await stages({ uploadedOn: '2026-11-10' })
    expect(await letter()).toMatchObject({
      createdOn: null,
      uploadedOn: '2026-11-10',
      askedOn: ['2026-11-06'],
      former: { uploadedOn: '2026-11-01' },
    })
    expect((await withOwnScope(ana, listUploadDays)).get(letterId)).toBe('2026-11-01')
  })
})

describe('one letter', () => {
  test('is the same row in the profile and in the documents, added once however often the form is sent', async () => {
    const formId = randomUUID()
    expect(await add('Dr Okafor', formId)).toBe(await add('Dr Okafor', formId))
    await withOwnScope(ana, async (scope) => {
      const read = await getTrackedLetter(scope, letterId)
      await saveWriter(scope, letterId, {
        values: {
          ...writerOf(read),
          author: 'us_researcher',
          topics: ['reliability'],
          directorTopics: ['families_and_care'],
          knowledge: 'supervised',
          zone: 'America/Denver',
        },
        seen: writerStamp(read),
      })
      expect((await findLetter(scope, letterId))?.values).toMatchObject({
        author: 'us_researcher',
        topics: ['reliability'],
      })
      expect(await getTrackedLetter(scope, letterId)).toMatchObject({
        topics: ['reliability', 'families_and_care'],
        knowledge: 'supervised',
        zone: 'America/Denver',
      })
    })
  })

  test('is in hand for the profile once it is uploaded, and the profile cannot say otherwise meanwhile', async () => {
    await stages({ createdOn: '2026-10-01', requestedOn: '2026-10-02', uploadedOn: '2026-11-01' })
    const stored = await withOwnScope(ana, (scope) => findLetter(scope, letterId))
    expect(stored?.values.state).toBe('in_hand')
    const save = () =>
      withOwnScope(ana, (scope) =>
        saveLetter(scope, letterId, {
          values: { ...LETTER, topics: ['growth'] },
          seen: stored?.seen ?? '',
        }),
      )
    await refusal(save(), 'state')
    await stages({ state: 'in_hand', createdOn: '2026-10-01' })
    await save()
    expect(await letter()).toMatchObject({ state: 'promised', uploadedOn: null })
  })

  test('keeps what another window saved in the same part, and lets two parts be saved beside each other', async () => {
    const before = await letter()
    await stages({ createdOn: '2026-10-01' })
    await expect(stages({ createdOn: '2026-10-09' }, { seen: stagesStamp(before) })).rejects.toMatchObject({
      code: 'conflict',
    })
    // A resend of what is stored is no conflict.
    await stages({ createdOn: '2026-10-01' }, { seen: stagesStamp(before) })
    await withOwnScope(ana, (scope) =>
      saveWriter(scope, letterId, {
        values: { ...writerOf(before), waiver: 'waived' },
        seen: writerStamp(before),
      }),
    )
    expect(await letter()).toMatchObject({ createdOn: '2026-10-01', waiver: 'waived' })
  })

  test('days in an order that cannot be are refused by the database too', async () => {
    await expect(stages({ createdOn: '2026-10-09', uploadedOn: '2026-10-01' })).rejects.toThrow()
  })

  test('counts an asking once a day, takes it back, and uses up the day that was set for it', async () => {
    await stages({ requestedOn: '2026-10-01', askAgainOn: '2026-11-20' })
    const note = (deed: 'add' | 'remove') =>
      withOwnScope(ana, (scope) => noteAsked(scope, letterId, { on: '2026-11-21', deed }))
    await note('add')
    await note('add')
    expect(await letter()).toMatchObject({ askedOn: ['2026-11-21'], askAgainOn: null })
    await note('remove')
    expect((await letter()).askedOn).toEqual([])
  })

  test('reminds to ask again on the writer’s clock, and no longer once it is uploaded', async () => {
    const things = () =>
      withOwnScope(ana, async (scope) =>
        (await listDatedThings(scope, '2026-11-22T09:00:00.000Z')).filter(({ id }) =>
          id.startsWith('letter-'),
        ),
      )
    await withOwnScope(ana, async (scope) => {
      const read = await getTrackedLetter(scope, letterId)
      await saveWriter(scope, letterId, {
        values: { ...writerOf(read), zone: 'America/Denver' },
        seen: writerStamp(read),
      })
    })
    await stages({ requestedOn: '2026-11-16' })
    expect(await things()).toMatchObject([{ id: `letter-${letterId}`, at: '2026-11-30T16:00:00.000Z' }])
    await stages({ requestedOn: '2026-11-16', uploadedOn: '2026-11-20' })
    expect(await things()).toEqual([])
  })
})

describe('letters for programs', () => {
  const of = (index: number) => entryIds[index] ?? ''
  const programsOf = async (id = letterId) => (await letter(id)).assignments
  const give = (letterIds: readonly string[], entryId = of(0), assignedOn: string | null = null) =>
    withOwnScope(ana, (scope) => setProgramLetters(scope, { entryId, letterIds, assignedOn }))

  test('are four at most, whichever way a fifth is tried, and a refusal changes nothing', async () => {
    const five = [letterId, await add('2'), await add('3'), await add('4'), await add('5')]
    await refusal(give(five), 'letters')
    await give(five.slice(0, 4))
    await refusal(
      withOwnScope(ana, (scope) =>
        setLetterPrograms(scope, { letterId: five[4] ?? '', entryIds, assignedOn: null }),
      ),
      'entries',
    )
    expect(await programsOf(five[4])).toEqual([])
    await expect(
      owner`insert into letter_assignments (applicant_id, letter_id, entry_id, slot)
        values (${ana.userId}, ${five[4] ?? ''}, ${of(0)}, 5)`,
    ).rejects.toThrow(/letter_assignments_slot_range/)
  })

  test('two windows that fill the same program leave four at most', async () => {
    const ids = await Promise.all(['2', '3', '4', '5', '6'].map((name) => add(name)))
    const one = (id: string) =>
      withOwnScope(ana, (scope) =>
        setLetterPrograms(scope, { letterId: id, entryIds: [of(0)], assignedOn: null }),
      )
    const answers = await Promise.allSettled([letterId, ...ids].map(one))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    const all = await withOwnScope(ana, listTrackedLetters)
    expect(all.flatMap(({ assignments }) => assignments)).toHaveLength(4)
  })

  test('a day is for those that have none; a letter that stays keeps its own', async () => {
    const second = await add('2')
    await give([letterId], of(0), '2026-11-01')
    await give([letterId, second], of(0), '2026-11-09')
    expect(await programsOf()).toMatchObject([{ assignedOn: '2026-11-01', programId: PROGRAMS[0] }])
    expect(await programsOf(second)).toMatchObject([{ assignedOn: '2026-11-09' }])
    await give([second])
    expect(await programsOf()).toEqual([])
  })

  test('the same set goes to every program that has none, and to no other', async () => {
    const second = await add('2')
    await give([second])
    const done = await withOwnScope(ana, (scope) =>
      setLettersWhereNone(scope, { letterIds: [letterId], assignedOn: null }),
    )
    expect(done).toBe(1)
    expect((await programsOf()).map(({ entryId }) => entryId)).toEqual([of(1)])
  })

  test('rest with a program that leaves the list, and go with a letter that is removed', async () => {
    await give([letterId])
    await withOwnScope(ana, (scope) => removeEntry(scope, of(0)))
    expect(await programsOf()).toEqual([])
    await withOwnScope(ana, (scope) => restoreEntry(scope, of(0)))
    expect(await programsOf()).toHaveLength(1)
    await withOwnScope(ana, (scope) => removeLetter(scope, letterId))
    expect(await owner`select 1 from letter_assignments where applicant_id = ${ana.userId}`).toHaveLength(0)
  })
})

test('is read with grants for profile, documents and list, and changed by its owner alone', async () => {
  await stages({ createdOn: '2026-10-01' })
  const asMentor = () =>
    withScope(bob, ana.userId, 'documents:read', (scope) => listTrackedLetters(scope as never))
  await expect(asMentor()).rejects.toMatchObject(NOT_FOUND)
  await createGrant(owner, { applicant: ana, mentor: bob, read: ['documents', 'profile', 'list'] })
  expect(await asMentor()).toMatchObject([{ id: letterId, createdOn: '2026-10-01' }])
  const hers = await letter()
  const own = <T>(work: Parameters<typeof withOwnScope<T>>[1]) => withOwnScope(bob, work)
  const deeds = [
    () => own((scope) => getTrackedLetter(scope, letterId)),
    () => own((scope) => saveWriter(scope, letterId, { values: writerOf(hers), seen: writerStamp(hers) })),
    () => stages({ createdOn: '2026-10-02' }, { viewer: bob }),
    () => own((scope) => noteAsked(scope, letterId, { on: '2026-11-01', deed: 'add' })),
    () => own((scope) => saveBrief(scope, letterId, { together: 'stolen', briefFacts: [] })),
    () => own((scope) => setLetterPrograms(scope, { letterId, entryIds: [], assignedOn: null })),
    () =>
      own((scope) =>
        setProgramLetters(scope, { entryId: entryIds[0] ?? '', letterIds: [], assignedOn: null }),
      ),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject(NOT_FOUND)
  // Nor does a letter of hers get onto a list of his.
  const entry = await own(async (scope) =>
    addEntry(scope, { cycleId: (await ensureCycle(scope, 2027)).id, programId: PROGRAMS[0] ?? '' }),
  )
  await expect(
    own((scope) => setProgramLetters(scope, { entryId: entry, letterIds: [letterId], assignedOn: null })),
  ).rejects.toMatchObject(NOT_FOUND)
  expect(await letter()).toEqual(hers)
})
