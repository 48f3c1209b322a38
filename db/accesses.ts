import 'server-only'
import { sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import type { Conflict } from '@/lib/mentors/policy'
import type { Executor } from './access'

/** What the reader of a transaction may see of one applicant, as the database has it now. */
export type Access = {
  applicantId: string
  /** The name that the applicant chose for this reader. */
  applicantName: string
  grantId: string | null
  linkId: string | null
  readSections: readonly string[]
  commentSections: readonly string[]
  since: Instant
  expiresAt: Instant | null
  /** Null unless the mentor works at a program of this list, or has not said where they work. */
  conflict: Conflict | null
}

/**
 * Every applicant whom the viewer of this transaction may see (or the one asked for): the mentees of a mentor, the one
 * behind a link, the one of a preview. In the order of the applicants' names.
 */
export async function listAccesses(tx: Executor, applicantId?: string): Promise<Access[]> {
  const rows = await tx.execute<{
    applicant_id: string
    grant_id: string | null
    link_id: string | null
    applicant_name: string
    read_sections: string[]
    comment_sections: string[]
    since: string
    expires_at: string | null
    is_in_conflict: boolean
    is_lifted: boolean
    institution: string | null
    own_programs: string[]
  }>(sql`select applicant_id, grant_id, link_id, applicant_name, read_sections, comment_sections, since, expires_at,
      is_in_conflict, is_lifted, institution, own_programs
    from app_accesses() ${applicantId === undefined ? sql`` : sql`where applicant_id = ${applicantId}`}
    order by applicant_name, applicant_id`)
  return rows.map((row) => ({
    applicantId: row.applicant_id,
    applicantName: row.applicant_name,
    grantId: row.grant_id,
    linkId: row.link_id,
    readSections: row.read_sections,
    commentSections: row.comment_sections,
    since: new Date(row.since).toISOString(),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at).toISOString(),
    conflict: row.is_in_conflict
      ? { programIds: row.own_programs, institution: row.institution, isLifted: row.is_lifted }
      : null,
  }))
}
