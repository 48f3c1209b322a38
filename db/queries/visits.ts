import 'server-only'
import { and, eq, lt } from 'drizzle-orm'
import { datesOf, readSeenDates, type SeenDates } from '@/lib/checklist/season-dates'
import type { Instant } from '@/lib/dates/calendar-date'
import type { Season } from '@/lib/season/season'
import type { Scope } from '../access'
import { cycles, cycleVisits as visits } from '../schema'

const MINUTE_MS = 60_000
/** Within this time a visit is not written again: a page that is read often then costs no write. */
const FRESH_MS = 30 * MINUTE_MS
/** A longer pause makes it a new visit. */
const PAUSE_MS = 4 * 60 * MINUTE_MS

export type Visit = {
  visitedAt: Instant
  /** The visit before this one; null while there is none. */
  previousAt: Instant | null
  seenDates: SeenDates
}

/** The person's last visit to their current cycle, or null when they have not looked at it yet. */
export async function findVisit(scope: Scope<'list:read' | 'checklist:read'>): Promise<Visit | null> {
  const [row] = await scope.tx
    .select({
      visitedAt: visits.visitedAt,
      previousAt: visits.previousVisitAt,
      seenDates: visits.seenDates,
    })
    .from(visits)
    .innerJoin(cycles, and(eq(cycles.id, visits.cycleId), cycles.isCurrent))
    .where(eq(visits.applicantId, scope.applicantId))
  return (
    (row && {
      visitedAt: row.visitedAt.toISOString(),
      previousAt: row.previousAt?.toISOString() ?? null,
      seenDates: readSeenDates(row.seenDates) ?? {},
    }) ??
    null
  )
}

/**
 * Notes that the person is here, and returns the visit as pages should read it: `previousAt` is the end of the visit
 * before. Writes at most twice an hour. The dates of the season are noted once, at the first visit: see `acceptDates`.
 */
export async function noteVisit(
  scope: Scope,
  { visit, cycleId, season, at }: { visit: Visit | null; cycleId: string; season: Season; at: Instant },
): Promise<Visit> {
  if (visit === null) {
    await scope.tx
      .insert(visits)
      .values({
        applicantId: scope.applicantId,
        cycleId,
        visitedAt: new Date(at),
        seenDates: datesOf(season),
      })
      .onConflictDoNothing({ target: visits.cycleId })
    return { visitedAt: at, previousAt: null, seenDates: datesOf(season) }
  }
  const pause = Date.parse(at) - Date.parse(visit.visitedAt)
  if (pause < FRESH_MS) return visit
  const previousAt = pause > PAUSE_MS ? visit.visitedAt : visit.previousAt
  await scope.tx
    .update(visits)
    .set({ visitedAt: new Date(at), previousVisitAt: previousAt === null ? null : new Date(previousAt) })
    // Of two windows opened at once, the second finds the visit noted already.
    .where(
      and(
        eq(visits.cycleId, cycleId),
        eq(visits.applicantId, scope.applicantId),
        lt(visits.visitedAt, new Date(Date.parse(visit.visitedAt) + 1)),
      ),
    )
  return { ...visit, visitedAt: at, previousAt }
}

/** The person has read what moved: from now on these are the dates that they know. */
export async function acceptDates(
  scope: Scope,
  { cycleId, season, at }: { cycleId: string; season: Season; at: Instant },
): Promise<void> {
  await scope.tx
    .insert(visits)
    .values({ applicantId: scope.applicantId, cycleId, visitedAt: new Date(at), seenDates: datesOf(season) })
    .onConflictDoUpdate({
      target: visits.cycleId,
      set: { seenDates: datesOf(season) },
      setWhere: eq(visits.applicantId, scope.applicantId),
    })
}
