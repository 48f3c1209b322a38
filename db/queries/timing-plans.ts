import 'server-only'
import { and, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { TimingPlan } from '@/lib/timing/plan'
import { DEFAULT_REPORT_MODEL, type ReportModel } from '@/lib/timing/simulate-model'
import type { Scope } from '../access'
import { cycles, timingPlans } from '../schema'

export type StoredTimingPlan = TimingPlan & { version: number }

/** The exam days that the person weighs in their current cycle; null where none were kept. */
export async function findTimingPlan(scope: Scope<'exams:read'>): Promise<StoredTimingPlan | null> {
  const [row] = await scope.tx
    .select(COLUMNS)
    .from(timingPlans)
    .innerJoin(cycles, and(eq(cycles.id, timingPlans.cycleId), cycles.isCurrent))
    .where(eq(timingPlans.applicantId, scope.applicantId))
  return row ? { ...toPlan(row), version: row.version } : null
}

/**
 * Keeps the plan of a cycle, which must be this person's: the foreign key holds it. `version` is the one that the form was
 * made from, 0 where nothing was kept. Throws conflict when another window kept a different plan since; the same plan
 * sent twice is kept once.
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
    if (made) return
  }
  const mine = and(eq(timingPlans.cycleId, cycleId), eq(timingPlans.applicantId, scope.applicantId))
  const [row] = await scope.tx.select(COLUMNS).from(timingPlans).where(mine).for('update')
  if (row && JSON.stringify(toColumns(toPlan(row))) === JSON.stringify(columns)) return
  if (row?.version !== version) throw new AppError('conflict')
  await scope.tx
    .update(timingPlans)
    .set({ ...columns, version: version + 1 })
    .where(mine)
}

const COLUMNS = {
  earlierOn: timingPlans.earlierOn,
  laterOn: timingPlans.laterOn,
  nextOn: timingPlans.nextOn,
  targetScore: timingPlans.targetScore,
  reportSoonestDays: timingPlans.reportSoonestDays,
  reportUsualDays: timingPlans.reportUsualDays,
  reportUsualPercent: timingPlans.reportUsualPercent,
  reportLatestDays: timingPlans.reportLatestDays,
  eligibleFrom: timingPlans.eligibleFrom,
  eligibleUntil: timingPlans.eligibleUntil,
  version: timingPlans.version,
}

type PlanColumns = Omit<Pick<typeof timingPlans.$inferSelect, keyof typeof COLUMNS>, 'version'>

function toPlan(row: PlanColumns): TimingPlan {
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

function toColumns({ earlier, later, next, targetScore, report, eligibility }: TimingPlan): PlanColumns {
  const own = isDefault(report) ? null : report
  return {
    earlierOn: earlier,
    laterOn: later,
    nextOn: next,
    targetScore,
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
