import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { EntryHistory } from '@/lib/list/insights'
import type { EntryStatus } from '@/lib/list/status'
import { isUuid, type Scope } from '../access'
import { cycles, listEntries as entries, statusChanges } from '../schema'
import { followHistory } from './list'

type EditScope = Scope<'list:read' | 'list:write'>

/**
 * Records one status on one day for several programs of the list: for all of them or, when one is not this person's or was
 * removed, for none. The same form sent twice records it once. `batchId` takes it back.
 */
export async function addStatusBatch(
  scope: EditScope,
  batch: { entryIds: readonly string[]; status: EntryStatus; on: CalendarDate; batchId: string },
): Promise<void> {
  if (!batch.entryIds.every(isUuid)) throw new AppError('not_found')
  const ids = [...new Set(batch.entryIds)]
  const found = await scope.tx
    .select({ id: entries.id })
    .from(entries)
    .where(
      and(inArray(entries.id, ids), eq(entries.applicantId, scope.applicantId), isNull(entries.removedAt)),
    )
    // Always in the same order, so that two windows never wait for each other.
    .orderBy(asc(entries.id))
    .for('update')
  if (found.length === 0 || found.length !== ids.length) throw new AppError('not_found')
  await scope.tx
    .insert(statusChanges)
    .values(
      found.map(({ id }) => ({
        applicantId: scope.applicantId,
        entryId: id,
        status: batch.status,
        on: batch.on,
        batchId: batch.batchId,
      })),
    )
    .onConflictDoNothing()
  await followHistory(scope, ids)
}

/** What a batch still holds, for the line that offers to undo it; null when it is gone. */
export async function findStatusBatch(
  scope: Scope<'list:read'>,
  batchId: string,
): Promise<{ status: EntryStatus; on: CalendarDate; entryIds: string[] } | null> {
  if (!isUuid(batchId)) return null
  const rows = await scope.tx
    .select({ status: statusChanges.status, on: statusChanges.on, entryId: statusChanges.entryId })
    .from(statusChanges)
    .where(and(eq(statusChanges.batchId, batchId), eq(statusChanges.applicantId, scope.applicantId)))
  const [first] = rows
  return first ? { status: first.status, on: first.on, entryIds: rows.map(({ entryId }) => entryId) } : null
}

/**
 * Takes a batch back, whole: what was recorded before it and after it stays, and sets each status again. Returns how many
 * programs it was; undoing it twice changes nothing more.
 */
export async function undoStatusBatch(scope: EditScope, batchId: string): Promise<number> {
  if (!isUuid(batchId)) throw new AppError('not_found')
  const gone = await scope.tx
    .delete(statusChanges)
    .where(and(eq(statusChanges.batchId, batchId), eq(statusChanges.applicantId, scope.applicantId)))
    .returning({ entryId: statusChanges.entryId })
  if (gone.length > 0)
    await followHistory(
      scope,
      gone.map(({ entryId }) => entryId),
    )
  return gone.length
}

/** Corrects the day of a change and returns its entry's id. Throws conflict when the day is not the one that was seen. */
export async function correctStatusDate(
  scope: EditScope,
  id: string,
  { seen, on }: { seen: CalendarDate; on: CalendarDate },
): Promise<string> {
  if (!isUuid(id)) throw new AppError('not_found')
  const mine = and(eq(statusChanges.id, id), eq(statusChanges.applicantId, scope.applicantId))
  const [stored] = await scope.tx
    .select({ entryId: statusChanges.entryId, on: statusChanges.on })
    .from(statusChanges)
    .where(mine)
    .for('update')
  if (!stored) throw new AppError('not_found')
  // A resend of what is stored already is no conflict.
  if (stored.on !== on && stored.on !== seen) throw new AppError('conflict')
  await scope.tx.update(statusChanges).set({ on }).where(mine)
  await followHistory(scope, [stored.entryId])
  return stored.entryId
}

/** The dated changes of every program on the current list. */
export async function listHistories(scope: Scope<'list:read'>): Promise<EntryHistory[]> {
  const rows = await scope.tx
    .select({
      entryId: entries.id,
      current: entries.status,
      status: statusChanges.status,
      on: statusChanges.on,
    })
    .from(entries)
    .innerJoin(cycles, and(eq(cycles.id, entries.cycleId), cycles.isCurrent))
    .leftJoin(
      statusChanges,
      and(eq(statusChanges.entryId, entries.id), eq(statusChanges.applicantId, scope.applicantId)),
    )
    .where(and(eq(entries.applicantId, scope.applicantId), isNull(entries.removedAt)))
    .orderBy(asc(entries.createdAt), asc(entries.id))
  const found = new Map<
    string,
    { status: EntryStatus; changes: { status: EntryStatus; on: CalendarDate }[] }
  >()
  for (const { entryId, current, status, on } of rows) {
    const history = found.get(entryId) ?? { status: current, changes: [] }
    if (status !== null && on !== null) history.changes.push({ status, on })
    found.set(entryId, history)
  }
  return [...found].map(([entryId, history]) => ({ entryId, ...history }))
}
