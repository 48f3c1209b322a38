import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { PRACTICE_EXAMS } from '@/lib/exams/practice'
import { GENETICS_AREAS, WEAK_SYSTEMS, WEAK_TOPICS } from '@/lib/exams/practice-detail'
import { STUDY_HABITS } from '@/lib/readiness/habits'
import { DAY_MARKS } from '@/lib/study/plan'
import { allOf, calendarDate, createdAt, id, oneOf, updatedAt, version } from './columns'
import { users } from './users'

/** What a study plan is laid from, one for each exam. The days themselves are computed on every read, never stored. */
export const studyPlans = pgTable(
  'study_plans',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    exam: text('exam', { enum: PRACTICE_EXAMS }).notNull(),
    examOn: calendarDate('exam_on').notNull(),
    startOn: calendarDate('start_on').notNull(),
    questionsLeft: integer('questions_left').notNull(),
    mostPerDay: integer('most_per_day').notNull(),
    restWeekday: integer('rest_weekday').notNull(),
    assessments: integer('assessments').notNull(),
    weakSystems: text('weak_systems', { enum: WEAK_SYSTEMS }).array().notNull(),
    weakTopics: text('weak_topics', { enum: WEAK_TOPICS }).array().notNull(),
    geneticsAreas: text('genetics_areas', { enum: GENETICS_AREAS }).array().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('study_plans_one_an_exam').on(t.applicantId, t.exam),
    unique('study_plans_id_applicant').on(t.id, t.applicantId),
    oneOf('study_plans_exam_known', t.exam, PRACTICE_EXAMS),
    allOf('study_plans_systems_known', t.weakSystems, WEAK_SYSTEMS),
    allOf('study_plans_topics_known', t.weakTopics, WEAK_TOPICS),
    allOf('study_plans_genetics_known', t.geneticsAreas, GENETICS_AREAS),
    check('study_plans_ends_with_exam', sql`${t.startOn} <= ${t.examOn}`),
    check('study_plans_questions_range', sql`${t.questionsLeft} between 0 and 20000`),
    check('study_plans_most_range', sql`${t.mostPerDay} between 0 and 500`),
    check('study_plans_rest_is_weekday', sql`${t.restWeekday} between 0 and 6`),
    check('study_plans_assessments_range', sql`${t.assessments} between 0 and 12`),
  ],
)

/** What happened on a day of a plan. A day without a row is a day of which nothing is said. */
export const studyDayMarks = pgTable(
  'study_day_marks',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    planId: uuid('plan_id').notNull(),
    on: calendarDate('on_date').notNull(),
    kind: text('kind', { enum: DAY_MARKS }).notNull(),
    questions: integer('questions'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('study_day_marks_once').on(t.planId, t.on, t.kind),
    uniqueIndex('study_day_marks_applicant').on(t.applicantId, t.planId, t.on, t.kind),
    // The pair, so that no mark can hang on another person's plan; moved together when a guest's rows are adopted.
    foreignKey({
      name: 'study_day_marks_plan',
      columns: [t.planId, t.applicantId],
      foreignColumns: [studyPlans.id, studyPlans.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('study_day_marks_kind_known', t.kind, DAY_MARKS),
    check('study_day_marks_questions_range', sql`${t.questions} between 0 and 9999`),
  ],
)

/** What only the person can say of their readiness. null habits: never asked; a list: those that they keep to. */
export const readinessAnswers = pgTable(
  'readiness_answers',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    habits: text('habits', { enum: STUDY_HABITS }).array(),
    /** The low-pass band that the person's own CBSSA report prints, in per cent. */
    lowPassFrom: integer('low_pass_from'),
    lowPassTo: integer('low_pass_to'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('readiness_answers_one_a_person').on(t.applicantId),
    allOf('readiness_answers_habits_known', t.habits, STUDY_HABITS),
    check('readiness_answers_band_whole', sql`(${t.lowPassFrom} is null) = (${t.lowPassTo} is null)`),
    check(
      'readiness_answers_band_range',
      sql`${t.lowPassFrom} between 0 and 100 and ${t.lowPassTo} between 0 and 100 and ${t.lowPassFrom} <= ${t.lowPassTo}`,
    ),
  ],
)
