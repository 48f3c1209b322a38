import { getTableName } from 'drizzle-orm'
import type postgres from 'postgres'
import { OWNED_TABLES } from '../../../db/owned-tables'
import { SECTIONS, type Section } from '../../../lib/mentors/policy'

/** A section, or the names of the person's own programs, which the list and the interviews both may show. */
export type Mark = Section | 'named'
export const MARKS: readonly Mark[] = [...SECTIONS, 'named']

/**
 * Tells a person's free texts apart by section: what held `marker` holds the marker with its section behind it from then
 * on, so that one look at a page says which sections are in it.
 */
export async function markSections(owner: postgres.Sql, userId: string, marker: string): Promise<void> {
  for (const { table, ownerColumn, section, alsoOpenWith, isWork } of OWNED_TABLES) {
    if (!isWork || !SECTIONS.some((one) => one === section)) continue
    const name = getTableName(table)
    // Of what two sections open, the words are on the pages of the second alone.
    const mark = name === 'programs' ? 'named' : (alsoOpenWith ?? section)
    const columns = await owner<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${name} and data_type = 'text'`
    for (const column of columns) {
      await owner`update ${owner(name)} set ${owner(column.name)} = replace(${owner(column.name)}, ${marker}, ${marker + mark})
        where ${owner(ownerColumn.name)} = ${userId} and ${owner(column.name)} like ${`%${marker}%`}`
    }
  }
}

/** The sections whose words are in a page. */
export function marksIn(body: string, marker: string): Mark[] {
  return MARKS.filter((mark) => body.includes(marker + mark))
}
