import 'server-only'
import { count, desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import type { LookKind } from '@/lib/mentors/look'
import type { Scope } from '../access'
import { grants, looks, shareLinks } from '../schema'

export type Look = {
  id: string
  what: LookKind
  at: Instant
  by: 'mentor' | 'link'
  /** The mentor's name as it was given, or the link's label; null for a mentor who has deleted their account. */
  who: string | null
}

export const LOOKS_A_PAGE = 50

/** One page of who looked at the applicant's data, the newest first; `page` counts from 1. */
export async function listLooks(
  scope: Scope,
  { page }: { page: number },
): Promise<{ looks: Look[]; total: number }> {
  const rows = await scope.tx
    .select({
      id: looks.id,
      what: looks.what,
      at: looks.at,
      by: looks.by,
      who: sql<string | null>`case when ${looks.by} = 'link' then ${shareLinks.label}
        when ${looks.mentorId} is null then null else ${grants.mentorName} end`,
    })
    .from(looks)
    .leftJoin(grants, eq(grants.id, looks.grantId))
    .leftJoin(shareLinks, eq(shareLinks.id, looks.linkId))
    .where(eq(looks.applicantId, scope.applicantId))
    .orderBy(desc(looks.at), desc(looks.id))
    .limit(LOOKS_A_PAGE)
    .offset((page - 1) * LOOKS_A_PAGE)
  const [total] = await scope.tx
    .select({ count: count() })
    .from(looks)
    .where(eq(looks.applicantId, scope.applicantId))
  return { looks: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total: total?.count ?? 0 }
}
