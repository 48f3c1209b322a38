import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { REMINDER_KINDS } from '@/lib/reminders/dated-thing'
import { MAIL_STATES, REMINDER_MAIL_KINDS, TOLD_KINDS } from '@/lib/reminders/mail-kind'
import { allOf, calendarDate, createdAt, id, instant, oneOf, updatedAt, version } from './columns'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** How a person wants to be reminded, one row a person; no row means the defaults of lib/reminders/preferences. */
export const reminderSettings = pgTable(
  'reminder_settings',
  {
    applicantId: applicantId().primaryKey(),
    isDigestOn: boolean('is_digest_on').notNull().default(true),
    isUrgentOn: boolean('is_urgent_on').notNull().default(true),
    isNotesOn: boolean('is_notes_on').notNull().default(true),
    notesOff: text('notes_off', { enum: TOLD_KINDS }).array().notNull().default(sql`'{}'::text[]`),
    kindsOff: text('kinds_off').array().notNull().default(sql`'{}'::text[]`),
    ladder: integer('ladder').array().notNull().default(sql`'{30,14,7,3,1}'::int[]`),
    digestHour: integer('digest_hour').notNull().default(8),
    quietFrom: integer('quiet_from').notNull().default(21),
    quietUntil: integer('quiet_until').notNull().default(7),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check(
      'reminder_settings_hours',
      sql`${t.digestHour} between 0 and 23 and ${t.quietFrom} between 0 and 23 and ${t.quietUntil} between 0 and 23`,
    ),
    check(
      'reminder_settings_ladder',
      sql`cardinality(${t.ladder}) <= 10 and 0 <= all(${t.ladder}) and 365 >= all(${t.ladder})`,
    ),
    allOf('reminder_settings_notes_known', t.notesOff, TOLD_KINDS),
  ],
)

/** What a person said about one dated thing: a ladder of its own, put off, done. */
export const reminderThings = pgTable(
  'reminder_things',
  {
    id: id(),
    applicantId: applicantId(),
    kind: text('kind', { enum: REMINDER_KINDS }).notNull(),
    thingId: text('thing_id').notNull(),
    /** Null follows the person's ladder; empty is "never". */
    steps: integer('steps').array(),
    snoozedUntil: calendarDate('snoozed_until'),
    doneAt: instant('done_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('reminder_things_once').on(t.applicantId, t.kind, t.thingId),
    oneOf('reminder_things_kind_known', t.kind, REMINDER_KINDS),
    check(
      'reminder_things_steps',
      sql`cardinality(${t.steps}) <= 10 and 0 <= all(${t.steps}) and 365 >= all(${t.steps})`,
    ),
    check('reminder_things_id_length', sql`char_length(${t.thingId}) between 1 and 200`),
  ],
)

/** When a person was last looked at for what is due, and whether mail reaches them. One row a member. */
export const reminderClocks = pgTable(
  'reminder_clocks',
  {
    applicantId: applicantId().primaryKey(),
    lookedAt: instant('looked_at'),
    nextLookAt: instant('next_look_at').notNull().defaultNow(),
    failures: integer('failures').notNull().default(0),
    failingSince: instant('failing_since'),
    retryAt: instant('retry_at'),
    /** A code, never the server's words, which can quote addresses. */
    failure: text('failure'),
  },
  (t) => [index('reminder_clocks_next').on(t.nextLookAt)],
)

/** One mail: written down before it is sent, so that a crash can lose none. */
export const reminderMails = pgTable(
  'reminder_mails',
  {
    id: id(),
    applicantId: applicantId(),
    kind: text('kind', { enum: REMINDER_MAIL_KINDS }).notNull(),
    /** The person's own day; a day has one digest and one mail of notes at most. */
    forDate: calendarDate('for_date').notNull(),
    /** The same for each attempt, so that a mail that arrives twice can be told from two. */
    messageId: text('message_id').notNull(),
    state: text('state', { enum: MAIL_STATES }).notNull().default('claimed'),
    attempts: integer('attempts').notNull().default(0),
    claimedAt: instant('claimed_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
    /** What the mail server answered when it took the mail. */
    answer: text('answer'),
  },
  (t) => [
    unique('reminder_mails_id_applicant').on(t.id, t.applicantId),
    uniqueIndex('reminder_mails_one_digest_a_day')
      .on(t.applicantId, t.forDate)
      .where(sql`${t.kind} = 'digest' and ${t.state} <> 'released'`),
    uniqueIndex('reminder_mails_one_of_notes_a_day')
      .on(t.applicantId, t.forDate)
      .where(sql`${t.kind} = 'notes' and ${t.state} <> 'released'`),
    index('reminder_mails_applicant').on(t.applicantId, t.claimedAt),
    index('reminder_mails_waiting').on(t.claimedAt).where(sql`${t.state} = 'claimed'`),
    index('reminder_mails_sent').on(t.sentAt),
    oneOf('reminder_mails_kind_known', t.kind, REMINDER_MAIL_KINDS),
    oneOf('reminder_mails_state_known', t.state, MAIL_STATES),
    check('reminder_mails_sent_when', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
)

/** What was said, once for each person, thing, date and step: a line of a mail, as it read when it was claimed. */
export const reminderDeliveries = pgTable(
  'reminder_deliveries',
  {
    applicantId: applicantId(),
    kind: text('kind', { enum: REMINDER_KINDS }).notNull(),
    thingId: text('thing_id').notNull(),
    /** The thing's date; for an hour the day in UTC, so that travelling changes no record. */
    on: calendarDate('on_date').notNull(),
    step: integer('step').notNull(),
    mailId: uuid('mail_id').notNull(),
    title: text('title').notNull(),
    at: instant('at'),
    href: text('href').notNull(),
    isProjected: boolean('is_projected').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'reminder_deliveries_once',
      columns: [t.applicantId, t.kind, t.thingId, t.on, t.step],
    }),
    index('reminder_deliveries_mail').on(t.mailId),
    foreignKey({
      name: 'reminder_deliveries_mail_fk',
      columns: [t.mailId, t.applicantId],
      foreignColumns: [reminderMails.id, reminderMails.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('reminder_deliveries_kind_known', t.kind, REMINDER_KINDS),
  ],
)

/** The one private address of a person's calendar. The address itself is kept nowhere, only its hash. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    applicantId: applicantId().primaryKey(),
    tokenHash: text('token_hash').notNull(),
    createdAt: createdAt(),
    lastReadAt: instant('last_read_at'),
  },
  (t) => [uniqueIndex('calendar_feeds_hash').on(t.tokenHash)],
)

/** What the workers leave for the operator: who was seen when, whether the mail server answers. Nobody's data. */
export const workerMarks = pgTable('worker_marks', {
  key: text('key').primaryKey(),
  since: instant('since').notNull().defaultNow(),
  at: instant('at').notNull().defaultNow(),
  detail: text('detail'),
})
