import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { type Levels, levelsOf } from '@/lib/mentors/groups'
import type { NoteKind } from '@/lib/notes/target'
import type { WaitingThread } from '@/lib/notes/waiting'
import type { Scope } from '../access'
import { grants } from '../schema'

/* What waits for the applicant from their mentors, in one statement each: Home and every list of things ask for it. */

/** The open conversations in which a mentor had the last word or suggests a task, the latest first. */
export async function listWaitingThreads(scope: Scope): Promise<WaitingThread[]> {
  const rows = await scope.tx.execute<{
    id: string
    kind: NoteKind
    target_id: string
    anchor: string
    mentor_name: string | null
    tasks: number
    task_title: string | null
    comments: number
  }>(sql`
    select t.id, t.kind, t.target_id, t.anchor, task.count as tasks, task.title as task_title, said.count as comments,
      (select g.mentor_name from grants g where g.applicant_id = t.applicant_id and g.mentor_id = t.mentor_id
        order by g.created_at desc limit 1) as mentor_name
    from comment_threads t
    cross join lateral (
      select count(*)::int as count, (array_agg(s.title order by s.created_at, s.id))[1] as title, max(s.created_at) as at
      from suggested_tasks s where s.thread_id = t.id and s.applicant_id = t.applicant_id and s.state = 'suggested') task
    cross join lateral (
      select count(*)::int as count, max(c.created_at) as at from comments c
      where c.thread_id = t.id and c.applicant_id = t.applicant_id and c.side = 'mentor' and c.removed_at is null
        and c.created_at > coalesce((select max(o.created_at) from comments o
          where o.thread_id = t.id and o.side = 'applicant' and o.removed_at is null), '-infinity')) said
    where t.applicant_id = ${scope.applicantId} and t.resolved_at is null and (task.count > 0 or said.count > 0)
      and app_note_target(t.applicant_id, t.kind, t.target_id)
    order by greatest(task.at, said.at) desc, t.id`)
  return rows.map((row) => ({
    threadId: row.id,
    target: { kind: row.kind, id: row.target_id, anchor: row.anchor },
    from: row.mentor_name,
    tasks: row.tasks,
    taskTitle: row.task_title ?? '',
    comments: row.comments,
  }))
}

/** Days for which Home says that a mentor accepted. */
const NEW_DAYS = 7

export type NewMentor = { grantId: string; name: string; email: string; since: Instant; levels: Levels }

/** Mentors who accepted within the last days and are still let in, the latest first. */
export async function listNewMentors(scope: Scope): Promise<NewMentor[]> {
  const rows = await scope.tx
    .select({
      grantId: grants.id,
      name: grants.mentorName,
      email: grants.mentorEmail,
      since: grants.createdAt,
      readSections: grants.readSections,
      commentSections: grants.commentSections,
    })
    .from(grants)
    .where(
      and(
        eq(grants.applicantId, scope.applicantId),
        isNull(grants.revokedAt),
        sql`(${grants.expiresAt} is null or ${grants.expiresAt} > now())`,
        sql`${grants.createdAt} > now() - make_interval(days => ${NEW_DAYS})`,
      ),
    )
    .orderBy(desc(grants.createdAt))
  return rows.map(({ readSections, commentSections, since, ...row }) => ({
    ...row,
    since: since.toISOString(),
    levels: levelsOf({ readSections, commentSections }),
  }))
}
