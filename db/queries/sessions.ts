import 'server-only'
import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { AuthScope, Executor, Scope } from '../access'
import { sessions, THEMES, users } from '../schema'

/** Sessions end when unused for this long: a guest's work is promised for 90 days. */
export const SESSION_DAYS = { guest: 90, member: 60 } as const

/** A session seen less than this long ago is not written to again. */
const TOUCH_SECONDS = 600

export type SessionPerson = {
  sessionId: string
  userId: string
  isGuest: boolean
  email: string | null
  name: string | null
  timeZone: string
  isTimeZoneChosen: boolean
  theme: (typeof THEMES)[number]
  isSample: boolean
  /** Whether `touchSession` is due. */
  isStale: boolean
}

/**
 * The person behind a session id, or null when it is unknown, revoked or ended. The one read without a scope: it asks a
 * database function that answers for a whole session id only, in a single round trip.
 */
export async function findSession(tx: Executor, sessionId: string): Promise<SessionPerson | null> {
  const [row] = await tx.execute<{
    user_id: string
    kind: string
    email: string | null
    name: string | null
    time_zone: string
    is_time_zone_chosen: boolean
    theme: string
    is_sample: boolean
    is_stale: boolean
  }>(sql`select user_id, kind, email, name, time_zone, is_time_zone_chosen, theme, is_sample,
      last_seen_at < now() - make_interval(secs => ${TOUCH_SECONDS}) as is_stale
    from app_session(${sessionId})`)
  if (!row) return null
  return {
    sessionId,
    userId: row.user_id,
    isGuest: row.kind !== 'member',
    email: row.email,
    name: row.name,
    timeZone: row.time_zone,
    isTimeZoneChosen: row.is_time_zone_chosen,
    theme: THEMES.find((theme) => theme === row.theme) ?? 'system',
    isSample: row.is_sample,
    isStale: row.is_stale,
  }
}

function lifetime(isGuest: boolean) {
  return sql`now() + make_interval(days => ${isGuest ? SESSION_DAYS.guest : SESSION_DAYS.member})`
}

/** Notes that the person is here, and moves the end of an unused session on. */
export async function touchSession(scope: Scope, sessionId: string, isGuest: boolean): Promise<void> {
  await scope.tx
    .update(sessions)
    .set({ lastSeenAt: sql`now()`, expiresAt: lifetime(isGuest) })
    .where(
      and(eq(sessions.id, sessionId), eq(sessions.userId, scope.applicantId), isNull(sessions.revokedAt)),
    )
  await scope.tx.update(users).set({ lastSeenAt: sql`now()` }).where(eq(users.id, scope.applicantId))
}

/**
 * Signs a browser in and returns the new session's id, which is a secret. `minutes` makes a short session that
 * `lengthenSession` turns into an ordinary one.
 */
export async function addSession(
  scope: AuthScope,
  person: { userId: string; isGuest: boolean },
  { device, minutes }: { device: string; minutes?: number },
): Promise<string> {
  const [row] = await scope.tx
    .insert(sessions)
    .values({
      userId: person.userId,
      device,
      expiresAt: minutes ? sql`now() + make_interval(mins => ${minutes})` : lifetime(person.isGuest),
    })
    .returning({ id: sessions.id })
  if (!row) throw new Error('A session was not stored')
  return row.id
}

/** Gives a member's short session its ordinary length. */
export async function lengthenSession(scope: AuthScope, sessionId: string, userId: string): Promise<void> {
  await scope.tx
    .update(sessions)
    .set({ expiresAt: lifetime(false), lastSeenAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
}

/** Ends every session of a person, or every one but the session named. Returns how many were ended. */
export async function revokeSessions(
  scope: AuthScope,
  userId: string,
  { except }: { except?: string | undefined } = {},
): Promise<number> {
  const ended = await scope.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** What a page may name a session by: the id itself is half of a cookie and stays here. */
const handle = sql<string>`encode(sha256(${sessions.id}::text::bytea), 'hex')`

export type SessionLine = {
  handle: string
  device: string
  createdAt: Date
  lastSeenAt: Date
  isThis: boolean
}

/** The person's live sessions, the last used first. */
export function listSessions(scope: Scope, currentSessionId: string): Promise<SessionLine[]> {
  return scope.tx
    .select({
      handle,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      isThis: sql<boolean>`${sessions.id} = ${currentSessionId}`,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, scope.applicantId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
}

/** Ends one session of the person's own; throws not_found when it is another's or has ended. */
export async function revokeSession(scope: Scope, sessionHandle: string): Promise<void> {
  const [gone] = await scope.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.userId, scope.applicantId), isNull(sessions.revokedAt), eq(handle, sessionHandle)))
    .returning({ userId: sessions.userId })
  if (!gone) throw new AppError('not_found')
}

/** Signs out: ends this one session, whoever asks; the id is the proof. */
export async function endSession(scope: AuthScope, sessionId: string): Promise<void> {
  await scope.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}
