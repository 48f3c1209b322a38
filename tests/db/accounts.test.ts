import { randomUUID } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findByPassword, hashPassword, isPassword } from '@/app/_server/auth/passwords'
import { withAuthScope, withOwnScope } from '@/db/access'
import {
  addIdentity,
  addMember,
  findByIdentity,
  findLogin,
  findOwnPasswordHash,
  listIdentities,
  removeIdentity,
  saveSettings,
  setEmail,
  setPassword,
} from '@/db/queries/accounts'
import { addToken, endTokens, findToken, isConfirmed, spendToken } from '@/db/queries/auth-tokens'
import { clearAttempts, countAttempt } from '@/db/queries/rate-limits'
import type { UserViewer } from '@/lib/access/viewer'
import { createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

// The real argon2, with its calls counted.
vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>()
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) }
})

let owner: postgres.Sql

beforeAll(() => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())

async function member(password: string | null): Promise<UserViewer & { email: string }> {
  const email = `${randomUUID()}@example.org`
  const viewer = await createUser(owner, { email })
  if (password !== null) {
    const passwordHash = await hashPassword(password)
    await withAuthScope((scope) => setPassword(scope, viewer.userId, passwordHash))
  }
  return { ...viewer, email }
}

describe('a password', () => {
  beforeEach(() => {
    vi.mocked(hash).mockClear()
    vi.mocked(verify).mockClear()
  })

  test('opens its account and no other', async () => {
    const ana = await member('the right password of Ana')
    const bob = await member('the right password of Bob')
    expect(await findByPassword(ana.email, 'the right password of Ana')).toBe(ana.userId)
    expect(await findByPassword(ana.email, 'the right password of Bob')).toBeNull()
    expect(await findByPassword(bob.email, '')).toBeNull()
    expect(await findByPassword('nobody@example.org', 'the right password of Ana')).toBeNull()
  })

  test('costs one argon2 check of the same strength, whether the account exists, has a password, or not', async () => {
    const ana = await member('the right password of Ana')
    const byProvider = await member(null)
    const tries = [
      [ana.email, 'the right password of Ana'],
      [ana.email, 'a wrong one'],
      [byProvider.email, 'a wrong one'],
      ['nobody@example.org', 'a wrong one'],
    ] as const
    const costs: string[] = []
    for (const [email, password] of tries) {
      vi.mocked(verify).mockClear()
      vi.mocked(hash).mockClear()
      await findByPassword(email, password)
      expect(vi.mocked(verify), email).toHaveBeenCalledTimes(1)
      expect(vi.mocked(hash), email).toHaveBeenCalledTimes(0)
      costs.push(String(vi.mocked(verify).mock.calls[0]?.[0]).split('$').slice(0, 4).join('$'))
    }
    expect(new Set(costs)).toEqual(new Set(['$argon2id$v=19$m=19456,t=2,p=1']))
  })

  test('is not opened by the stand-in that unknown accounts are checked against', async () => {
    expect(await isPassword('', null)).toBe(false)
    expect(await isPassword('anything', null)).toBe(false)
  })

  test('is the same however its letters were typed', async () => {
    const ana = await member('contraseña larga')
    expect(await findByPassword(ana.email, 'contrasen\u0303a larga')).toBe(ana.userId)
  })
})

describe('a mailed link', () => {
  const add = (email: string, userId: string | null = null, payload = {}) =>
    withAuthScope((scope) => addToken(scope, 'sign_up', { email, userId, payload }))
  const look = (token: string) => withAuthScope((scope) => findToken(scope, 'sign_up', token))
  const spend = (token: string) => withAuthScope((scope) => spendToken(scope, 'sign_up', token))

  test('works once, and looking does not spend it', async () => {
    const token = await add('a1@example.org', null, { next: '/list' })
    expect(await look(token)).toMatchObject({ email: 'a1@example.org', payload: { next: '/list' } })
    expect(await look(token)).not.toBeNull()
    expect((await spend(token)).email).toBe('a1@example.org')
    expect(await look(token)).toBeNull()
    await expect(spend(token)).rejects.toMatchObject({ code: 'expired' })
  })

  test('is spent by one of many who follow it at once', async () => {
    const token = await add('a2@example.org')
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => spend(token)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('ends with its time, and when a newer one is sent', async () => {
    const late = await add('a3@example.org')
    await owner`update auth_tokens set expires_at = now() - interval '1 second' where email = 'a3@example.org'`
    await expect(spend(late)).rejects.toMatchObject({ code: 'expired' })
    const first = await add('a4@example.org')
    const others = await add('a5@example.org')
    const second = await add('a4@example.org')
    expect(await look(first)).toBeNull()
    expect(await look(second)).not.toBeNull()
    expect(await look(others)).not.toBeNull()
  })

  test('serves its own purpose only', async () => {
    const token = await add('a6@example.org')
    const asReset = withAuthScope((scope) => spendToken(scope, 'reset_password', token))
    await expect(asReset).rejects.toMatchObject({ code: 'expired' })
    expect(await look(token)).not.toBeNull()
  })

  test('is stored as a hash, lasts a day for sign-up and an hour for a reset', async () => {
    const token = await add('a7@example.org')
    await withAuthScope((scope) =>
      addToken(scope, 'reset_password', { email: 'a7@example.org', userId: null }),
    )
    const rows = await owner<{ text: string; hours: number; purpose: string }[]>`
      select auth_tokens::text as text, purpose,
        round(extract(epoch from expires_at - created_at) / 3600)::int as hours
      from auth_tokens where email = 'a7@example.org' order by purpose`
    expect(rows.map(({ purpose, hours }) => [purpose, hours])).toEqual([
      ['reset_password', 1],
      ['sign_up', 24],
    ])
    for (const { text } of rows) expect(text).not.toContain(token)
  })
})

describe('a change of address', () => {
  test('needs both links of the same change', async () => {
    const ana = await member(null)
    const change = randomUUID()
    const payload = { change, newEmail: 'ana.new@example.org' }
    const confirmed = (purpose: 'change_email_old' | 'change_email_new', which = change) =>
      withAuthScope((scope) => isConfirmed(scope, ana.userId, which, purpose))
    const old = await withAuthScope((scope) =>
      addToken(scope, 'change_email_old', { email: ana.email, userId: ana.userId, payload }),
    )
    expect(await confirmed('change_email_old')).toBe(false)
    await withAuthScope((scope) => spendToken(scope, 'change_email_old', old))
    expect(await confirmed('change_email_old')).toBe(true)
    expect(await confirmed('change_email_new')).toBe(false)
    expect(await confirmed('change_email_old', randomUUID())).toBe(false)
  })

  test('does not count a link that a newer one ended as followed', async () => {
    const ana = await member(null)
    const change = randomUUID()
    const ask = (id: string) =>
      withAuthScope((scope) =>
        addToken(scope, 'change_email_new', {
          email: `${id}@example.org`,
          userId: ana.userId,
          payload: { change: id, newEmail: `${id}@example.org` },
        }),
      )
    const first = await ask(change)
    await ask(randomUUID())
    await expect(
      withAuthScope((scope) => spendToken(scope, 'change_email_new', first)),
    ).rejects.toMatchObject({ code: 'expired' })
    expect(await withAuthScope((scope) => isConfirmed(scope, ana.userId, change, 'change_email_new'))).toBe(
      false,
    )
  })

  test('is refused when another account has the address by then', async () => {
    const ana = await member(null)
    const bob = await member(null)
    await expect(withAuthScope((scope) => setEmail(scope, ana.userId, bob.email))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await withAuthScope((scope) => setEmail(scope, ana.userId, `new-${ana.email}`))).toBe(ana.email)
    expect(await withAuthScope((scope) => findLogin(scope, ana.email))).toBeNull()
  })

  test('can be called off with the links that were sent', async () => {
    const ana = await member(null)
    const token = await withAuthScope((scope) =>
      addToken(scope, 'change_email_new', { email: 'b9@example.org', userId: ana.userId }),
    )
    await withAuthScope((scope) => endTokens(scope, ana.userId, ['change_email_new']))
    expect(await withAuthScope((scope) => findToken(scope, 'change_email_new', token))).toBeNull()
  })
})

describe('one account for one address', () => {
  test('even when two are made at once', async () => {
    const email = `${randomUUID()}@example.org`
    const make = () =>
      withAuthScope((scope) =>
        addMember(scope, { email, passwordHash: null, zone: 'UTC', isZoneChosen: false }),
      )
    const results = await Promise.allSettled([make(), make(), make()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await owner`select id from users where email = ${email}`).toHaveLength(1)
  })
})

describe('an identity at a provider', () => {
  test('opens one account, and cannot be taken by another', async () => {
    const ana = await member(null)
    const bob = await member(null)
    const subject = randomUUID()
    const link = (userId: string) =>
      withAuthScope((scope) => addIdentity(scope, { provider: 'oidc', subject, userId }))
    await link(ana.userId)
    await link(ana.userId)
    await expect(link(bob.userId)).rejects.toMatchObject({ code: 'conflict' })
    expect(await withAuthScope((scope) => findByIdentity(scope, 'oidc', subject))).toBe(ana.userId)
    expect(await withAuthScope((scope) => findByIdentity(scope, 'google', subject))).toBeNull()
  })

  test('is not taken away while it is the only way in', async () => {
    const ana = await member(null)
    await withAuthScope((scope) =>
      addIdentity(scope, { provider: 'oidc', subject: ana.userId, userId: ana.userId }),
    )
    const take = () => withOwnScope(ana, (scope) => removeIdentity(scope, 'oidc'))
    await expect(take()).rejects.toMatchObject({ code: 'conflict' })
    await withAuthScope((scope) => setPassword(scope, ana.userId, 'a hash'))
    await take()
    expect(await withOwnScope(ana, listIdentities)).toEqual([])
    await expect(take()).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is nobody else’s to see or take away', async () => {
    const ana = await member('a long enough password')
    const bob = await member('another long password')
    await withAuthScope((scope) =>
      addIdentity(scope, { provider: 'oidc', subject: ana.userId, userId: ana.userId }),
    )
    expect(await withOwnScope(bob, listIdentities)).toEqual([])
    await expect(withOwnScope(bob, (scope) => removeIdentity(scope, 'oidc'))).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await withOwnScope(ana, listIdentities)).toHaveLength(1)
  })
})

describe('settings', () => {
  test('change the person’s own row and nothing that was not named', async () => {
    const ana = await member('a long enough password')
    const bob = await member(null)
    const before = await withOwnScope(ana, findOwnPasswordHash)
    await withOwnScope(ana, (scope) => saveSettings(scope, { timeZone: 'Asia/Kathmandu' }))
    await withOwnScope(ana, (scope) => saveSettings(scope, { name: 'Ana', theme: 'dark' }))
    const [row] =
      await owner`select name, time_zone, is_time_zone_chosen, theme, password_hash from users where id = ${ana.userId}`
    expect(row).toEqual({
      name: 'Ana',
      time_zone: 'Asia/Kathmandu',
      is_time_zone_chosen: true,
      theme: 'dark',
      password_hash: before,
    })
    const [other] = await owner`select name, theme from users where id = ${bob.userId}`
    expect(other).toEqual({ name: null, theme: 'system' })
  })
})

describe('attempts', () => {
  const count = (key: string, seconds = 900) => withAuthScope((scope) => countAttempt(scope, key, seconds))

  test('are counted one by one, also when they come at once, and apart by key', async () => {
    const counts = await Promise.all(Array.from({ length: 20 }, () => count('many')))
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(await count('other')).toBe(1)
  })

  test('begin anew when the window is over, which attempts do not push on', async () => {
    expect(await count('window')).toBe(1)
    const ends = async () => {
      const [row] = await owner<{ at: Date }[]>`select resets_at as at from rate_limits where key = 'window'`
      return row?.at.getTime()
    }
    const first = await ends()
    expect(await count('window')).toBe(2)
    expect(await ends()).toBe(first)
    await owner`update rate_limits set resets_at = now() - interval '1 second' where key = 'window'`
    expect(await count('window')).toBe(1)
  })

  test('are forgotten after a success', async () => {
    await count('forgiven')
    await withAuthScope((scope) => clearAttempts(scope, 'forgiven'))
    expect(await count('forgiven')).toBe(1)
  })
})
