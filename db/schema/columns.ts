import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, date, integer, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A random primary key, made by the database. */
export const id = () => uuid('id').primaryKey().defaultRandom()

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const calendarDate = (name: string) => date(name, { mode: 'string' })

export const createdAt = () => instant('created_at').notNull().defaultNow()
export const updatedAt = () =>
  instant('updated_at')
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date())

/** Counts the edits of a row; a form sends back the version it was made from, so a stale edit is refused. */
export const version = () => integer('version').notNull().default(1)

/** Sent by a create form and unique with the owner, so that a form sent twice creates one row. */
export const formId = () => uuid('form_id').notNull().defaultRandom()

/** Backs an `as const` tuple with a CHECK, so the database refuses what the types refuse. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list = sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))
  return check(name, sql`${column} in (${list})`)
}

/** The same for a list: each of its values is one of the tuple. A list that was not said is null and passes. */
export function allOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list = sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))
  return check(name, sql`${column} <@ array[${list}]::text[]`)
}
