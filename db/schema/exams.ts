import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { EXAMS, OUTCOMES } from '@/lib/exams/attempt'
import { PRACTICE_EXAMS, PRACTICE_KINDS } from '@/lib/exams/practice'
import { calendarDate, createdAt, formId, id, oneOf, updatedAt, version } from './columns'
import { users } from './users'

/** One sitting of one exam, planned or taken. What may stand here is ruled by lib/exams; the checks are the last net. */
export const examAttempts = pgTable(
  'exam_attempts',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exam: text('exam', { enum: EXAMS }).notNull(),
    takenOn: calendarDate('taken_on').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    score: integer('score'),
    oetListening: integer('oet_listening'),
    oetReading: integer('oet_reading'),
    oetSpeaking: integer('oet_speaking'),
    oetWriting: integer('oet_writing'),
    version: version(),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('exam_attempts_one_a_day').on(t.applicantId, t.exam, t.takenOn),
    uniqueIndex('exam_attempts_form').on(t.applicantId, t.formId),
    oneOf('exam_attempts_exam_known', t.exam, EXAMS),
    oneOf('exam_attempts_outcome_known', t.outcome, OUTCOMES),
    check('exam_attempts_score_range', sql`${t.score} between 1 and 300`),
    check(
      'exam_attempts_step1_pass_fail',
      sql`${t.exam} <> 'step1' or ${t.takenOn} < '2022-01-26' or ${t.score} is null`,
    ),
    check('exam_attempts_oet_has_no_score', sql`${t.exam} <> 'oet' or ${t.score} is null`),
    check(
      'exam_attempts_oet_range',
      sql`coalesce(${t.oetListening}, 0) between 0 and 500 and coalesce(${t.oetReading}, 0) between 0 and 500
        and coalesce(${t.oetSpeaking}, 0) between 0 and 500 and coalesce(${t.oetWriting}, 0) between 0 and 500`,
    ),
  ],
)

/** A practice assessment's result; percent or three-digit score, as its kind reports. */
export const practiceResults = pgTable(
  'practice_results',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Some tests exist for both Steps, so the kind alone does not say which one was practised. */
    exam: text('exam', { enum: PRACTICE_EXAMS }).notNull().default('step2ck'),
    kind: text('kind', { enum: PRACTICE_KINDS }).notNull(),
    form: text('form').notNull().default(''),
    takenOn: calendarDate('taken_on').notNull(),
    score: integer('score'),
    percent: numeric('percent', { precision: 4, scale: 1, mode: 'number' }),
    isTimed: boolean('is_timed'),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('practice_results_applicant').on(t.applicantId, t.takenOn),
    uniqueIndex('practice_results_form').on(t.applicantId, t.formId),
    oneOf('practice_results_exam_known', t.exam, PRACTICE_EXAMS),
    oneOf('practice_results_kind_known', t.kind, PRACTICE_KINDS),
    check('practice_results_score_range', sql`${t.score} between 1 and 300`),
    check('practice_results_percent_range', sql`${t.percent} between 0 and 100`),
    check('practice_results_has_result', sql`${t.score} is not null or ${t.percent} is not null`),
  ],
)
