import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { Cycle, CycleClosing, CycleDetail } from '@/lib/season/cycle'
import { type GroupScope, isUuid, type Scope } from '../access'
import { cycleClosings, cycles } from '../schema'
import { isOneOf } from './by-applicant'

const COLUMNS = {
  id: cycles.id,
  applicantId: cycles.applicantId,
  seasonYear: cycles.seasonYear,
  isCurrent: cycles.isCurrent,
  silenceDays: cycles.silenceDays,
}

/** The cycle that the pages show, or null for someone who has not begun one. */
export async function findCurrentCycle(scope: Scope<'list:read'>): Promise<Cycle | null> {
  const [cycle] = await scope.tx
    .select(COLUMNS)
    .from(cycles)
    .where(and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent))
  return cycle ?? null
}

/** The current cycles of several applicants, by applicant, in one statement; null for who has not begun one. */
export async function listCurrentCyclesOf({
  tx,
  applicantIds,
}: GroupScope): Promise<(applicantId: string) => Cycle | null> {
  const rows = await tx
    .select(COLUMNS)
    .from(cycles)
    .where(and(isOneOf(cycles.applicantId, applicantIds), cycles.isCurrent))
  const found = new Map(rows.map((cycle) => [cycle.applicantId, cycle]))
  return (applicantId) => found.get(applicantId) ?? null
}

/** The cycle that the pages show; throws not_found for someone who has not begun one. */
export async function getCurrentCycle(scope: Scope<'list:read'>): Promise<Cycle> {
  const cycle = await findCurrentCycle(scope)
  if (!cycle) throw new AppError('not_found', { logMessage: 'no current cycle' })
  return cycle
}

/** All cycles of this person, the latest season first. */
export async function listCycles(scope: Scope<'list:read'>): Promise<Cycle[]> {
  const found = await scope.tx.select(COLUMNS).from(cycles).where(eq(cycles.applicantId, scope.applicantId))
  return found.sort((a, b) => b.seasonYear - a.seasonYear)
}

/** The current cycle, begun for this season when there is none yet. Two calls at once end with the same one. */
export async function ensureCycle(
  scope: Scope<'list:read' | 'list:write'>,
  seasonYear: number,
): Promise<Cycle> {
  const current = await findCurrentCycle(scope)
  if (current) return current
  await scope.tx.insert(cycles).values({ applicantId: scope.applicantId, seasonYear }).onConflictDoNothing()
  return getCurrentCycle(scope)
}

/** Makes the cycle of this season the current one, beginning it if need be. The other cycles keep all they hold. */
export async function chooseSeason(
  scope: Scope<'list:read' | 'list:write'>,
  seasonYear: number,
): Promise<Cycle> {
  await scope.tx
    .update(cycles)
    .set({ isCurrent: false })
    .where(
      and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent, ne(cycles.seasonYear, seasonYear)),
    )
  await scope.tx
    .insert(cycles)
    .values({ applicantId: scope.applicantId, seasonYear })
    .onConflictDoUpdate({
      target: [cycles.applicantId, cycles.seasonYear],
      set: { isCurrent: true, updatedAt: new Date() },
    })
  return getCurrentCycle(scope)
}

/** Sets after how many days without an answer the applications of the current cycle read "no answer". */
export async function setSilenceDays(scope: Scope<'list:write'>, days: number): Promise<void> {
  const [saved] = await scope.tx
    .update(cycles)
    .set({ silenceDays: days })
    .where(and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent))
    .returning({ id: cycles.id })
  if (!saved) throw new AppError('not_found', { logMessage: 'no current cycle' })
}

const DETAIL_COLUMNS = {
  ...COLUMNS,
  closing: {
    outcome: cycleClosings.outcome,
    on: cycleClosings.closedOn,
    note: cycleClosings.note,
    learned: cycleClosings.learned,
  },
}

/** Cycles with how they ended, where they have. */
function details(scope: Scope<'list:read'>) {
  return scope.tx
    .select(DETAIL_COLUMNS)
    .from(cycles)
    .leftJoin(
      cycleClosings,
      and(eq(cycleClosings.cycleId, cycles.id), eq(cycleClosings.applicantId, scope.applicantId)),
    )
}

/** All cycles of this person with how each ended, the latest season first. */
export async function listCycleDetails(scope: Scope<'list:read'>): Promise<CycleDetail[]> {
  const found = await details(scope).where(eq(cycles.applicantId, scope.applicantId))
  return found.sort((a, b) => b.seasonYear - a.seasonYear)
}

/** One cycle with how it ended; throws not_found when it is not this applicant's. */
export async function getCycle(scope: Scope<'list:read'>, id: string): Promise<CycleDetail> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [cycle] = await details(scope).where(
    and(eq(cycles.id, id), eq(cycles.applicantId, scope.applicantId)),
  )
  if (!cycle) throw new AppError('not_found')
  return cycle
}

/**
 * Closes a cycle with its outcome, or opens it again (null). All that is in it stays, and stays readable. Throws not_found
 * when it is not this applicant's.
 */
export async function closeCycle(
  scope: Scope<'list:read' | 'list:write'>,
  id: string,
  closing: CycleClosing | null,
): Promise<void> {
  const cycle = await getCycle(scope, id)
  if (closing === null) {
    await scope.tx
      .delete(cycleClosings)
      .where(and(eq(cycleClosings.cycleId, cycle.id), eq(cycleClosings.applicantId, scope.applicantId)))
    return
  }
  const { outcome, on: closedOn, note, learned } = closing
  await scope.tx
    .insert(cycleClosings)
    .values({ cycleId: cycle.id, applicantId: scope.applicantId, outcome, closedOn, note, learned })
    .onConflictDoUpdate({
      target: cycleClosings.cycleId,
      set: { outcome, closedOn, note, learned, updatedAt: new Date() },
    })
}
