import 'server-only'
import { and, desc, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { addDays } from '@/lib/dates/calendar-date'
import { today as dayIn } from '@/lib/dates/instant'
import { type NoteForMail, noteMailWindow } from '@/lib/notes/note-mail'
import type { NoteMailKind } from '@/lib/reminders/mail-kind'
import type { ReminderPreferences } from '@/lib/reminders/preferences'
import type { JobsPersonScope } from '../access'
import { comments, commentThreads, grants, mentorQuestions, suggestedTasks } from '../schema'
import { listMailDays } from './mail-days'
import { isUntold, listTold, writeToldMail } from './told-mails'

/*
 * Mails about what mentors and mentees wrote. A person is looked at with the rights that they have at that moment: what a
 * grant no longer opens is neither written down nor, where it was before the grant ended, sent.
 */

/** Writes down the mail of notes that is due for the person whom the transaction has locked, if one is; sends nothing. */
export async function claimNoteMail(
  scope: JobsPersonScope,
  {
    now,
    zone,
    preferences,
    mailDomain,
  }: { now: Instant; zone: string; preferences: ReminderPreferences; mailDomain: string },
): Promise<{ mails: number; lines: number }> {
  const none = { mails: 0, lines: 0 }
  if (!preferences.isNotesOn) return none
  const sentDays = await listMailDays(scope, 'notes', addDays(dayIn(now, zone), -1))
  const window = noteMailWindow({ preferences, zone, now, sentDays })
  if (!window) return none
  const notes = (
    await readNotes(scope, { wroteBetween: [window.from, window.until], isUntoldOnly: true })
  ).filter(({ kind }) => !preferences.notesOff.includes(kind))
  if (notes.length === 0) return none
  await writeToldMail(scope, { kind: 'notes', forDate: window.forDate, mailDomain, told: notes })
  return { mails: 1, lines: notes.length }
}

/** What a mail of notes tells of, as far as this person may still see it now. */
export async function loadNotesOfMail(scope: JobsPersonScope, mailId: string): Promise<NoteForMail[]> {
  const told = await listTold(scope, mailId)
  if (told.length === 0) return []
  const isTold = (note: NoteForMail) =>
    told.some(({ kind, noteId }) => kind === note.kind && noteId === note.noteId)
  return (await readNotes(scope, { ids: told.map(({ noteId }) => noteId) })).filter(isTold)
}

type Which = { wroteBetween?: [Instant, Instant]; isUntoldOnly?: boolean; ids?: readonly string[] }

/** What others wrote to this person, of each kind, in the order in which it was written. */
async function readNotes(scope: JobsPersonScope, which: Which): Promise<NoteForMail[]> {
  const me = scope.applicantId
  const amMentor = and(
    eq(commentThreads.mentorId, me),
    sql`app_note_open(${commentThreads.applicantId}, ${commentThreads.mentorId}, ${commentThreads.kind},
      ${commentThreads.targetId}, 'read')`,
  )
  const amApplicant = and(
    eq(commentThreads.applicantId, me),
    sql`app_note_target(${commentThreads.applicantId}, ${commentThreads.kind}, ${commentThreads.targetId})`,
  )
  const thread = {
    applicantId: commentThreads.applicantId,
    mentorId: commentThreads.mentorId,
    kind: commentThreads.kind,
    id: commentThreads.targetId,
  }
  const [said, suggested, decided, asked, names] = await Promise.all([
    scope.tx
      .select({ noteId: comments.id, ...thread })
      .from(comments)
      .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
      .where(
        and(
          sql`${comments.removedAt} is null`,
          sql`((${comments.side} = 'mentor' and ${amApplicant}) or (${comments.side} = 'applicant' and ${amMentor}))`,
          isWanted(scope, which, 'comment', comments.id, sql`${comments.createdAt}`),
        ),
      ),
    scope.tx
      .select({ noteId: suggestedTasks.id, ...thread })
      .from(suggestedTasks)
      .innerJoin(commentThreads, eq(commentThreads.id, suggestedTasks.threadId))
      .where(
        and(
          amApplicant,
          eq(suggestedTasks.state, 'suggested'),
          isWanted(scope, which, 'task', suggestedTasks.id, sql`${suggestedTasks.createdAt}`),
        ),
      ),
    scope.tx
      .select({ noteId: suggestedTasks.id, ...thread })
      .from(suggestedTasks)
      .innerJoin(commentThreads, eq(commentThreads.id, suggestedTasks.threadId))
      .where(
        and(
          amMentor,
          inArray(suggestedTasks.state, ['accepted', 'declined']),
          isWanted(scope, which, 'task_answer', suggestedTasks.id, sql`${suggestedTasks.decidedAt}`),
        ),
      ),
    scope.tx
      .select({
        noteId: mentorQuestions.id,
        applicantId: mentorQuestions.applicantId,
        mentorId: mentorQuestions.mentorId,
      })
      .from(mentorQuestions)
      .where(
        and(
          eq(mentorQuestions.mentorId, me),
          eq(mentorQuestions.state, 'open'),
          sql`app_note_grant(${mentorQuestions.applicantId}, ${mentorQuestions.mentorId}, 'any', 'read')`,
          isWanted(scope, which, 'question', mentorQuestions.id, sql`${mentorQuestions.askedAt}`),
        ),
      ),
    scope.tx
      .select({
        applicantId: grants.applicantId,
        mentorId: grants.mentorId,
        applicantName: grants.applicantName,
        mentorName: grants.mentorName,
      })
      .from(grants)
      .where(sql`${me} in (${grants.applicantId}, ${grants.mentorId})`)
      .orderBy(desc(grants.createdAt)),
  ])
  type Found = { noteId: string; applicantId: string; mentorId: string | null }
  const asNote = (kind: NoteMailKind, found: Found, target: NoteForMail['target']): NoteForMail => {
    const side = found.applicantId === me ? 'applicant' : 'mentor'
    const pair = names.find(
      ({ applicantId, mentorId }) => applicantId === found.applicantId && mentorId === found.mentorId,
    )
    const from = side === 'applicant' ? pair?.mentorName : pair?.applicantName
    return { kind, noteId: found.noteId, from: from ?? null, side, applicantId: found.applicantId, target }
  }
  const onThread = (kind: NoteMailKind, rows: readonly (Found & NoteForMail['target'])[]) =>
    rows.map((row) => asNote(kind, row, { kind: row.kind, id: row.id }))
  return [
    ...onThread('comment', said),
    ...onThread('task', suggested),
    ...onThread('task_answer', decided),
    ...asked.map((row) => asNote('question', row, { kind: 'question', id: row.noteId })),
  ]
}

function isWanted(
  scope: JobsPersonScope,
  { wroteBetween, isUntoldOnly, ids }: Which,
  kind: NoteMailKind,
  noteId: typeof comments.id | typeof suggestedTasks.id | typeof mentorQuestions.id,
  at: SQL,
): SQL | undefined {
  return and(
    wroteBetween && and(gte(at, wroteBetween[0]), lte(at, wroteBetween[1])),
    isUntoldOnly ? isUntold(scope, kind, noteId) : undefined,
    ids && inArray(noteId, [...ids]),
  )
}
