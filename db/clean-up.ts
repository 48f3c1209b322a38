import { getTableName } from 'drizzle-orm'
import type postgres from 'postgres'
import { OWNED_TABLES } from './owned-tables'

/** What the pages promise; app/(public)/privacy says the same in words. */
export const GUEST_DAYS = 90
const ENDED_DAYS = 7

export interface CleanedUp {
  guests: number
  sessions: number
  links: number
  limits: number
}

/**
 * Forgets what is past its time: guests unseen for 90 days with all their rows, sessions and links that ended a week
 * ago, windows of attempts that are over. `owner` is the owner's connection. Safe to repeat.
 */
export async function cleanUp(owner: postgres.Sql): Promise<CleanedUp> {
  return owner.begin(async (tx) => {
    const gone = await tx<{ id: string }[]>`
      select id from users
      where kind = 'guest' and last_seen_at < now() - make_interval(days => ${GUEST_DAYS})
      for update skip locked`
    const ids = gone.map(({ id }) => id)
    if (ids.length > 0) {
      for (const { table, ownerColumn } of OWNED_TABLES.toReversed()) {
        await tx`delete from ${tx(getTableName(table))} where ${tx(ownerColumn.name)} = any(${ids})`
      }
      await tx`delete from users where id = any(${ids})`
    }
    const sessions = await tx`
      delete from sessions
      where least(coalesce(revoked_at, 'infinity'), expires_at) < now() - make_interval(days => ${ENDED_DAYS})`
    const links = await tx`
      delete from auth_tokens
      where least(coalesce(used_at, 'infinity'), expires_at) < now() - make_interval(days => ${ENDED_DAYS})`
    const limits = await tx`delete from rate_limits where resets_at < now()`
    return { guests: ids.length, sessions: sessions.count, links: links.count, limits: limits.count }
  })
}
