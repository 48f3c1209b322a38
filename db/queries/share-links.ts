import 'server-only'
import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { MOST_LIVE_LINKS } from '@/lib/mentors/grant'
import { type Group, linkSections, openGroups } from '@/lib/mentors/groups'
import { isUuid, type Scope } from '../access'
import { looks, shareLinks } from '../schema'

const liveOf = (scope: Scope) =>
  and(
    eq(shareLinks.applicantId, scope.applicantId),
    isNull(shareLinks.revokedAt),
    gt(shareLinks.expiresAt, sql`now()`),
  )

/** Keeps a link for reading by the hash of its token. Throws conflict for a form sent before, limit when many are live. */
export async function addShareLink(
  scope: Scope,
  link: {
    formId: string
    tokenHash: string
    label: string
    applicantName: string
    groups: readonly Group[]
    days: number
  },
): Promise<void> {
  const [live] = await scope.tx.select({ count: count() }).from(shareLinks).where(liveOf(scope))
  if ((live?.count ?? 0) >= MOST_LIVE_LINKS) {
    throw new AppError('limit', {
      readerMessage: `${MOST_LIVE_LINKS} links work now. End one of them first.`,
    })
  }
  const { groups, days, ...columns } = link
  const [added] = await scope.tx
    .insert(shareLinks)
    .values({
      ...columns,
      applicantId: scope.applicantId,
      readSections: linkSections(groups),
      expiresAt: sql`now() + make_interval(days => ${days})`,
    })
    .onConflictDoNothing()
    .returning({ id: shareLinks.id })
  if (!added) {
    throw new AppError('conflict', {
      readerMessage: 'This link was made already: it stands on the page of mentors.',
    })
  }
}

export type LiveLink = {
  id: string
  label: string
  applicantName: string
  groups: Group[]
  createdAt: Instant
  expiresAt: Instant
  lastLookAt: Instant | null
}

/** Links that work now, the newest first. */
export async function listLiveLinks(scope: Scope): Promise<LiveLink[]> {
  const rows = await scope.tx
    .select({
      id: shareLinks.id,
      label: shareLinks.label,
      applicantName: shareLinks.applicantName,
      readSections: shareLinks.readSections,
      createdAt: shareLinks.createdAt,
      expiresAt: shareLinks.expiresAt,
      lastLookAt: sql<string | null>`(
        select max(l.looked_at) from ${looks} l
        where l.link_id = share_links.id and l.applicant_id = share_links.applicant_id)`,
    })
    .from(shareLinks)
    .where(liveOf(scope))
    .orderBy(desc(shareLinks.createdAt))
  return rows.map(({ readSections, ...row }) => ({
    ...row,
    groups: openGroups({ readSections, commentSections: [] }),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastLookAt: row.lastLookAt === null ? null : new Date(row.lastLookAt).toISOString(),
  }))
}

/** Ends a link: whoever opens it next finds nothing. Throws not_found when it does not work any more, or is another's. */
export async function revokeShareLink(scope: Scope, id: string): Promise<void> {
  const [gone] = isUuid(id)
    ? await scope.tx
        .update(shareLinks)
        .set({ revokedAt: sql`now()` })
        .where(and(liveOf(scope), eq(shareLinks.id, id)))
        .returning({ id: shareLinks.id })
    : []
  if (!gone) throw new AppError('not_found')
}
