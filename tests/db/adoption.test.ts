import { getTableName } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withAdoptionScope, withOwnScope } from '@/db/access'
import { cleanUp } from '@/db/clean-up'
import { OWNED_TABLES } from '@/db/owned-tables'
import { findGuest, removeGuest, removeOwnAccount } from '@/db/queries/accounts'
import { countBoth, countOwnRows, exportOwnedRows, moveGuestRows } from '@/db/queries/owned-rows'
import type { UserViewer } from '@/lib/access/viewer'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql

beforeAll(() => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())

const WORK = OWNED_TABLES.filter(({ isWork }) => isWork)

/** Rows of a person in each table of work, straight from the tables. */
async function rowsOf(userId: string, tables = WORK): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { table, ownerColumn } of tables) {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from ${owner(getTableName(table))} where ${owner(ownerColumn.name)} = ${userId}`
    counts[`${getTableName(table)}.${ownerColumn.name}`] = row?.count ?? 0
  }
  return counts
}

async function person(score: number, overrides: Parameters<typeof createUser>[1] = {}): Promise<UserViewer> {
  const viewer = await createUser(owner, overrides)
  await createRowsOfEveryKind(owner, viewer.userId, score)
  return viewer
}

const nothing = (counts: Record<string, number>) => Object.values(counts).every((count) => count === 0)

describe('the list of owned tables', () => {
  test('names every column of the database that says whose a row is', async () => {
    const byKey = await owner<{ column: string }[]>`
      select c.conrelid::regclass::text || '.' || a.attname as column
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'public.users'::regclass`
    const byName = await owner<{ column: string }[]>`
      select t.relname || '.' || a.attname as column
      from pg_class t join pg_attribute a on a.attrelid = t.oid
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and a.attnum > 0
        and not a.attisdropped and a.attname in ('owner_id', 'applicant_id', 'user_id', 'mentor_id', 'mentee_id', 'author_id')`
    const inDatabase = [...new Set([...byKey, ...byName].map(({ column }) => column))].sort()
    const listed = OWNED_TABLES.map(
      ({ table, ownerColumn }) => `${getTableName(table)}.${ownerColumn.name}`,
    ).sort()
    expect(inDatabase.length).toBeGreaterThan(10)
    expect(listed).toEqual(inDatabase)
  })

  test('would go with its person: each such column cascades', async () => {
    const loose = await owner<{ column: string; does: string }[]>`
      select c.conrelid::regclass::text || '.' || a.attname as column, c.confdeltype as does
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'public.users'::regclass and c.confdeltype <> 'c' order by 1`
    // What a mentor leaves with others loses their name and stays.
    const stays = [
      'comment_threads.mentor_id',
      'comments.author_id',
      'looks.mentor_id',
      'mentor_questions.mentor_id',
    ]
    expect([...loose]).toEqual(stays.map((column) => ({ column, does: 'n' })))
  })

  test('is tried in full: the rows made for these tests reach every table of work', async () => {
    const someone = await person(200)
    const empty = Object.entries(await rowsOf(someone.userId)).filter(([, count]) => count === 0)
    expect(empty).toEqual([])
  })
})

describe('a guest who signs up or in', () => {
  test('takes every row along, in one piece, and nobody else’s', async () => {
    const guest = await person(241, { email: null })
    const account = await createUser(owner)
    const bystander = await person(250)
    const before = await rowsOf(guest.userId)
    const bystanders = await rowsOf(bystander.userId)
    await withAdoptionScope({ guestId: guest.userId, accountId: account.userId }, async (scope) => {
      await moveGuestRows(scope)
      await removeGuest(scope)
    })
    expect(await rowsOf(account.userId)).toEqual(before)
    expect(nothing(await rowsOf(guest.userId))).toBe(true)
    expect(await rowsOf(bystander.userId)).toEqual(bystanders)
    expect(await owner`select id from users where id = ${guest.userId}`).toEqual([])
    // The rows still hang together: each status change on an entry, each entry on a cycle, all of the same person.
    const [whole] = await owner<{ count: number }[]>`
      select count(*)::int as count from status_changes s
      join list_entries e on e.id = s.entry_id and e.applicant_id = s.applicant_id
      join cycles c on c.id = e.cycle_id and c.applicant_id = e.applicant_id
      where s.applicant_id = ${account.userId}`
    expect(whole?.count).toBe(2)
  })

  test('keeps everything when something goes wrong half way', async () => {
    const guest = await person(242, { email: null })
    const account = await createUser(owner)
    const before = await rowsOf(guest.userId)
    const failing = withAdoptionScope({ guestId: guest.userId, accountId: account.userId }, async (scope) => {
      await moveGuestRows(scope)
      await removeGuest(scope)
      throw new Error('the power went')
    })
    await expect(failing).rejects.toThrow('the power went')
    expect(await rowsOf(guest.userId)).toEqual(before)
    expect(nothing(await rowsOf(account.userId))).toBe(true)
  })

  test('sees what each of the two has, in words', async () => {
    const guest = await person(243, { email: null })
    const account = await createUser(owner)
    const both = await withAdoptionScope({ guestId: guest.userId, accountId: account.userId }, countBoth)
    expect(both.account).toEqual({ isEmpty: true, lines: [] })
    expect(both.guest.isEmpty).toBe(false)
    expect(both.guest.lines.map(({ text }) => text)).toContain('2 programs on the list')
    expect(both.guest.lines.map(({ text }) => text)).toContain('1 exam attempt')
  })

  test('is never merged: without “replace”, moving on top of an account’s rows fails and changes nothing', async () => {
    const guest = await person(244, { email: null })
    const account = await person(212)
    const ids = { guestId: guest.userId, accountId: account.userId }
    await expect(withAdoptionScope(ids, (scope) => moveGuestRows(scope))).rejects.toThrow()
    const [attempt] = await owner`select score from exam_attempts where applicant_id = ${account.userId}`
    expect(attempt?.score).toBe(212)
  })

  test('may put the guest’s in place of the account’s; mentors and ways to sign in stay', async () => {
    const guest = await person(245, { email: null })
    const account = await person(213)
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: account, mentor, read: ['exams'] })
    await owner`insert into identities (provider, subject, user_id) values ('oidc', ${account.userId}, ${account.userId})`
    await withAdoptionScope({ guestId: guest.userId, accountId: account.userId }, async (scope) => {
      await moveGuestRows(scope, { replace: true })
      await removeGuest(scope)
    })
    const scores = await owner`select score from exam_attempts where applicant_id = ${account.userId}`
    expect(scores.map(({ score }) => score)).toEqual([245])
    expect(await owner`select 1 as x from grants where applicant_id = ${account.userId}`).toHaveLength(1)
    expect(await owner`select 1 as x from identities where user_id = ${account.userId}`).toHaveLength(1)
    expect(await owner`select 1 as x from sessions where user_id = ${account.userId}`).toHaveLength(1)
  })

  test('is not mistaken for a member: an account is never adopted as if it were a guest', async () => {
    const victim = await person(230)
    const thief = await createUser(owner)
    const found = await withAdoptionScope({ guestId: victim.userId, accountId: thief.userId }, (scope) =>
      findGuest(scope, victim.userId),
    )
    expect(found).toBeNull()
    await withAdoptionScope({ guestId: victim.userId, accountId: thief.userId }, removeGuest).catch(() => {})
    expect(await owner`select id from users where id = ${victim.userId}`).toHaveLength(1)
    expect(nothing(await rowsOf(victim.userId))).toBe(false)
  })
})

describe('an export', () => {
  test('holds every row of the person, and none of anybody else', async () => {
    const me = await person(246)
    await person(251)
    const tables = await withOwnScope(me, exportOwnedRows)
    for (const [column, count] of Object.entries(await rowsOf(me.userId))) {
      expect(tables[column.split('.')[0] ?? ''], column).toHaveLength(count)
    }
    const text = JSON.stringify(tables)
    expect(text).toContain('Note 246')
    // As a number or at the end of a text: three digits alone stand in many an id.
    expect(text).not.toMatch(/[ :]251\b/)
  })

  test('lets nobody in: no session id, no hash, no token', async () => {
    const me = await person(247)
    await owner`update users set password_hash = 'a-hash-that-must-stay' where id = ${me.userId}`
    await owner`insert into auth_tokens (purpose, token_hash, email, user_id, payload, expires_at)
      values ('reset_password', ${`hash-${me.userId}`}, 'x@example.org', ${me.userId}, '{"secret":"payload"}', now() + interval '1 hour')`
    const text = JSON.stringify(await withOwnScope(me, exportOwnedRows))
    for (const secret of [me.sessionId, 'a-hash-that-must-stay', `hash-${me.userId}`, 'payload']) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('deleting an account', () => {
  test('leaves no row of the person in any table, and everybody else’s untouched', async () => {
    const me = await person(248)
    const other = await person(252)
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: me, mentor, read: ['exams'] })
    await createGrant(owner, { applicant: other, mentor: me, read: ['exams'] })
    await owner`insert into identities (provider, subject, user_id) values ('oidc', ${me.userId}, ${me.userId})`
    const others = await rowsOf(other.userId)
    await withOwnScope(me, removeOwnAccount)
    expect(await owner`select id from users where id = ${me.userId}`).toEqual([])
    expect(nothing(await rowsOf(me.userId, [...OWNED_TABLES]))).toBe(true)
    expect(await rowsOf(other.userId)).toEqual(others)
  })

  test('counts what would go before it is asked for', async () => {
    const me = await person(249)
    expect((await withOwnScope(me, countOwnRows)).isEmpty).toBe(false)
    expect((await withOwnScope(await createUser(owner), countOwnRows)).isEmpty).toBe(true)
  })
})

describe('cleaning up at start', () => {
  test('forgets guests unseen for 90 days, and nobody who came by, and no member', async () => {
    const gone = await person(220, { email: null })
    const kept = await person(221, { email: null })
    const member = await person(222)
    await owner`update users set last_seen_at = now() - interval '91 days' where id in (${gone.userId}, ${member.userId})`
    await owner`update users set last_seen_at = now() - interval '89 days' where id = ${kept.userId}`
    expect((await cleanUp(owner)).guests).toBe(1)
    expect(await owner`select id from users where id = ${gone.userId}`).toEqual([])
    expect(nothing(await rowsOf(gone.userId, [...OWNED_TABLES]))).toBe(true)
    expect(nothing(await rowsOf(kept.userId))).toBe(false)
    expect(nothing(await rowsOf(member.userId))).toBe(false)
    expect((await cleanUp(owner)).guests).toBe(0)
  })

  test('drops sessions, links and counts that ended, and keeps those that work', async () => {
    const me = await createUser(owner)
    await owner`insert into sessions (user_id, device, expires_at, revoked_at) values
      (${me.userId}, 'ended', now() - interval '8 days', null),
      (${me.userId}, 'revoked', now() + interval '30 days', now() - interval '8 days'),
      (${me.userId}, 'fresh', now() + interval '30 days', now() - interval '1 day')`
    await owner`insert into auth_tokens (purpose, token_hash, email, expires_at) values
      ('sign_up', 'old', 'a@example.org', now() - interval '8 days'),
      ('sign_up', 'new', 'b@example.org', now() + interval '1 day')`
    await owner`insert into rate_limits (key, count, resets_at) values
      ('over', 3, now() - interval '1 minute'), ('running', 3, now() + interval '1 minute')`
    const done = await cleanUp(owner)
    expect(done).toMatchObject({ sessions: 2, links: 1, limits: 1 })
    const devices = await owner`select device from sessions where user_id = ${me.userId} order by device`
    expect(devices.map(({ device }) => device)).toEqual(['Test browser', 'fresh'])
  })
})
