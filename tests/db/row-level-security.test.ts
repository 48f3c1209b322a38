import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '@/db/access'
import { OWNED_TABLES } from '@/db/owned-tables'
import type { UserViewer } from '@/lib/access/viewer'
import { createCatalogueProgram } from '@/tests/factories/catalogue'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

/*
 * Two locks: every query puts its scope in the WHERE, and the database binds rows to their owner by itself. Each is tried
 * here with the other taken away: raw SQL without a WHERE in the app's role, and the app's queries as the database's
 * owner, whom no policy holds back.
 */

let owner: postgres.Sql
let app: postgres.Sql
let ana: UserViewer
let bob: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  app = postgres(testDatabase().appUrl, { max: 2, onnotice: () => {} })
  ana = await createUser(owner, { email: 'ana@example.org' })
  bob = await createUser(owner, { email: 'bob@example.org' })
  await createCatalogueProgram(owner, { id: 'other-mgg' })
  await createRowsOfEveryKind(owner, ana.userId, 241)
  await createRowsOfEveryKind(owner, bob.userId, 217)
  for (const { userId } of [ana, bob]) {
    await owner`insert into identities (provider, subject, user_id) values ('oidc', ${userId}, ${userId})`
    await owner`insert into auth_tokens (purpose, token_hash, email, user_id, expires_at)
      values ('reset_password', ${userId}, 'x@example.org', ${userId}, now() + interval '1 hour')`
  }
  for (const { userId } of [ana, bob]) {
    await owner`insert into reminder_clocks (applicant_id) values (${userId})`
    const [mail] = await owner<
      { id: string }[]
    >`insert into reminder_mails (applicant_id, kind, for_date, message_id)
      values (${userId}, 'digest', '2026-11-22', ${`<${userId}@example.org>`}) returning id`
    await owner`insert into reminder_deliveries (applicant_id, kind, thing_id, on_date, step, mail_id, title, href, is_projected)
      values (${userId}, 'season', 'match_day', '2027-03-19', 30, ${mail?.id ?? ''}, 'Match Day', '/season', false)`
    await owner`insert into calendar_feeds (applicant_id, token_hash) values (${userId}, ${userId})`
    await owner`insert into mentor_seats (user_id, name) values (${userId}, 'Dr. Mentor')`
    await owner`insert into invitations (applicant_id, token_hash, mentor_label, applicant_name, expires_at)
      values (${userId}, ${userId}, 'Dr. Mentor', 'Ana', now() + interval '1 day')`
    await owner`insert into share_links (applicant_id, token_hash, label, applicant_name, expires_at)
      values (${userId}, ${userId}, 'A dean', 'Ana', now() + interval '1 day')`
    const [thread] = await owner<{ id: string }[]>`
      insert into comment_threads (applicant_id, mentor_id, section, kind, target_id)
      values (${userId}, ${userId}, 'exams', 'section', 'exams') returning id`
    await owner`insert into comments (applicant_id, thread_id, side, author_id, body)
      values (${userId}, ${thread?.id ?? ''}, 'applicant', ${userId}, 'Said')`
    await owner`insert into suggested_tasks (applicant_id, thread_id, title)
      values (${userId}, ${thread?.id ?? ''}, 'Do it')`
    await owner`insert into mentor_questions (applicant_id, mentor_id, text, place)
      values (${userId}, ${userId}, 'Asked', 2)`
    await owner`insert into note_deliveries (applicant_id, kind, note_id, mail_id)
      values (${userId}, 'comment', ${userId}, ${mail?.id ?? ''})`
    await owner`insert into looks (applicant_id, mentor_id, looked_by, what) values (${userId}, ${userId}, 'mentor', 'exams')`
  }
  await owner`insert into rate_limits (key, count, resets_at) values ('k', 1, now() + interval '1 hour')`
})
afterAll(async () => {
  await app.end()
  await owner.end()
})

/** Every table that holds a person's rows, and the tables of accounts beside them. */
const PERSONAL = OWNED_TABLES.map(({ table, ownerColumn }) => ({
  table: getTableName(table),
  column: ownerColumn.name,
  hasId: 'id' in getTableColumns(table),
}))
const TABLES = [...PERSONAL, { table: 'users', column: 'id' }]

/** Raw statements in the app's role, as whoever `settings` says; rolled back. */
async function asApp<T>(
  settings: { viewer?: string; heir?: string; actor?: string },
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const undo = new Error('undo')
  let value: T | undefined
  try {
    await app.begin(async (tx) => {
      for (const [key, set] of Object.entries(settings))
        await tx`select set_config(${`app.${key}`}, ${set}, true)`
      value = await work(tx)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return value as T
}

const countOf = async (tx: postgres.TransactionSql, table: string, column: string, userId: string) =>
  (await tx`select 1 as x from ${tx(table)} where ${tx(column)} = ${userId}`).length

/** How many rows a statement touched as this viewer; none where the role may not even try. */
const touched = (viewer: UserViewer, work: (tx: postgres.TransactionSql) => Promise<{ count: number }>) =>
  asApp({ viewer: viewer.userId }, work).then(
    ({ count }) => count,
    (error: { code?: string }) => {
      if (error.code === '42501') return 0
      throw error
    },
  )

describe('the database’s own catalog', () => {
  test('has row-level security, enabled and forced, and a policy for the app, on every table', async () => {
    const tables = await owner<
      { name: string; enabled: boolean; forced: boolean; policies: number; reach: boolean }[]
    >`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid
          and (p.polroles = '{0}' or 'locus_app'::regrole = any(p.polroles))) as policies,
        has_any_column_privilege('locus_app', c.oid, 'select, insert, update') as reach
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([])
    // A table that the app may reach needs a policy that says which rows; one without is the owner's alone.
    expect(tables.filter(({ reach, policies }) => reach && policies === 0)).toEqual([])
    expect(tables.filter(({ reach }) => !reach).map(({ name }) => name)).toEqual([
      'catalogue_loads',
      'worker_marks',
    ])
  })

  test('has nothing that walks round the policies: no view, and no function that anyone may call as the owner', async () => {
    const views = await owner`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`
    expect(views).toEqual([])
    const open = await owner<{ name: string }[]>`
      select p.proname as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and has_function_privilege('locus_app', p.oid, 'execute') order by 1`
    expect(open.map(({ name }) => name)).toEqual([
      'app_accept_invitation',
      'app_accesses',
      'app_commentable',
      'app_enqueue',
      'app_feed_owner',
      'app_invitation',
      'app_leave_mentee',
      'app_masked',
      'app_masked_statements',
      'app_mentor_programs',
      'app_my_conflicts',
      'app_my_looks',
      'app_my_mentors',
      'app_my_ties',
      'app_named_entries',
      'app_note_grant',
      'app_note_looks',
      'app_note_open',
      'app_note_target',
      'app_open_entries',
      'app_readable',
      'app_session',
      'app_work_health',
    ])
    const loose = await owner`
      select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and not coalesce(array_to_string(proconfig, ','), '') like '%search_path=%'`
    expect(loose).toEqual([])
  })

  test('lets the app neither turn the lock off nor become someone whom it does not hold', async () => {
    for (const statement of [
      'alter table exam_attempts disable row level security',
      'drop policy own on exam_attempts',
      'create policy mine on exam_attempts using (true)',
      'alter table exam_attempts owner to locus_app',
      'set role locus_owner',
      'create table public.mine (id int)',
      'create function public.mine() returns int language sql as $$ select 1 $$',
      'truncate exam_attempts',
    ]) {
      await expect(
        asApp({ viewer: bob.userId }, (tx) => tx.unsafe(statement)),
        statement,
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
    await expect(
      asApp({}, async (tx) => {
        await tx`set local row_security = off`
        await tx`select * from exam_attempts`
      }),
    ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('raw SQL in the app’s role', () => {
  test('finds no owned row without a viewer', async () => {
    for (const { table, column } of TABLES) {
      const [row] = await asApp(
        {},
        (tx) => tx`select count(*)::int as found from ${tx(table)} where ${tx(column)} is not null`,
      )
      expect(row?.found, table).toBe(0)
    }
    const [limits] = await asApp({}, (tx) => tx`select count(*)::int as found from rate_limits`)
    expect(limits?.found).toBe(0)
  })

  test('finds as a viewer their own rows and nobody else’s, without any WHERE', async () => {
    for (const { table, column } of TABLES) {
      const owners = await asApp(
        { viewer: bob.userId },
        (tx) =>
          tx<
            { whose: string }[]
          >`select distinct ${tx(column)} as whose from ${tx(table)} where ${tx(column)} is not null`,
      )
      // Links are the auth actor's alone; grants are empty here.
      const own = ['auth_tokens', 'grants'].includes(table) ? [] : [bob.userId]
      expect(
        owners.map(({ whose }) => whose),
        table,
      ).toEqual(own)
    }
  })

  test('changes and deletes nothing of anybody else’s', async () => {
    for (const { table, column } of TABLES) {
      const changed = await touched(
        bob,
        (tx) => tx`update ${tx(table)} set ${tx(column)} = ${tx(column)} where ${tx(column)} = ${ana.userId}`,
      )
      const deleted = await touched(
        bob,
        (tx) => tx`delete from ${tx(table)} where ${tx(column)} = ${ana.userId}`,
      )
      expect([changed, deleted], table).toEqual([0, 0])
    }
    for (const { table, column } of PERSONAL.filter(({ table }) => !['grants'].includes(table))) {
      expect(await owner.begin((tx) => countOf(tx, table, column, ana.userId)), table).toBeGreaterThan(0)
    }
  })

  test('puts nothing in anybody else’s name, by insert or by giving rows away', async () => {
    const inserts: Record<string, (tx: postgres.TransactionSql) => Promise<unknown>> = {
      exam: (tx) =>
        tx`insert into exam_attempts (applicant_id, exam, taken_on, outcome) values (${ana.userId}, 'step3', '2026-01-02', 'fail')`,
      cycle: (tx) =>
        tx`insert into cycles (applicant_id, season_year, is_current) values (${ana.userId}, 2027, false)`,
      program: (tx) =>
        tx`insert into programs (id, owner_id, sponsor, name, pathway) values ('own-x', ${ana.userId}, 'x', 'x', 'mgg')`,
      catalogue: (tx) => tx`insert into programs (id, sponsor, name, pathway) values ('x', 'x', 'x', 'mgg')`,
      grant: (tx) =>
        tx`insert into grants (applicant_id, mentor_id, read_sections) values (${ana.userId}, ${bob.userId}, '{exams}')`,
      session: (tx) =>
        tx`insert into sessions (user_id, device, expires_at) values (${ana.userId}, 'x', now() + interval '1 day')`,
      identity: (tx) =>
        tx`insert into identities (provider, subject, user_id) values ('oidc', 'x', ${ana.userId})`,
      link: (tx) =>
        tx`insert into auth_tokens (purpose, token_hash, email, expires_at) values ('sign_up', 'x', 'x', now())`,
      person: (tx) => tx`insert into users (kind) values ('guest')`,
    }
    for (const [what, insert] of Object.entries(inserts)) {
      await expect(asApp({ viewer: bob.userId }, insert), what).rejects.toMatchObject({ code: '42501' })
    }
    for (const { table, column } of PERSONAL.filter(
      ({ table }) => !['auth_tokens', 'grants'].includes(table),
    )) {
      const giving = asApp(
        { viewer: bob.userId },
        (tx) => tx`update ${tx(table)} set ${tx(column)} = ${ana.userId} where ${tx(column)} = ${bob.userId}`,
      )
      await expect(giving, table).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('cannot hang an entry on somebody else’s cycle', async () => {
    const [cycle] = await owner<{ id: string }[]>`select id from cycles where applicant_id = ${ana.userId}`
    const insert = asApp(
      { viewer: bob.userId },
      (tx) =>
        tx`insert into list_entries (applicant_id, cycle_id, program_id) values (${bob.userId}, ${cycle?.id ?? ''}, 'other-mgg')`,
    )
    await expect(insert).rejects.toMatchObject({ code: '23503' })
  })

  test('changes nothing of the catalogue, which everyone reads', async () => {
    const seen = await asApp({}, (tx) => tx`select id from programs`)
    expect(seen.map(({ id }) => id).sort()).toEqual(['other-mgg', 'shared-mgg'])
    const changed = await asApp({ viewer: bob.userId }, async (tx) => [
      (await tx`update programs set sponsor = 'x' where owner_id is null`).count,
      (await tx`delete from programs where owner_id is null`).count,
      (await tx`delete from program_facts where owner_id is null`).count,
    ])
    expect(changed).toEqual([0, 0, 0])
    for (const table of ['seasons', 'season_events', 'program_leads']) {
      await expect(
        asApp({ viewer: bob.userId }, (tx) => tx`delete from ${tx(table)}`),
        table,
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('asks who a session is by its whole id only', async () => {
    const [known] = await asApp({}, (tx) => tx`select user_id from app_session(${ana.sessionId})`)
    expect(known?.user_id).toBe(ana.userId)
    expect(await asApp({}, (tx) => tx`select user_id from app_session(null)`)).toEqual([])
  })
})

describe('a mentor’s raw SQL', () => {
  const SECTION_OF = Object.fromEntries(
    OWNED_TABLES.filter(({ isWork }) => isWork).map(({ table, section }) => [getTableName(table), section]),
  )
  const reads = async (mentor: UserViewer) => {
    const found: string[] = []
    for (const { table, column } of TABLES) {
      const count = await asApp({ viewer: mentor.userId }, (tx) => countOf(tx, table, column, ana.userId))
      if (count > 0) found.push(table)
    }
    return found
  }

  test('reads the sections of a live grant and not one table more; changes nothing', async () => {
    for (const section of ['profile', 'exams', 'list'] as const) {
      const mentor = await createUser(owner)
      await createGrant(owner, { applicant: ana, mentor, read: [section] })
      const expected = PERSONAL.filter(({ table }) => SECTION_OF[table] === section).map(({ table }) => table)
      // The grant itself is theirs to see, so that they know what they were given; and which season it is about.
      expect((await reads(mentor)).sort(), section).toEqual(
        [...new Set([...expected, 'grants', 'cycles'])].sort(),
      )
      for (const { table, column } of PERSONAL) {
        const deleted = await touched(
          mentor,
          (tx) => tx`delete from ${tx(table)} where ${tx(column)} = ${ana.userId}`,
        )
        expect(deleted, table).toBe(0)
      }
    }
  })

  test('finds nothing with a grant that is revoked, has ended, or opens nothing', async () => {
    for (const grant of [
      { read: ['profile', 'exams', 'list'], revokedAt: new Date('2026-01-01') },
      { read: ['profile', 'exams', 'list'], expiresAt: new Date('2026-01-01') },
      { read: [] },
    ]) {
      const mentor = await createUser(owner)
      await createGrant(owner, { applicant: ana, mentor, ...grant })
      expect((await reads(mentor)).filter((table) => table !== 'grants')).toEqual([])
      expect(await asApp({ viewer: mentor.userId }, (tx) => tx`select 1 as x from grants`)).toHaveLength(
        'read' in grant && grant.read.length === 0 ? 1 : 0,
      )
    }
  })

  test('cannot give itself more: a grant is the applicant’s to change', async () => {
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: ana, mentor, read: ['profile'] })
    const changed = await asApp(
      { viewer: mentor.userId },
      (tx) => tx`update grants set read_sections = '{exams,list}', revoked_at = null`,
    )
    expect(changed.count).toBe(0)
  })

  test('is never made one by an applicant alone: a grant comes of an accepted invitation', async () => {
    const mentor = await createUser(owner)
    const given = asApp(
      { viewer: ana.userId },
      (tx) => tx`insert into grants (applicant_id, mentor_id) values (${ana.userId}, ${mentor.userId})`,
    )
    await expect(given).rejects.toMatchObject({ code: '42501' })
    await createGrant(owner, { applicant: ana, mentor, revokedAt: new Date() })
    const reopened = await asApp(
      { viewer: ana.userId },
      (tx) => tx`update grants set revoked_at = null where mentor_id = ${mentor.userId}`,
    )
    expect(reopened.count).toBe(0)
  })
})

describe('the app’s queries with row-level security out of the way', () => {
  type Query = (scope: unknown, id?: string) => Promise<unknown>

  /** Every exported query of db/queries with this many parameters and a name like this, found by looking. */
  async function queries(name: RegExp, parameters: number): Promise<[string, Query][]> {
    const folder = join(process.cwd(), 'db', 'queries')
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
    const found = await Promise.all(
      files.map(async (file) => {
        const exported: Record<string, unknown> = await import(`../../db/queries/${file.slice(0, -3)}.ts`)
        return Object.entries(exported).flatMap(([key, value]) =>
          typeof value === 'function' && name.test(key) && value.length === parameters
            ? [[`${file}: ${key}`, value as Query] as [string, Query]]
            : [],
        )
      }),
    )
    return found.flat()
  }

  /** A scope for Bob whose transaction is the owner's: the policies let it see everything. Rolled back. */
  async function asBobWithoutPolicies<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    const undo = new Error('undo')
    let outcome: { value: T } | undefined
    // A connection of its own: drizzle changes how the one it is given writes dates.
    const alone = postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} })
    try {
      await alone.begin(async (sql) => {
        const tx = drizzle(Object.assign(sql, { options: alone.options }) as unknown as postgres.Sql)
        // Queries about several applicants take groups: of Bob alone.
        const group = { tx, applicantIds: [bob.userId] }
        const scope = {
          ...group,
          viewerId: bob.userId,
          applicantId: bob.userId,
          profile: group,
          exams: group,
          documents: group,
          list: group,
        }
        outcome = { value: await work(scope) }
        throw undo
      })
    } catch (error) {
      if (error !== undo) throw error
    } finally {
      await alone.end()
    }
    return outcome?.value as T
  }

  /** What a query answers (nothing where it refuses) and how many of Ana's entries are left then; undone each time. */
  async function tried(scope: Scope, query: Query, id: string) {
    await scope.tx.execute('savepoint before_the_query')
    const answer = await query(scope, id).catch(() => null)
    // An error of the database ends the transaction's work up to the savepoint; nothing is left changed then.
    const rows = await scope.tx
      .execute(`select from list_entries where applicant_id = '${ana.userId}' and removed_at is null`)
      .catch(() => null)
    await scope.tx.execute('rollback to savepoint before_the_query')
    return { answer: JSON.stringify(answer) ?? 'null', left: rows ? rows.length : 2 }
  }

  test('really see everything: the lock is off', async () => {
    const seen = await asBobWithoutPolicies((scope) =>
      scope.tx.execute('select applicant_id from exam_attempts'),
    )
    expect(new Set(seen.map((row) => row.applicant_id))).toEqual(new Set([ana.userId, bob.userId]))
  })

  test('still read the scope’s rows alone', async () => {
    // Of two people at once, for a guest who is about to choose: its scope is another kind.
    const reads = (await queries(/^(list|count|find|get|load|read|export)/, 1)).filter(
      ([name]) => name !== 'owned-rows.ts: countBoth',
    )
    expect(reads.length).toBeGreaterThan(8)
    const answers: string[] = []
    for (const [name, query] of reads) {
      const found = await asBobWithoutPolicies((scope) => query(scope))
      const both = typeof found === 'function' ? [ana, bob].map(({ userId }) => found(userId)) : found
      const answer = JSON.stringify(both) ?? ''
      for (const hers of [ana.userId, ana.sessionId, 'ana@example.org', ':241']) {
        expect(answer, name).not.toContain(hers)
      }
      answers.push(answer)
    }
    // They did find Bob's: an empty answer would prove nothing.
    expect(answers.join()).toContain('Note 217')
    expect(answers.join()).toContain('bob@example.org')
  })

  test('still neither find nor remove another person’s row by its id', async () => {
    const byId = await queries(/^(find|get|remove|restore)/, 2)
    expect(byId.length).toBeGreaterThan(8)
    const ids = (
      await Promise.all(
        PERSONAL.filter(({ hasId }) => hasId).map(
          ({ table, column }) =>
            owner<
              { id: string }[]
            >`select id::text as id from ${owner(table)} where ${owner(column)} = ${ana.userId} limit 1`,
        ),
      )
    ).flatMap((rows) => rows.map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(8)
    const hers = async () =>
      JSON.stringify(
        await Promise.all(
          PERSONAL.map(
            ({ table, column }) =>
              owner`select * from ${owner(table)} where ${owner(column)} = ${ana.userId} order by 1`,
          ),
        ),
      )
    const before = await hers()
    // Those that are asked before anyone is signed in, by an address or an id that is itself the proof.
    const beforeSignIn = /: (findLogin|findTheme|findGuest|findSession|findToken|findByIdentity)$/
    const tries = byId.filter(([name]) => !beforeSignIn.test(name))
    await asBobWithoutPolicies(async (scope) => {
      const found: string[] = []
      for (const [name, query] of tries) {
        for (const id of ids) {
          const { answer, left } = await tried(scope, query, id)
          expect(answer, `${name} with ${id}`).not.toMatch(/:241/)
          expect(left, `${name} with ${id}`).toBe(2)
          // Asked as Ana the same calls do find and remove; else the lines above would prove nothing.
          const asAna = await tried({ ...scope, viewerId: ana.userId, applicantId: ana.userId }, query, id)
          if (asAna.answer.includes(':241') || asAna.left < 2) found.push(name)
        }
      }
      expect(new Set(found).size).toBeGreaterThan(2)
    })
    expect(await hers()).toBe(before)
  }, 180_000)
})
