import 'server-only'
import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { INVITATION_DAYS, MOST_OPEN_INVITATIONS } from '@/lib/mentors/grant'
import { type Levels, levelsOf, sectionsOf } from '@/lib/mentors/groups'
import { isUuid, type PublicScope, type Scope } from '../access'
import { invitations } from '../schema'

export type NewInvitation = {
  formId: string
  tokenHash: string
  /** null for a link that the applicant hands over. */
  email: string | null
  mentorLabel: string
  applicantName: string
  message: string
  levels: Levels
  grantExpiresAt: Instant | null
}

/**
 * Keeps an invitation by the hash of its token. Throws conflict for a form sent before (its token was shown once, and is
 * known to nobody here), and limit when too many are open.
 */
export async function addInvitation(scope: Scope, { levels, ...invitation }: NewInvitation): Promise<void> {
  const [open] = await scope.tx.select({ count: count() }).from(invitations).where(openOf(scope))
  if ((open?.count ?? 0) >= MOST_OPEN_INVITATIONS) {
    throw new AppError('limit', {
      readerMessage: `${MOST_OPEN_INVITATIONS} invitations are open. Withdraw one that is not needed first.`,
    })
  }
  const [added] = await scope.tx
    .insert(invitations)
    .values({
      ...invitation,
      ...sectionsOf(levels),
      applicantId: scope.applicantId,
      grantExpiresAt: invitation.grantExpiresAt === null ? null : new Date(invitation.grantExpiresAt),
      expiresAt: sql`now() + make_interval(days => ${INVITATION_DAYS})`,
    })
    .onConflictDoNothing()
    .returning({ id: invitations.id })
  if (!added) {
    throw new AppError('conflict', {
      readerMessage: 'This invitation was made already: it stands on the page of mentors.',
    })
  }
}

const openOf = (scope: Scope) =>
  and(
    eq(invitations.applicantId, scope.applicantId),
    isNull(invitations.usedAt),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, sql`now()`),
  )

export type OpenInvitation = {
  id: string
  mentorLabel: string
  email: string | null
  levels: Levels
  createdAt: Instant
  expiresAt: Instant
}

/** Invitations that nobody has accepted yet and that still can be, the newest first. */
export async function listOpenInvitations(scope: Scope): Promise<OpenInvitation[]> {
  const rows = await scope.tx
    .select({
      id: invitations.id,
      mentorLabel: invitations.mentorLabel,
      email: invitations.email,
      readSections: invitations.readSections,
      commentSections: invitations.commentSections,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(openOf(scope))
    .orderBy(desc(invitations.createdAt))
  return rows.map(({ readSections, commentSections, createdAt, expiresAt, ...row }) => ({
    ...row,
    levels: levelsOf({ readSections, commentSections }),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}

/** Withdraws an invitation: its link opens nothing from then on. Throws not_found when it is not open, or another's. */
export async function withdrawInvitation(scope: Scope, id: string): Promise<void> {
  const [gone] = isUuid(id)
    ? await scope.tx
        .update(invitations)
        .set({ withdrawnAt: sql`now()` })
        .where(and(openOf(scope), eq(invitations.id, id)))
        .returning({ id: invitations.id })
    : []
  if (!gone) throw new AppError('not_found')
}

/** What whoever holds an invitation's token may know of it. */
export type SeenInvitation =
  | {
      state: 'open'
      isOwn: boolean
      applicantName: string
      mentorLabel: string
      message: string
      levels: Levels
      grantExpiresAt: Instant | null
      expiresAt: Instant
    }
  /** `mine`: the viewer accepted it, and it still holds. */
  | { state: 'used' | 'expired' | 'withdrawn'; mine: { applicantId: string; applicantName: string } | null }

/** An invitation by the hash of its token; null when there never was one. Looking spends nothing. */
export async function findInvitation(scope: PublicScope, tokenHash: string): Promise<SeenInvitation | null> {
  const [row] = await scope.tx.execute<{
    state: 'open' | 'used' | 'expired' | 'withdrawn'
    is_own: boolean
    is_mine: boolean
    applicant_id: string | null
    applicant_name: string | null
    mentor_label: string | null
    message: string | null
    read_sections: string[] | null
    comment_sections: string[] | null
    grant_expires_at: string | null
    expires_at: string | null
  }>(sql`select * from app_invitation(${tokenHash})`)
  if (!row) return null
  if (row.state !== 'open' || row.expires_at === null) {
    const mine =
      row.is_mine && row.applicant_id !== null
        ? { applicantId: row.applicant_id, applicantName: row.applicant_name ?? '' }
        : null
    return { state: row.state === 'open' ? 'expired' : row.state, mine }
  }
  return {
    state: 'open',
    isOwn: row.is_own,
    applicantName: row.applicant_name ?? '',
    mentorLabel: row.mentor_label ?? '',
    message: row.message ?? '',
    levels: levelsOf({ readSections: row.read_sections ?? [], commentSections: row.comment_sections ?? [] }),
    grantExpiresAt: row.grant_expires_at === null ? null : new Date(row.grant_expires_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
  }
}

export type Acceptance = {
  outcome: 'accepted' | 'ended' | 'own' | 'guest' | 'undeclared'
  applicantId: string | null
}

/** Makes the viewer a mentor, once; the database decides whether they may. */
export async function acceptInvitation(scope: Scope, tokenHash: string): Promise<Acceptance> {
  const [row] = await scope.tx.execute<{ outcome: Acceptance['outcome']; applicant: string | null }>(
    sql`select outcome, applicant from app_accept_invitation(${tokenHash})`,
  )
  return { outcome: row?.outcome ?? 'ended', applicantId: row?.applicant ?? null }
}
