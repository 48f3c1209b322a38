import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type postgres from 'postgres'
import { BootError } from './boot-error'

export const MIGRATIONS_FOLDER = join(process.cwd(), 'db', 'migrations')

/** One number for all of Locus; two processes that start together migrate one after the other. */
const LOCK = 7_046_118_205

/**
 * Brings the database up to this checkout and returns how many migrations ran. `work` (the facts) runs under the same
 * lock. `sql` is the owner's and must hold a single connection, since the lock belongs to the session. Throws a
 * BootError when the database is newer than the checkout, and touches nothing then.
 */
export async function migrateDatabase(
  sql: postgres.Sql,
  {
    folder = MIGRATIONS_FOLDER,
    migrated,
    work,
  }: { folder?: string; migrated?: (count: number) => void; work?: () => Promise<void> } = {},
): Promise<number> {
  await sql`select pg_advisory_lock(${LOCK})`
  try {
    const before = await applied(sql)
    const known = journal(folder)
    refuseNewer(before, known)
    refuseLate(before, known)
    if (known.length > before.length) await migrate(drizzle(sql), { migrationsFolder: folder })
    migrated?.(known.length - before.length)
    await work?.()
    return known.length - before.length
  } finally {
    await sql`select pg_advisory_unlock(${LOCK})`
  }
}

interface Migration {
  tag: string
  when: number
  hash: string
}

function journal(folder: string): Migration[] {
  const file = join(folder, 'meta', '_journal.json')
  if (!existsSync(file)) return []
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string; when: number }[] }
  return entries.map(({ tag, when }) => ({
    tag,
    when,
    hash: createHash('sha256')
      .update(readFileSync(join(folder, `${tag}.sql`)))
      .digest('hex'),
  }))
}

async function applied(sql: postgres.Sql): Promise<{ when: number; hash: string }[]> {
  const [table] = await sql<{ name: string | null }[]>`
    select to_regclass('drizzle.__drizzle_migrations')::text as name`
  if (!table?.name) return []
  const rows = await sql<{ created_at: string; hash: string }[]>`
    select created_at::text, hash from drizzle.__drizzle_migrations order by created_at`
  return rows.map(({ created_at, hash }) => ({ when: Number(created_at), hash }))
}

function refuseNewer(before: { when: number; hash: string }[], known: Migration[]): void {
  const unknown = before.find(
    ({ when, hash }) => !known.some((one) => one.when === when && one.hash === hash),
  )
  if (!unknown) return
  const day = new Date(unknown.when).toISOString().slice(0, 10)
  const changed = known.find(({ when }) => when === unknown.when)
  throw new BootError(
    changed
      ? `This database was made with another text of the migration ${changed.tag} than this checkout holds: put the original file back, or use another database.`
      : `This database is newer than this checkout (it holds a migration of ${day} that the checkout does not know): update the checkout, for example with git pull, or set DATABASE_URL to another database.`,
  )
}

/** Drizzle silently skips a migration that is stamped before the last one applied (drizzle-orm issue 1221). */
function refuseLate(before: { when: number }[], known: Migration[]): void {
  const last = before.at(-1)
  const late = known.find(({ when }) => last && when < last.when && !before.some((one) => one.when === when))
  if (late) {
    throw new BootError(
      `The migration ${late.tag} is stamped earlier than one that this database already has, so it would be skipped: delete it and generate it anew.`,
    )
  }
}
