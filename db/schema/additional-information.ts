import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Change, Insight } from '@/lib/exams/additional-information'
import { EXAMS } from '@/lib/exams/attempt'
import { calendarDate, createdAt, id, oneOf, updatedAt, version } from './columns'
import { users } from './users'

/**
 * The passage for ERAS' Additional Information section (B6), one a person: their own text, and the choices that a draft
 * is made from. The attempt it speaks of is named by exam and day, so that it outlives a row that is entered anew.
 */
export const additionalInformation = pgTable(
  'additional_information',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exam: text('exam', { enum: EXAMS }),
    takenOn: calendarDate('taken_on'),
    insights: text('insights').array().$type<Insight[]>().notNull(),
    changes: text('changes').array().$type<Change[]>().notNull(),
    stillDo: text('still_do').notNull().default(''),
    passage: text('passage').notNull().default(''),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('additional_information_one_a_person').on(t.applicantId),
    oneOf('additional_information_exam_known', t.exam, EXAMS),
    check('additional_information_attempt_whole', sql`(${t.exam} is null) = (${t.takenOn} is null)`),
    check(
      'additional_information_length',
      sql`char_length(${t.passage}) <= 4000 and char_length(${t.stillDo}) <= 500`,
    ),
  ],
)
