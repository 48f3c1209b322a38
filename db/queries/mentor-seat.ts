import 'server-only'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { type Levels, levelsOf } from '@/lib/mentors/groups'
import { isUuid, type Scope } from '../access'
import { grants, mentorSeats, programs } from '../schema'

/** What a mentor says of themselves. */
export type Seat = { name: string; institution: string | null; programIds: string[]; since: Instant }

/** The viewer's own seat, or null for someone who has not been a mentor yet. */
export async function findSeat(scope: Scope): Promise<Seat | null> {
  const [row] = await scope.tx
    .select({
      name: mentorSeats.name,
      institution: mentorSeats.institution,
      programIds: mentorSeats.programIds,
      since: mentorSeats.institutionAt,
    })
    .from(mentorSeats)
    .where(eq(mentorSeats.userId, scope.applicantId))
  return row ? { ...row, since: row.since.toISOString() } : null
}

/**
 * Keeps what a mentor says of themselves; the mask follows on the next request. Only programs of the catalogue count;
 * the day of the institution moves when it, or its programs, did.
 */
export async function saveSeat(scope: Scope, seat: Omit<Seat, 'since'>): Promise<void> {
  const known =
    seat.programIds.length === 0
      ? []
      : await scope.tx
          .select({ id: programs.id })
          .from(programs)
          .where(and(isNull(programs.ownerId), inArray(programs.id, seat.programIds)))
  const programIds = known.map(({ id }) => id).sort()
  await scope.tx
    .insert(mentorSeats)
    .values({ userId: scope.applicantId, name: seat.name, institution: seat.institution, programIds })
    .onConflictDoUpdate({
      target: mentorSeats.userId,
      set: {
        name: seat.name,
        institution: seat.institution,
        programIds,
        institutionAt: sql`case when (mentor_seats.institution, mentor_seats.program_ids)
          is distinct from (excluded.institution, excluded.program_ids) then now() else mentor_seats.institution_at end`,
        updatedAt: new Date(),
      },
    })
}

/** Stops being a mentor for this applicant, at once; throws not_found when the viewer was none. */
export async function leaveMentee(scope: Scope, applicantId: string): Promise<void> {
  if (!isUuid(applicantId)) throw new AppError('not_found')
  const [row] = await scope.tx.execute<{ left: boolean }>(
    sql`select app_leave_mentee(${applicantId}) as left`,
  )
  if (!row?.left) throw new AppError('not_found')
}

export type OwnMentee = { applicantId: string; applicantName: string; since: Instant; levels: Levels }

/** Whose mentor the viewer is now, by name. Only grants are read, nothing of anybody's cycle. */
export async function listOwnMentees(scope: Scope): Promise<OwnMentee[]> {
  const rows = await scope.tx
    .select({
      applicantId: grants.applicantId,
      applicantName: grants.applicantName,
      readSections: grants.readSections,
      commentSections: grants.commentSections,
      createdAt: grants.createdAt,
    })
    .from(grants)
    .where(
      and(
        eq(grants.mentorId, scope.applicantId),
        isNull(grants.revokedAt),
        sql`(${grants.expiresAt} is null or ${grants.expiresAt} > now())`,
      ),
    )
    .orderBy(asc(grants.applicantName), asc(grants.createdAt))
  return rows.map(({ applicantId, applicantName, createdAt, ...opened }) => ({
    applicantId,
    applicantName,
    since: createdAt.toISOString(),
    levels: levelsOf(opened),
  }))
}
