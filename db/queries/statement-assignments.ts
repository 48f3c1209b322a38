import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { isUuid, type Scope } from '../access'
import { statementAssignments as assignments, cycles, listEntries, programs, statements } from '../schema'
import { getStatement } from './statements'

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

/**
 * Gives the statement to each program of the current list that has none: to those of its pathway, or to all where it is for
 * any. Throws not_found when it is not this applicant's.
 */
export async function fillAssignments(scope: EditScope, statementId: string): Promise<void> {
  const { pathway } = await getStatement(scope, statementId)
  await scope.tx.execute(sql`
    insert into ${assignments} (applicant_id, entry_id, statement_id)
    select ${listEntries.applicantId}, ${listEntries.id}, ${statementId}::uuid
    from ${listEntries}
    join ${cycles} on ${cycles.id} = ${listEntries.cycleId} and ${cycles.isCurrent}
    join ${programs} on ${programs.id} = ${listEntries.programId}
    where ${listEntries.applicantId} = ${scope.applicantId} and ${listEntries.removedAt} is null
      and (${pathway}::text is null or ${programs.pathway} = ${pathway}::text)
      and not exists (
        select 1 from statement_assignments a join statements s on s.id = a.statement_id and s.removed_at is null
        where a.entry_id = ${listEntries.id})
    on conflict (entry_id) do update set statement_id = excluded.statement_id`)
}
