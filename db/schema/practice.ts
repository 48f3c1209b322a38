import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { PRACTICE_EXAMS, PRACTICE_KINDS } from '@/lib/exams/practice'
import {
  BANK_MODES,
  GENETICS_AREAS,
  QUESTION_BANKS,
  WEAK_SYSTEMS,
  WEAK_TOPICS,
} from '@/lib/exams/practice-detail'
import { allOf, calendarDate, createdAt, formId, id, instant, oneOf, updatedAt, version } from './columns'
import { users } from './users'

const applicantId = () =>
  uuid('applicant_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

const points = (name: string) => numeric(name, { precision: 5, scale: 2, mode: 'number' })
const percent = (name: string) => numeric(name, { precision: 4, scale: 1, mode: 'number' })

/** A practice assessment's result; percent or three-digit score, as its kind reports. Removing sets `removedAt`. */
export const practiceResults = pgTable(
  'practice_results',
  {
    id: id(),
    applicantId: applicantId(),
    /** Some tests exist for both Steps, so the kind alone does not say which one was practised. */
    exam: text('exam', { enum: PRACTICE_EXAMS }).notNull().default('step2ck'),
    kind: text('kind', { enum: PRACTICE_KINDS }).notNull(),
    form: text('form').notNull().default(''),
    takenOn: calendarDate('taken_on').notNull(),
    score: integer('score'),
    percent: percent('percent'),
    isTimed: boolean('is_timed'),
    isMixed: boolean('is_mixed'),
    /** null: not said; an empty list: said to be none. */
    weakSystems: text('weak_systems', { enum: WEAK_SYSTEMS }).array(),
    weakTopics: text('weak_topics', { enum: WEAK_TOPICS }).array(),
    note: text('note').notNull().default(''),
    /** Rows that came with one paste share it, so that the paste can be taken back whole. */
    pasteId: uuid('paste_id'),
    removedAt: instant('removed_at'),
    version: version(),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('practice_results_applicant').on(t.applicantId, t.takenOn),
    uniqueIndex('practice_results_form').on(t.applicantId, t.formId),
    unique('practice_results_id_applicant').on(t.id, t.applicantId),
    oneOf('practice_results_exam_known', t.exam, PRACTICE_EXAMS),
    oneOf('practice_results_kind_known', t.kind, PRACTICE_KINDS),
    allOf('practice_results_systems_known', t.weakSystems, WEAK_SYSTEMS),
    allOf('practice_results_topics_known', t.weakTopics, WEAK_TOPICS),
    check('practice_results_score_range', sql`${t.score} between 1 and 300`),
    check('practice_results_percent_range', sql`${t.percent} between 0 and 100`),
    check('practice_results_has_result', sql`${t.score} is not null or ${t.percent} is not null`),
    check('practice_results_note_length', sql`char_length(${t.note}) <= 1000`),
  ],
)

/** How the questions of one genetics area went in one practice test (C12). */
export const practiceGenetics = pgTable(
  'practice_genetics',
  {
    applicantId: applicantId(),
    resultId: uuid('result_id').notNull(),
    area: text('area', { enum: GENETICS_AREAS }).notNull(),
    questions: integer('questions'),
    percent: percent('percent'),
  },
  (t) => [
    primaryKey({ columns: [t.resultId, t.area] }),
    index('practice_genetics_applicant').on(t.applicantId),
    // The pair, so that no line can hang on another person's result; moved together when a guest's rows are adopted.
    foreignKey({
      name: 'practice_genetics_result',
      columns: [t.resultId, t.applicantId],
      foreignColumns: [practiceResults.id, practiceResults.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    oneOf('practice_genetics_area_known', t.area, GENETICS_AREAS),
    check('practice_genetics_questions_range', sql`${t.questions} between 0 and 20000`),
    check('practice_genetics_percent_range', sql`${t.percent} between 0 and 100`),
    check('practice_genetics_says_something', sql`${t.questions} is not null or ${t.percent} is not null`),
  ],
)

/** Where a question bank stood on one day, as its own statistics page prints it (C9). */
export const bankSnapshots = pgTable(
  'bank_snapshots',
  {
    id: id(),
    applicantId: applicantId(),
    exam: text('exam', { enum: PRACTICE_EXAMS }).notNull(),
    bank: text('bank', { enum: QUESTION_BANKS }).notNull(),
    takenOn: calendarDate('taken_on').notNull(),
    coveredPercent: percent('covered_percent'),
    correctPercent: percent('correct_percent'),
    mode: text('mode', { enum: BANK_MODES }),
    questions: integer('questions'),
    removedAt: instant('removed_at'),
    version: version(),
    formId: formId(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('bank_snapshots_applicant').on(t.applicantId, t.takenOn),
    uniqueIndex('bank_snapshots_form').on(t.applicantId, t.formId),
    oneOf('bank_snapshots_exam_known', t.exam, PRACTICE_EXAMS),
    oneOf('bank_snapshots_bank_known', t.bank, QUESTION_BANKS),
    oneOf('bank_snapshots_mode_known', t.mode, BANK_MODES),
    check('bank_snapshots_covered_range', sql`${t.coveredPercent} between 0 and 100`),
    check('bank_snapshots_correct_range', sql`${t.correctPercent} between 0 and 100`),
    check('bank_snapshots_questions_range', sql`${t.questions} between 0 and 20000`),
    check(
      'bank_snapshots_says_something',
      sql`${t.coveredPercent} is not null or ${t.correctPercent} is not null`,
    ),
  ],
)

/** What a person believes of one kind of practice test where it differs from lib/forecast; null takes the default. */
export const forecastSources = pgTable(
  'forecast_sources',
  {
    applicantId: applicantId(),
    kind: text('kind', { enum: PRACTICE_KINDS }).notNull(),
    offset: points('offset'),
    spread: points('spread'),
    /** The person's own line from per cent to score: all three or none. */
    atPercent: points('at_percent'),
    atScore: points('at_score'),
    pointsPerPercent: points('points_per_percent'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.applicantId, t.kind] }),
    oneOf('forecast_sources_kind_known', t.kind, PRACTICE_KINDS),
    check('forecast_sources_spread_range', sql`${t.spread} between 1 and 60`),
    check('forecast_sources_offset_range', sql`${t.offset} between -40 and 40`),
    check(
      'forecast_sources_whole_line',
      sql`num_nulls(${t.atPercent}, ${t.atScore}, ${t.pointsPerPercent}) in (0, 3)`,
    ),
  ],
)

/** The one score a person aims at (the forecast, the timing plan and a result are read against it), and the forecast's other numbers where they differ from lib/forecast. */
export const forecastSettings = pgTable(
  'forecast_settings',
  {
    applicantId: uuid('applicant_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    targetScore: integer('target_score'),
    examError: points('exam_error'),
    driftPerFourWeeks: points('drift_per_four_weeks'),
    driftLimitDays: points('drift_limit_days'),
    gainPerFourWeeks: points('gain_per_four_weeks'),
    untimedFactor: points('untimed_factor'),
    timingNotSaidFactor: points('timing_not_said_factor'),
    notMixedFactor: points('not_mixed_factor'),
    trendDampingDays: points('trend_damping_days'),
    trendHorizonDays: points('trend_horizon_days'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [check('forecast_settings_target_range', sql`${t.targetScore} between 1 and 300`)],
)
