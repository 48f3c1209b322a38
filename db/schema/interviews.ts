import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn as AnyColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { CLOCK_PASSES } from '@/lib/dates/wall-time'
import { CRITERIA } from '@/lib/interviews/impression'
import { INTERVIEW_FORMATS, INTERVIEW_STATES, THANK_YOU_STATES } from '@/lib/interviews/interview'
import { calendarDate, createdAt, formId, id, instant, oneOf, updatedAt, version } from './columns'
import { listEntries } from './cycles'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** An invitation and what became of it. Its times are what clocks at the program show; instants are derived from them. */
export const interviews = pgTable(
  'interviews',
  {
    id: id(),
    applicantId: applicantId(),
    entryId: uuid('entry_id').notNull(),
    state: text('state', { enum: INTERVIEW_STATES }).notNull(),
    format: text('format', { enum: INTERVIEW_FORMATS }),
    zone: text('zone'),
    on: calendarDate('on_date'),
    time: text('at_time'),
    pass: text('clock_pass', { enum: CLOCK_PASSES }),
    minutes: integer('minutes'),
    invitedAt: instant('invited_at'),
    isInvitedHourKnown: boolean('is_invited_hour_known').notNull().default(true),
    replyByOn: calendarDate('reply_by_date'),
    replyByTime: text('reply_by_time'),
    invitationText: text('invitation_text').notNull().default(''),
    bookingUrl: text('booking_url').notNull().default(''),
    place: text('place').notNull().default(''),
    people: text('people').notNull().default(''),
    notes: text('notes').notNull().default(''),
    thankYou: text('thank_you', { enum: THANK_YOU_STATES }).notNull().default('open'),
    thankYouOn: calendarDate('thank_you_on'),
    impressionNote: text('impression_note').notNull().default(''),
    impressionsOn: calendarDate('impressions_on'),
    formId: formId(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('interviews_id_applicant').on(t.id, t.applicantId),
    uniqueIndex('interviews_form').on(t.applicantId, t.formId),
    index('interviews_entry').on(t.entryId),
    foreignKey({
      name: 'interviews_entry_fk',
      columns: [t.entryId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('interviews_state_known', t.state, INTERVIEW_STATES),
    oneOf('interviews_format_known', t.format, INTERVIEW_FORMATS),
    oneOf('interviews_pass_known', t.pass, CLOCK_PASSES),
    oneOf('interviews_thank_you_known', t.thankYou, THANK_YOU_STATES),
    check('interviews_day_and_time', sql`(${t.on} is null) = (${t.time} is null)`),
    check(
      'interviews_time_of_day',
      sql`${t.time} ~ '^[0-2][0-9]:[0-5][0-9]$' and (${t.replyByTime} is null or ${t.replyByTime} ~ '^[0-2][0-9]:[0-5][0-9]$')`,
    ),
    check('interviews_time_has_zone', sql`${t.on} is null or ${t.zone} is not null`),
    check('interviews_booked_has_day', sql`${t.state} not in ('scheduled', 'done') or ${t.on} is not null`),
    check('interviews_minutes_range', sql`${t.minutes} between 5 and 1440`),
    check('interviews_thank_you_day', sql`(${t.thankYou} = 'sent') = (${t.thankYouOn} is not null)`),
    check(
      'interviews_text_lengths',
      sql`char_length(${t.invitationText}) <= 20000 and char_length(${t.notes}) <= 20000
        and char_length(${t.bookingUrl}) <= 2000 and char_length(${t.place}) <= 2000
        and char_length(${t.people}) <= 2000 and char_length(${t.impressionNote}) <= 20000`,
    ),
  ],
)

const interviewOf = (name: string, t: { interviewId: AnyColumn; applicantId: AnyColumn }) =>
  foreignKey({
    name,
    columns: [t.interviewId, t.applicantId],
    foreignColumns: [interviews.id, interviews.applicantId],
  })
    .onDelete('cascade')
    .onUpdate('cascade')

/** A time that an invitation offers. */
export const interviewSlots = pgTable(
  'interview_slots',
  {
    id: id(),
    applicantId: applicantId(),
    interviewId: uuid('interview_id').notNull(),
    on: calendarDate('on_date').notNull(),
    time: text('at_time').notNull(),
    pass: text('clock_pass', { enum: CLOCK_PASSES }),
    minutes: integer('minutes'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('interview_slots_once').on(t.interviewId, t.on, t.time, t.pass).nullsNotDistinct(),
    index('interview_slots_applicant').on(t.applicantId),
    interviewOf('interview_slots_interview', t),
    oneOf('interview_slots_pass_known', t.pass, CLOCK_PASSES),
    check('interview_slots_time_of_day', sql`${t.time} ~ '^[0-2][0-9]:[0-5][0-9]$'`),
    check('interview_slots_minutes_range', sql`${t.minutes} between 5 and 1440`),
  ],
)

/** What the person wants to ask there, and what they heard. */
export const interviewQuestions = pgTable(
  'interview_questions',
  {
    id: id(),
    applicantId: applicantId(),
    interviewId: uuid('interview_id').notNull(),
    text: text('text').notNull(),
    /** The open question about the program that it came from. */
    field: text('field'),
    isAsked: boolean('is_asked').notNull().default(false),
    answer: text('answer').notNull().default(''),
    formId: formId(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('interview_questions_form').on(t.applicantId, t.formId),
    uniqueIndex('interview_questions_field').on(t.interviewId, t.field),
    index('interview_questions_interview').on(t.interviewId, t.createdAt),
    interviewOf('interview_questions_interview_fk', t),
    check(
      'interview_questions_lengths',
      sql`char_length(${t.text}) between 1 and 1000 and char_length(${t.answer}) <= 2000`,
    ),
  ],
)

/** How one criterion looked, written down on the day; the rank list's marks begin from it. */
export const interviewImpressions = pgTable(
  'interview_impressions',
  {
    id: id(),
    applicantId: applicantId(),
    interviewId: uuid('interview_id').notNull(),
    criterion: text('criterion', { enum: CRITERIA }).notNull(),
    mark: smallint('mark'),
    note: text('note').notNull().default(''),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('interview_impressions_once').on(t.interviewId, t.criterion),
    index('interview_impressions_applicant').on(t.applicantId),
    interviewOf('interview_impressions_interview', t),
    oneOf('interview_impressions_criterion_known', t.criterion, CRITERIA),
    check('interview_impressions_mark_range', sql`${t.mark} between 1 and 5`),
    check('interview_impressions_note_length', sql`char_length(${t.note}) <= 2000`),
  ],
)
