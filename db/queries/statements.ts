import 'server-only'
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { Pathway } from '@/lib/programs/pathway'
import type { Statement } from '@/lib/statement/statement'
import { isUuid, type Scope } from '../access'
import { statements } from '../schema'

type ReadScope = Scope<'documents:read'>
type EditScope = Scope<'documents:read' | 'documents:write'>

const COLUMNS = {
  id: statements.id,
  title: statements.title,
  pathway: statements.pathway,
  text: statements.text,
  stamp: statements.version,
  savedAt: statements.savedAt,
}

type Row = Omit<Statement, 'savedAt'> & { savedAt: Date }

const toStatement = ({ savedAt, ...row }: Row): Statement => ({ ...row, savedAt: savedAt.toISOString() })

function mine(scope: ReadScope, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(statements.id, id), eq(statements.applicantId, scope.applicantId))
}

/** A statement of this person that was not removed. */
function present(scope: ReadScope, id: string) {
  return and(mine(scope, id), isNull(statements.removedAt))
}

/** All of them, in the order in which they were begun. */
export async function listStatements(scope: ReadScope): Promise<Statement[]> {
  const rows = await scope.tx
    .select(COLUMNS)
    .from(statements)
    .where(and(eq(statements.applicantId, scope.applicantId), isNull(statements.removedAt)))
    .orderBy(asc(statements.createdAt), asc(statements.id))
  return rows.map(toStatement)
}

/** One statement; throws not_found when it is not this applicant's or was removed. */
export async function getStatement(scope: ReadScope, id: string): Promise<Statement> {
  const [row] = await scope.tx.select(COLUMNS).from(statements).where(present(scope, id))
  if (!row) throw new AppError('not_found')
  return toStatement(row)
}

/** The same, held against other windows until the transaction ends. */
export async function lockStatement(scope: EditScope, id: string): Promise<Statement> {
  const [row] = await scope.tx.select(COLUMNS).from(statements).where(present(scope, id)).for('update')
  if (!row) throw new AppError('not_found')
  return toStatement(row)
}

/**
 * Begins a statement, empty or with another one's text, and returns its id. The same form sent twice begins it once. Throws
 * not_found when `from` is not this applicant's.
 */
export async function addStatement(
  scope: EditScope,
  { formId, title, pathway, from }: { formId: string; title: string; pathway: Pathway | null; from: string },
): Promise<string> {
  const text = from === '' ? '' : (await getStatement(scope, from)).text
  const [made] = await scope.tx
    .insert(statements)
    .values({ formId, title, pathway, text, applicantId: scope.applicantId })
    .onConflictDoUpdate({ target: [statements.applicantId, statements.formId], set: { formId } })
    .returning({ id: statements.id })
  if (!made) throw new AppError('not_found')
  return made.id
}

/** Sets what it is called and what it is for. */
export async function saveAboutStatement(
  scope: EditScope,
  { id, title, pathway }: { id: string; title: string; pathway: Pathway | null },
): Promise<void> {
  const [saved] = await scope.tx
    .update(statements)
    .set({ title, pathway })
    .where(present(scope, id))
    .returning({ id: statements.id })
  if (!saved) throw new AppError('not_found')
}

export type Written = { isConflict: boolean; stored: Statement }

/**
 * Saves the text, as a draft or on purpose. A stale `stamp` with another text than the stored one changes nothing and is
 * answered as a conflict, with what is stored; the same text twice is none.
 */
export async function writeStatement(
  scope: EditScope,
  { id, text, stamp }: { id: string; text: string; stamp: number },
): Promise<Written> {
  const [saved] = await scope.tx
    .update(statements)
    .set({ text, savedAt: sql`now()`, version: sql`${statements.version} + 1` })
    .where(and(present(scope, id), eq(statements.version, stamp), sql`${statements.text} <> ${text}`))
    .returning(COLUMNS)
  if (saved) return { isConflict: false, stored: toStatement(saved) }
  const stored = await getStatement(scope, id)
  return { isConflict: stored.text !== text, stored }
}

/** Takes it away with its assignments in place, so that `restoreStatement` puts all of it back. */
export async function removeStatement(scope: EditScope, id: string): Promise<void> {
  const [gone] = await scope.tx
    .update(statements)
    .set({ removedAt: new Date() })
    .where(present(scope, id))
    .returning({ id: statements.id })
  if (!gone) throw new AppError('not_found')
}

export async function restoreStatement(scope: EditScope, id: string): Promise<void> {
  const [back] = await scope.tx
    .update(statements)
    .set({ removedAt: null })
    .where(mine(scope, id))
    .returning({ id: statements.id })
  if (!back) throw new AppError('not_found')
}

/** Whether this statement was just removed, for the line that offers to undo it. */
export async function findRemovedStatement(
  scope: ReadScope,
  id: string,
): Promise<{ id: string; title: string } | null> {
  if (!isUuid(id)) return null
  const [found] = await scope.tx
    .select({ id: statements.id, title: statements.title })
    .from(statements)
    .where(and(mine(scope, id), isNotNull(statements.removedAt)))
  return found ?? null
}
