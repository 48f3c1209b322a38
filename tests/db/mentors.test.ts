import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withMenteeScope, withOwnScope, withPublicScope } from '@/db/access'
import { cleanUp } from '@/db/clean-up'
import { removeOwnAccount } from '@/db/queries/accounts'
import {
  acceptInvitation,
  addInvitation,
  findInvitation,
  listOpenInvitations,
  type NewInvitation,
  withdrawInvitation,
} from '@/db/queries/invitations'
import { countTies } from '@/db/queries/leaving'
import { listLooks } from '@/db/queries/looks'
import { findSeat, leaveMentee, saveSeat } from '@/db/queries/mentor-seat'
import { getGivenGrant, liftMask, listGivenGrants, revokeGrant, saveGrant } from '@/db/queries/mentors'
import { addShareLink, listLiveLinks, revokeShareLink } from '@/db/queries/share-links'
import type { UserViewer } from '@/lib/access/viewer'
import { MOST_OPEN_INVITATIONS } from '@/lib/mentors/grant'
import type { Levels } from '@/lib/mentors/groups'
import { createCatalogueProgram } from '@/tests/factories/catalogue'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createGrant, createSeat, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql
let ana: UserViewer
let mentor: UserViewer
let stranger: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  ana = await createUser(owner)
  mentor = await createUser(owner, { email: 'mentor@example.org' })
  stranger = await createUser(owner)
  await createSeat(owner, { mentor, name: 'Dr. Okafor' })
})
afterAll(() => owner.end())

const NOTHING: Levels = {
  exams: 'none',
  list: 'none',
  documents: 'none',
  interviews: 'none',
  checklist: 'none',
}

async function invite(changes: Partial<NewInvitation> = {}, from = ana): Promise<string> {
  const tokenHash = randomUUID()
  await withOwnScope(from, (scope) =>
    addInvitation(scope, {
      formId: randomUUID(),
      tokenHash,
      email: 'private@example.org',
      mentorLabel: 'Dr. Okafor',
      applicantName: 'Ana M.',
      message: 'Please',
      levels: { ...NOTHING, exams: 'read', list: 'comment' },
      grantExpiresAt: null,
      ...changes,
    }),
  )
  return tokenHash
}
const accept = (viewer: UserViewer, hash: string) =>
  withOwnScope(viewer, (scope) => acceptInvitation(scope, hash))
const seen = (viewer: UserViewer | null, hash: string) =>
  withPublicScope(viewer, (scope) => findInvitation(scope, hash))
const lastGrant = async () => (await withOwnScope(ana, listGivenGrants))[0]

describe('an invitation', () => {
  test('tells whoever holds it what it opens, and nothing of where it was sent', async () => {
    const hash = await invite()
    const found = await seen(null, hash)
    expect(found).toMatchObject({
      state: 'open',
      isOwn: false,
      applicantName: 'Ana M.',
      levels: { exams: 'read', list: 'comment', documents: 'none' },
    })
    expect(JSON.stringify(found)).not.toContain('private@example.org')
    expect(JSON.stringify(found)).not.toContain(ana.userId)
    expect(await seen(ana, hash)).toMatchObject({ isOwn: true })
    expect(await seen(null, 'nothing')).toBeNull()
  })

  test('makes the grant that it names, once, and for one of two at the same moment', async () => {
    const hash = await invite()
    const rival = await createUser(owner)
    await createSeat(owner, { mentor: rival })
    const outcomes = await Promise.all([accept(mentor, hash), accept(rival, hash)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'ended'])
    expect(await accept(mentor, hash)).toEqual({ outcome: 'ended', applicantId: null })
    const grants =
      await owner`select 1 as x from grants where applicant_id = ${ana.userId} and revoked_at is null`
    expect(grants).toHaveLength(1)
    expect(await lastGrant()).toMatchObject({
      applicantName: 'Ana M.',
      levels: { exams: 'read', list: 'comment', documents: 'none', interviews: 'none', checklist: 'none' },
    })
    await owner`delete from grants`
  })

  test('is refused to its own applicant, to a guest, and to someone who has not said where they work; and stays open', async () => {
    const hash = await invite()
    expect(await accept(ana, hash)).toMatchObject({ outcome: 'own' })
    expect(await accept(await createUser(owner, { email: null }), hash)).toMatchObject({ outcome: 'guest' })
    expect(await accept(await createUser(owner), hash)).toMatchObject({ outcome: 'undeclared' })
    expect(await seen(mentor, hash)).toMatchObject({ state: 'open' })
    expect(await accept(mentor, hash)).toEqual({ outcome: 'accepted', applicantId: ana.userId })
    expect(await lastGrant()).toMatchObject({ mentorName: 'Dr. Okafor', mentorEmail: 'mentor@example.org' })
  })

  test('that has ended says that alone, and who invited only to the mentor who accepted it', async () => {
    const used = await invite()
    await accept(mentor, used)
    const expired = await invite()
    await owner`update invitations set expires_at = now() where token_hash = ${expired}`
    const withdrawn = await invite()
    const open = await withOwnScope(ana, listOpenInvitations)
    await withOwnScope(ana, (scope) => withdrawInvitation(scope, open[0]?.id ?? ''))
    for (const [hash, state] of [
      [used, 'used'],
      [expired, 'expired'],
      [withdrawn, 'withdrawn'],
    ] as const) {
      for (const viewer of [null, stranger]) expect(await seen(viewer, hash)).toEqual({ state, mine: null })
    }
    expect(await seen(mentor, used)).toEqual({
      state: 'used',
      mine: { applicantId: ana.userId, applicantName: 'Ana M.' },
    })
    await withOwnScope(ana, async (scope) => revokeGrant(scope, (await listGivenGrants(scope))[0]?.id ?? ''))
    expect(await seen(mentor, used)).toEqual({ state: 'used', mine: null })
  })

  test('of one pair replaces the grant before it', async () => {
    for (const levels of [
      { ...NOTHING, exams: 'comment' },
      { ...NOTHING, checklist: 'read' },
    ] as const) {
      expect(await accept(mentor, await invite({ levels }))).toMatchObject({ outcome: 'accepted' })
    }
    const live = (await withOwnScope(ana, listGivenGrants)).filter(({ endedAt }) => endedAt === null)
    expect(live.map(({ levels }) => levels)).toEqual([{ ...NOTHING, checklist: 'read' }])
  })

  test('is one for a form sent twice, withdrawn by its applicant alone, and not one of hundreds', async () => {
    const formId = randomUUID()
    await invite({ formId })
    await expect(invite({ formId })).rejects.toMatchObject({ code: 'conflict' })
    const [one] = await withOwnScope(ana, listOpenInvitations)
    for (const id of [one?.id ?? '', 'mangled']) {
      await expect(withOwnScope(stranger, (scope) => withdrawInvitation(scope, id))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    const busy = await createUser(owner)
    for (let n = 0; n < MOST_OPEN_INVITATIONS; n++) await invite({}, busy)
    await expect(invite({}, busy)).rejects.toMatchObject({ code: 'limit' })
  })
})

describe('a grant', () => {
  const grantFor = async (grant: Partial<Parameters<typeof createGrant>[1]> = {}) => {
    const who = await createUser(owner)
    return {
      who,
      id: await createGrant(owner, { applicant: ana, mentor: who, read: ['exams', 'list'], ...grant }),
    }
  }
  const reads = (who: UserViewer) =>
    withMenteeScope(who, ana.userId, { looks: [] }, async ({ may }) => may('exams'))

  test('is changed by its applicant, from the next request on, and refused where it was changed meanwhile', async () => {
    const { who, id } = await grantFor()
    const change = {
      id,
      version: 1,
      applicantName: 'Ana',
      levels: { ...NOTHING, list: 'read' as const },
      expiresAt: null,
    }
    expect(await reads(who)).toBe(true)
    await withOwnScope(ana, (scope) => saveGrant(scope, change))
    expect(await reads(who)).toBe(false)
    await expect(withOwnScope(ana, (scope) => saveGrant(scope, change))).rejects.toMatchObject({
      code: 'conflict',
    })
    for (const other of [stranger, who]) {
      await expect(
        withOwnScope(other, (scope) => saveGrant(scope, { ...change, version: 2 })),
      ).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('ends for good by its applicant or its mentor, and by nobody else', async () => {
    const { who, id } = await grantFor()
    await expect(withOwnScope(stranger, (scope) => revokeGrant(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(withOwnScope(who, (scope) => revokeGrant(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await reads(who)).toBe(true)
    await withOwnScope(ana, (scope) => revokeGrant(scope, id))
    await expect(reads(who)).rejects.toMatchObject({ code: 'not_found' })
    expect(await withOwnScope(ana, (scope) => getGivenGrant(scope, id))).toMatchObject({
      endedBy: 'applicant',
      seat: null,
    })

    const left = await grantFor()
    await expect(withOwnScope(stranger, (scope) => leaveMentee(scope, ana.userId))).rejects.toMatchObject({
      code: 'not_found',
    })
    await withOwnScope(left.who, (scope) => leaveMentee(scope, ana.userId))
    expect(await withOwnScope(ana, (scope) => getGivenGrant(scope, left.id))).toMatchObject({
      endedBy: 'mentor',
    })
    await expect(withOwnScope(left.who, (scope) => leaveMentee(scope, ana.userId))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('that ended by its day stays so: nobody opens it again, and its mentor has nothing left to stop', async () => {
    const { who, id } = await grantFor()
    await owner`update grants set expires_at = now() - interval '1 minute' where id = ${id}`
    const [before] = await owner`select * from grants where id = ${id}`
    const later = { id, version: 1, applicantName: 'Ana', levels: NOTHING, expiresAt: '2099-01-01T00:00:00Z' }
    for (const attempt of [
      () => withOwnScope(ana, (scope) => saveGrant(scope, later)),
      () => withOwnScope(ana, (scope) => liftMask(scope, id, true)),
      () => withOwnScope(who, (scope) => leaveMentee(scope, ana.userId)),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' })
    // Nor by raw SQL in the app's role.
    const again = await withOwnScope(ana, ({ tx }) =>
      tx.execute(sql`update grants set expires_at = null where id = ${id} returning id`),
    )
    expect(again).toHaveLength(0)
    expect(await owner`select * from grants where id = ${id}`).toEqual([before])
  })

  test('tells the applicant of a conflict, over which program, and lifts the mask at their word', async () => {
    await createRowsOfEveryKind(owner, ana.userId, 241)
    await createCatalogueProgram(owner, { id: 'far-mgg' })
    const { who, id } = await grantFor()
    const conflict = async () => (await withOwnScope(ana, (scope) => getGivenGrant(scope, id))).conflict
    expect(await conflict()).toBeNull()
    await withOwnScope(who, (scope) =>
      saveSeat(scope, {
        name: 'Dr. Far',
        institution: 'Shared',
        programIds: ['shared-mgg', 'far-mgg', 'no-such'],
      }),
    )
    expect(await withOwnScope(who, findSeat)).toMatchObject({ programIds: ['far-mgg', 'shared-mgg'] })
    expect(await conflict()).toEqual({ programIds: ['shared-mgg'], isLifted: false })
    await expect(withOwnScope(who, (scope) => liftMask(scope, id, true))).rejects.toMatchObject({
      code: 'not_found',
    })
    await withOwnScope(ana, (scope) => liftMask(scope, id, true))
    expect(await conflict()).toEqual({ programIds: ['shared-mgg'], isLifted: true })
    await withOwnScope(who, (scope) =>
      saveSeat(scope, { name: 'Dr. Far', institution: null, programIds: [] }),
    )
    expect(await conflict()).toBeNull()
    expect(await withOwnScope(ana, (scope) => getGivenGrant(scope, id))).toMatchObject({
      mentorName: 'Dr. Far',
      seat: { institution: null },
    })
  })
})

test('an invitation and the address in it are forgotten a month after it ended, an open one is not', async () => {
  const [old, open] = [await invite(), await invite()]
  await owner`update invitations set expires_at = now() - interval '31 days' where token_hash = ${old}`
  await cleanUp(owner)
  const left = await owner`select token_hash as hash from invitations where token_hash in (${old}, ${open})`
  expect(left).toEqual([{ hash: open }])
})

describe('a link for reading', () => {
  test('is listed while it works, and ended by its applicant alone', async () => {
    const formId = randomUUID()
    const add = () =>
      withOwnScope(ana, (scope) =>
        addShareLink(scope, {
          formId,
          tokenHash: randomUUID(),
          label: 'A dean',
          applicantName: 'Ana',
          groups: ['exams', 'interviews'],
          days: 7,
        }),
      )
    await add()
    await expect(add()).rejects.toMatchObject({ code: 'conflict' })
    const [link] = await withOwnScope(ana, listLiveLinks)
    expect(link).toMatchObject({ label: 'A dean', groups: ['exams', 'interviews'], lastLookAt: null })
    const stored = await owner`select read_sections from share_links where id = ${link?.id ?? ''}`
    expect(stored).toEqual([{ read_sections: ['exams', 'interviews', 'contacts'] }])
    await expect(
      withOwnScope(stranger, (scope) => revokeShareLink(scope, link?.id ?? '')),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
    await withOwnScope(ana, (scope) => revokeShareLink(scope, link?.id ?? ''))
    expect(await withOwnScope(ana, listLiveLinks)).toEqual([])
  })
})

test('leaving ends the grants that one holds and gave, and takes one’s name out of other people’s logs', async () => {
  const leaver = await createUser(owner)
  const hers = await createUser(owner)
  await createGrant(owner, { applicant: ana, mentor: leaver, read: ['exams'] })
  await createGrant(owner, { applicant: leaver, mentor: hers, read: ['exams'] })
  await withMenteeScope(leaver, ana.userId, { looks: ['exams'] }, async () => 1)
  await withMenteeScope(hers, leaver.userId, { looks: ['exams'] }, async () => 1)
  const before = await withOwnScope(ana, (scope) => listLooks(scope, { page: 1 }))
  // What the page says before it is done.
  expect(await withOwnScope(leaver, countTies)).toEqual({
    mentors: 1,
    links: 0,
    mentees: 1,
    comments: 0,
    looks: 1,
  })
  await withOwnScope(leaver, removeOwnAccount)
  const after = await withOwnScope(ana, (scope) => listLooks(scope, { page: 1 }))
  expect(after.total).toBe(before.total)
  expect(after.looks[0]).toMatchObject({ what: 'exams', who: null, by: 'mentor' })
  expect(
    await owner`select 1 as x from grants where applicant_id = ${leaver.userId} or mentor_id = ${leaver.userId}`,
  ).toEqual([])
  expect(await owner`select 1 as x from looks where applicant_id = ${leaver.userId}`).toEqual([])
})
