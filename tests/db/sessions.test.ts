import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withAuthScope, withOwnScope, withoutViewer } from '@/db/access'
import { addGuest } from '@/db/queries/accounts'
import {
  addSession,
  endSession,
  findSession,
  lengthenSession,
  listSessions,
  revokeSession,
  revokeSessions,
  touchSession,
} from '@/db/queries/sessions'
import type { UserViewer } from '@/lib/access/viewer'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql

beforeAll(() => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())

const find = (id: string) => withoutViewer((tx) => findSession(tx, id))
const handleOf = (id: string) => createHash('sha256').update(id).digest('hex')
const another = (person: UserViewer, device = 'Firefox on Windows') =>
  withAuthScope((scope) => addSession(scope, { userId: person.userId, isGuest: person.isGuest }, { device }))
const devices = async (person: UserViewer) =>
  (await withOwnScope(person, (scope) => listSessions(scope, person.sessionId))).map(({ device }) => device)

describe('a session', () => {
  test('tells who is asking, and no more than a page may know', async () => {
    const me = await createUser(owner, { email: 'ana@example.org', timeZone: 'Asia/Kathmandu' })
    await owner`update users set password_hash = 'secret' where id = ${me.userId}`
    const found = await find(me.sessionId)
    expect(found).toEqual({
      sessionId: me.sessionId,
      userId: me.userId,
      isGuest: false,
      email: 'ana@example.org',
      name: null,
      timeZone: 'Asia/Kathmandu',
      isTimeZoneChosen: false,
      theme: 'system',
      isSample: false,
      isStale: false,
    })
  })

  test('is nobody once revoked, ended or unknown', async () => {
    const me = await createUser(owner)
    await owner`update sessions set revoked_at = now() where id = ${me.sessionId}`
    expect(await find(me.sessionId)).toBeNull()
    const other = await createUser(owner)
    await owner`update sessions set expires_at = now() - interval '1 second' where id = ${other.sessionId}`
    expect(await find(other.sessionId)).toBeNull()
    expect(await find('5f0f4f52-6a3e-4d4c-9b1e-0d9d6c3c8b11')).toBeNull()
  })

  test('of a guest lasts 90 days from the last visit, and is written to only when ten minutes have passed', async () => {
    const { userId, sessionId } = await withAuthScope(async (scope) => {
      const userId = await addGuest(scope, { zone: 'Asia/Kathmandu' })
      return { userId, sessionId: await addSession(scope, { userId, isGuest: true }, { device: 'x' }) }
    })
    expect((await find(sessionId))?.isStale).toBe(false)
    await owner`update sessions set last_seen_at = now() - interval '11 minutes', expires_at = now() + interval '1 day' where id = ${sessionId}`
    await owner`update users set last_seen_at = now() - interval '80 days' where id = ${userId}`
    expect((await find(sessionId))?.isStale).toBe(true)
    const guest: UserViewer = { kind: 'user', userId, sessionId, isGuest: true }
    await withOwnScope(guest, (scope) => touchSession(scope, sessionId, true))
    expect((await find(sessionId))?.isStale).toBe(false)
    const [row] = await owner<{ days: number; seen: boolean }[]>`
      select round(extract(epoch from s.expires_at - now()) / 86400)::int as days, u.last_seen_at > now() - interval '1 minute' as seen
      from sessions s join users u on u.id = s.user_id where s.id = ${sessionId}`
    expect(row).toEqual({ days: 90, seen: true })
  })

  test('that waits for a choice is short, until the choice is made', async () => {
    const me = await createUser(owner)
    const waiting = await withAuthScope((scope) =>
      addSession(scope, { userId: me.userId, isGuest: false }, { device: 'x', minutes: 15 }),
    )
    const left = async () => {
      const [row] = await owner<{ minutes: number }[]>`
        select round(extract(epoch from expires_at - now()) / 60)::int as minutes from sessions where id = ${waiting}`
      return row?.minutes ?? 0
    }
    expect(await left()).toBe(15)
    await withAuthScope((scope) => lengthenSession(scope, waiting, me.userId))
    expect(await left()).toBeGreaterThan(50 * 24 * 60)
    // Ended meanwhile, as by a password reset: it stays ended.
    await withAuthScope((scope) => revokeSessions(scope, me.userId))
    await withAuthScope((scope) => lengthenSession(scope, waiting, me.userId))
    expect(await find(waiting)).toBeNull()
  })

  test('cannot be brought back by a visit after it was revoked', async () => {
    const me = await createUser(owner)
    await withAuthScope((scope) => endSession(scope, me.sessionId))
    await withOwnScope(me, (scope) => touchSession(scope, me.sessionId, false))
    expect(await find(me.sessionId)).toBeNull()
  })
})

describe('the list of sessions', () => {
  test('shows the live ones, marks this browser, and never gives an id away', async () => {
    const me = await createUser(owner)
    const phone = await another(me, 'Chrome on Android')
    const old = await another(me, 'Old')
    await owner`update sessions set expires_at = now() - interval '1 day' where id = ${old}`
    const lines = await withOwnScope(me, (scope) => listSessions(scope, me.sessionId))
    expect(lines.map(({ device, isThis }) => [device, isThis])).toEqual([
      ['Chrome on Android', false],
      ['Test browser', true],
    ])
    expect(JSON.stringify(lines)).not.toContain(phone)
    expect(JSON.stringify(lines)).not.toContain(me.sessionId)
  })

  test('signs one browser out, which is then nobody at once', async () => {
    const me = await createUser(owner)
    const phone = await another(me)
    await withOwnScope(me, (scope) => revokeSession(scope, handleOf(phone)))
    expect(await find(phone)).toBeNull()
    expect(await find(me.sessionId)).not.toBeNull()
    await expect(withOwnScope(me, (scope) => revokeSession(scope, handleOf(phone)))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('signs out every browser but this one', async () => {
    const me = await createUser(owner)
    const bystander = await createUser(owner)
    await another(me)
    await another(me)
    const ended = await withAuthScope((scope) => revokeSessions(scope, me.userId, { except: me.sessionId }))
    expect(ended).toBe(2)
    expect(await devices(me)).toEqual(['Test browser'])
    expect(await devices(bystander)).toEqual(['Test browser'])
  })

  test('is nobody else’s: a stranger or a mentor neither sees nor ends one', async () => {
    const me = await createUser(owner)
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: me, mentor, read: ['profile', 'exams', 'list'] })
    for (const other of [mentor, await createUser(owner)]) {
      const attempt = withOwnScope(other, (scope) => revokeSession(scope, handleOf(me.sessionId)))
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
      expect(await devices(other)).toEqual(['Test browser'])
    }
    expect(await find(me.sessionId)).not.toBeNull()
  })
})
