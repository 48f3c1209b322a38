import { sql } from 'drizzle-orm'
import {
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
import { PATHWAYS } from '@/lib/programs/pathway'
import {
  DISMISSAL_REASONS,
  STATEMENT_MOST,
  TITLE_MOST,
  VERSION_NAME_MOST,
  VERSION_ORIGINS,
} from '@/lib/statement/statement'
import { createdAt, formId, id, instant, oneOf, updatedAt, version } from './columns'
import { listEntries } from './cycles'
import { users } from './users'

const most = (characters: number) => sql.raw(String(characters))

/**
 * A personal statement. `text` is what stands there now, saved as one types too; what was kept on purpose is in
 * `statement_versions`. Removing sets `removedAt`, so that it can be undone.
 */
export const statements = pgTable(
  'statements',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    /** Null: for any pathway. */
    pathway: text('pathway', { enum: PATHWAYS }),
    text: text('text').notNull().default(''),
    savedAt: instant('saved_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
    formId: formId(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('statements_id_applicant').on(t.id, t.applicantId),
    uniqueIndex('statements_form').on(t.applicantId, t.formId),
    oneOf('statements_pathway_known', t.pathway, PATHWAYS),
    check(
      'statements_lengths',
      sql`char_length(${t.title}) between 1 and ${most(TITLE_MOST)} and char_length(${t.text}) <= ${most(STATEMENT_MOST)}`,
    ),
  ],
)

/** A statement's text as it was kept at one moment, numbered within it. */
export const statementVersions = pgTable(
  'statement_versions',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    statementId: uuid('statement_id').notNull(),
    number: integer('number').notNull(),
    name: text('name').notNull().default(''),
    origin: text('origin', { enum: VERSION_ORIGINS }).notNull(),
    text: text('text').notNull(),
    removedAt: instant('removed_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('statement_versions_number').on(t.statementId, t.number),
    index('statement_versions_applicant').on(t.applicantId),
    foreignKey({
      name: 'statement_versions_statement',
      columns: [t.statementId, t.applicantId],
      foreignColumns: [statements.id, statements.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('statement_versions_origin_known', t.origin, VERSION_ORIGINS),
    check(
      'statement_versions_lengths',
      sql`char_length(${t.name}) <= ${most(VERSION_NAME_MOST)} and char_length(${t.text}) <= ${most(STATEMENT_MOST)}`,
    ),
  ],
)

/**
 * Which statement goes to which program of the list; ERAS takes one a program. The key to the statement is checked at
 * commit (written by hand in the migration): a guest's list and statements move to an account one after the other.
 */
export const statementAssignments = pgTable(
  'statement_assignments',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    entryId: uuid('entry_id').notNull(),
    statementId: uuid('statement_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('statement_assignments_one_a_program').on(t.entryId),
    index('statement_assignments_statement').on(t.statementId),
    index('statement_assignments_applicant').on(t.applicantId),
    foreignKey({
      name: 'statement_assignments_entry',
      columns: [t.entryId, t.applicantId],
      foreignColumns: [listEntries.id, listEntries.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'statement_assignments_statement_fk',
      columns: [t.statementId, t.applicantId],
      foreignColumns: [statements.id, statements.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
  ],
)

/** A finding of the checks that the person put aside, by the mark of its rule and sentence: no words are kept. */
export const findingDismissals = pgTable(
  'finding_dismissals',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    reason: text('reason', { enum: DISMISSAL_REASONS }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('finding_dismissals_once').on(t.applicantId, t.key),
    oneOf('finding_dismissals_reason_known', t.reason, DISMISSAL_REASONS),
    check('finding_dismissals_key_length', sql`char_length(${t.key}) between 1 and 60`),
  ],
)
