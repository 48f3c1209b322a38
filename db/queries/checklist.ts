import 'server-only'
import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Mark, OwnItem } from '@/lib/checklist/checklist'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { type GroupScope, groupOf, isUuid, type Scope } from '../access'
import { cycles, checklistItems as items, checklistMarks as marks, rankLists } from '../schema'
import { byApplicant, isOneOf } from './by-applicant'

/** More than anybody keeps by hand; it bounds what one page has to draw. */
const MOST_OWN_ITEMS = 200

export type ChecklistRows = {
  marks: readonly Mark[]
  ownItems: readonly OwnItem[]
  /** The day on which the rank list as it stands was certified; null where it was not, or changed since. */
  rankCertifiedOn: CalendarDate | null
}

type EditScope = Scope<'checklist:read' | 'checklist:write'>

const MARK_COLUMNS = {
  itemId: marks.itemId,
  doneOn: marks.doneOn,
  notNeeded: marks.notNeeded,
  ownDue: marks.ownDue,
  note: marks.note,
}

const ITEM_COLUMNS = {
  id: items.id,
  title: items.title,
  dueOn: items.dueOn,
  note: items.note,
  waitsFor: items.waitsFor,
  doneOn: items.doneOn,
}

/**
 * What the person marked and wrote for their current cycle, and whether their rank list is certified, in one round trip.
 * Empty without a cycle. To a mentor, who sees no rank list, it reads as not certified.
 */
export async function loadChecklistRows(scope: Scope<'checklist:read'>): Promise<ChecklistRows> {
  return (await loadChecklistRowsOf(groupOf(scope)))(scope.applicantId)
}

/** The same of several applicants, by applicant, in as many statements. */
export async function loadChecklistRowsOf({
  tx,
  applicantIds,
}: GroupScope<'checklist:read'>): Promise<(applicantId: string) => ChecklistRows> {
  const [marked, written, certified] = await Promise.all([
    tx
      .select({ applicantId: marks.applicantId, ...MARK_COLUMNS })
      .from(marks)
      .innerJoin(cycles, and(eq(cycles.id, marks.cycleId), cycles.isCurrent))
      .where(isOneOf(marks.applicantId, applicantIds)),
    tx
      .select({ applicantId: items.applicantId, ...ITEM_COLUMNS })
      .from(items)
      .innerJoin(cycles, and(eq(cycles.id, items.cycleId), cycles.isCurrent))
      .where(isOneOf(items.applicantId, applicantIds))
      .orderBy(asc(items.createdAt), asc(items.id)),
    tx
      .select({ applicantId: rankLists.applicantId, on: rankLists.certifiedOn })
      .from(rankLists)
      .innerJoin(cycles, and(eq(cycles.id, rankLists.cycleId), cycles.isCurrent))
      .where(
        and(isOneOf(rankLists.applicantId, applicantIds), eq(rankLists.order, rankLists.certifiedOrder)),
      ),
  ])
  const [found, own, ranks] = [byApplicant(marked), byApplicant(written), byApplicant(certified)]
  return (applicantId) => ({
    marks: found.get(applicantId) ?? [],
    ownItems: own.get(applicantId) ?? [],
    rankCertifiedOn: ranks.get(applicantId)?.[0]?.on ?? null,
  })
}

/** The mark of one template item in the current cycle with the version that it was read at; null without one. */
export async function findMark(
  scope: Scope<'checklist:read'>,
  itemId: string,
): Promise<(Mark & { version: number }) | null> {
  const [mark] = await scope.tx
    .select({ ...MARK_COLUMNS, version: marks.version })
    .from(marks)
    .innerJoin(cycles, and(eq(cycles.id, marks.cycleId), cycles.isCurrent))
    .where(and(eq(marks.applicantId, scope.applicantId), eq(marks.itemId, itemId)))
  return mark ?? null
}

/** Ticks a template item on a day, or takes the tick away (null). Doing it twice changes nothing. */
export async function markDone(
  scope: EditScope,
  { cycleId, itemId, doneOn }: { cycleId: string; itemId: string; doneOn: CalendarDate | null },
): Promise<void> {
  await scope.tx
    .insert(marks)
    .values({ applicantId: scope.applicantId, cycleId, itemId, doneOn })
    .onConflictDoUpdate({
      target: [marks.cycleId, marks.itemId],
      set: {
        doneOn,
        notNeeded: doneOn === null ? sql`${marks.notNeeded}` : '',
        version: sql`${marks.version} + 1`,
        updatedAt: new Date(),
      },
      setWhere: eq(marks.applicantId, scope.applicantId),
    })
}

/**
 * Saves everything a person says of a template item. `version` is the one that the form was made from, 0 where there was
 * no mark; a stale one is refused as a conflict that names what is stored.
 */
export async function saveMark(
  scope: EditScope,
  { cycleId, version, itemId, doneOn, notNeeded, ownDue, note }: Mark & { cycleId: string; version: number },
): Promise<void> {
  const values = { doneOn, notNeeded: doneOn === null ? notNeeded : '', ownDue, note }
  const [saved] =
    version === 0
      ? await scope.tx
          .insert(marks)
          .values({ applicantId: scope.applicantId, cycleId, itemId, ...values })
          .onConflictDoNothing({ target: [marks.cycleId, marks.itemId] })
          .returning({ id: marks.id })
      : await scope.tx
          .update(marks)
          .set({ ...values, version: version + 1 })
          .where(
            and(
              eq(marks.applicantId, scope.applicantId),
              eq(marks.cycleId, cycleId),
              eq(marks.itemId, itemId),
              eq(marks.version, version),
            ),
          )
          .returning({ id: marks.id })
  if (saved) return
  const current = await findMark(scope, itemId)
  const isSame =
    current !== null &&
    current.doneOn === values.doneOn &&
    current.notNeeded === values.notNeeded &&
    current.ownDue === values.ownDue &&
    current.note === values.note
  // A resend of what is stored already is no conflict.
  if (isSame) return
  throw new AppError('conflict', {
    fields: { note: [`Saved meanwhile: ${current?.note ? current.note : '(an empty note)'}`] },
  })
}

export type OwnItemValues = Pick<OwnItem, 'title' | 'dueOn' | 'note' | 'waitsFor'>

/** Adds an item of the person's own; a form sent twice adds it once. Refused beyond a number that nobody needs. */
export async function addOwnItem(
  scope: EditScope,
  { cycleId, formId, values }: { cycleId: string; formId: string; values: OwnItemValues },
): Promise<void> {
  const [held] = await scope.tx
    .select({ count: count() })
    .from(items)
    .where(and(eq(items.applicantId, scope.applicantId), eq(items.cycleId, cycleId)))
  if ((held?.count ?? 0) >= MOST_OWN_ITEMS) throw new AppError('limit')
  const { title, dueOn, note, waitsFor } = values
  await scope.tx
    .insert(items)
    .values({ applicantId: scope.applicantId, cycleId, formId, title, dueOn, note, waitsFor })
    .onConflictDoNothing({ target: [items.applicantId, items.formId] })
}

function mine(scope: Scope<'checklist:read'>, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(items.id, id), eq(items.applicantId, scope.applicantId))
}

/** One item of the person's own with its version; null when there is none of theirs. */
export async function findOwnItem(
  scope: Scope<'checklist:read'>,
  id: string,
): Promise<(OwnItem & { version: number }) | null> {
  if (!isUuid(id)) return null
  const [item] = await scope.tx
    .select({ ...ITEM_COLUMNS, version: items.version })
    .from(items)
    .where(mine(scope, id))
  return item ?? null
}

/** Saves an item of the person's own; refused as a conflict when it changed since that version. */
export async function saveOwnItem(
  scope: EditScope,
  {
    id,
    version,
    values: { title, dueOn, note, waitsFor },
  }: { id: string; version: number; values: OwnItemValues },
): Promise<void> {
  const [saved] = await scope.tx
    .update(items)
    .set({ title, dueOn, note, waitsFor, version: version + 1 })
    .where(and(mine(scope, id), eq(items.version, version)))
    .returning({ id: items.id })
  if (saved) return
  const now = await findOwnItem(scope, id)
  if (!now) throw new AppError('not_found')
  if (now.title === title && now.dueOn === dueOn && now.note === note && now.waitsFor === waitsFor) return
  throw new AppError('conflict', { fields: { title: [`Saved meanwhile: ${now.title}`] } })
}

/** Ticks an item of the person's own on a day, or takes the tick away (null). */
export async function ownItemDone(
  scope: EditScope,
  { id, doneOn }: { id: string; doneOn: CalendarDate | null },
): Promise<void> {
  const [saved] = await scope.tx
    .update(items)
    .set({ doneOn, version: sql`${items.version} + 1` })
    .where(mine(scope, id))
    .returning({ id: items.id })
  if (!saved) throw new AppError('not_found')
}

export async function removeOwnItem(scope: EditScope, id: string): Promise<void> {
  const [gone] = await scope.tx.delete(items).where(mine(scope, id)).returning({ id: items.id })
  if (!gone) throw new AppError('not_found')
}
