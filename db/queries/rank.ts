import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { CRITERIA, MARKS, type Mark } from '@/lib/interviews/impression'
import type { EntryStatus } from '@/lib/list/status'
import { type MarksByCode, WEIGHTS, type Weight } from '@/lib/rank/criteria'
import type { Choice } from '@/lib/rank/head-to-head'
import { orderKey, type RankOrder, type SettledOrder, settledOrder } from '@/lib/rank/rank-list'
import { isUuid, type Scope } from '../access'
import {
  cycles,
  listEntries as entries,
  interviewImpressions as impressions,
  interviews,
  rankChoices,
  rankCriteria,
  rankLists,
  rankMarks,
} from '../schema'
import { addStatusChange } from './list'

type ReadScope = Scope<'rank:read' | 'interviews:read' | 'list:read'>
type EditScope = Scope<'rank:read' | 'rank:write' | 'interviews:read' | 'list:read' | 'list:write'>

/** Statuses that say that the interview took place. */
const INTERVIEWED: readonly EntryStatus[] = ['interviewed', 'ranked', 'not_ranked', 'matched', 'not_matched']

export type Rank = SettledOrder & {
  cycleId: string
  certifiedOn: CalendarDate | null
  certifiedOrder: readonly string[]
  candidates: readonly { entryId: string; programId: string }[]
  criteria: readonly { code: string; label: string | null; weight: Weight }[]
  /** By entry: what was noted on the day, and what was said since. */
  noted: ReadonlyMap<string, MarksByCode>
  said: ReadonlyMap<string, MarksByCode>
  choices: readonly Choice[]
}

/** The order of the current cycle's rank list alone, as entries; empty without one. */
export async function listRankOrder(scope: Scope<'rank:read'>): Promise<readonly string[]> {
  const [list] = await scope.tx
    .select({ order: rankLists.order })
    .from(rankLists)
    .innerJoin(cycles, and(eq(cycles.id, rankLists.cycleId), cycles.isCurrent))
    .where(eq(rankLists.applicantId, scope.applicantId))
  return list?.order ?? []
}

/** Everything about ranking in the current cycle; null for someone without one. */
export async function findRank(scope: ReadScope): Promise<Rank | null> {
  const [cycle] = await scope.tx
    .select({ id: cycles.id })
    .from(cycles)
    .where(and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent))
  if (!cycle) return null
  const [candidates, [list], criteria, marks, noted, choices] = await Promise.all([
    listCandidates(scope, cycle.id),
    scope.tx
      .select({
        order: rankLists.order,
        leftOff: rankLists.leftOff,
        certifiedOn: rankLists.certifiedOn,
        certifiedOrder: rankLists.certifiedOrder,
      })
      .from(rankLists)
      .where(and(eq(rankLists.cycleId, cycle.id), eq(rankLists.applicantId, scope.applicantId))),
    scope.tx
      .select({ code: rankCriteria.code, label: rankCriteria.label, weight: rankCriteria.weight })
      .from(rankCriteria)
      .where(and(eq(rankCriteria.cycleId, cycle.id), eq(rankCriteria.applicantId, scope.applicantId)))
      .orderBy(asc(rankCriteria.createdAt), asc(rankCriteria.code)),
    scope.tx
      .select({ entryId: rankMarks.entryId, code: rankMarks.code, mark: rankMarks.mark })
      .from(rankMarks)
      .where(eq(rankMarks.applicantId, scope.applicantId)),
    scope.tx
      .select({ entryId: interviews.entryId, code: impressions.criterion, mark: impressions.mark })
      .from(impressions)
      .innerJoin(interviews, eq(interviews.id, impressions.interviewId))
      .where(eq(impressions.applicantId, scope.applicantId))
      .orderBy(asc(interviews.createdAt)),
    scope.tx
      .select({ preferredId: rankChoices.preferredId, otherId: rankChoices.otherId })
      .from(rankChoices)
      .where(eq(rankChoices.applicantId, scope.applicantId))
      .orderBy(desc(rankChoices.createdAt)),
  ])
  const ids = candidates.map(({ entryId }) => entryId)
  return {
    ...settledOrder({ order: list?.order ?? [], leftOff: list?.leftOff ?? [] }, ids),
    cycleId: cycle.id,
    certifiedOn: list?.certifiedOn ?? null,
    certifiedOrder: list?.certifiedOrder ?? [],
    candidates,
    criteria: criteria.map((one) => ({ ...one, weight: WEIGHTS.find((known) => known === one.weight) ?? 0 })),
    noted: byEntry(noted),
    said: byEntry(marks),
    choices: choices.filter(({ preferredId, otherId }) => ids.includes(preferredId) && ids.includes(otherId)),
  }
}

/** Entries of a cycle at whose program the person has interviewed, as the list or the interview itself says. */
function listCandidates(scope: ReadScope, cycleId: string) {
  const wasHeld = sql`exists (
    select 1 from ${interviews}
    where ${interviews.entryId} = ${entries.id} and ${interviews.applicantId} = ${scope.applicantId}
      and ${interviews.state} = 'done')`
  return scope.tx
    .select({ entryId: entries.id, programId: entries.programId })
    .from(entries)
    .where(
      and(
        eq(entries.cycleId, cycleId),
        eq(entries.applicantId, scope.applicantId),
        isNull(entries.removedAt),
        or(inArray(entries.status, [...INTERVIEWED]), wasHeld),
      ),
    )
    .orderBy(asc(entries.createdAt), asc(entries.id))
}

function byEntry(
  rows: readonly { entryId: string; code: string; mark: number | null }[],
): ReadonlyMap<string, MarksByCode> {
  const found = new Map<string, MarksByCode>()
  for (const { entryId, code, mark } of rows) {
    const known = MARKS.find((one) => one === mark)
    if (known) found.set(entryId, { ...found.get(entryId), [code]: known })
  }
  return found
}

/** The rank of this person, with its row held until the transaction ends. Throws not_found without a cycle. */
async function lockRank(scope: EditScope): Promise<Rank> {
  await scope.tx.execute(sql`
    select ${cycles.id} from ${cycles}
    where ${cycles.applicantId} = ${scope.applicantId} and ${cycles.isCurrent} for update`)
  const rank = await findRank(scope)
  if (!rank) throw new AppError('not_found')
  return rank
}

/**
 * Keeps an order. Refused as not_found when a program in it was not interviewed at by this person, and as a conflict when
 * another order was stored since `before`. Sent again, it changes nothing.
 */
export async function saveOrder(
  scope: EditScope,
  { next, before }: { next: RankOrder; before: string },
): Promise<void> {
  const rank = await lockRank(scope)
  const may = new Set(rank.candidates.map(({ entryId }) => entryId))
  if ([...next.order, ...next.leftOff].some((id) => !may.has(id))) throw new AppError('not_found')
  if (orderKey(rank) === orderKey(next)) return
  if (orderKey(rank) !== before) throw new AppError('conflict')
  const values = { order: [...new Set(next.order)], leftOff: [...new Set(next.leftOff)] }
  await scope.tx
    .insert(rankLists)
    .values({ ...values, applicantId: scope.applicantId, cycleId: rank.cycleId })
    .onConflictDoUpdate({
      target: rankLists.cycleId,
      set: { ...values, version: sql`${rankLists.version} + 1`, updatedAt: new Date() },
    })
}

/**
 * Notes that this very order was certified in NRMP's system on a day; the programs become ranked, those left off not
 * ranked, as dated status changes. Throws conflict when the order is not the one that the person saw.
 */
export async function certifyOrder(
  scope: EditScope,
  { before, on }: { before: string; on: CalendarDate },
): Promise<void> {
  const rank = await lockRank(scope)
  if (orderKey(rank) !== before) throw new AppError('conflict')
  if (rank.order.length === 0) {
    throw new AppError('invalid', { readerMessage: 'Put at least one program on the list first.' })
  }
  await scope.tx
    .update(rankLists)
    .set({ certifiedOn: on, certifiedOrder: [...rank.order] })
    .where(and(eq(rankLists.cycleId, rank.cycleId), eq(rankLists.applicantId, scope.applicantId)))
  const rows = await scope.tx
    .select({ id: entries.id, status: entries.status })
    .from(entries)
    .where(and(eq(entries.cycleId, rank.cycleId), eq(entries.applicantId, scope.applicantId)))
  const statusOf = new Map(rows.map(({ id, status }) => [id, status]))
  for (const [ids, status] of [
    [rank.order, 'ranked'],
    [rank.leftOff, 'not_ranked'],
  ] as const) {
    for (const entryId of ids) {
      const now = statusOf.get(entryId)
      // Only from here on: what came after the Match is not undone by a late note.
      const isOpen =
        now === 'interviewed' || now === 'ranked' || now === 'not_ranked' || now === 'interview_scheduled'
      if (!isOpen || now === status) continue
      await addStatusChange(scope, { entryId, status, on, note: '', formId: randomUUID() })
    }
  }
}

/** Keeps an answer to "which of the two"; the newest about a pair counts. Both must be programs interviewed at. */
export async function addChoice(scope: EditScope, choice: Choice): Promise<void> {
  const rank = await lockRank(scope)
  const may = new Set(rank.candidates.map(({ entryId }) => entryId))
  if (!may.has(choice.preferredId) || !may.has(choice.otherId)) throw new AppError('not_found')
  await removeChoice(scope, choice)
  await scope.tx.insert(rankChoices).values({ ...choice, applicantId: scope.applicantId })
}

/** Takes back the answer about a pair, whichever way it went. */
export async function removeChoice(scope: EditScope, { preferredId, otherId }: Choice): Promise<void> {
  const isPair = (a: string, b: string) => and(eq(rankChoices.preferredId, a), eq(rankChoices.otherId, b))
  await scope.tx
    .delete(rankChoices)
    .where(
      and(
        eq(rankChoices.applicantId, scope.applicantId),
        or(isPair(preferredId, otherId), isPair(otherId, preferredId)),
      ),
    )
}

/** Sets how much known criteria count, and those of the person's own that there are. */
export async function saveWeights(
  scope: EditScope,
  weights: readonly { code: string; weight: Weight }[],
): Promise<void> {
  const rank = await lockRank(scope)
  for (const { code, weight } of weights) {
    const own = rank.criteria.find((one) => one.code === code)
    const isKnown = CRITERIA.some((known) => known === code)
    if (!isKnown && !own) throw new AppError('not_found')
    await scope.tx
      .insert(rankCriteria)
      .values({
        applicantId: scope.applicantId,
        cycleId: rank.cycleId,
        code,
        label: own?.label ?? null,
        weight,
      })
      .onConflictDoUpdate({
        target: [rankCriteria.cycleId, rankCriteria.code],
        set: { weight, updatedAt: new Date() },
      })
  }
}

/** Most criteria of one's own: beyond a handful, weighing says nothing. */
const MOST_OWN = 8

/** Adds a criterion of one's own; the form's id becomes its code, so that one sent twice is added once. */
export async function addOwnCriterion(
  scope: EditScope,
  { formId, label, weight }: { formId: string; label: string; weight: Weight },
): Promise<void> {
  const rank = await lockRank(scope)
  const own = rank.criteria.filter((one) => one.label !== null)
  if (own.length >= MOST_OWN && !own.some(({ code }) => code === `own-${formId}`)) {
    throw new AppError('limit', {
      readerMessage: `${MOST_OWN} criteria of your own are enough: remove one first.`,
    })
  }
  await scope.tx
    .insert(rankCriteria)
    .values({ applicantId: scope.applicantId, cycleId: rank.cycleId, code: `own-${formId}`, label, weight })
    .onConflictDoNothing()
}

/** Removes a criterion of one's own with its marks. */
export async function removeOwnCriterion(scope: EditScope, code: string): Promise<void> {
  const [gone] = await scope.tx
    .delete(rankCriteria)
    .where(and(eq(rankCriteria.code, code), eq(rankCriteria.applicantId, scope.applicantId)))
    .returning({ code: rankCriteria.code })
  if (!gone) throw new AppError('not_found')
  await scope.tx
    .delete(rankMarks)
    .where(and(eq(rankMarks.code, code), eq(rankMarks.applicantId, scope.applicantId)))
}

/** Keeps a program's marks. One that equals what was noted on the day, or is empty, is not kept apart from it. */
export async function saveMarks(
  scope: EditScope,
  { entryId, marks }: { entryId: string; marks: readonly { code: string; mark: Mark | null }[] },
): Promise<void> {
  if (!isUuid(entryId)) throw new AppError('not_found')
  const rank = await lockRank(scope)
  if (!rank.candidates.some((one) => one.entryId === entryId)) throw new AppError('not_found')
  const noted = rank.noted.get(entryId) ?? {}
  await scope.tx
    .delete(rankMarks)
    .where(and(eq(rankMarks.entryId, entryId), eq(rankMarks.applicantId, scope.applicantId)))
  const said = marks.flatMap(({ code, mark }) =>
    mark === null || mark === noted[code] || code.length > 60
      ? []
      : [{ applicantId: scope.applicantId, entryId, code, mark }],
  )
  if (said.length > 0) await scope.tx.insert(rankMarks).values(said).onConflictDoNothing()
}
