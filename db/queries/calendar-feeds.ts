import 'server-only'
import { eq } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import type { Scope } from '../access'
import { calendarFeeds } from '../schema'

/** The person's calendar address, as far as anyone can see it again: when it was made and when it was last asked. */
export type CalendarFeed = { createdAt: Instant; lastReadAt: Instant | null }

type Read = Pick<Scope, 'tx' | 'applicantId'>

export async function findCalendarFeed(scope: Read): Promise<CalendarFeed | null> {
  const [row] = await scope.tx
    .select({ createdAt: calendarFeeds.createdAt, lastReadAt: calendarFeeds.lastReadAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.applicantId, scope.applicantId))
  if (!row) return null
  return { createdAt: row.createdAt.toISOString(), lastReadAt: row.lastReadAt?.toISOString() ?? null }
}

/** Gives the person a new address by the hash of its token. One they had is dead from then on. */
export async function renewCalendarFeed(scope: Scope, tokenHash: string): Promise<void> {
  await scope.tx
    .insert(calendarFeeds)
    .values({ applicantId: scope.applicantId, tokenHash })
    .onConflictDoUpdate({
      target: calendarFeeds.applicantId,
      set: { tokenHash, createdAt: new Date(), lastReadAt: null },
    })
}

/** Ends the address: whoever asks it finds nothing. */
export async function revokeCalendarFeed(scope: Scope): Promise<void> {
  await scope.tx.delete(calendarFeeds).where(eq(calendarFeeds.applicantId, scope.applicantId))
}
