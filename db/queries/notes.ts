import 'server-only'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import {
  type Comment,
  MOST,
  type NoteSide,
  type SuggestedTask,
  saysSomething,
  type Thread,
} from '@/lib/notes/note'
import { type NoteTarget, sectionOf } from '@/lib/notes/target'
import { isUuid, type NotesScope } from '../access'
import { comments, commentThreads, grants, suggestedTasks } from '../schema'

/*
 * What an applicant and one mentor say to each other. Each statement asks for itself whether the viewer is one of the two
 * and, as the mentor, still let in (app_note_open in the migrations); the policies of the tables ask the same.
 */

/** Someone whom the applicant may talk with about a thing, or the mentor who reads. */
export type NotePartner = {
  mentorId: string
  name: string
  /** What the mentor calls the applicant. */
  applicantName: string
  mayRead: boolean
  mayComment: boolean
}

/** All that is said about a thing to the viewer's eyes, and with whom it can be spoken of. */
export type NotesOn = {
  target: NoteTarget
  side: NoteSide
  applicantId: string
  partners: readonly NotePartner[]
  threads: readonly Thread[]
}

/**
 * The threads of this applicant that the viewer is a side of: of what is still there, and as a mentor only while the grant
 * opens it.
 */
export function threadsInSight(scope: NotesScope, deed: 'read' | 'comment' = 'read'): SQL | undefined {
  const { applicantId, mentorId, kind, targetId } = commentThreads
  return and(
    eq(applicantId, scope.applicantId),
    scope.side === 'applicant'
      ? sql`app_note_target(${applicantId}, ${kind}, ${targetId})`
      : and(
          eq(mentorId, scope.viewerId),
          sql`app_note_open(${applicantId}, ${mentorId}, ${kind}, ${targetId}, ${deed})`,
        ),
  )
}

/** What is said about one thing, in one round trip. Of a statement all its paragraphs'. */
export async function loadNotesOn(
  scope: NotesScope,
  target: Pick<NoteTarget, 'kind' | 'id'>,
): Promise<NotesOn> {
  const section = sectionOf(target)
  const [partners, threads] = await Promise.all([
    section === null ? [] : listPartners(scope, section),
    readThreads(scope, and(eq(commentThreads.kind, target.kind), eq(commentThreads.targetId, target.id))),
  ])
  return {
    target: { ...target, anchor: '' },
    side: scope.side,
    applicantId: scope.applicantId,
    partners,
    threads,
  }
}

/** Every thread in sight that says something still, the one with the latest word first. */
export async function listThreads(scope: NotesScope): Promise<Thread[]> {
  const threads = await readThreads(scope, undefined)
  const latest = ({ comments: said, tasks }: Thread) =>
    [...said, ...tasks]
      .map(({ createdAt }) => createdAt)
      .toSorted()
      .at(-1) ?? ''
  return threads.toSorted((a, b) => (latest(a) > latest(b) ? -1 : 1))
}

/** Everyone whom this applicant has ever let in (or the mentor who asks), with what the newest live grant allows now. */
export async function listPartners(scope: NotesScope, section: string): Promise<NotePartner[]> {
  const may = (deed: 'read' | 'comment') =>
    sql<boolean>`app_note_grant(${grants.applicantId}, ${grants.mentorId}, ${section}, ${deed})`
  const rows = await scope.tx
    .select({
      mentorId: grants.mentorId,
      name: grants.mentorName,
      applicantName: grants.applicantName,
      mayRead: may('read'),
      mayComment: may('comment'),
    })
    .from(grants)
    .where(
      and(
        eq(grants.applicantId, scope.applicantId),
        scope.side === 'applicant' ? undefined : eq(grants.mentorId, scope.viewerId),
      ),
    )
    .orderBy(desc(grants.createdAt))
  return rows.filter(
    ({ mentorId }, index) => rows.findIndex((other) => other.mentorId === mentorId) === index,
  )
}

async function readThreads(scope: NotesScope, where: SQL | undefined): Promise<Thread[]> {
  const inSight = and(threadsInSight(scope), where)
  const [found, said, tasks] = await Promise.all([
    scope.tx
      .select({
        id: commentThreads.id,
        mentorId: commentThreads.mentorId,
        kind: commentThreads.kind,
        targetId: commentThreads.targetId,
        anchor: commentThreads.anchor,
        resolvedAt: commentThreads.resolvedAt,
        resolvedBy: commentThreads.resolvedBy,
        mayWrite: sql<boolean>`app_note_open(${commentThreads.applicantId}, ${commentThreads.mentorId},
          ${commentThreads.kind}, ${commentThreads.targetId}, ${scope.side === 'mentor' ? 'comment' : 'read'})`,
      })
      .from(commentThreads)
      .where(inSight)
      .orderBy(asc(commentThreads.createdAt), asc(commentThreads.id)),
    scope.tx
      .select({
        id: comments.id,
        threadId: comments.threadId,
        side: comments.side,
        isMine: sql<boolean>`coalesce(${comments.authorId} = ${scope.viewerId}, false)`,
        body: comments.body,
        earlier: comments.earlier,
        editedAt: comments.editedAt,
        removedAt: comments.removedAt,
        version: comments.version,
        createdAt: comments.createdAt,
      })
      .from(comments)
      .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
      .where(inSight)
      .orderBy(asc(comments.createdAt), asc(comments.id)),
    scope.tx
      .select({
        id: suggestedTasks.id,
        threadId: suggestedTasks.threadId,
        title: suggestedTasks.title,
        note: suggestedTasks.note,
        dueOn: suggestedTasks.dueOn,
        state: suggestedTasks.state,
        reason: suggestedTasks.reason,
        itemId: suggestedTasks.itemId,
        createdAt: suggestedTasks.createdAt,
      })
      .from(suggestedTasks)
      .innerJoin(commentThreads, eq(commentThreads.id, suggestedTasks.threadId))
      .where(inSight)
      .orderBy(asc(suggestedTasks.createdAt), asc(suggestedTasks.id)),
  ])
  return found
    .map(({ kind, targetId, anchor, resolvedAt, ...thread }) => ({
      ...thread,
      target: { kind, id: targetId, anchor },
      resolvedAt: resolvedAt?.toISOString() ?? null,
      comments: said.filter(({ threadId }) => threadId === thread.id).map(asComment),
      tasks: tasks.filter(({ threadId }) => threadId === thread.id).map(asTask),
    }))
    .filter(saysSomething)
}

type CommentRow = Omit<Comment, 'editedAt' | 'createdAt' | 'isRemoved'> & {
  threadId: string
  editedAt: Date | null
  removedAt: Date | null
  createdAt: Date
}

function asComment({ threadId: _, editedAt, removedAt, createdAt, ...rest }: CommentRow): Comment {
  return {
    ...rest,
    isRemoved: removedAt !== null,
    editedAt: editedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}

function asTask({
  threadId: _,
  createdAt,
  ...rest
}: Omit<SuggestedTask, 'createdAt'> & { threadId: string; createdAt: Date }): SuggestedTask {
  return { ...rest, createdAt: createdAt.toISOString() }
}

/**
 * The thread of this target and mentor, begun where there is none and opened again where it was resolved. The statement
 * itself asks whether the target is this applicant's and whether the mentor is let in: to comment where the mentor writes,
 * to read where the applicant does. Throws not_found otherwise.
 */
export async function openThread(
  scope: NotesScope,
  { target, mentorId }: { target: NoteTarget; mentorId: string },
): Promise<string> {
  const section = sectionOf(target)
  const { side } = scope
  if (section === null || (side === 'mentor' && mentorId !== scope.viewerId)) throw new AppError('not_found')
  const { kind, id, anchor } = target
  const [thread] = await scope.tx.execute<{ id: string }>(sql`
    insert into comment_threads (applicant_id, mentor_id, section, kind, target_id, anchor)
    select ${scope.applicantId}, ${mentorId}, ${section}, ${kind}, ${id}, ${anchor}
    where app_note_open(${scope.applicantId}, ${mentorId}, ${kind}, ${id}, ${side === 'mentor' ? 'comment' : 'read'})
    on conflict (applicant_id, mentor_id, kind, target_id, md5(anchor))
      do update set resolved_at = null, resolved_by = null
    returning id`)
  if (!thread) throw new AppError('not_found')
  return thread.id
}

/** Says something about a thing to a mentor, or as the mentor. The same form sent twice says it once. */
export async function addComment(
  scope: NotesScope,
  { body, formId, ...about }: { target: NoteTarget; mentorId: string; body: string; formId: string },
): Promise<void> {
  const threadId = await openThread(scope, about)
  const [held] = await scope.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(comments)
    .where(and(eq(comments.threadId, threadId), eq(comments.applicantId, scope.applicantId)))
  if ((held?.count ?? 0) >= MOST.commentsAThread) throw new AppError('limit', { readerMessage: FULL })
  await scope.tx
    .insert(comments)
    .values({
      applicantId: scope.applicantId,
      threadId,
      side: scope.side,
      authorId: scope.viewerId,
      body,
      formId,
    })
    .onConflictDoNothing({ target: [comments.applicantId, comments.formId] })
}

const FULL = 'This conversation is full. Resolve it, and talk about the rest.'

/** One's own comment that is not taken back, in a thread where one may still write. */
function myComment(scope: NotesScope, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(
    eq(comments.id, id),
    eq(comments.applicantId, scope.applicantId),
    eq(comments.authorId, scope.viewerId),
    sql`exists (select from ${commentThreads} where ${commentThreads.id} = ${comments.threadId}
      and ${threadsInSight(scope, 'comment')})`,
  )
}

/** Puts one's own comment in other words; the earlier ones stay to be read, the last few. Refused as a conflict when stale. */
export async function editComment(
  scope: NotesScope,
  id: string,
  { body, version }: { body: string; version: number },
): Promise<void> {
  const wordedAt = sql`to_char(coalesce(${comments.editedAt}, ${comments.createdAt}) at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const mine = myComment(scope, id)
  const [saved] = await scope.tx
    .update(comments)
    .set({
      body,
      earlier: sql`(jsonb_build_array(jsonb_build_object('body', ${comments.body}, 'at', ${wordedAt})) || ${comments.earlier})
        - ${MOST.earlier}::int`,
      editedAt: sql`now()`,
      version: version + 1,
    })
    .where(
      and(
        mine,
        eq(comments.version, version),
        sql`${comments.removedAt} is null and ${comments.body} <> ${body}`,
      ),
    )
    .returning({ id: comments.id })
  if (saved) return
  const [now] = await scope.tx.select({ body: comments.body }).from(comments).where(mine)
  if (!now || now.body === '') throw new AppError('not_found')
  if (now.body !== body) throw new AppError('conflict')
}

/** Takes one's own comment back: its words are gone for good, its place stays where someone has answered. */
export async function removeComment(scope: NotesScope, id: string): Promise<void> {
  const [gone] = await scope.tx
    .update(comments)
    .set({
      body: '',
      earlier: [],
      removedAt: sql`coalesce(${comments.removedAt}, now())`,
      version: sql`${comments.version} + 1`,
    })
    .where(myComment(scope, id))
    .returning({ id: comments.id })
  if (!gone) throw new AppError('not_found')
}

/** Marks a thread as resolved, or opens it again. Either side may, and twice is once. */
export async function resolveThread(
  scope: NotesScope,
  { threadId, isResolved }: { threadId: string; isResolved: boolean },
): Promise<void> {
  if (!isUuid(threadId)) throw new AppError('not_found')
  const [saved] = await scope.tx
    .update(commentThreads)
    .set(
      isResolved
        ? { resolvedAt: sql`coalesce(${commentThreads.resolvedAt}, now())`, resolvedBy: scope.side }
        : { resolvedAt: null, resolvedBy: null },
    )
    .where(and(eq(commentThreads.id, threadId), threadsInSight(scope, 'comment')))
    .returning({ id: commentThreads.id })
  if (!saved) throw new AppError('not_found')
}
