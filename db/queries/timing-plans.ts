import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { TimingPlan } from '@/lib/timing/plan'
import { DEFAULT_REPORT_MODEL, type ReportModel } from '@/lib/timing/simulate-model'
import type { Scope } from '../access'
import { cycles, forecastSettings, timingPlans } from '../schema'
import { getForecastOwn, setTargetScore } from './forecast-settings'

export type StoredTimingPlan = TimingPlan & { version: number }

/**
 * The exam days that the person weighs in their current cycle, with the one target score they have; null where no days were
 * kept.
 */
export async function findTimingPlan(scope: Scope<'exams:read'>): Promise<StoredTimingPlan | null> {
  const [row] = await scope.tx
    .select({ ...COLUMNS, targetScore: forecastSettings.targetScore })
    .from(timingPlans)
    .innerJoin(cycles, and(eq(cycles.id, timingPlans.cycleId), cycles.isCurrent))
    .leftJoin(forecastSettings, eq(forecastSettings.applicantId, timingPlans.applicantId))
    .where(eq(timingPlans.applicantId, scope.applicantId))
  return row ? { ...toPlan(row), version: row.version } : null
}

/**
 * Keeps the plan of a cycle, which must be this person's: the foreign key holds it. `version` is the one that the form was
 * made from, 0 where nothing was kept. Throws conflict when another window kept a different plan or target since; the same
 * plan sent twice is kept once. The target is the person's one, which the forecast and what follows a result read too.
 */
export async function saveTimingPlan(
  scope: Scope<'exams:write'>,
  { cycleId, plan, version }: { cycleId: string; plan: TimingPlan; version: number },
): Promise<void> {
  const columns = toColumns(plan)
  if (version === 0) {
    const [made] = await scope.tx
      .insert(timingPlans)
      .values({ ...columns, cycleId, applicantId: scope.applicantId })
      .onConflictDoNothing()
      .returning({ id: timingPlans.id })
    if (made) {
      await setTargetScore(scope, plan.targetScore)
      return
    }
  }
  const mine = and(eq(timingPlans.cycleId, cycleId), eq(timingPlans.applicantId, scope.applicantId))
  const [row] = await scope.tx.select(COLUMNS).from(timingPlans).where(mine).for('update')
  const { targetScore } = await getForecastOwn(scope)
  if (row && isDeepStrictEqual(toPlan({ ...row, targetScore }), plan)) return
  if (row?.version !== version) throw new AppError('conflict')
  await scope.tx
    .update(timingPlans)
    .set({ ...columns, version: version + 1 })
    .where(mine)
  await setTargetScore(scope, plan.targetScore)
}

const COLUMNS = {
  earlierOn: timingPlans.earlierOn,
  laterOn: timingPlans.laterOn,
  nextOn: timingPlans.nextOn,
  reportSoonestDays: timingPlans.reportSoonestDays,
  reportUsualDays: timingPlans.reportUsualDays,
  reportUsualPercent: timingPlans.reportUsualPercent,
  reportLatestDays: timingPlans.reportLatestDays,
  eligibleFrom: timingPlans.eligibleFrom,
  eligibleUntil: timingPlans.eligibleUntil,
  version: timingPlans.version,
}

type PlanColumns = Omit<Pick<typeof timingPlans.$inferSelect, keyof typeof COLUMNS>, 'version'>

function toPlan(row: PlanColumns & { targetScore: number | null }): TimingPlan {
  const { reportSoonestDays, reportUsualDays, reportUsualPercent, reportLatestDays } = row
  const hasReport =
    reportSoonestDays !== null &&
    reportUsualDays !== null &&
    reportUsualPercent !== null &&
    reportLatestDays !== null
  return {
    earlier: row.earlierOn,
    later: row.laterOn,
    next: row.nextOn,
    targetScore: row.targetScore,
    report: hasReport
      ? {
          soonest: reportSoonestDays,
          usual: reportUsualDays,
          usualShare: reportUsualPercent / 100,
          latest: reportLatestDays,
        }
      : DEFAULT_REPORT_MODEL,
    eligibility:
      row.eligibleFrom !== null && row.eligibleUntil !== null
        ? { from: row.eligibleFrom, until: row.eligibleUntil }
        : null,
  }
}

function toColumns({ earlier, later, next, report, eligibility }: TimingPlan): PlanColumns {
  const own = isDefault(report) ? null : report
  return {
    earlierOn: earlier,
    laterOn: later,
    nextOn: next,
    reportSoonestDays: own?.soonest ?? null,
    reportUsualDays: own?.usual ?? null,
    reportUsualPercent: own ? Math.round(own.usualShare * 100) : null,
    reportLatestDays: own?.latest ?? null,
    eligibleFrom: eligibility?.from ?? null,
    eligibleUntil: eligibility?.until ?? null,
  }
}

function isDefault(report: ReportModel): boolean {
  return (Object.keys(DEFAULT_REPORT_MODEL) as (keyof ReportModel)[]).every(
    (key) => report[key] === DEFAULT_REPORT_MODEL[key],
  )
}
