import 'server-only'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { EntryStatus } from '@/lib/list/status'
import { isUuid, type Scope } from '../access'
import { cycles, listEntries as entries, interviews } from '../schema'
import { chooseSeason, getCycle } from './cycles'
import { addEntry } from './list'

/** A program of a former list with what became of it. */
export type CycleEntry = {
  id: string
  programId: string
  status: EntryStatus
  statusOn: CalendarDate | null
  appliedOn: CalendarDate | null
  note: string
  interviews: number
}

/** The list of one cycle, current or not, in the order of adding; throws not_found when it is not this applicant's. */
export async function listEntriesOfCycle(
  scope: Scope<'list:read' | 'interviews:read'>,
  cycleId: string,
): Promise<CycleEntry[]> {
  if (!isUuid(cycleId)) throw new AppError('not_found')
  return scope.tx
    .select({
      id: entries.id,
      programId: entries.programId,
      status: entries.status,
      statusOn: sql<CalendarDate | null>`(
        select max(c.on_date)::text from status_changes c
        where c.entry_id = list_entries.id and c.applicant_id = list_entries.applicant_id)`,
      appliedOn: sql<CalendarDate | null>`(
        select min(c.on_date)::text from status_changes c
        where c.entry_id = list_entries.id and c.applicant_id = list_entries.applicant_id and c.status = 'applied')`,
      note: entries.note,
      interviews: sql<number>`(
        select count(*)::int from ${interviews} i
        where i.entry_id = list_entries.id and i.applicant_id = list_entries.applicant_id and i.state = 'done')`,
    })
    .from(entries)
    .innerJoin(cycles, and(eq(cycles.id, entries.cycleId), eq(cycles.applicantId, scope.applicantId)))
    .where(
      and(
        eq(entries.cycleId, cycleId),
        eq(entries.applicantId, scope.applicantId),
        isNull(entries.removedAt),
      ),
    )
    .orderBy(asc(entries.createdAt), asc(entries.id))
}

/**
 * Makes the cycle of a later season the current one and copies chosen programs of the former list onto it. Statuses,
 * notes and signals stay behind with the former cycle. Doing it twice adds nothing twice. Throws not_found for a cycle or
 * an entry that is not this applicant's.
 */
export async function startFromCycle(
  scope: Scope<'list:read' | 'list:write'>,
  { cycleId, seasonYear, entryIds }: { cycleId: string; seasonYear: number; entryIds: readonly string[] },
): Promise<void> {
  await getCycle(scope, cycleId)
  const wanted = [...new Set(entryIds)]
  const chosen =
    wanted.length === 0
      ? []
      : await scope.tx
          .select({ programId: entries.programId })
          .from(entries)
          .where(
            and(
              inArray(entries.id, wanted),
              eq(entries.cycleId, cycleId),
              eq(entries.applicantId, scope.applicantId),
            ),
          )
          .orderBy(asc(entries.createdAt), asc(entries.id))
  if (chosen.length !== wanted.length) throw new AppError('not_found')
  const next = await chooseSeason(scope, seasonYear)
  for (const { programId } of chosen) await addEntry(scope, { cycleId: next.id, programId })
}
