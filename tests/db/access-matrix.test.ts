import { getTableName } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OWNED_TABLES } from '@/db/owned-tables'
import type { UserViewer } from '@/lib/access/viewer'
import { CLOSED_IN_CONFLICT, SECTIONS, type Section } from '@/lib/mentors/policy'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createGrant, createSeat, createUser } from '@/tests/factories/user'
import { TABLES, type TableAccess } from '@/tests/support/access-matrix'
import { testDatabase } from '@/tests/support/test-database'

/*
 * The matrix as raw SQL in the app's role: every table of the database's own catalog against every kind of reader, to see,
 * to add, to change and to remove. What a row of Ana's shows to whom stands in tests/support/access-matrix.ts alone.
 */

let owner: postgres.Sql
let app: postgres.Sql
let ana: UserViewer
/** Ana's mentor while she says so; every mentor of the matrix is this one, with another grant. */
let rao: UserViewer
let guest: UserViewer
let stranger: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  app = postgres(testDatabase().appUrl, { max: 2, onnotice: () => {} })
  ana = await createUser(owner)
  rao = await createUser(owner)
  guest = await createUser(owner, { email: null })
  stranger = await createUser(owner)
  await createRowsOfEveryKind(owner, ana.userId, 241)
  await createRowsOfEveryKind(owner, guest.userId, 217)
  await createRowsOfEveryKind(owner, stranger.userId, 199)
  await createSeat(owner, { mentor: rao, institution: null })
  await createAccountRows()
})
afterAll(async () => {
  await app.end()
  await owner.end()
})

/** Ana's rows in the tables that hold no work: her account's, and what passes between her and her mentor. */
async function createAccountRows(): Promise<void> {
  const { userId } = ana
  await owner`insert into identities (provider, subject, user_id) values ('oidc', 'ana', ${userId})`
  await owner`insert into auth_tokens (purpose, token_hash, email, user_id, expires_at)
    values ('reset_password', 'ana', 'x@example.org', ${userId}, now() + interval '1 hour')`
  await owner`insert into reminder_clocks (applicant_id) values (${userId})`
  const [mail] = await owner<{ id: string }[]>`
    insert into reminder_mails (applicant_id, kind, for_date, message_id)
    values (${userId}, 'digest', '2026-11-22', '<ana@example.org>') returning id`
  await owner`insert into reminder_deliveries (applicant_id, kind, thing_id, on_date, step, mail_id, title, href, is_projected)
    values (${userId}, 'season', 'match_day', '2027-03-19', 30, ${mail?.id ?? ''}, 'Match Day', '/season', false)`
  await owner`insert into note_deliveries (applicant_id, kind, note_id, mail_id)
    values (${userId}, 'comment', ${userId}, ${mail?.id ?? ''})`
  await owner`insert into calendar_feeds (applicant_id, token_hash) values (${userId}, 'ana')`
  await owner`insert into mentor_seats (user_id, name) values (${userId}, 'Ana')`
  await owner`insert into invitations (applicant_id, token_hash, mentor_label, applicant_name, expires_at)
    values (${userId}, 'ana', 'Dr. Rao', 'Ana', now() + interval '1 day')`
  await owner`insert into share_links (applicant_id, token_hash, label, applicant_name, read_sections, expires_at)
    values (${userId}, 'unused', 'A dean', 'Ana', '{}', now() + interval '1 day')`
  await owner`insert into looks (applicant_id, mentor_id, looked_by, what) values (${userId}, ${rao.userId}, 'mentor', 'exams')`
  // On the exams as a whole, so that the exams' grant shows it.
  const [thread] = await owner<{ id: string }[]>`
    insert into comment_threads (applicant_id, mentor_id, section, kind, target_id)
    values (${userId}, ${rao.userId}, 'exams', 'section', 'exams') returning id`
  await owner`insert into comments (applicant_id, thread_id, side, author_id, body)
    values (${userId}, ${thread?.id ?? ''}, 'applicant', ${userId}, 'Said')`
  await owner`insert into suggested_tasks (applicant_id, thread_id, title) values (${userId}, ${thread?.id ?? ''}, 'Do it')`
  await owner`insert into mentor_questions (applicant_id, mentor_id, text, place) values (${userId}, ${rao.userId}, 'Asked', 2)`
}

type Reader = { viewer?: string; link?: string; preview?: string }
type Cell = {
  who: string
  reader: () => Promise<Reader> | Reader
  /** The sections of Ana's that are open to them. */
  open: readonly Section[]
  /** Whether they hold a live grant, or a live link, with anything in it at all. */
  isIn: boolean
}

const ALL: readonly Section[] = SECTIONS

/** One grant at a time between Ana and Rao. */
async function mentorWith(grant: Partial<Parameters<typeof createGrant>[1]>): Promise<Reader> {
  await owner`delete from grants where applicant_id = ${ana.userId}`
  await createGrant(owner, { applicant: ana, mentor: rao, ...grant })
  return { viewer: rao.userId }
}

async function linkWith(sections: readonly Section[], ends: { days?: number; isRevoked?: boolean } = {}) {
  const link = crypto.randomUUID()
  await owner`insert into share_links ${owner({
    applicant_id: ana.userId,
    token_hash: link,
    label: 'A dean',
    applicant_name: 'Ana',
    read_sections: [...sections],
    expires_at: new Date(Date.now() + (ends.days ?? 7) * 86_400_000),
    revoked_at: ends.isRevoked ? new Date() : null,
  })}`
  return { link }
}

const withoutRank = ALL.filter((section) => section !== 'rank')
const none = { open: [], isIn: false }

const CELLS: readonly Cell[] = [
  { who: 'nobody', reader: () => ({}), ...none },
  { who: 'a guest', reader: () => ({ viewer: guest.userId }), ...none },
  { who: 'a stranger', reader: () => ({ viewer: stranger.userId }), ...none },
  {
    who: 'a mentor of somebody else',
    reader: async () => {
      await owner`delete from grants`
      await createGrant(owner, { applicant: stranger, mentor: rao, comment: [...ALL] })
      return { viewer: rao.userId }
    },
    ...none,
  },
  ...ALL.map((section) => ({
    who: `a mentor who may read ${section}`,
    reader: () => mentorWith({ read: [section] }),
    open: [section],
    isIn: true,
  })),
  ...ALL.map((section) => ({
    who: `a mentor who may comment on ${section}`,
    reader: () => mentorWith({ comment: [section] }),
    open: [section],
    isIn: true,
  })),
  {
    who: 'a mentor with every section',
    reader: () => mentorWith({ comment: [...ALL] }),
    open: ALL,
    isIn: true,
  },
  {
    who: 'a mentor whose grant is revoked',
    reader: () => mentorWith({ comment: [...ALL], revokedAt: new Date() }),
    ...none,
  },
  {
    who: 'a mentor whose grant has expired',
    reader: () => mentorWith({ comment: [...ALL], expiresAt: new Date(Date.now() - 1000) }),
    ...none,
  },
  {
    who: 'a preview of a mentor who may read exams',
    reader: async () => {
      await mentorWith({ read: ['exams'] })
      const [grant] = await owner<{ id: string }[]>`select id from grants where applicant_id = ${ana.userId}`
      return { preview: grant?.id ?? '' }
    },
    open: ['exams'],
    isIn: true,
  },
  { who: 'a live link', reader: () => linkWith(['exams', 'list']), open: ['exams', 'list'], isIn: true },
  {
    who: 'a live link to all that a link opens',
    reader: () => linkWith(withoutRank),
    open: withoutRank,
    isIn: true,
  },
  { who: 'an expired link', reader: () => linkWith(withoutRank, { days: -1 }), ...none },
  { who: 'a revoked link', reader: () => linkWith(withoutRank, { isRevoked: true }), ...none },
]

type Try = <T>(
  work: (tx: postgres.TransactionSql) => Promise<T>,
) => Promise<{ value: T | null; refusal: string | null }>

/** Runs as this reader in the app's role. Each try is undone, and says why the database refused it. */
async function as(reader: Reader, tryAll: (attempt: Try) => Promise<void>): Promise<void> {
  const undo = new Error('undo')
  await app.begin(async (tx) => {
    for (const [key, set] of Object.entries(reader))
      await tx`select set_config(${`app.${key}`}, ${set}, true)`
    await tryAll(async (work) => {
      let value: unknown = null
      try {
        await tx.savepoint(async (point) => {
          value = await work(point)
          throw undo
        })
      } catch (error) {
        if (error !== undo)
          return { value: null, refusal: (error as { code?: string }).code ?? String(error) }
      }
      return { value: value as never, refusal: null }
    })
  })
}

/** The column that says whose a row is, where a row is somebody's. */
const OWNER_OF = new Map(
  OWNED_TABLES.toReversed().map(({ table, ownerColumn }) => [getTableName(table), ownerColumn.name]),
)
OWNER_OF.set('users', 'id')
const PERSONAL = Object.keys(TABLES).filter((table) => OWNER_OF.has(table))

/** Whether a reader of this cell finds Ana's rows of a table. */
function isSeen(table: string, access: TableAccess, { open, isIn, who }: Cell): boolean {
  const isMentor = who.startsWith('a mentor')
  switch (access) {
    case 'everyone':
      return true
    case 'nobody':
      return false
    case 'any':
      return isIn
    case 'pair':
      // The thread hangs on the exams as a whole; the grant and the question are seen with any section.
      return isMentor && isIn && (['grants', 'mentor_questions'].includes(table) || open.includes('exams'))
    default:
      return [access].flat().some((section) => open.includes(section))
  }
}

test('every table of the catalog stands in the matrix, and the matrix names no other', async () => {
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
  expect(Object.keys(TABLES).toSorted()).toEqual(tables.map(({ name }) => name))
})

test('the list of owned tables says the same section of each', () => {
  const said = OWNED_TABLES.filter(({ isWork, section }) => isWork && SECTIONS.some((one) => one === section))
  for (const { table, section, alsoOpenWith } of said) {
    const name = getTableName(table)
    const sections = alsoOpenWith ? [section, alsoOpenWith] : section
    expect(TABLES[name], name).toEqual(name === 'cycles' ? 'any' : sections)
  }
})

test('the person themselves sees a row of every table that is about them', async () => {
  await mentorWith({ comment: ['exams'] })
  await as({ viewer: ana.userId }, async (attempt) => {
    for (const table of PERSONAL) {
      const column = OWNER_OF.get(table) ?? ''
      const { value } = await attempt(
        (tx) => tx`select 1 as x from ${tx(table)} where ${tx(column)} = ${ana.userId}`,
      )
      // Links that were mailed are the sign-in's alone.
      expect((value?.length ?? 0) > 0, table).toBe(table !== 'auth_tokens')
    }
  })
})

/** The columns of each table that the app's role may write at all. */
async function writableColumns(): Promise<Map<string, string[]>> {
  const rows = await owner<{ table: string; columns: string[] }[]>`
    select c.relname as table, array_agg(a.attname::text) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_column_privilege('locus_app', c.oid, a.attnum, 'update')
    group by 1`
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

test.each(CELLS)('$who sees what the matrix says, and changes, removes and adds nothing', async (cell) => {
  const reader = await cell.reader()
  const writable = await writableColumns()
  // On the thread of this matrix a mentor who may comment on exams resolves, begins and suggests.
  const mayComment = /^a mentor (who may comment on exams|with every section)$/.test(cell.who)
  await as(reader, async (attempt) => {
    for (const table of PERSONAL) {
      const column = OWNER_OF.get(table) ?? ''
      const hers = (tx: postgres.TransactionSql) => tx`${tx(column)} = ${ana.userId}`
      const [held] = await owner<{ row: Record<string, string> }[]>`
        select to_jsonb(t) as row from ${owner(table)} t where ${owner(column)} = ${ana.userId} limit 1`
      // Where no grant of hers is part of the cell there is none; every other table holds a row of hers.
      if (table !== 'grants') expect(held, table).toBeDefined()
      if (!held) continue

      const seen = await attempt((tx) => tx`select 1 as x from ${tx(table)} where ${hers(tx)}`)
      expect((seen.value?.length ?? 0) > 0, `see ${table}`).toBe(
        isSeen(table, TABLES[table] ?? 'nobody', cell),
      )

      const removed = await attempt(
        async (tx) => (await tx`delete from ${tx(table)} where ${hers(tx)}`).count,
      )
      expect(removed.value ?? 0, `remove from ${table}`).toBe(0)

      const columns = writable.get(table) ?? []
      if (columns.length > 0) {
        const same = columns.map((name) => `"${name}" = "${name}"`).join(', ')
        const changed = await attempt(
          async (tx) => (await tx`update ${tx(table)} set ${tx.unsafe(same)} where ${hers(tx)}`).count,
        )
        const isTheirs = mayComment && table === 'comment_threads'
        expect((changed.value ?? 0) > 0, `change ${table}`).toBe(isTheirs)
      }

      const added = await attempt(
        (tx) =>
          tx`insert into ${tx(table)} select (jsonb_populate_record(null::${tx(table)}, ${tx.json(held.row)})).*`,
      )
      // Theirs to begin: only that it is there already stands in the way of the very same row.
      const isTheirs = mayComment && ['comment_threads', 'suggested_tasks'].includes(table)
      expect(added.refusal, `add to ${table}`).toBe(isTheirs ? '23505' : '42501')
    }
  })
})

test('in conflict what names a preference is closed, and lifting the mask opens the list alone', async () => {
  for (const isLifted of [false, true]) {
    const reader = await mentorWith({ comment: [...ALL] })
    await owner`update mentor_seats set institution = 'Shared', program_ids = '{shared-mgg}' where user_id = ${rao.userId}`
    if (isLifted) await owner`update grants set mask_lifted_at = now()`
    const closed = PERSONAL.filter((table) => CLOSED_IN_CONFLICT.some((section) => section === TABLES[table]))
    expect(closed.length).toBeGreaterThan(6)
    await as(reader, async (attempt) => {
      for (const table of closed)
        expect((await attempt((tx) => tx`select 1 as x from ${tx(table)}`)).value, table).toEqual([])
      const listed = await attempt(
        (tx) => tx`select 1 as x from list_entries where applicant_id = ${ana.userId}`,
      )
      expect(listed.value).toHaveLength(isLifted ? 2 : 1)
    })
  }
  await owner`update mentor_seats set institution = null, program_ids = '{}' where user_id = ${rao.userId}`
})
