import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { planPlaces } from '@/lib/letters/assignment'
import { MOST_PER_PROGRAM } from '@/lib/letters/letter'
import { isUuid, type Scope } from '../access'
import { cycles, listEntries as entries, letters, letterAssignments as places } from '../schema'

type EditScope = Scope<'profile:read' | 'documents:read' | 'documents:write' | 'list:read'>
type Place = { entryId: string; letterId: string; slot: number; assignedOn: CalendarDate | null }

/**
 * Gives a program exactly these letters. `assignedOn` is the day for those that have none yet; null leaves them planned.
 * Throws invalid for more than ERAS takes, not_found for an entry or a letter that is not this applicant's.
 */
export async function setProgramLetters(
  scope: EditScope,
  {
    entryId,
    letterIds,
    assignedOn,
  }: { entryId: string; letterIds: readonly string[]; assignedOn: CalendarDate | null },
): Promise<void> {
  await requireLetters(scope, letterIds)
  const held = await holdEntries(scope, [entryId])
  if (held.length === 0) throw new AppError('not_found')
  await setLetters(scope, entryId, { current: await placesOf(scope, [entryId]), letterIds, assignedOn })
}

/**
 * Gives one letter to exactly these programs of the list. Refused as a whole, naming how many are full, when a program
 * has four others already.
 */
export async function setLetterPrograms(
  scope: EditScope,
  {
    letterId,
    entryIds,
    assignedOn,
  }: { letterId: string; entryIds: readonly string[]; assignedOn: CalendarDate | null },
): Promise<void> {
  await requireLetters(scope, [letterId])
  const held = await holdEntries(scope, null)
  if (entryIds.some((id) => !held.includes(id))) throw new AppError('not_found')
  const all = await placesOf(scope, held)
  const placesAt = (entryId: string) => all.filter((place) => place.entryId === entryId)
  const others = (entryId: string) =>
    placesAt(entryId)
      .filter((place) => place.letterId !== letterId)
      .map((place) => place.letterId)
  const full = entryIds.filter((entryId) => others(entryId).length >= MOST_PER_PROGRAM).length
  if (full > 0) {
    throw new AppError('invalid', {
      readerMessage: 'Nothing was changed.',
      fields: {
        entries: [
          `${full} of these programs ${full === 1 ? 'has' : 'have'} ${MOST_PER_PROGRAM} letters already, the most that ERAS takes: take one away there first.`,
        ],
      },
    })
  }
  for (const entryId of held) {
    const isWanted = entryIds.includes(entryId)
    const current = placesAt(entryId)
    const isThere = current.some((place) => place.letterId === letterId)
    if (!isWanted && !isThere) continue
    await setLetters(scope, entryId, {
      current,
      letterIds: isWanted ? [...others(entryId), letterId] : others(entryId),
      assignedOn,
      only: letterId,
    })
  }
}

/** Gives these letters to every program of the list that has none, and returns how many that were. */
export async function setLettersWhereNone(
  scope: EditScope,
  { letterIds, assignedOn }: { letterIds: readonly string[]; assignedOn: CalendarDate | null },
): Promise<number> {
  await requireLetters(scope, letterIds)
  const held = await holdEntries(scope, null)
  const taken = new Set((await placesOf(scope, held)).map(({ entryId }) => entryId))
  const bare = held.filter((entryId) => !taken.has(entryId))
  for (const entryId of bare) await setLetters(scope, entryId, { current: [], letterIds, assignedOn })
  return bare.length
}

async function setLetters(
  scope: EditScope,
  entryId: string,
  {
    current,
    letterIds,
    assignedOn,
    only,
  }: {
    current: readonly Place[]
    letterIds: readonly string[]
    assignedOn: CalendarDate | null
    /** The one letter whose day is meant; all of them without it. */
    only?: string
  },
): Promise<void> {
  const { tx, applicantId } = scope
  const plan = planPlaces(current, letterIds)
  if (plan.isRefused) {
    throw new AppError('invalid', {
      fields: { letters: [`Choose ${MOST_PER_PROGRAM} at most: ERAS takes no more for one program`] },
    })
  }
  const here = and(eq(places.entryId, entryId), eq(places.applicantId, applicantId))
  if (plan.remove.length > 0)
    await tx.delete(places).where(and(here, inArray(places.letterId, [...plan.remove])))
  if (plan.add.length > 0) {
    await tx.insert(places).values(plan.add.map((place) => ({ ...place, entryId, applicantId, assignedOn })))
  }
  if (assignedOn !== null) {
    await tx
      .update(places)
      .set({ assignedOn })
      .where(and(here, isNull(places.assignedOn), only ? eq(places.letterId, only) : undefined))
  }
}

/** Entries of the current list, held until the transaction ends, so that two windows fill a program one after the other. */
async function holdEntries(scope: EditScope, ids: readonly string[] | null): Promise<string[]> {
  if (ids?.some((id) => !isUuid(id))) return []
  const rows = await scope.tx
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(cycles, and(eq(cycles.id, entries.cycleId), cycles.isCurrent))
    .where(
      and(
        eq(entries.applicantId, scope.applicantId),
        isNull(entries.removedAt),
        ids === null ? undefined : inArray(entries.id, [...ids]),
      ),
    )
    .orderBy(asc(entries.id))
    .for('update', { of: entries })
  return rows.map(({ id }) => id)
}

async function placesOf(scope: EditScope, entryIds: readonly string[]): Promise<Place[]> {
  if (entryIds.length === 0) return []
  return scope.tx
    .select({
      entryId: places.entryId,
      letterId: places.letterId,
      slot: places.slot,
      assignedOn: places.assignedOn,
    })
    .from(places)
    .where(and(eq(places.applicantId, scope.applicantId), inArray(places.entryId, [...entryIds])))
    .orderBy(asc(places.entryId), asc(places.slot))
}

async function requireLetters(scope: EditScope, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  if (wanted.some((id) => !isUuid(id))) throw new AppError('not_found')
  const found = await scope.tx.$count(
    letters,
    and(eq(letters.applicantId, scope.applicantId), inArray(letters.id, wanted)),
  )
  if (found !== wanted.length) throw new AppError('not_found')
}
