import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { OutsideOfferRow, OutsideOfferState } from '@/lib/soap/record'
import { isUuid, type Scope } from '../access'
import { cycles, listEntries as entries, outsideOffers as offers, programs } from '../schema'
import { getCurrentCycle } from './cycles'
import { derivedFormId, keepDerivedStatus, mustBeListed } from './derived-status'

type EditScope = Scope<'list:read' | 'list:write'>

const COLUMNS = {
  id: offers.id,
  entryId: offers.entryId,
  name: sql<string>`coalesce(nullif(${offers.name}, ''), ${programs.sponsor}, 'A program')`,
  offeredOn: offers.offeredOn,
  answerBy: offers.answerBy,
  state: offers.state,
  decidedOn: offers.decidedOn,
  withdrawnOn: offers.withdrawnOn,
  note: offers.note,
  version: offers.version,
}

export type OutsideOfferDetail = OutsideOfferRow & { version: number }

/** Offers outside the Match in the current cycle, by the day on which they came. */
export async function listOutsideOffers(scope: Scope<'list:read'>): Promise<OutsideOfferDetail[]> {
  return scope.tx
    .select(COLUMNS)
    .from(offers)
    .innerJoin(cycles, and(eq(cycles.id, offers.cycleId), cycles.isCurrent))
    .leftJoin(entries, eq(entries.id, offers.entryId))
    .leftJoin(programs, eq(programs.id, entries.programId))
    .where(eq(offers.applicantId, scope.applicantId))
    .orderBy(asc(offers.offeredOn), asc(offers.createdAt), asc(offers.id))
}

export type OfferArrived = {
  entryId: string | null
  name: string
  offeredOn: CalendarDate
  answerBy: CalendarDate | null
  note: string
  formId: string
}

/** Records an offer; one from a program of the list becomes a status change of that day. Sent twice, it counts once. */
export async function addOutsideOffer(scope: EditScope, arrived: OfferArrived): Promise<void> {
  const { id: cycleId } = await getCurrentCycle(scope)
  const { entryId, name, formId, offeredOn, answerBy, note } = arrived
  if (entryId !== null) await mustBeListed(scope, { cycleId, entryId })
  const [made] = await scope.tx
    .insert(offers)
    .values({
      applicantId: scope.applicantId,
      cycleId,
      entryId,
      name: entryId === null ? name : '',
      offeredOn,
      answerBy,
      note,
      formId,
    })
    .onConflictDoNothing({ target: [offers.applicantId, offers.formId] })
    .returning({ id: offers.id })
  if (!made || entryId === null) return
  await keepDerivedStatus(scope, {
    entryId,
    formId: derivedFormId(made.id, 'offer_received'),
    change: { status: 'offer_received', on: offeredOn, note: '' },
  })
}

function mine(scope: Scope<'list:read'>, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(offers.id, id), eq(offers.applicantId, scope.applicantId))
}

/**
 * What became of an offer, and when the person withdrew from the Match for it. Accepted and declined are dated status
 * changes of its program, taken back when the answer is corrected. Throws conflict when it changed since `version`.
 */
export async function decideOutsideOffer(
  scope: EditScope,
  {
    id,
    version,
    state,
    on,
    withdrawnOn,
  }: {
    id: string
    version: number
    state: OutsideOfferState
    on: CalendarDate
    withdrawnOn: CalendarDate | null
  },
): Promise<void> {
  const [stored] = await scope.tx
    .select({
      entryId: offers.entryId,
      state: offers.state,
      decidedOn: offers.decidedOn,
      withdrawnOn: offers.withdrawnOn,
      version: offers.version,
    })
    .from(offers)
    .where(mine(scope, id))
    .for('update')
  if (!stored) throw new AppError('not_found')
  const decidedOn = state === 'open' ? null : on
  const isSame =
    stored.state === state && stored.decidedOn === decidedOn && stored.withdrawnOn === withdrawnOn
  // A resend of what is stored already is no conflict.
  if (isSame) return
  if (stored.version !== version) throw new AppError('conflict')
  await scope.tx
    .update(offers)
    .set({ state, decidedOn, withdrawnOn, version: version + 1 })
    .where(mine(scope, id))
  if (stored.entryId === null) return
  await keepDerivedStatus(scope, {
    entryId: stored.entryId,
    formId: derivedFormId(id, 'decided'),
    change:
      state === 'accepted'
        ? { status: 'offer_accepted_outside', on, note: '' }
        : state === 'declined'
          ? { status: 'withdrawn', on, note: 'Declined the offer outside the Match' }
          : null,
  })
}

/** Takes an offer that was recorded by mistake away, with what it wrote into the history. */
export async function removeOutsideOffer(scope: EditScope, id: string): Promise<void> {
  const [gone] = await scope.tx.delete(offers).where(mine(scope, id)).returning({ entryId: offers.entryId })
  if (!gone) throw new AppError('not_found')
  if (gone.entryId === null) return
  for (const meaning of ['decided', 'offer_received']) {
    await keepDerivedStatus(scope, {
      entryId: gone.entryId,
      formId: derivedFormId(id, meaning),
      change: null,
    })
  }
}
