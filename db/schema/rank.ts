import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calendarDate, createdAt, id, updatedAt, version } from './columns'
import { cycles, listEntries } from './cycles'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** The order of a cycle, as ids of its list entries, and the order that was certified in NRMP's system. */
export const rankLists = pgTable(
  'rank_lists',
  {
    id: id(),
    applicantId: applicantId(),
    cycleId: uuid('cycle_id').notNull(),
    order: uuid('entry_order').array().notNull().default([]),
    /** Interviewed at, and meant to stay off the list. */
    leftOff: uuid('left_off').array().notNull().default([]),
    certifiedOn: calendarDate('certified_on'),
    certifiedOrder: uuid('certified_order').array().notNull().default([]),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('rank_lists_one_a_cycle').on(t.cycleId),
    index('rank_lists_applicant').on(t.applicantId),
    foreignKey({
      name: 'rank_lists_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check('rank_lists_no_overlap', sql`not (${t.order} && ${t.leftOff})`),
    check('rank_lists_length', sql`cardinality(${t.order}) + cardinality(${t.leftOff}) <= 1000`),
  ],
)

/** How much a criterion counts for this person: one of the known ones, or one of their own with a name. */
export const rankCriteria = pgTable(
  'rank_criteria',
  {
    id: id(),
    applicantId: applicantId(),
    cycleId: uuid('cycle_id').notNull(),
    code: text('code').notNull(),
    /** The person's own words; null for a known criterion. */
    label: text('label'),
    weight: smallint('weight').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('rank_criteria_once').on(t.cycleId, t.code),
    index('rank_criteria_applicant').on(t.applicantId),
    foreignKey({
      name: 'rank_criteria_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check('rank_criteria_weight_range', sql`${t.weight} between 0 and 5`),
    check('rank_criteria_own_has_label', sql`(${t.code} like 'own-%') = (${t.label} is not null)`),
    check('rank_criteria_lengths', sql`char_length(${t.code}) <= 60 and char_length(${t.label}) <= 80`),
  ],
)

/** How a program does on one criterion, where it differs from what was noted on the day of the interview. */
export const rankMarks = pgTable(
  'rank_marks',
  {
    id: id(),
    applicantId: applicantId(),
    entryId: uuid('entry_id').notNull(),
    code: text('code').notNull(),
    mark: smallint('mark').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('rank_marks_once').on(t.entryId, t.code),
    index('rank_marks_applicant').on(t.applicantId),
    foreignKey({
      name: 'rank_marks_entry',
      columns: [t.entryId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check('rank_marks_mark_range', sql`${t.mark} between 1 and 5`),
    check('rank_marks_code_length', sql`char_length(${t.code}) <= 60`),
  ],
)

/** One head-to-head choice: where would I rather train? The newest answer about a pair replaces the one before. */
export const rankChoices = pgTable(
  'rank_choices',
  {
    id: id(),
    applicantId: applicantId(),
    preferredId: uuid('preferred_id').notNull(),
    otherId: uuid('other_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('rank_choices_pair').on(
      sql`least(${t.preferredId}, ${t.otherId})`,
      sql`greatest(${t.preferredId}, ${t.otherId})`,
    ),
    index('rank_choices_applicant').on(t.applicantId),
    index('rank_choices_preferred').on(t.preferredId),
    index('rank_choices_other').on(t.otherId),
    foreignKey({
      name: 'rank_choices_preferred_fk',
      columns: [t.preferredId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'rank_choices_other_fk',
      columns: [t.otherId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check('rank_choices_two', sql`${t.preferredId} <> ${t.otherId}`),
  ],
)
