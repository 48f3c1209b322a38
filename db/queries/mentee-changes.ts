import 'server-only'
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Change } from '@/lib/mentors/changes'
import { SECTIONS } from '@/lib/mentors/policy'
import { OWNED_TABLES } from '../owned-tables'
import { cycles, cycleVisits } from '../schema'
import { isOneOf } from './by-applicant'
import { type Readers, readersOf } from './mentees'

/** That the applicant was here is no change, and which season it is about is open with any section. */
const UNWATCHED: readonly PgTable[] = [cycleVisits, cycles]

/** Every table of what people enter, with the column that says when a row was last written. */
const WATCHED = OWNED_TABLES.flatMap(({ table, ownerColumn, section, alsoOpenWith, isWork }) => {
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table)
  const at = columns.updatedAt ?? columns.createdAt
  const open = SECTIONS.filter((known) => known === section || known === alsoOpenWith)
  return isWork && open.length > 0 && at && !UNWATCHED.includes(table)
    ? [{ table, name: getTableName(table), ownerColumn, sections: open, at }]
    : []
})

/** 'last_look': since the mentor last opened a page of each; 'visit_before': since the visit before the one under way. */
export type Since = 'last_look' | 'visit_before'

/** When the reader last looked, by applicant; nobody for those whom the log does not know by name. */
export const myLooks = (since: Since) => sql`app_my_looks(${since === 'visit_before'})`

/**
 * What changed in the sections that each mentee lets this reader see, by applicant, in one statement. The days of all tables
 * are laid together first and counted once: a count for each table takes the database several times as long to plan.
 */
export async function listChangesOf(
  readers: Readers,
  since: Since,
): Promise<(applicantId: string) => readonly Change[]> {
  const idsOf = new Map(SECTIONS.map((section) => [section, readersOf(readers, section).applicantIds]))
  const parts = WATCHED.map(
    ({ table, name, ownerColumn, sections, at }): SQL => sql`
      select ${ownerColumn} as applicant_id, ${name}::text as name, ${at} as at from ${table}
      where ${isOneOf(
        ownerColumn,
        sections.flatMap((section) => idsOf.get(section) ?? []),
      )}`,
  )
  const rows = await readers.tx.execute<{
    applicant_id: string
    name: string
    changed: number
    last_at: string
  }>(sql`
    select written.applicant_id, written.name,
      count(*) filter (where written.at > looked.looked_at)::int as changed, max(written.at) as last_at
    from (${sql.join(parts, sql` union all `)}) written
    left join ${myLooks(since)} looked on looked.applicant_id = written.applicant_id
    group by 1, 2`)
  const found = new Map<string, Change[]>()
  for (const { applicant_id, name, changed, last_at } of rows) {
    const change = { table: name, count: changed, lastAt: new Date(last_at).toISOString() }
    found.set(applicant_id, [...(found.get(applicant_id) ?? []), change])
  }
  return (applicantId) => found.get(applicantId) ?? []
}
