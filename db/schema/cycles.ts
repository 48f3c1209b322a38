import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { LEAST_SILENCE_DAYS, MOST_SILENCE_DAYS, SILENCE_DAYS } from '@/lib/list/no-response'
import { ENTRY_STATUSES, SIGNALS } from '@/lib/list/status'
import { CYCLE_OUTCOMES } from '@/lib/season/cycle'
import { DISMISSAL_REASONS } from '@/lib/strategy/suggestions'
import { calendarDate, createdAt, formId, id, instant, oneOf, updatedAt, version } from './columns'
import { programs } from './programs'
import { seasons } from './seasons'
import { users } from './users'

/** One applicant's run at one season. */
export const cycles = pgTable(
  'cycles',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    seasonYear: integer('season_year')
      .notNull()
      .references(() => seasons.year, { onDelete: 'restrict' }),
    /** The cycle that the pages show; one a person. */
    isCurrent: boolean('is_current').notNull().default(true),
    /** After so many days without an answer an application reads "no answer": the person's own number. */
    silenceDays: integer('silence_days').notNull().default(SILENCE_DAYS),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('cycles_one_a_season').on(t.applicantId, t.seasonYear),
    uniqueIndex('cycles_one_current').on(t.applicantId).where(sql`${t.isCurrent}`),
    unique('cycles_id_applicant').on(t.id, t.applicantId),
    index('cycles_season').on(t.seasonYear),
    check(
      'cycles_silence_days_range',
      sql`${t.silenceDays} between ${sql.raw(String(LEAST_SILENCE_DAYS))} and ${sql.raw(String(MOST_SILENCE_DAYS))}`,
    ),
  ],
)

/**
 * How a cycle ended, once the person has closed it. Apart from the cycle, since whoever may see anything sees which
 * season it is about, and only those who may see the list see how it went.
 */
export const cycleClosings = pgTable(
  'cycle_closings',
  {
    cycleId: uuid('cycle_id').primaryKey(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    outcome: text('outcome', { enum: CYCLE_OUTCOMES }).notNull(),
    closedOn: calendarDate('closed_on').notNull(),
    note: text('note').notNull().default(''),
    learned: text('learned').notNull().default(''),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('cycle_closings_applicant').on(t.applicantId),
    foreignKey({
      name: 'cycle_closings_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('cycle_closings_outcome_known', t.outcome, CYCLE_OUTCOMES),
    check(
      'cycle_closings_lengths',
      sql`char_length(${t.note}) <= 4000 and char_length(${t.learned}) <= 8000`,
    ),
  ],
)

/** A program on a cycle's list. Removing sets `removedAt`, so that it can be undone. */
export const listEntries = pgTable(
  'list_entries',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    cycleId: uuid('cycle_id').notNull(),
    programId: text('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    status: text('status', { enum: ENTRY_STATUSES }).notNull().default('considering'),
    signal: text('signal', { enum: SIGNALS }).notNull().default('none'),
    note: text('note').notNull().default(''),
    removedAt: instant('removed_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('list_entries_once').on(t.cycleId, t.programId),
    unique('list_entries_id_applicant').on(t.id, t.applicantId),
    index('list_entries_applicant').on(t.applicantId, t.createdAt),
    index('list_entries_program').on(t.programId),
    // The pair, so that no entry can hang on another person's cycle; moved together when a guest's rows are adopted.
    foreignKey({
      name: 'list_entries_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('list_entries_status_known', t.status, ENTRY_STATUSES),
    oneOf('list_entries_signal_known', t.signal, SIGNALS),
    check('list_entries_note_length', sql`char_length(${t.note}) <= 20000`),
  ],
)

/** A suggested program that the person put aside for this cycle, and why; it is not suggested again. */
export const suggestionDismissals = pgTable(
  'suggestion_dismissals',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    cycleId: uuid('cycle_id').notNull(),
    programId: text('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    reason: text('reason', { enum: DISMISSAL_REASONS }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('suggestion_dismissals_once').on(t.cycleId, t.programId),
    index('suggestion_dismissals_applicant').on(t.applicantId),
    index('suggestion_dismissals_program').on(t.programId),
    foreignKey({
      name: 'suggestion_dismissals_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('suggestion_dismissals_reason_known', t.reason, DISMISSAL_REASONS),
  ],
)

/** What happened to an application, and on which day. The newest sets the entry's status. */
export const statusChanges = pgTable(
  'status_changes',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    entryId: uuid('entry_id').notNull(),
    status: text('status', { enum: ENTRY_STATUSES }).notNull(),
    on: calendarDate('on_date').notNull(),
    note: text('note').notNull().default(''),
    formId: formId(),
    /** What was recorded for several programs in one go, so that it can be taken back in one go. */
    batchId: uuid('batch_id'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('status_changes_batch')
      .on(t.applicantId, t.batchId, t.entryId)
      .where(sql`${t.batchId} is not null`),
    index('status_changes_entry').on(t.entryId, t.on, t.createdAt),
    index('status_changes_applicant').on(t.applicantId),
    uniqueIndex('status_changes_form').on(t.applicantId, t.formId),
    foreignKey({
      name: 'status_changes_entry_fk',
      columns: [t.entryId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('status_changes_status_known', t.status, ENTRY_STATUSES),
  ],
)
