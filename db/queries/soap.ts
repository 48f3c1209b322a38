import 'server-only'
import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { SOAP_RULES } from '@/lib/facts/nrmp'
import type { EntryStatus } from '@/lib/list/status'
import type { MatchResult } from '@/lib/season/match-result'
import {
  NO_SOAP_RECORD,
  type OfferAnswer,
  type SoapApplication,
  type SoapOffer,
  type SoapRecord,
} from '@/lib/soap/record'
import { isUuid, type Scope } from '../access'
import {
  soapApplications as applications,
  cycles,
  listEntries as entries,
  soapOffers as offers,
  programs,
  soapRecords as records,
  statusChanges,
} from '../schema'
import { getCurrentCycle } from './cycles'
import { derivedFormId, keepDerivedStatus, mustBeListed } from './derived-status'

type EditScope = Scope<'list:read' | 'list:write'>

export type Soap = {
  record: SoapRecord
  applications: SoapApplication[]
  offers: SoapOffer[]
}

const RECORD_COLUMNS = {
  isRegistered: records.isRegistered,
  isVerified: records.isVerified,
  result: records.result,
  resultOn: records.resultOn,
  resumedOn: records.resumedOn,
}

/** What was recorded of SOAP in the current cycle; empty for someone without a cycle. */
export async function loadSoap(scope: Scope<'list:read'>): Promise<Soap> {
  const ofCurrent = and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent)
  const [[record], sent, offered] = await Promise.all([
    scope.tx
      .select(RECORD_COLUMNS)
      .from(records)
      .innerJoin(cycles, and(eq(cycles.id, records.cycleId), ofCurrent))
      .where(eq(records.applicantId, scope.applicantId)),
    scope.tx
      .select({
        id: applications.id,
        entryId: applications.entryId,
        name: sql<string>`coalesce(nullif(${applications.name}, ''), ${programs.sponsor}, 'A program')`,
        appliedOn: applications.appliedOn,
      })
      .from(applications)
      .innerJoin(cycles, and(eq(cycles.id, applications.cycleId), ofCurrent))
      .leftJoin(entries, eq(entries.id, applications.entryId))
      .leftJoin(programs, eq(programs.id, entries.programId))
      .where(eq(applications.applicantId, scope.applicantId))
      .orderBy(asc(applications.appliedOn), asc(applications.createdAt), asc(applications.id)),
    scope.tx
      .select({
        id: offers.id,
        applicationId: offers.applicationId,
        round: offers.round,
        answer: offers.answer,
        answeredOn: offers.answeredOn,
      })
      .from(offers)
      .innerJoin(applications, eq(applications.id, offers.applicationId))
      .innerJoin(cycles, and(eq(cycles.id, applications.cycleId), ofCurrent))
      .where(eq(offers.applicantId, scope.applicantId))
      .orderBy(asc(offers.round), asc(offers.createdAt)),
  ])
  return {
    record: record ?? NO_SOAP_RECORD,
    applications: sent,
    offers: offered.map((offer) => ({ ...offer, round: toRound(offer.round) })),
  }
}

function toRound(round: number): SoapOffer['round'] {
  return round === 2 || round === 3 || round === 4 ? round : 1
}

/** The current cycle, held until the transaction ends: what is counted over it cannot be outrun by another window. */
async function lockCycle(scope: EditScope): Promise<string> {
  const { id } = await getCurrentCycle(scope)
  await scope.tx
    .select({ id: cycles.id })
    .from(cycles)
    .where(and(eq(cycles.id, id), eq(cycles.applicantId, scope.applicantId)))
    .for('update')
  return id
}

async function keepRecord(scope: EditScope, cycleId: string, values: Partial<SoapRecord>): Promise<string> {
  const [kept] = await scope.tx
    .insert(records)
    .values({ applicantId: scope.applicantId, cycleId, ...values })
    .onConflictDoUpdate({
      target: records.cycleId,
      set: { ...values, updatedAt: new Date() },
      setWhere: eq(records.applicantId, scope.applicantId),
    })
    .returning({ id: records.id })
  if (!kept) throw new AppError('not_found')
  return kept.id
}

/** Keeps what the person says of registration and verification; null is "not said". */
export async function saveSoapAnswers(
  scope: EditScope,
  { isRegistered, isVerified }: Pick<SoapRecord, 'isRegistered' | 'isVerified'>,
): Promise<void> {
  await keepRecord(scope, await lockCycle(scope), { isRegistered, isVerified })
}

/** Entries that a result speaks of: what was on the rank list when it came. */
const RANKED: EntryStatus = 'ranked'

/**
 * Keeps the result of the Match, and writes it into the history of every program of the rank list on that day: matched at
 * one, not matched at the others. A corrected result takes back what the former one wrote. `matchedEntryId` is null while
 * it is not known where; then only the result itself is kept.
 */
export async function saveMatchResult(
  scope: EditScope,
  {
    result,
    on,
    matchedEntryId,
  }: { result: MatchResult | null; on: CalendarDate | null; matchedEntryId: string | null },
): Promise<void> {
  const cycleId = await lockCycle(scope)
  const recordId = await keepRecord(scope, cycleId, {
    result,
    resultOn: result === null ? null : on,
    ...(result !== 'not_matched' && { resumedOn: null }),
  })
  const listed = await scope.tx
    .select({ id: entries.id })
    .from(entries)
    .where(
      and(
        eq(entries.cycleId, cycleId),
        eq(entries.applicantId, scope.applicantId),
        isNull(entries.removedAt),
      ),
    )
    .orderBy(asc(entries.id))
  if (matchedEntryId !== null && !listed.some(({ id }) => id === matchedEntryId))
    throw new AppError('not_found')
  for (const { id: entryId } of listed) {
    const formId = derivedFormId(recordId, `result:${entryId}`)
    const isRanked = (await statusWithout(scope, entryId, formId)) === RANKED
    const status = statusFor(entryId, isRanked)
    await keepDerivedStatus(scope, {
      entryId,
      formId,
      change: status === null || on === null ? null : { status, on, note: '' },
    })
  }

  function statusFor(entryId: string, isRanked: boolean): EntryStatus | null {
    if (result === null) return null
    if (result === 'not_matched') return isRanked ? 'not_matched' : null
    if (matchedEntryId === null) return null
    if (entryId === matchedEntryId) return 'matched'
    return isRanked && result === 'matched' ? 'not_matched' : null
  }
}

/** Where an entry stood before a derived change was written. */
async function statusWithout(scope: EditScope, entryId: string, formId: string): Promise<EntryStatus | null> {
  const [before] = await scope.tx
    .select({ status: statusChanges.status })
    .from(statusChanges)
    .where(
      and(
        eq(statusChanges.entryId, entryId),
        eq(statusChanges.applicantId, scope.applicantId),
        ne(statusChanges.formId, formId),
        sql`${statusChanges.status} not in ('soap_applied', 'soap_accepted')`,
      ),
    )
    .orderBy(sql`${statusChanges.on} desc, ${statusChanges.createdAt} desc`)
    .limit(1)
  return before?.status ?? null
}

/** Shows everything again after a result that paused it. */
export async function resumeAfterResult(scope: EditScope, on: CalendarDate): Promise<void> {
  await keepRecord(scope, await lockCycle(scope), { resumedOn: on })
}

/**
 * Records an application in SOAP; one to a program of the list becomes a status change of that day. Throws limit at the
 * allowance of 45, and not_found for an entry that is not on the current list. Sent twice, it counts once.
 */
export async function addSoapApplication(
  scope: EditScope,
  { entryId, name, on, formId }: { entryId: string | null; name: string; on: CalendarDate; formId: string },
): Promise<void> {
  const cycleId = await lockCycle(scope)
  if (entryId !== null) await mustBeListed(scope, { cycleId, entryId })
  const [known] = await scope.tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.applicantId, scope.applicantId),
        eq(applications.cycleId, cycleId),
        entryId === null ? eq(applications.formId, formId) : eq(applications.entryId, entryId),
      ),
    )
  if (known) return
  const [sent] = await scope.tx
    .select({ count: count() })
    .from(applications)
    .where(and(eq(applications.applicantId, scope.applicantId), eq(applications.cycleId, cycleId)))
  if ((sent?.count ?? 0) >= SOAP_RULES.value.applicationsTotal) {
    throw new AppError('limit', {
      readerMessage: `All ${SOAP_RULES.value.applicationsTotal} applications are recorded. ERAS takes no more.`,
    })
  }
  const [made] = await scope.tx
    .insert(applications)
    .values({
      applicantId: scope.applicantId,
      cycleId,
      entryId,
      name: entryId === null ? name : '',
      appliedOn: on,
      formId,
    })
    .onConflictDoNothing()
    .returning({ id: applications.id })
  if (!made || entryId === null) return
  await keepDerivedStatus(scope, {
    entryId,
    formId: derivedFormId(made.id, 'soap_applied'),
    change: { status: 'soap_applied', on, note: '' },
  })
}

/** Takes an application that was recorded by mistake away, with its offers and what both wrote into the history. */
export async function removeSoapApplication(scope: EditScope, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [gone] = await scope.tx
    .delete(applications)
    .where(and(eq(applications.id, id), eq(applications.applicantId, scope.applicantId)))
    .returning({ entryId: applications.entryId })
  if (!gone) throw new AppError('not_found')
  if (gone.entryId === null) return
  for (const meaning of ['soap_applied', 'soap_accepted']) {
    await keepDerivedStatus(scope, {
      entryId: gone.entryId,
      formId: derivedFormId(id, meaning),
      change: null,
    })
  }
}

/**
 * Records an offer of a round, or the answer to it. Accepting binds: while one is accepted no other can be. An accepted
 * one becomes a status change of that day; a corrected answer takes it back.
 */
export async function saveSoapOffer(
  scope: EditScope,
  {
    applicationId,
    round,
    answer,
    on,
  }: { applicationId: string; round: SoapOffer['round']; answer: OfferAnswer; on: CalendarDate },
): Promise<void> {
  if (!isUuid(applicationId)) throw new AppError('not_found')
  const cycleId = await lockCycle(scope)
  const [application] = await scope.tx
    .select({ id: applications.id, entryId: applications.entryId })
    .from(applications)
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.applicantId, scope.applicantId),
        eq(applications.cycleId, cycleId),
      ),
    )
  if (!application) throw new AppError('not_found')
  if (answer === 'accepted') await mustBeFree(scope, { cycleId, applicationId, round })
  const answeredOn = answer === 'open' ? null : on
  await scope.tx
    .insert(offers)
    .values({ applicantId: scope.applicantId, applicationId, round, answer, answeredOn })
    .onConflictDoUpdate({
      target: [offers.applicationId, offers.round],
      set: { answer, answeredOn, updatedAt: new Date() },
      setWhere: eq(offers.applicantId, scope.applicantId),
    })
  if (application.entryId === null) return
  const accepted = await scope.tx
    .select({ on: offers.answeredOn })
    .from(offers)
    .where(
      and(
        eq(offers.applicationId, applicationId),
        eq(offers.applicantId, scope.applicantId),
        eq(offers.answer, 'accepted'),
      ),
    )
  const acceptedOn = accepted[0]?.on ?? null
  await keepDerivedStatus(scope, {
    entryId: application.entryId,
    formId: derivedFormId(applicationId, 'soap_accepted'),
    change: acceptedOn === null ? null : { status: 'soap_accepted', on: acceptedOn, note: '' },
  })
}

async function mustBeFree(
  scope: EditScope,
  { cycleId, applicationId, round }: { cycleId: string; applicationId: string; round: number },
): Promise<void> {
  const [other] = await scope.tx
    .select({ id: offers.id })
    .from(offers)
    .innerJoin(applications, eq(applications.id, offers.applicationId))
    .where(
      and(
        eq(applications.cycleId, cycleId),
        eq(offers.applicantId, scope.applicantId),
        eq(offers.answer, 'accepted'),
        sql`(${offers.applicationId}, ${offers.round}) <> (${applicationId}, ${round})`,
      ),
    )
    .limit(1)
  if (other) {
    throw new AppError('conflict', {
      readerMessage: 'Another offer is recorded as accepted, and accepting binds. Correct that one first.',
    })
  }
}
