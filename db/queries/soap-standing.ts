import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { EntryStatus } from '@/lib/list/status'
import type { CycleOutcome } from '@/lib/season/cycle'
import { isPausedAfterResult } from '@/lib/season/match-result'
import { type KnownStanding, knownStanding } from '@/lib/soap/standing'
import type { Scope } from '../access'
import { cycleClosings as closings, cycles, soapRecords as records } from '../schema'

/** What decides about SOAP in the current cycle, and whether an unmatched result pauses charts and digests. */
export type StandingAfterMatch = KnownStanding & {
  isPaused: boolean
  hasPosition: boolean
  outcome: CycleOutcome | null
}

/** In one statement, since the home page and each look at a person's reminders ask for it; null without a cycle. */
export async function findSoapStanding(
  scope: Scope<'list:read' | 'checklist:read'>,
): Promise<StandingAfterMatch | null> {
  const [row] = await scope.tx
    .select({
      outcome: closings.outcome,
      isRegistered: records.isRegistered,
      isVerified: records.isVerified,
      result: records.result,
      resumedOn: records.resumedOn,
      statuses: sql<EntryStatus[]>`array(
        select distinct e.status from list_entries e
        where e.cycle_id = cycles.id and e.applicant_id = cycles.applicant_id and e.removed_at is null)`,
      doneItems: sql<string[]>`array(
        select m.item_id from checklist_marks m
        where m.cycle_id = cycles.id and m.applicant_id = cycles.applicant_id and m.done_on is not null
          and m.item_id in ('nrmp_registration', 'ecfmg_verification'))`,
      hasPosition: sql<boolean>`exists (
        select from outside_offers o
        where o.cycle_id = cycles.id and o.applicant_id = cycles.applicant_id and o.state = 'accepted')
        or exists (
        select from soap_offers s join soap_applications a on a.id = s.application_id
        where a.cycle_id = cycles.id and s.applicant_id = cycles.applicant_id and s.answer = 'accepted')`,
    })
    .from(cycles)
    .leftJoin(closings, and(eq(closings.cycleId, cycles.id), eq(closings.applicantId, cycles.applicantId)))
    .leftJoin(records, and(eq(records.cycleId, cycles.id), eq(records.applicantId, cycles.applicantId)))
    .where(and(eq(cycles.applicantId, scope.applicantId), cycles.isCurrent))
  if (!row) return null
  const { outcome, statuses, doneItems, ...rest } = row
  const known = knownStanding({ record: rest, statuses, doneItems: new Set(doneItems), outcome })
  const hasPosition =
    row.hasPosition ||
    statuses.some((status) => ['matched', 'soap_accepted', 'offer_accepted_outside'].includes(status))
  return {
    ...known,
    hasPosition,
    outcome,
    isPaused: isPausedAfterResult({
      result: known.standing.result,
      outcome,
      hasPosition,
      resumedOn: row.resumedOn,
    }),
  }
}
