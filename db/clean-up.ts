import type postgres from 'postgres'

/** What the pages promise; the database's `app_clean_up` keeps it, and app/(public)/privacy says the same in words. */
export const GUEST_DAYS = 90

export interface CleanedUp {
  guests: number
  sessions: number
  links: number
  limits: number
}

/**
 * Forgets what is past its time: guests unseen for 90 days with all their rows, sessions and links that ended a week
 * ago, windows of attempts that are over. At each start as the owner; a worker does the same daily. Safe to repeat.
 */
export async function cleanUp(owner: postgres.Sql): Promise<CleanedUp> {
  const [done] = await owner<CleanedUp[]>`select guests, sessions, links, limits from app_clean_up()`
  return done ?? { guests: 0, sessions: 0, links: 0, limits: 0 }
}
