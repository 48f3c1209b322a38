import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { loadApplicant } from '@/db/queries/applicant'
import { findMark, markDone } from '@/db/queries/checklist'
import { ensureCycle } from '@/db/queries/cycles'
import { listDatedThings } from '@/db/queries/dated-things'
import { saveEcfmgSection, setEcfmgStep } from '@/db/queries/ecfmg-steps'
import { listPaperTracks, savePaperTrack } from '@/db/queries/papers'
import { getProfile, sectionOf } from '@/db/queries/profile'
import type { UserViewer } from '@/lib/access/viewer'
import type { PaperTrack } from '@/lib/papers/paper'
import type { EcfmgStep } from '@/lib/profile/applicant'
import { createSeason } from '../factories/catalogue'
import { createGrant, createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
const MSPE: PaperTrack = {
  paper: 'mspe',
  holder: 'school',
  since: '2026-11-01',
  expectedOn: '2027-01-15',
  version: 0,
}
let ana: UserViewer
let bob: UserViewer
let cycleId: string

beforeAll(() => createSeason(owner, 2027))
afterAll(() => owner.end())
beforeEach(async () => {
  ana = await createUser(owner)
  bob = await createUser(owner)
  cycleId = await withOwnScope(ana, async (scope) => (await ensureCycle(scope, 2027)).id)
})

const step = (of: EcfmgStep, itemId: string, doneOn: string | null) =>
  withOwnScope(ana, (scope) => setEcfmgStep(scope, { cycleId, step: of, itemId, doneOn }))
const ecfmg = () => withOwnScope(ana, async (scope) => (await loadApplicant(scope)).ecfmg)
const markOf = (itemId: string) => withOwnScope(ana, (scope) => findMark(scope, itemId))

describe('a step of the certification', () => {
  test('ticked once is in the profile, which the gates read, and in the checklist with its day', async () => {
    await step('credentials_verified', 'credentials_verified', '2026-11-20')
    expect(await ecfmg()).toMatchObject({ status: 'in_progress', stepsDone: ['credentials_verified'] })
    expect(await markOf('credentials_verified')).toMatchObject({ doneOn: '2026-11-20' })
    await step('credentials_verified', 'credentials_verified', null)
    expect((await ecfmg()).stepsDone).toEqual([])
    expect(await markOf('credentials_verified')).toMatchObject({ doneOn: null })
  })

  test('an accepted Pathway was applied for; one that was not applied for is not accepted', async () => {
    await step('pathway_accepted', 'pathway_accepted', '2026-11-20')
    expect((await ecfmg()).stepsDone).toEqual(['pathway_applied', 'pathway_accepted'])
    await step('pathway_applied', 'pathway_application', null)
    expect((await ecfmg()).stepsDone).toEqual([])
    expect(await markOf('pathway_accepted')).toMatchObject({ doneOn: null })
  })

  test('taken out of the profile is open in the checklist; other marks stay', async () => {
    await step('application', 'ecfmg_application', '2026-11-20')
    await step('credentials_verified', 'credentials_verified', '2026-11-21')
    await withOwnScope(ana, async (scope) => {
      await markDone(scope, { cycleId, itemId: 'photo', doneOn: '2026-11-21' })
      const { values, seen } = sectionOf((await getProfile(scope)).values, 'ecfmg')
      await saveEcfmgSection(scope, { values: { ...values, ecfmgSteps: ['application'] }, seen })
    })
    expect(await markOf('credentials_verified')).toMatchObject({ doneOn: null })
    expect(await markOf('ecfmg_application')).toMatchObject({ doneOn: '2026-11-20' })
    expect(await markOf('photo')).toMatchObject({ doneOn: '2026-11-21' })
  })
})

describe('where a paper lies', () => {
  const save = (track: PaperTrack, viewer = ana) =>
    withOwnScope(viewer, (scope) => savePaperTrack(scope, track))
  const list = (viewer = ana) => withOwnScope(viewer, listPaperTracks)

  test('is kept once a paper; a stale window is refused, a resend is not', async () => {
    await save(MSPE)
    await save(MSPE)
    expect(await list()).toEqual([{ ...MSPE, version: 1 }])
    await save({ ...MSPE, holder: 'translator', version: 1 })
    await expect(save({ ...MSPE, holder: 'me', version: 1 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await list()).toMatchObject([{ holder: 'translator', version: 2 }])
  })

  test('its expected day is one to be reminded of', async () => {
    await save(MSPE)
    const things = await withOwnScope(ana, (scope) => listDatedThings(scope, '2026-11-22T09:00:00.000Z'))
    expect(things.find(({ id }) => id === 'paper-mspe')).toMatchObject({ on: '2027-01-15', isDone: false })
  })

  test('is read with a grant for documents, and by nobody else', async () => {
    await save(MSPE)
    const asMentor = () =>
      withScope(bob, ana.userId, 'documents:read', (scope) => listPaperTracks(scope as never))
    await expect(asMentor()).rejects.toMatchObject({ code: 'not_found' })
    await createGrant(owner, { applicant: ana, mentor: bob, read: ['documents'] })
    expect(await asMentor()).toHaveLength(1)
    await save({ ...MSPE, holder: 'me' }, bob)
    expect(await list()).toEqual([{ ...MSPE, version: 1 }])
  })
})
