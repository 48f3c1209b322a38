import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Dismissal } from '@/lib/strategy/suggestions'
import type { Scope } from '../access'
import { cycles, suggestionDismissals } from '../schema'

/** Suggestions that the person put aside in their current cycle. */
export async function listDismissals(scope: Scope<'list:read'>): Promise<Dismissal[]> {
  return scope.tx
    .select({ programId: suggestionDismissals.programId, reason: suggestionDismissals.reason })
    .from(suggestionDismissals)
    .innerJoin(cycles, and(eq(cycles.id, suggestionDismissals.cycleId), cycles.isCurrent))
    .where(eq(suggestionDismissals.applicantId, scope.applicantId))
}

/** Puts a suggestion aside in a cycle, or changes the reason. The cycle must be this person's: the foreign key holds it. */
export async function dismissSuggestion(
  scope: Scope<'list:write'>,
  { cycleId, programId, reason }: Dismissal & { cycleId: string },
): Promise<void> {
  await scope.tx
    .insert(suggestionDismissals)
    .values({ applicantId: scope.applicantId, cycleId, programId, reason })
    .onConflictDoUpdate({
      target: [suggestionDismissals.cycleId, suggestionDismissals.programId],
      set: { reason },
      setWhere: eq(suggestionDismissals.applicantId, scope.applicantId),
    })
}

/** Lets it be suggested again. */
export async function recallSuggestion(scope: Scope<'list:write'>, programId: string): Promise<void> {
  await scope.tx
    .delete(suggestionDismissals)
    .where(
      and(
        eq(suggestionDismissals.programId, programId),
        eq(suggestionDismissals.applicantId, scope.applicantId),
      ),
    )
}
