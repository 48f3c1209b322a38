import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import {
  findAdditionalInformation,
  saveAdditionalInformation,
  saveDraftChoices,
} from '@/db/queries/additional-information'
import { findReadinessAnswers, habitAnswersOf, saveHabits, saveLowPassBand } from '@/db/queries/readiness'
import type { UserViewer } from '@/lib/access/viewer'
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

describe('readiness answers', () => {
  const answersOf = (viewer: UserViewer) => withOwnScope(viewer, findReadinessAnswers)

  test('are not said before the first save; then what is not ticked is not yet', async () => {
    expect(await answersOf(ana)).toEqual({ habits: null, band: null })
    expect(habitAnswersOf(await answersOf(ana))).toEqual({})
    await withOwnScope(ana, (scope) => saveHabits(scope, ['rest_day']))
    expect(habitAnswersOf(await answersOf(ana))).toMatchObject({ rest_day: true, timed_blocks: false })
    await withOwnScope(ana, (scope) => saveHabits(scope, []))
    expect(await answersOf(ana)).toEqual({ habits: [], band: null })
    expect(await answersOf(stranger)).toEqual({ habits: null, band: null })
  })

  test('keep the band apart from the habits, and take the default again', async () => {
    await withOwnScope(ana, (scope) => saveLowPassBand(scope, { from: 60, to: 66 }))
    expect(await answersOf(ana)).toEqual({ habits: null, band: { from: 60, to: 66 } })
    await withOwnScope(ana, (scope) => saveHabits(scope, ['stems_aloud']))
    expect(await answersOf(ana)).toEqual({ habits: ['stems_aloud'], band: { from: 60, to: 66 } })
    await withOwnScope(ana, (scope) => saveLowPassBand(scope, null))
    expect(await answersOf(ana)).toEqual({ habits: ['stems_aloud'], band: null })
  })
})

describe('the additional information passage', () => {
  const ABOUT = { exam: 'step1', takenOn: '2024-11-12' } as const
  const passageOf = (viewer: UserViewer) => withOwnScope(viewer, findAdditionalInformation)
  const write = (viewer: UserViewer, passage: string, version: number) =>
    withOwnScope(viewer, (scope) => saveAdditionalInformation(scope, { attempt: ABOUT, passage }, version))

  test('keeps the choices of the draft and the person’s own text apart', async () => {
    expect(await passageOf(ana)).toMatchObject({ attempt: null, passage: '', version: 0 })
    await withOwnScope(ana, (scope) =>
      saveDraftChoices(scope, {
        attempt: ABOUT,
        insights: ['sat_too_early'],
        changes: ['timed_practice'],
        stillDo: 'I plan in writing.',
      }),
    )
    // The form of the text was made before the choices were saved.
    await write(ana, 'In my own words.', 0)
    expect(await passageOf(ana)).toMatchObject({
      attempt: ABOUT,
      insights: ['sat_too_early'],
      changes: ['timed_practice'],
      stillDo: 'I plan in writing.',
      passage: 'In my own words.',
    })
    expect(await passageOf(stranger)).toMatchObject({ passage: '' })
  })

  test('is saved under its version: the same text twice is no conflict, another one is', async () => {
    await write(ana, 'First.', 0)
    const { version } = await passageOf(ana)
    await write(ana, 'Second.', version)
    await write(ana, 'Second.', version)
    await expect(write(ana, 'Third.', version)).rejects.toMatchObject({ code: 'conflict' })
    expect(await passageOf(ana)).toMatchObject({ passage: 'Second.' })
  })

  test('is a document: a grant for exams does not open it', async () => {
    await write(ana, 'Mine.', 0)
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: ana, mentor, read: ['exams'] })
    const read = () => withScope(mentor, ana.userId, 'documents:read', findAdditionalInformation)
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    await owner`update grants set read_sections = '{documents}' where mentor_id = ${mentor.userId}`
    expect(await read()).toMatchObject({ passage: 'Mine.' })
  })
})
