import 'server-only'
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { StatementVersion, VersionOrigin } from '@/lib/statement/statement'
import { isUuid, type Scope } from '../access'
import { statementVersions as versions } from '../schema'
import { lockStatement } from './statements'

type ReadScope = Scope<'documents:read'>
type EditScope = Scope<'documents:read' | 'documents:write'>

const COLUMNS = {
  id: versions.id,
  number: versions.number,
  name: versions.name,
  origin: versions.origin,
  characters: sql<number>`char_length(${versions.text})`,
  createdAt: versions.createdAt,
}

type Row = Omit<StatementVersion, 'keptAt'> & { createdAt: Date }

const toVersion = ({ createdAt, ...row }: Row): StatementVersion => ({
  ...row,
  keptAt: createdAt.toISOString(),
})

function of(scope: ReadScope, statementId: string) {
  if (!isUuid(statementId)) throw new AppError('not_found')
  return and(eq(versions.statementId, statementId), eq(versions.applicantId, scope.applicantId))
}

function mine(scope: ReadScope, statementId: string, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(of(scope, statementId), eq(versions.id, id))
}

/** What was kept of a statement, the latest first. */
export async function listVersions(scope: ReadScope, statementId: string): Promise<StatementVersion[]> {
  const rows = await scope.tx
    .select(COLUMNS)
    .from(versions)
    .where(and(of(scope, statementId), isNull(versions.removedAt)))
    .orderBy(desc(versions.number))
  return rows.map(toVersion)
}

/** What was kept of every statement, each with its statement, the latest first. */
export async function listAllVersions(
  scope: ReadScope,
): Promise<(StatementVersion & { statementId: string })[]> {
  const rows = await scope.tx
    .select({ ...COLUMNS, statementId: versions.statementId })
    .from(versions)
    .where(and(eq(versions.applicantId, scope.applicantId), isNull(versions.removedAt)))
    .orderBy(asc(versions.statementId), desc(versions.number))
  return rows.map(({ statementId, ...row }) => ({ ...toVersion(row), statementId }))
}

/** The text of one version, of whichever statement it is; null when it is not this applicant's, or was removed. */
export async function findVersionText(scope: ReadScope, id: string): Promise<string | null> {
  if (!isUuid(id)) return null
  const [row] = await scope.tx
    .select({ text: versions.text })
    .from(versions)
    .where(and(eq(versions.id, id), eq(versions.applicantId, scope.applicantId), isNull(versions.removedAt)))
  return row?.text ?? null
}

/** One version with its text; throws not_found when it is not this statement's, or was removed. */
export async function getVersion(
  scope: ReadScope,
  statementId: string,
  id: string,
): Promise<StatementVersion & { text: string }> {
  const [row] = await scope.tx
    .select({ ...COLUMNS, text: versions.text })
    .from(versions)
    .where(and(mine(scope, statementId, id), isNull(versions.removedAt)))
  if (!row) throw new AppError('not_found')
  const { text, ...version } = row
  return { ...toVersion(version), text }
}

/**
 * Keeps a text as the next version and returns its number. What the person saves is not kept twice in a row: a name then goes
 * to the latest version. What is kept for them (from another window, or before another text took its place) is not kept
 * again where any version holds it. An empty text is not kept: null.
 */
export async function keepVersion(
  scope: EditScope,
  statementId: string,
  { text, origin, name = '' }: { text: string; origin: VersionOrigin; name?: string },
): Promise<number | null> {
  // Two windows at once must not take the same number.
  await lockStatement(scope, statementId)
  if (text.trim() === '') return null
  const rows = await scope.tx
    .select({ id: versions.id, number: versions.number, isSame: sql<boolean>`${versions.text} = ${text}` })
    .from(versions)
    .where(and(of(scope, statementId), isNull(versions.removedAt)))
    .orderBy(desc(versions.number))
  const isForThem = origin === 'other_window' || origin === 'set_aside'
  const same = (isForThem ? rows : rows.slice(0, 1)).find(({ isSame }) => isSame)
  if (same) {
    if (name !== '')
      await scope.tx
        .update(versions)
        .set({ name })
        .where(mine(scope, statementId, same.id))
    return same.number
  }
  const [kept] = await scope.tx
    .insert(versions)
    .values({
      applicantId: scope.applicantId,
      statementId,
      // Removed ones count: a number is never given twice.
      number: sql`(select coalesce(max(v.number), 0) + 1 from statement_versions v where v.statement_id = ${statementId})`,
      name,
      origin,
      text,
    })
    .returning({ number: versions.number })
  if (!kept) throw new AppError('not_found')
  return kept.number
}

/** Takes a version out of the history; `restoreRemovedVersion` puts it back. */
export async function removeVersion(scope: EditScope, statementId: string, id: string): Promise<void> {
  const [gone] = await scope.tx
    .update(versions)
    .set({ removedAt: new Date() })
    .where(and(mine(scope, statementId, id), isNull(versions.removedAt)))
    .returning({ id: versions.id })
  if (!gone) throw new AppError('not_found')
}

export async function restoreRemovedVersion(
  scope: EditScope,
  statementId: string,
  id: string,
): Promise<void> {
  const [back] = await scope.tx
    .update(versions)
    .set({ removedAt: null })
    .where(mine(scope, statementId, id))
    .returning({ id: versions.id })
  if (!back) throw new AppError('not_found')
}

/** Whether this version was just removed, for the line that offers to undo it. */
export async function findRemovedVersion(
  scope: ReadScope,
  statementId: string,
  id: string,
): Promise<{ id: string; number: number } | null> {
  if (!isUuid(id)) return null
  const [found] = await scope.tx
    .select({ id: versions.id, number: versions.number })
    .from(versions)
    .where(and(mine(scope, statementId, id), isNotNull(versions.removedAt)))
  return found ?? null
}
