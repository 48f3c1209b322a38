import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { EXPERIENCE_TYPES, type ExperienceSource } from '@/lib/experiences/experience'
import { calendarDate, createdAt, formId, id, oneOf, updatedAt, version } from './columns'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/**
 * Experiences as they will stand in MyERAS. One that tells of an entry of the profile names it by kind and id, without a
 * foreign key: what was written of it outlives the entry. How many stand among the ten is kept by db/queries/experiences.
 */
export const experiences = pgTable(
  'experiences',
  {
    id: id(),
    applicantId: applicantId(),
    source: text('source').$type<ExperienceSource>(),
    type: text('type', { enum: EXPERIENCE_TYPES }).notNull(),
    title: text('title').notNull().default(''),
    organization: text('organization').notNull().default(''),
    startOn: calendarDate('start_on'),
    endOn: calendarDate('end_on'),
    isOngoing: boolean('is_ongoing').notNull().default(false),
    isGenetics: boolean('is_genetics').notNull().default(false),
    description: text('description').notNull().default(''),
    isMeaningful: boolean('is_meaningful').notNull().default(false),
    meaning: text('meaning').notNull().default(''),
    position: integer('position'),
    version: version(),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('experiences_applicant').on(t.applicantId, t.position),
    uniqueIndex('experiences_form').on(t.applicantId, t.formId),
    uniqueIndex('experiences_one_a_source').on(t.applicantId, t.source),
    oneOf('experiences_type_known', t.type, EXPERIENCE_TYPES),
    check('experiences_source_form', sql`${t.source} ~ '^(clinical|research):[0-9a-f-]{36}$'`),
    check('experiences_position_range', sql`${t.position} between 1 and 10`),
    check('experiences_dates_in_order', sql`${t.endOn} >= ${t.startOn}`),
    check('experiences_end_needs_start', sql`${t.endOn} is null or ${t.startOn} is not null`),
    check('experiences_ongoing_has_no_end', sql`not ${t.isOngoing} or ${t.endOn} is null`),
    check(
      'experiences_first_of_month',
      sql`extract(day from coalesce(${t.startOn}, '2000-01-01')) = 1 and extract(day from coalesce(${t.endOn}, '2000-01-01')) = 1`,
    ),
    check(
      'experiences_lengths',
      sql`char_length(${t.title}) <= 200 and char_length(${t.organization}) <= 200
        and char_length(${t.description}) <= 4000 and char_length(${t.meaning}) <= 2000`,
    ),
  ],
)

/** The line that explains a time between experiences; it belongs to whatever gap its months lie in. */
export const experienceGapLines = pgTable(
  'experience_gap_lines',
  {
    id: id(),
    applicantId: applicantId(),
    fromOn: calendarDate('from_on').notNull(),
    toOn: calendarDate('to_on').notNull(),
    line: text('line').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('experience_gap_lines_one_a_month').on(t.applicantId, t.fromOn),
    check('experience_gap_lines_in_order', sql`${t.toOn} >= ${t.fromOn}`),
    check('experience_gap_lines_length', sql`char_length(${t.line}) between 1 and 500`),
  ],
)
