import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { AuthScope } from '../access'
import { rateLimits } from '../schema'

/**
 * Counts one attempt under a key (hashed by the caller) and returns how many there were in the running window, this one
 * included. A window starts with its first attempt. Run it in a transaction of its own, so that a refusal still counts.
 */
export async function countAttempt(scope: AuthScope, key: string, windowSeconds: number): Promise<number> {
  const ends = sql`now() + make_interval(secs => ${windowSeconds})`
  const [row] = await scope.tx
    .insert(rateLimits)
    .values({ key, count: 1, resetsAt: ends })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.resetsAt} <= now() then 1 else least(${rateLimits.count} + 1, 1000000) end`,
        resetsAt: sql`case when ${rateLimits.resetsAt} <= now() then ${ends} else ${rateLimits.resetsAt} end`,
      },
    })
    .returning({ count: rateLimits.count })
  return row?.count ?? 1
}

/** Forgets the attempts under a key, once one has succeeded. */
export async function clearAttempts(scope: AuthScope, key: string): Promise<void> {
  await scope.tx.delete(rateLimits).where(eq(rateLimits.key, key))
}
