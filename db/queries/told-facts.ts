import 'server-only'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { ProgramFact } from '@/lib/programs/fact'
import type { Scope } from '../access'
import { programFacts, programs } from '../schema'

/** To change what one was told, one also reads which programs there are. */
type EditScope = Scope<'list:read' | 'list:write'>

/**
 * Keeps what a program told this person. It replaces their earlier answer to the same question for the same season, since
 * two replies would contradict each other. The id comes from the form, so that one sent twice is kept once. Throws
 * not_found for a program that this person cannot see.
 */
export async function addToldFact(scope: EditScope, programId: string, fact: ProgramFact): Promise<void> {
  const [program] = await scope.tx
    .select({ id: programs.id })
    .from(programs)
    .where(
      and(eq(programs.id, programId), or(isNull(programs.ownerId), eq(programs.ownerId, scope.applicantId))),
    )
  if (!program) throw new AppError('not_found')
  await scope.tx
    .delete(programFacts)
    .where(
      and(
        eq(programFacts.ownerId, scope.applicantId),
        eq(programFacts.programId, programId),
        eq(programFacts.field, fact.field),
        eq(programFacts.origin, 'told'),
        sql`${programFacts.season} is not distinct from ${fact.season}`,
      ),
    )
  await scope.tx.insert(programFacts).values({
    id: fact.id,
    programId,
    ownerId: scope.applicantId,
    field: fact.field,
    valueText: typeof fact.value === 'string' ? fact.value : null,
    valueNumber: typeof fact.value === 'number' ? fact.value : null,
    scope: fact.scope,
    year: fact.year,
    season: fact.season,
    origin: 'told',
    statedOn: fact.statedOn,
    confidence: fact.confidence,
    sourceKind: 'told',
    sourceTitle: fact.source.title,
    sourceUrl: fact.source.url,
    note: fact.note,
  })
}

/** Withdraws an answer; the catalogue counts again. Throws not_found when it is not this person's. */
export async function removeToldFact(scope: Scope<'list:write'>, id: string): Promise<{ programId: string }> {
  const [gone] = await scope.tx
    .delete(programFacts)
    .where(
      and(
        eq(programFacts.id, id),
        eq(programFacts.ownerId, scope.applicantId),
        eq(programFacts.origin, 'told'),
      ),
    )
    .returning({ programId: programFacts.programId })
  if (!gone) throw new AppError('not_found')
  return gone
}
