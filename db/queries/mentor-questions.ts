import 'server-only'
import { and, asc, count, eq, max, sql } from 'drizzle-orm'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { type MentorQuestion, MOST, type QuestionState } from '@/lib/notes/note'
import { isUuid, type NotesScope, type Scope } from '../access'
import { comments, commentThreads, mentorQuestions as questions } from '../schema'

/* The agenda for talks with mentors. Only the applicant writes it; a mentor sees what is put to them. */

const COLUMNS = {
  id: questions.id,
  mentorId: questions.mentorId,
  text: questions.text,
  state: questions.state,
  outcome: questions.outcome,
  closedOn: questions.closedOn,
  version: questions.version,
}

/** The applicant's whole agenda in its order. */
export function listMentorQuestions(scope: Scope): Promise<MentorQuestion[]> {
  return scope.tx
    .select(COLUMNS)
    .from(questions)
    .where(eq(questions.applicantId, scope.applicantId))
    .orderBy(asc(questions.place), asc(questions.createdAt), asc(questions.id))
}

/** As a mentor: what this applicant has put to them and is still open. */
export function listQuestionsToMe(scope: NotesScope): Promise<MentorQuestion[]> {
  return scope.tx
    .select(COLUMNS)
    .from(questions)
    .where(and(eq(questions.applicantId, scope.applicantId), toMe(scope.viewerId)))
    .orderBy(asc(questions.place), asc(questions.createdAt), asc(questions.id))
}

/** Open, put to this mentor, whom the applicant still lets in. */
function toMe(mentorId: string) {
  return and(
    eq(questions.mentorId, mentorId),
    eq(questions.state, 'open'),
    sql`app_note_grant(${questions.applicantId}, ${questions.mentorId}, 'any', 'read')`,
  )
}

export type AskedOfMe = { applicantId: string; count: number; since: Instant }

/**
 * As a mentor: how many questions of each mentee wait for a word of this mentor, and since when; one row a mentee, one
 * statement for all. A question on which the mentor has written something waits no more.
 */
export async function listWaitingQuestions({
  tx,
  viewerId,
}: Pick<NotesScope, 'tx' | 'viewerId'>): Promise<AskedOfMe[]> {
  const answered = sql`exists (select from ${comments} join ${commentThreads} on ${commentThreads.id} = ${comments.threadId}
    where ${commentThreads.applicantId} = ${questions.applicantId} and ${commentThreads.kind} = 'question'
      and ${commentThreads.targetId} = ${questions.id}::text and ${commentThreads.mentorId} = ${viewerId}
      and ${comments.side} = 'mentor' and ${comments.removedAt} is null)`
  const rows = await tx
    .select({
      applicantId: questions.applicantId,
      count: sql<number>`count(*)::int`,
      since: sql<string>`to_char(min(${questions.askedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    })
    .from(questions)
    .where(and(toMe(viewerId), sql`not ${answered}`))
    .groupBy(questions.applicantId)
  return rows
}

type Asked = { text: string; mentorId: string | null }

/** Asks only those who are let in: a question to anybody else is refused at its field. */
function isMentorOf(scope: Scope, mentorId: string | null) {
  return mentorId === null ? sql`true` : sql`app_note_grant(${scope.applicantId}, ${mentorId}, 'any', 'read')`
}

const NOT_A_MENTOR = { fields: { mentorId: ['Choose someone who can see your cycle now.'] } }

/** Adds a question at the end of the agenda; the same form sent twice adds it once. */
export async function addMentorQuestion(
  scope: Scope,
  { text, mentorId, formId }: Asked & { formId: string },
): Promise<void> {
  const [held] = await scope.tx
    .select({ count: count(), last: max(questions.place) })
    .from(questions)
    .where(eq(questions.applicantId, scope.applicantId))
  if ((held?.count ?? 0) >= MOST.questions)
    throw new AppError('limit', { readerMessage: 'The agenda is full: remove what is answered or dropped.' })
  const askedAt = mentorId === null ? sql`null` : sql`now()`
  const [made] = await scope.tx.execute<{ id: string }>(sql`
    insert into mentor_questions (applicant_id, mentor_id, text, place, asked_at, form_id)
    select ${scope.applicantId}, ${mentorId}, ${text}, ${(held?.last ?? 0) + 1}::int, ${askedAt}, ${formId}
    where ${isMentorOf(scope, mentorId)}
    on conflict (applicant_id, form_id) do update set form_id = excluded.form_id
    returning id`)
  if (!made) throw new AppError('invalid', NOT_A_MENTOR)
}

function mine(scope: Scope, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(questions.id, id), eq(questions.applicantId, scope.applicantId))
}

async function findQuestion(scope: Scope, id: string): Promise<MentorQuestion | null> {
  const [found] = await scope.tx.select(COLUMNS).from(questions).where(mine(scope, id))
  return found ?? null
}

/** Changes a question or whom it is for; put to another mentor it counts as asked anew. Refused as a conflict when stale. */
export async function saveMentorQuestion(
  scope: Scope,
  id: string,
  { text, mentorId, version }: Asked & { version: number },
): Promise<void> {
  const [saved] = await scope.tx
    .update(questions)
    .set({
      text,
      mentorId,
      askedAt: sql`case when ${questions.mentorId} is not distinct from ${mentorId}::uuid then ${questions.askedAt}
        when ${mentorId}::uuid is null then null else now() end`,
      version: version + 1,
    })
    .where(
      and(
        mine(scope, id),
        eq(questions.version, version),
        sql`(${questions.mentorId} is not distinct from ${mentorId}::uuid or ${isMentorOf(scope, mentorId)})`,
      ),
    )
    .returning({ id: questions.id })
  if (saved) return
  const now = await findQuestion(scope, id)
  if (!now) throw new AppError('not_found')
  if (now.text === text && now.mentorId === mentorId) return
  if (now.version === version) throw new AppError('invalid', NOT_A_MENTOR)
  throw new AppError('conflict')
}

/** Says what came of a question, or opens it again. */
export async function closeMentorQuestion(
  scope: Scope,
  id: string,
  { state, outcome, today }: { state: QuestionState; outcome: string; today: CalendarDate },
): Promise<void> {
  const [saved] = await scope.tx
    .update(questions)
    .set({
      state,
      // Opened again it keeps what came of it the first time.
      ...(state === 'open' ? { closedOn: null } : { closedOn: today, outcome }),
      version: sql`${questions.version} + 1`,
    })
    .where(mine(scope, id))
    .returning({ id: questions.id })
  if (!saved) throw new AppError('not_found')
}

/** Moves a question past its neighbour among the open ones; at the end of them it stays where it is. */
export async function moveMentorQuestion(scope: Scope, id: string, by: 'up' | 'down'): Promise<void> {
  const open = await scope.tx
    .select({ id: questions.id, place: questions.place })
    .from(questions)
    .where(and(eq(questions.applicantId, scope.applicantId), eq(questions.state, 'open')))
    .orderBy(asc(questions.place), asc(questions.createdAt), asc(questions.id))
    .for('update')
  const from = open.findIndex((one) => one.id === id)
  if (from < 0) throw new AppError('not_found')
  const to = from + (by === 'up' ? -1 : 1)
  const order = open.map((one) => one.id)
  const neighbour = order[to]
  if (neighbour === undefined) return
  order[to] = id
  order[from] = neighbour
  await scope.tx
    .update(questions)
    .set({ place: sql`array_position(array[${sql.join(order, sql`, `)}]::uuid[], ${questions.id})` })
    .where(and(eq(questions.applicantId, scope.applicantId), eq(questions.state, 'open')))
}

/** Removes a question; what was said on it is out of sight with it. */
export async function removeMentorQuestion(scope: Scope, id: string): Promise<void> {
  const [gone] = await scope.tx.delete(questions).where(mine(scope, id)).returning({ id: questions.id })
  if (!gone) throw new AppError('not_found')
}
