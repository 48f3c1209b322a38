import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Dismissal } from '@/lib/statement/statement'
import type { Scope } from '../access'
import { findingDismissals } from '../schema'

/** Findings that the person put aside, in any of their texts. */
export function listDismissals(scope: Scope<'documents:read'>): Promise<Dismissal[]> {
  return scope.tx
    .select({ key: findingDismissals.key, reason: findingDismissals.reason })
    .from(findingDismissals)
    .where(eq(findingDismissals.applicantId, scope.applicantId))
}

/** Puts a finding aside, for this reason from now on. */
export async function dismissFinding(
  scope: Scope<'documents:write'>,
  { key, reason }: Dismissal,
): Promise<void> {
  await scope.tx
    .insert(findingDismissals)
    .values({ key, reason, applicantId: scope.applicantId })
    .onConflictDoUpdate({ target: [findingDismissals.applicantId, findingDismissals.key], set: { reason } })
}

/** Brings a finding back; one that was not put aside stays as it is. */
export async function returnFinding(scope: Scope<'documents:write'>, key: string): Promise<void> {
  await scope.tx
    .delete(findingDismissals)
    .where(and(eq(findingDismissals.applicantId, scope.applicantId), eq(findingDismissals.key, key)))
}
