import 'server-only'
import { eq, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { AdoptionScope, Executor, Scope } from '../access'
import { OWNED_TABLES, type OwnedSection, type OwnedTable } from '../owned-tables'

/** How much of one kind a person has, in words for a page: "3 exam attempts". */
export type Holding = { section: OwnedSection; text: string }

/** What a person has entered: whether there is anything at all, and what to call it. */
export type Holdings = { isEmpty: boolean; lines: Holding[] }

const WORK = OWNED_TABLES.filter(({ isWork }) => isWork)

async function holdingsOf(tx: Executor, ownerId: string): Promise<Holdings> {
  const counts = WORK.map(
    ({ table, ownerColumn }) => sql`(select count(*)::int from ${table} where ${ownerColumn} = ${ownerId})`,
  )
  const [row] = await tx.execute<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts`,
  )
  const found = WORK.map((owned, index) => ({ ...owned, count: row?.counts[index] ?? 0 }))
  return {
    isEmpty: found.every(({ count }) => count === 0),
    lines: found.flatMap(({ section, words, count }) =>
      words && count > 0 ? [{ section, text: `${count} ${count === 1 ? words.one : words.many}` }] : [],
    ),
  }
}

/** What the person themselves has entered. */
export function countOwnRows(scope: Scope): Promise<Holdings> {
  return holdingsOf(scope.tx, scope.applicantId)
}

/** What the guest and what the account has, to be laid side by side. */
export async function countBoth(scope: AdoptionScope): Promise<{ guest: Holdings; account: Holdings }> {
  return {
    guest: await holdingsOf(scope.tx, scope.guestId),
    account: await holdingsOf(scope.tx, scope.accountId),
  }
}

/**
 * Gives all that the guest entered to the account. What the account had entered is dropped first when `replace` is set;
 * without it the account must be empty, since rows of two people are never merged.
 */
export async function moveGuestRows(scope: AdoptionScope, { replace = false } = {}): Promise<void> {
  if (replace) await dropRows(scope.tx, WORK, scope.accountId)
  for (const { table, ownerColumn } of WORK) {
    await scope.tx.execute(
      sql`update ${table} set ${sql.identifier(ownerColumn.name)} = ${scope.accountId} where ${ownerColumn} = ${scope.guestId}`,
    )
  }
}

/** Drops all that the person has entered and keeps their account, such as when a sample is cleared away. */
export function clearOwnWork(scope: Scope): Promise<void> {
  return dropRows(scope.tx, WORK, scope.applicantId)
}

/** Every row of a person, the account's own too, last of the tables first. */
export function dropOwnedRows(tx: Executor, ownerId: string): Promise<void> {
  return dropRows(tx, OWNED_TABLES, ownerId)
}

async function dropRows(tx: Executor, tables: readonly OwnedTable[], ownerId: string): Promise<void> {
  for (const { table, ownerColumn, isKept } of tables.toReversed()) {
    if (!isKept) await tx.execute(sql`delete from ${table} where ${ownerColumn} = ${ownerId}`)
  }
}

/** All rows of the person by table name, oldest first, without what lets someone in. */
export async function exportOwnedRows(scope: Scope): Promise<Record<string, Record<string, unknown>[]>> {
  const rows: Record<string, Record<string, unknown>[]> = {}
  for (const { table, ownerColumn, hidden } of OWNED_TABLES) {
    const columns = Object.entries(getTableColumns(table)).filter(([name]) => !hidden.includes(name))
    const order: SQL[] = columns.filter(([name]) => name === 'createdAt').map(([, column]) => sql`${column}`)
    const found = await scope.tx
      .select(Object.fromEntries(columns))
      .from(table)
      .where(eq(ownerColumn, scope.applicantId))
      .orderBy(...order)
    const name = getTableName(table)
    rows[name] = [...(rows[name] ?? []), ...found]
  }
  return rows
}
