import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { isUuid, type Scope } from '../access'
import { statementAssignments as assignments, listEntries, statements } from '../schema'

type ReadScope = Scope<'documents:read'>
type EditScope = Scope<'documents:read' | 'documents:write' | 'list:read'>

/** Which statement goes to which entry; those of a statement that was removed rest with it. */
export async function listAssignments(scope: ReadScope): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.tx
    .select({ entryId: assignments.entryId, statementId: assignments.statementId })
    .from(assignments)
    .innerJoin(statements, eq(statements.id, assignments.statementId))
    .where(and(eq(assignments.applicantId, scope.applicantId), isNull(statements.removedAt)))
  return new Map(rows.map(({ entryId, statementId }) => [entryId, statementId]))
}

/**
 * Gives programs their statements, or takes them away (null). Throws not_found for an entry or a statement that is not this
 * applicant's; then nothing is changed.
 */
export async function saveAssignments(
  scope: EditScope,
  chosen: readonly { entryId: string; statementId: string | null }[],
): Promise<void> {
  for (const { entryId, statementId } of chosen) {
    if (!isUuid(entryId) || (statementId !== null && !isUuid(statementId))) throw new AppError('not_found')
    if (statementId === null) {
      await scope.tx
        .delete(assignments)
        .where(and(eq(assignments.entryId, entryId), eq(assignments.applicantId, scope.applicantId)))
      continue
    }
    // One statement, so that both are seen with the same eyes that write: foreign keys look past row-level security.
    const given = await scope.tx.execute(sql`
      insert into ${assignments} (applicant_id, entry_id, statement_id)
      select ${listEntries.applicantId}, ${listEntries.id}, ${statements.id}
      from ${listEntries}, ${statements}
      where ${listEntries.id} = ${entryId} and ${listEntries.applicantId} = ${scope.applicantId}
        and ${listEntries.removedAt} is null
        and ${statements.id} = ${statementId} and ${statements.applicantId} = ${scope.applicantId}
        and ${statements.removedAt} is null
      on conflict (entry_id) do update set statement_id = excluded.statement_id
      returning id`)
    if (given.length === 0) throw new AppError('not_found')
  }
}
