import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { GrantEnder } from '@/lib/mentors/grant'
import { type Levels, levelsOf, sectionsOf } from '@/lib/mentors/groups'
import { isUuid, type Scope } from '../access'
import { grants, looks, mentorSeats } from '../schema'

/** A grant as the applicant who gave it sees it. */
export type GivenGrant = {
  id: string
  mentorName: string
  mentorEmail: string
  applicantName: string
  levels: Levels
  since: Instant
  expiresAt: Instant | null
  endedAt: Instant | null
  endedBy: GrantEnder | null
  version: number
  lastLookAt: Instant | null
  /** What the mentor says of where they work; null once the grant has ended. */
  seat: { institution: string | null; since: Instant } | null
  conflict: { programIds: string[]; isLifted: boolean } | null
}

/** All grants that the applicant has given, those that live first, then the newest. */
export async function listGivenGrants(scope: Scope): Promise<GivenGrant[]> {
  const [rows, conflicts] = await Promise.all([
    readGrants(scope, undefined),
    scope.tx.execute<{ grant_id: string; is_in_conflict: boolean; listed_programs: string[] }>(
      sql`select grant_id, is_in_conflict, listed_programs from app_my_conflicts()`,
    ),
  ])
  const conflictOf = new Map(conflicts.map((row) => [row.grant_id, row]))
  return rows.map((row) => given(row, conflictOf.get(row.id)))
}

/** One of them; throws not_found when the applicant has not given it. */
export async function getGivenGrant(scope: Scope, id: string): Promise<GivenGrant> {
  const found = isUuid(id) ? (await listGivenGrants(scope)).find((grant) => grant.id === id) : undefined
  if (!found) throw new AppError('not_found')
  return found
}

type GrantRow = Awaited<ReturnType<typeof readGrants>>[number]

function readGrants(scope: Scope, id: string | undefined) {
  return scope.tx
    .select({
      id: grants.id,
      mentorName: sql<string>`coalesce(${mentorSeats.name}, ${grants.mentorName})`,
      mentorEmail: grants.mentorEmail,
      applicantName: grants.applicantName,
      readSections: grants.readSections,
      commentSections: grants.commentSections,
      maskLiftedAt: grants.maskLiftedAt,
      createdAt: grants.createdAt,
      expiresAt: grants.expiresAt,
      revokedAt: grants.revokedAt,
      endedBy: grants.endedBy,
      version: grants.version,
      isOver: sql<boolean>`${grants.revokedAt} is not null or coalesce(${grants.expiresAt} <= now(), false)`,
      institution: mentorSeats.institution,
      institutionAt: mentorSeats.institutionAt,
      lastLookAt: sql<string | null>`(
        select max(l.looked_at) from ${looks} l where l.grant_id = grants.id and l.applicant_id = grants.applicant_id)`,
    })
    .from(grants)
    .leftJoin(mentorSeats, eq(mentorSeats.userId, grants.mentorId))
    .where(and(eq(grants.applicantId, scope.applicantId), id === undefined ? undefined : eq(grants.id, id)))
    .orderBy(
      sql`${grants.revokedAt} is not null or coalesce(${grants.expiresAt} <= now(), false)`,
      desc(grants.createdAt),
    )
}

function given(
  row: GrantRow,
  conflict: { is_in_conflict: boolean; listed_programs: string[] } | undefined,
): GivenGrant {
  return {
    id: row.id,
    mentorName: row.mentorName,
    mentorEmail: row.mentorEmail,
    applicantName: row.applicantName,
    levels: levelsOf(row),
    since: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    endedAt: row.isOver ? ((row.revokedAt ?? row.expiresAt)?.toISOString() ?? null) : null,
    endedBy: row.endedBy,
    version: row.version,
    lastLookAt: row.lastLookAt === null ? null : new Date(row.lastLookAt).toISOString(),
    seat:
      row.isOver || row.institutionAt === null
        ? null
        : { institution: row.institution, since: row.institutionAt.toISOString() },
    conflict:
      conflict?.is_in_conflict && !row.isOver
        ? { programIds: conflict.listed_programs, isLifted: row.maskLiftedAt !== null }
        : null,
  }
}

/** A grant of theirs that lives: one that ended, by its day too, is changed no more. */
const ofApplicant = (scope: Scope, id: string) =>
  and(
    eq(grants.id, id),
    eq(grants.applicantId, scope.applicantId),
    isNull(grants.revokedAt),
    sql`(${grants.expiresAt} is null or ${grants.expiresAt} > now())`,
  )

/**
 * Changes what a mentor sees, from their next request on. Throws not_found for a grant that has ended or is another's, and
 * conflict when it was changed in another window.
 */
export async function saveGrant(
  scope: Scope,
  grant: { id: string; version: number; applicantName: string; levels: Levels; expiresAt: Instant | null },
): Promise<void> {
  const [saved] = await scope.tx
    .update(grants)
    .set({
      applicantName: grant.applicantName,
      ...sectionsOf(grant.levels),
      expiresAt: grant.expiresAt === null ? null : new Date(grant.expiresAt),
      version: grant.version + 1,
    })
    .where(and(ofApplicant(scope, grant.id), eq(grants.version, grant.version)))
    .returning({ id: grants.id })
  if (saved) return
  const current = await getGivenGrant(scope, grant.id)
  throw new AppError(current.endedAt === null ? 'conflict' : 'not_found')
}

/** Ends a grant, from the mentor's next request on. To end one that has ended changes nothing; throws not_found otherwise. */
export async function revokeGrant(scope: Scope, id: string): Promise<{ mentorName: string }> {
  await scope.tx
    .update(grants)
    .set({ revokedAt: sql`now()`, endedBy: 'applicant' })
    .where(ofApplicant(scope, id))
  return getGivenGrant(scope, id)
}

/** Shows a mentor in conflict the whole list all the same, or hides it again. Never the rank order. */
export async function liftMask(scope: Scope, id: string, isLifted: boolean): Promise<void> {
  const [saved] = await scope.tx
    .update(grants)
    .set({ maskLiftedAt: isLifted ? sql`now()` : null, version: sql`${grants.version} + 1` })
    .where(ofApplicant(scope, id))
    .returning({ id: grants.id })
  if (!saved) throw new AppError('not_found')
}
