import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { type EarlierWording, MOST, NOTE_SIDES, QUESTION_STATES, TASK_STATES } from '@/lib/notes/note'
import { MOST_ANCHOR, NOTE_KINDS, NOTE_SECTIONS } from '@/lib/notes/target'
import { TOLD_KINDS } from '@/lib/reminders/mail-kind'
import { checklistItems } from './checklist'
import { calendarDate, createdAt, formId, id, instant, oneOf, updatedAt, version } from './columns'
import { reminderMails } from './reminders'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** Null once the mentor has deleted their account: what they said stays, and nobody is named. */
const mentorId = () => uuid('mentor_id').references(() => users.id, { onDelete: 'set null' })

/** What an applicant and one mentor say about one thing. Its names never change; only whether it is resolved does. */
export const commentThreads = pgTable(
  'comment_threads',
  {
    id: id(),
    applicantId: applicantId(),
    mentorId: mentorId(),
    /** The section whose grant shows it to the mentor; follows from the kind. */
    section: text('section', { enum: NOTE_SECTIONS }).notNull(),
    kind: text('kind', { enum: NOTE_KINDS }).notNull(),
    targetId: text('target_id').notNull(),
    /** A paragraph as it read then; '' for everything else. */
    anchor: text('anchor').notNull().default(''),
    resolvedAt: instant('resolved_at'),
    resolvedBy: text('resolved_by', { enum: NOTE_SIDES }),
    createdAt: createdAt(),
  },
  (t) => [
    unique('comment_threads_id_applicant').on(t.id, t.applicantId),
    uniqueIndex('comment_threads_once').on(
      t.applicantId,
      t.mentorId,
      t.kind,
      t.targetId,
      sql`md5(${t.anchor})`,
    ),
    index('comment_threads_mentor').on(t.mentorId, t.applicantId),
    oneOf('comment_threads_kind_known', t.kind, NOTE_KINDS),
    oneOf('comment_threads_section_known', t.section, NOTE_SECTIONS),
    check('comment_threads_section_of_kind', sql`${t.section} = app_note_section(${t.kind}, ${t.targetId})`),
    check('comment_threads_anchor_of_kind', sql`(${t.kind} = 'paragraph') = (${t.anchor} <> '')`),
    check('comment_threads_resolved_by', sql`(${t.resolvedAt} is null) = (${t.resolvedBy} is null)`),
    check(
      'comment_threads_lengths',
      sql.raw(`char_length("target_id") between 1 and 120 and char_length("anchor") <= ${MOST_ANCHOR}`),
    ),
  ],
)

/** One comment. Taken back by its author it keeps its place and loses its words. */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    applicantId: applicantId(),
    threadId: uuid('thread_id').notNull(),
    side: text('side', { enum: NOTE_SIDES }).notNull(),
    authorId: uuid('author_id').references(() => users.id, { onDelete: 'set null' }),
    body: text('body').notNull(),
    /** Wordings before the last edits, the latest first. */
    earlier: jsonb('earlier').$type<EarlierWording[]>().notNull().default([]),
    editedAt: instant('edited_at'),
    removedAt: instant('removed_at'),
    formId: formId(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('comments_form').on(t.applicantId, t.formId),
    index('comments_thread').on(t.threadId, t.createdAt),
    index('comments_author').on(t.authorId),
    foreignKey({
      name: 'comments_thread_fk',
      columns: [t.threadId, t.applicantId],
      foreignColumns: [commentThreads.id, commentThreads.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('comments_side_known', t.side, NOTE_SIDES),
    check('comments_length', sql.raw(`char_length("body") <= ${MOST.comment}`)),
    check('comments_removed_is_empty', sql`(${t.removedAt} is null) = (${t.body} <> '')`),
    check(
      'comments_history_is_short',
      sql.raw(`jsonb_typeof("earlier") = 'array' and jsonb_array_length("earlier") <= ${MOST.earlier}`),
    ),
    check('comments_removed_history', sql`${t.removedAt} is null or ${t.earlier} = '[]'::jsonb`),
  ],
)

/** What a mentor suggests to do, on the thread of what it is about. Its words never change. */
export const suggestedTasks = pgTable(
  'suggested_tasks',
  {
    id: id(),
    applicantId: applicantId(),
    threadId: uuid('thread_id').notNull(),
    title: text('title').notNull(),
    note: text('note').notNull().default(''),
    dueOn: calendarDate('due_on'),
    state: text('state', { enum: TASK_STATES }).notNull().default('suggested'),
    /** Why it was declined, where the applicant says so. */
    reason: text('reason').notNull().default(''),
    decidedAt: instant('decided_at'),
    /** The applicant's own item that it became. */
    itemId: uuid('item_id').references(() => checklistItems.id, { onDelete: 'set null' }),
    formId: formId(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('suggested_tasks_form').on(t.applicantId, t.formId),
    index('suggested_tasks_thread').on(t.threadId, t.createdAt),
    index('suggested_tasks_item').on(t.itemId),
    foreignKey({
      name: 'suggested_tasks_thread_fk',
      columns: [t.threadId, t.applicantId],
      foreignColumns: [commentThreads.id, commentThreads.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('suggested_tasks_state_known', t.state, TASK_STATES),
    check('suggested_tasks_decided_when', sql`(${t.state} = 'suggested') = (${t.decidedAt} is null)`),
    check('suggested_tasks_item_of_accepted', sql`${t.itemId} is null or ${t.state} = 'accepted'`),
    check('suggested_tasks_reason_of_declined', sql`${t.reason} = '' or ${t.state} = 'declined'`),
    check(
      'suggested_tasks_lengths',
      sql.raw(
        `char_length("title") between 1 and ${MOST.taskTitle} and char_length("note") <= ${MOST.taskNote} and char_length("reason") <= ${MOST.reason}`,
      ),
    ),
  ],
)

/** The applicant's agenda for talks with mentors. Without a mentor a question is nobody else's to see. */
export const mentorQuestions = pgTable(
  'mentor_questions',
  {
    id: id(),
    applicantId: applicantId(),
    mentorId: mentorId(),
    text: text('text').notNull(),
    /** Order on the agenda, the smallest first. */
    place: integer('place').notNull(),
    state: text('state', { enum: QUESTION_STATES }).notNull().default('open'),
    outcome: text('outcome').notNull().default(''),
    closedOn: calendarDate('closed_on'),
    /** When this mentor was chosen: from then on it counts as asked. */
    askedAt: instant('asked_at'),
    formId: formId(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('mentor_questions_form').on(t.applicantId, t.formId),
    index('mentor_questions_order').on(t.applicantId, t.place),
    index('mentor_questions_mentor').on(t.mentorId, t.askedAt),
    oneOf('mentor_questions_state_known', t.state, QUESTION_STATES),
    check('mentor_questions_closed_when', sql`(${t.state} = 'open') = (${t.closedOn} is null)`),
    check(
      'mentor_questions_lengths',
      sql.raw(
        `char_length("text") between 1 and ${MOST.question} and char_length("outcome") <= ${MOST.outcome}`,
      ),
    ),
  ],
)

/** What of this was told to whom by mail, once. It holds no word of it: a mail is written when it is sent. */
export const noteDeliveries = pgTable(
  'note_deliveries',
  {
    applicantId: applicantId(),
    kind: text('kind', { enum: TOLD_KINDS }).notNull(),
    noteId: uuid('note_id').notNull(),
    mailId: uuid('mail_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'note_deliveries_once', columns: [t.applicantId, t.kind, t.noteId] }),
    index('note_deliveries_mail').on(t.mailId),
    foreignKey({
      name: 'note_deliveries_mail_fk',
      columns: [t.mailId, t.applicantId],
      foreignColumns: [reminderMails.id, reminderMails.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('note_deliveries_kind_known', t.kind, TOLD_KINDS),
  ],
)
