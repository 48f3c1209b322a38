import { getTableColumns, getTableName } from 'drizzle-orm'
import type postgres from 'postgres'
import { OWNED_TABLES } from '../../../db/owned-tables'

/** The worker of the server under test writes these about each member in its own time. */
const KEPT_BY_THE_WORKER = ['reminder_clocks', 'reminder_mails', 'reminder_deliveries']

/** Where it is noted on each visit when someone was here, by whom it concerns. */
const VISITED = ['users', 'sessions']

/**
 * All that the database holds of a person, by table and by the column that says whose a row is: equal texts mean that
 * nothing was changed. A table that names people in two columns stands here twice.
 */
export async function rowsOf(owner: postgres.Sql, userId: string): Promise<Record<string, string>> {
  const places = [
    ...OWNED_TABLES.map(({ table, ownerColumn }) => [getTableName(table), ownerColumn.name] as const),
  ]
  const selects = [...places, ['users', 'id'] as const]
    .filter(([name]) => !KEPT_BY_THE_WORKER.includes(name))
    .map(
      ([name, column], index, all) => owner`
        select ${all.findIndex(([one]) => one === name) === index ? name : `${name} by ${column}`} as place,
          coalesce(string_agg(to_jsonb(t)::text, chr(10) order by to_jsonb(t)::text), '') as rows
        from ${owner(name)} t where ${owner(column)} = ${userId}`,
    )
  // In one statement: a sweep asks for this often.
  const rows = await owner<{ place: string; rows: string }[]>`
    ${selects.reduce((all, one) => owner`${all} union all ${one}`)}`
  return Object.fromEntries(
    rows.map(({ place, rows }) => [
      place,
      VISITED.includes(place) ? rows.replace(/"(?:last_seen_at|expires_at)": "[^"]*"/g, '') : rows,
    ]),
  )
}

/** The ids of a person's work and of whom they let in, by table and in the order in which they were made. */
export async function idsOf(owner: postgres.Sql, userId: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>()
  for (const { table, ownerColumn, isWork } of OWNED_TABLES) {
    const name = getTableName(table)
    const isGrant = name === 'grants' && ownerColumn.name === 'applicant_id'
    if (!(isWork || isGrant) || !('id' in getTableColumns(table))) continue
    const rows = await owner<{ id: string }[]>`select id from ${owner(name)}
      where ${owner(ownerColumn.name)} = ${userId} order by ctid`
    ids.set(
      name,
      rows.map(({ id }) => id),
    )
  }
  return ids
}
