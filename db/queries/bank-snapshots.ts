import 'server-only'
import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { type BankSnapshot, bankSnapshotProblems } from '@/lib/exams/practice-detail'
import type { BankSnapshotInput } from '@/lib/exams/practice-detail-input'
import { detailProblemWords } from '@/lib/exams/practice-detail-words'
import { isUuid, type Scope } from '../access'
import { bankSnapshots } from '../schema'
import { lockProfile } from './profile'

const MOST_SNAPSHOTS = 500

/** How long a removed snapshot can be put back; the next removal after that drops it for good. */
const UNDO_MS = 86_400_000

export type StoredSnapshot = BankSnapshot & { version: number }

/** Question-bank snapshots, newest first. */
export function listBankSnapshots(scope: Scope<'exams:read'>): Promise<StoredSnapshot[]> {
  return scope.tx
    .select({
      id: bankSnapshots.id,
      exam: bankSnapshots.exam,
      bank: bankSnapshots.bank,
      takenOn: bankSnapshots.takenOn,
      coveredPercent: bankSnapshots.coveredPercent,
      correctPercent: bankSnapshots.correctPercent,
      mode: bankSnapshots.mode,
      questions: bankSnapshots.questions,
      version: bankSnapshots.version,
    })
    .from(bankSnapshots)
    .where(kept(scope))
    .orderBy(desc(bankSnapshots.takenOn), desc(bankSnapshots.createdAt), desc(bankSnapshots.id))
}

/** One snapshot; throws not_found when it is not this applicant's or was removed. */
export async function getBankSnapshot(scope: Scope<'exams:read'>, id: string): Promise<StoredSnapshot> {
  const found = isUuid(id) ? (await listBankSnapshots(scope)).find((one) => one.id === id) : undefined
  if (!found) throw new AppError('not_found')
  return found
}

/** Adds one snapshot; throws `invalid` with each problem at its field. The same form sent twice adds it once. */
export async function addBankSnapshot(
  scope: Scope<'exams:write'>,
  input: BankSnapshotInput,
  { formId, today }: { formId: string; today: CalendarDate },
): Promise<void> {
  refuseImpossible(input, today)
  await lockProfile(scope)
  const held = await scope.tx.$count(bankSnapshots, eq(bankSnapshots.applicantId, scope.applicantId))
  if (held >= MOST_SNAPSHOTS) {
    throw new AppError('limit', { readerMessage: `${MOST_SNAPSHOTS} snapshots can be kept at most.` })
  }
  await scope.tx
    .insert(bankSnapshots)
    .values({ applicantId: scope.applicantId, ...toColumns(input), formId })
    .onConflictDoNothing()
}

/** Saves one snapshot whole; throws conflict when another window saved it since `version`. */
export async function saveBankSnapshot(
  scope: Scope<'exams:write'>,
  id: string,
  { input, version, today }: { input: BankSnapshotInput; version: number; today: CalendarDate },
): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [stored] = await scope.tx
    .select({ version: bankSnapshots.version })
    .from(bankSnapshots)
    .where(and(kept(scope), eq(bankSnapshots.id, id)))
    .for('update')
  if (!stored) throw new AppError('not_found')
  if (stored.version !== version) throw new AppError('conflict')
  refuseImpossible(input, today)
  await scope.tx
    .update(bankSnapshots)
    .set({ ...toColumns(input), version: version + 1 })
    .where(and(kept(scope), eq(bankSnapshots.id, id)))
}

/** Takes one snapshot out, to be put back or dropped later; throws not_found when it is not this applicant's. */
export async function removeBankSnapshot(scope: Scope<'exams:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const now = new Date()
  const [gone] = await scope.tx
    .update(bankSnapshots)
    .set({ removedAt: now })
    .where(and(kept(scope), eq(bankSnapshots.id, id)))
    .returning({ id: bankSnapshots.id })
  if (!gone) throw new AppError('not_found')
  await scope.tx
    .delete(bankSnapshots)
    .where(
      and(
        eq(bankSnapshots.applicantId, scope.applicantId),
        lt(bankSnapshots.removedAt, new Date(now.getTime() - UNDO_MS)),
      ),
    )
}

/** Puts a removed snapshot back as it was. */
export async function restoreBankSnapshot(scope: Scope<'exams:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [back] = await scope.tx
    .update(bankSnapshots)
    .set({ removedAt: null })
    .where(and(eq(bankSnapshots.applicantId, scope.applicantId), eq(bankSnapshots.id, id)))
    .returning({ id: bankSnapshots.id })
  if (!back) throw new AppError('not_found')
}

/** A snapshot that was just removed, for the line that offers to undo it; null when there is none. */
export async function findRemovedSnapshot(
  scope: Scope<'exams:read'>,
  id: string,
): Promise<Pick<BankSnapshot, 'id' | 'bank' | 'takenOn'> | null> {
  if (!isUuid(id)) return null
  const [removed] = await scope.tx
    .select({ id: bankSnapshots.id, bank: bankSnapshots.bank, takenOn: bankSnapshots.takenOn })
    .from(bankSnapshots)
    .where(
      and(
        eq(bankSnapshots.applicantId, scope.applicantId),
        eq(bankSnapshots.id, id),
        isNotNull(bankSnapshots.removedAt),
      ),
    )
  return removed ?? null
}

function kept(scope: Pick<Scope, 'applicantId'>) {
  return and(eq(bankSnapshots.applicantId, scope.applicantId), isNull(bankSnapshots.removedAt))
}

function refuseImpossible(input: BankSnapshotInput, today: CalendarDate): void {
  const fields: Record<string, string[]> = {}
  for (const problem of bankSnapshotProblems(input, today)) {
    fields[problem.field] = [...(fields[problem.field] ?? []), detailProblemWords(problem)]
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError('invalid', { readerMessage: 'This snapshot cannot be entered so.', fields })
  }
}

function toColumns({
  exam,
  bank,
  takenOn,
  coveredPercent,
  correctPercent,
  mode,
  questions,
}: BankSnapshotInput) {
  return { exam, bank, takenOn, coveredPercent, correctPercent, mode, questions }
}
