import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { EntryStatus } from '@/lib/list/status'
import { isUuid, type Scope } from '../access'
import { listEntries, statusChanges } from '../schema'
import { addStatusChange, findRemovedEntry, followHistory } from './list'

type EditScope = Scope<'list:read' | 'list:write'>

/**
 * The form id of a status change that another row brings about, such as an offer. Always the same for the same row and
 * meaning, so that saving twice records it once, and that a correction finds what it must take back.
 */
export function derivedFormId(rowId: string, meaning: string): string {
  const hex = createHash('sha256').update(`${rowId}:${meaning}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/**
 * Makes the entry's history say what the row says: the change is written, moved to another day, or (null) taken back. A
 * change that stands already is left alone, so that its place among others of the same day stays.
 */
export async function keepDerivedStatus(
  scope: EditScope,
  {
    entryId,
    formId,
    change,
  }: {
    entryId: string
    formId: string
    change: { status: EntryStatus; on: CalendarDate; note: string } | null
  },
): Promise<void> {
  const mine = and(eq(statusChanges.formId, formId), eq(statusChanges.applicantId, scope.applicantId))
  const [stored] = await scope.tx
    .select({
      entryId: statusChanges.entryId,
      status: statusChanges.status,
      on: statusChanges.on,
      note: statusChanges.note,
    })
    .from(statusChanges)
    .where(mine)
  const isSame =
    stored !== undefined &&
    change !== null &&
    stored.entryId === entryId &&
    stored.status === change.status &&
    stored.on === change.on &&
    stored.note === change.note
  if (isSame || (!stored && change === null)) return
  if (stored) {
    await scope.tx.delete(statusChanges).where(mine)
    await followHistory(scope, [stored.entryId])
  }
  // Of a program that was taken off the list nothing is said any more; its history waits as it was.
  if (change && !(await findRemovedEntry(scope, entryId)))
    await addStatusChange(scope, { entryId, formId, ...change })
}

/** Refuses an entry that is not on the list of this cycle: another person's, another cycle's, or one that was removed. */
export async function mustBeListed(
  scope: EditScope,
  { cycleId, entryId }: { cycleId: string; entryId: string },
): Promise<void> {
  if (!isUuid(entryId)) throw new AppError('not_found')
  const [found] = await scope.tx
    .select({ id: listEntries.id })
    .from(listEntries)
    .where(
      and(
        eq(listEntries.id, entryId),
        eq(listEntries.applicantId, scope.applicantId),
        eq(listEntries.cycleId, cycleId),
        isNull(listEntries.removedAt),
      ),
    )
  if (!found) throw new AppError('not_found')
}
