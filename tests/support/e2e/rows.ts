import { getTableName } from 'drizzle-orm'
import type postgres from 'postgres'
import { OWNED_TABLES } from '../../../db/owned-tables'

/** The worker of the server under test writes these about each member in its own time. */
const KEPT_BY_THE_WORKER = ['reminder_clocks', 'reminder_mails', 'reminder_deliveries']

/** All that the database holds of a person, by table: equal texts mean that nothing was changed. */
export async function rowsOf(owner: postgres.Sql, userId: string): Promise<Record<string, string>> {
  const places = OWNED_TABLES.map(
    ({ table, ownerColumn }) => [getTableName(table), ownerColumn.name] as const,
  ).filter(([name]) => !KEPT_BY_THE_WORKER.includes(name))
  const found: Record<string, string> = {}
  for (const [name, column] of [...places, ['users', 'id'] as const]) {
    const rows = await owner`select to_jsonb(t)::text as row from ${owner(name)} t
      where ${owner(column)} = ${userId} order by 1`
    // When someone was here is noted on each visit, by whom it concerns.
    found[name] = rows
      .map(({ row }) => String(row).replace(/"(?:last_seen_at|expires_at)": "[^"]*"/g, ''))
      .join('\n')
  }
  return found
}
