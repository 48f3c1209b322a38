import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { ListEntry, ListEntryDetail } from '@/lib/list/entry'
import type { EntryStatus, Signal } from '@/lib/list/status'
import { type GroupScope, isUuid, type Scope } from '../access'
import { cycles, listEntries as entries, programs, statusChanges } from '../schema'
import { byApplicant, isOneOf } from './by-applicant'

/** To change an entry one reads it too. */
type EditScope = Scope<'list:read' | 'list:write'>

const AS_THEY_ARE = {
  id: entries.id,
  cycleId: entries.cycleId,
  programId: entries.programId,
  status: entries.status,
  signal: entries.signal,
  hasNote: sql<boolean>`${entries.note} <> ''`,
}

const ENTRY_COLUMNS = {
  ...AS_THEY_ARE,
  // Written out: in a select from one table drizzle drops the table's name, and `id` would mean the change's.
  statusOn: sql<CalendarDate | null>`(
    select max(c.on_date)::text from status_changes c
    where c.entry_id = list_entries.id and c.applicant_id = list_entries.applicant_id)`,
  appliedOn: sql<CalendarDate | null>`(
    select min(c.on_date)::text from status_changes c
    where c.entry_id = list_entries.id and c.applicant_id = list_entries.applicant_id and c.status = 'applied')`,
  createdAt: entries.createdAt,
}

/** An entry of this person that is still on a list. */
function entryOf(scope: Scope<'list:read'>, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(entries.id, id), eq(entries.applicantId, scope.applicantId), isNull(entries.removedAt))
}

type EntryRow = Omit<ListEntry, 'addedAt'> & { createdAt: Date }

function toEntry({ createdAt, ...row }: EntryRow): ListEntry {
  return { ...row, addedAt: createdAt.toISOString() }
}

/** What is on the list of the current cycle, in the order of adding. Empty for someone without a cycle. */
export async function listEntries(scope: Scope<'list:read'>): Promise<ListEntry[]> {
  const rows = await scope.tx
    .select(ENTRY_COLUMNS)
    .from(entries)
    .innerJoin(cycles, and(eq(cycles.id, entries.cycleId), cycles.isCurrent))
    .where(and(eq(entries.applicantId, scope.applicantId), isNull(entries.removedAt)))
    .orderBy(asc(entries.createdAt), asc(entries.id))
  return rows.map(toEntry)
}

/**
 * The lists of several applicants' current cycles, by applicant, in one statement. The days of the changes are gathered once
 * for all: asked for entry by entry, the database would weigh every change against the viewer's grants anew. Thirty lists are
 * two thousand rows, so each comes as it is handed on.
 */
export async function listEntriesOf({
  tx,
  applicantIds,
}: GroupScope<'list:read'>): Promise<(applicantId: string) => readonly ListEntry[]> {
  const days = tx
    .select({
      entryId: statusChanges.entryId,
      statusOn: sql<CalendarDate | null>`max(${statusChanges.on})::text`.as('status_on'),
      appliedOn: sql<CalendarDate | null>`
        (min(${statusChanges.on}) filter (where ${statusChanges.status} = 'applied'))::text`.as('applied_on'),
    })
    .from(statusChanges)
    .where(isOneOf(statusChanges.applicantId, applicantIds))
    .groupBy(statusChanges.entryId)
    .as('days')
  const rows = await tx
    .select({
      ...AS_THEY_ARE,
      addedAt: sql<Instant>`to_char(${entries.createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      applicantId: entries.applicantId,
      statusOn: days.statusOn,
      appliedOn: days.appliedOn,
    })
    .from(entries)
    .innerJoin(cycles, and(eq(cycles.id, entries.cycleId), cycles.isCurrent))
    .leftJoin(days, eq(days.entryId, entries.id))
    .where(and(isOneOf(entries.applicantId, applicantIds), isNull(entries.removedAt)))
    .orderBy(asc(entries.createdAt), asc(entries.id))
  const found = byApplicant(rows)
  return (applicantId) => found.get(applicantId) ?? []
}

/** One entry with its note and history; throws not_found when it is not this applicant's or was removed. */
export async function getEntry(scope: Scope<'list:read'>, id: string): Promise<ListEntryDetail> {
  const entry = await findEntry(scope, id)
  if (!entry) throw new AppError('not_found')
  return entry
}

/** The same, or null. */
export async function findEntry(scope: Scope<'list:read'>, id: string): Promise<ListEntryDetail | null> {
  if (!isUuid(id)) return null
  const where = entryOf(scope, id)
  const [[row], history] = await Promise.all([
    scope.tx
      .select({ ...ENTRY_COLUMNS, note: entries.note, version: entries.version })
      .from(entries)
      .where(where),
    scope.tx
      .select({
        id: statusChanges.id,
        status: statusChanges.status,
        on: statusChanges.on,
        note: statusChanges.note,
        createdAt: statusChanges.createdAt,
      })
      .from(statusChanges)
      .where(and(eq(statusChanges.entryId, id), eq(statusChanges.applicantId, scope.applicantId)))
      .orderBy(desc(statusChanges.on), desc(statusChanges.createdAt)),
  ])
  if (!row) return null
  const { note, version, ...entry } = row
  return {
    ...toEntry(entry),
    note,
    version,
    history: history.map(({ createdAt, ...change }) => ({ ...change, recordedAt: createdAt.toISOString() })),
  }
}

/**
 * Puts a program on the list of a cycle, or back on it, and returns the entry's id; adding what is there changes nothing.
 * Throws not_found for a program that this person cannot see or a cycle that is not theirs.
 */
export async function addEntry(
  scope: EditScope,
  { cycleId, programId }: { cycleId: string; programId: string },
): Promise<string> {
  // One statement, so that the program is seen with the same eyes that write: foreign keys look past row-level security.
  const rows = await scope.tx.execute<{ id: string }>(sql`
    insert into ${entries} (applicant_id, cycle_id, program_id)
    select ${cycles.applicantId}, ${cycles.id}, ${programs.id}
    from ${programs}, ${cycles}
    where ${programs.id} = ${programId}
      and (${programs.ownerId} is null or ${programs.ownerId} = ${scope.applicantId})
      and ${cycles.id} = ${cycleId} and ${cycles.applicantId} = ${scope.applicantId}
    on conflict (cycle_id, program_id) do update set removed_at = null
    returning id`)
  const [entry] = rows
  if (!entry) throw new AppError('not_found')
  return entry.id
}

/**
 * Records what happened to an application on a day. The newest day sets the entry's status, and the later recorded of two
 * on one day. A form sent twice records it once.
 */
export async function addStatusChange(
  scope: EditScope,
  change: { entryId: string; status: EntryStatus; on: CalendarDate; note: string; formId: string },
): Promise<void> {
  const [entry] = await scope.tx
    .select({ id: entries.id })
    .from(entries)
    .where(entryOf(scope, change.entryId))
    .for('update')
  if (!entry) throw new AppError('not_found')
  await scope.tx
    .insert(statusChanges)
    .values({
      applicantId: scope.applicantId,
      entryId: entry.id,
      status: change.status,
      on: change.on,
      note: change.note,
      formId: change.formId,
    })
    .onConflictDoNothing({ target: [statusChanges.applicantId, statusChanges.formId] })
  await followHistory(scope, [entry.id])
}

/** Takes a mistaken status change out of the history and returns its entry's id; the newest one left sets the status. */
export async function removeStatusChange(scope: EditScope, id: string): Promise<string> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [gone] = await scope.tx
    .delete(statusChanges)
    .where(and(eq(statusChanges.id, id), eq(statusChanges.applicantId, scope.applicantId)))
    .returning({ entryId: statusChanges.entryId })
  if (!gone) throw new AppError('not_found')
  await followHistory(scope, [gone.entryId])
  return gone.entryId
}

/** Sets the status of these entries from their histories. An entry without any change is only being considered. */
export async function followHistory(scope: EditScope, entryIds: readonly string[]): Promise<void> {
  const newest = sql<EntryStatus>`coalesce((
    select c.status from status_changes c
    where c.entry_id = list_entries.id and c.applicant_id = list_entries.applicant_id
    order by c.on_date desc, c.created_at desc limit 1), 'considering')`
  await scope.tx
    .update(entries)
    .set({ status: newest })
    .where(and(inArray(entries.id, [...entryIds]), eq(entries.applicantId, scope.applicantId)))
}

/** Saves the note of an entry; refused as a conflict, naming the note that is stored, when it changed since that version. */
export async function saveNote(
  scope: EditScope,
  { entryId, note, version }: { entryId: string; note: string; version: number },
): Promise<void> {
  const [saved] = await scope.tx
    .update(entries)
    .set({ note, version: version + 1 })
    .where(and(entryOf(scope, entryId), eq(entries.version, version)))
    .returning({ id: entries.id })
  if (saved) return
  const current = await getEntry(scope, entryId)
  // A resend of what is stored already is no conflict.
  if (current.note === note) return
  throw new AppError('conflict', {
    fields: { note: [`Saved meanwhile: ${current.note === '' ? '(an empty note)' : current.note}`] },
  })
}

export async function setSignal(
  scope: EditScope,
  { entryId, signal }: { entryId: string; signal: Signal },
): Promise<void> {
  const [saved] = await scope.tx
    .update(entries)
    .set({ signal })
    .where(entryOf(scope, entryId))
    .returning({ id: entries.id })
  if (!saved) throw new AppError('not_found')
}

/** Takes an entry off the list; its history and note stay for `restoreEntry`. */
export async function removeEntry(scope: EditScope, id: string): Promise<{ programId: string }> {
  const [gone] = await scope.tx
    .update(entries)
    .set({ removedAt: new Date() })
    .where(entryOf(scope, id))
    .returning({ programId: entries.programId })
  if (!gone) throw new AppError('not_found')
  return gone
}

/** Puts a removed entry back as it was. One that is on the list already stays there. */
export async function restoreEntry(scope: EditScope, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [back] = await scope.tx
    .update(entries)
    .set({ removedAt: null })
    .where(and(eq(entries.id, id), eq(entries.applicantId, scope.applicantId)))
    .returning({ id: entries.id })
  if (!back) throw new AppError('not_found')
}

/** The program of an entry that was just removed, for the line that offers to undo it; null when there is none. */
export async function findRemovedEntry(
  scope: Scope<'list:read'>,
  id: string,
): Promise<{ id: string; programId: string } | null> {
  if (!isUuid(id)) return null
  const [entry] = await scope.tx
    .select({ id: entries.id, programId: entries.programId })
    .from(entries)
    .where(and(eq(entries.id, id), eq(entries.applicantId, scope.applicantId), isNotNull(entries.removedAt)))
  return entry ?? null
}
