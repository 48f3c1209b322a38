import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calendarDate, createdAt, id, updatedAt, version } from './columns'
import { cycles } from './cycles'
import { users } from './users'

/**
 * The exam days that someone weighs for a season, one plan a cycle; lib/timing/plan.ts says what may stand here. Null days
 * of the report mean the default model, so that a better default reaches everyone who did not change it.
 */
export const timingPlans = pgTable(
  'timing_plans',
  {
    id: id(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    cycleId: uuid('cycle_id').notNull(),
    earlierOn: calendarDate('earlier_on'),
    laterOn: calendarDate('later_on'),
    nextOn: calendarDate('next_on'),
    reportSoonestDays: integer('report_soonest_days'),
    reportUsualDays: integer('report_usual_days'),
    reportUsualPercent: integer('report_usual_percent'),
    reportLatestDays: integer('report_latest_days'),
    eligibleFrom: calendarDate('eligible_from'),
    eligibleUntil: calendarDate('eligible_until'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('timing_plans_one_a_cycle').on(t.cycleId),
    index('timing_plans_applicant').on(t.applicantId),
    foreignKey({
      name: 'timing_plans_cycle',
      columns: [t.cycleId, t.applicantId],
      foreignColumns: [cycles.id, cycles.applicantId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check(
      'timing_plans_report_order',
      sql`${t.reportSoonestDays} between 0 and ${t.reportUsualDays} and ${t.reportLatestDays} between ${t.reportUsualDays} and 200`,
    ),
    check('timing_plans_report_percent', sql`${t.reportUsualPercent} between 1 and 99`),
    check(
      'timing_plans_report_whole',
      sql`num_nonnulls(${t.reportSoonestDays}, ${t.reportUsualDays}, ${t.reportUsualPercent}, ${t.reportLatestDays}) in (0, 4)`,
    ),
    check(
      'timing_plans_eligibility',
      sql`num_nonnulls(${t.eligibleFrom}, ${t.eligibleUntil}) in (0, 2) and ${t.eligibleFrom} <= ${t.eligibleUntil}`,
    ),
  ],
)
