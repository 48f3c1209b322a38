import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { EXAMS, OUTCOMES } from '@/lib/exams/attempt'
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
