import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { ExamAttempt } from '@/lib/exams/attempt'
import type { ExamAttemptInput } from '@/lib/exams/attempt-input'
import { type AttemptRefusal, mayAddAttempt } from '@/lib/exams/attempt-rules'
import { refusalWords, ruleBehind } from '@/lib/exams/attempt-words'
import { hasResult } from '@/lib/exams/summary'
import { type GroupScope, isUuid, type Scope } from '../access'
import { applicantProfiles, examAttempts } from '../schema'
import { byApplicant, isOneOf } from './by-applicant'
import { lockProfile } from './profile'

/** More sittings than the rules of four exams can ever allow. */
const MOST_ATTEMPTS = 60

const ATTEMPT_COLUMNS = {
  id: examAttempts.id,
  exam: examAttempts.exam,
  takenOn: examAttempts.takenOn,
  outcome: examAttempts.outcome,
  score: examAttempts.score,
  oetListening: examAttempts.oetListening,
  oetReading: examAttempts.oetReading,
  oetSpeaking: examAttempts.oetSpeaking,
  oetWriting: examAttempts.oetWriting,
  version: examAttempts.version,
}

type AttemptRow = Pick<typeof examAttempts.$inferSelect, keyof typeof ATTEMPT_COLUMNS>
type Rows = Pick<Scope, 'tx' | 'applicantId'>

export type StoredAttempt = ExamAttempt & { version: number }

/** The person's attempts, planned ones too, by exam day. */
export function listExamAttempts(scope: Scope<'exams:read'>): Promise<StoredAttempt[]> {
  return readAttempts(scope)
}

/** An attempt, and when its row was last written. */
export type DatedAttempt = StoredAttempt & { savedAt: Instant }

/** The attempts of several applicants, by applicant, in one statement. */
export async function listExamAttemptsOf({
  tx,
  applicantIds,
}: GroupScope<'exams:read'>): Promise<(applicantId: string) => readonly DatedAttempt[]> {
  const rows = await tx
    .select({
      applicantId: examAttempts.applicantId,
      savedAt: examAttempts.updatedAt,
      ...ATTEMPT_COLUMNS,
    })
    .from(examAttempts)
    .where(isOneOf(examAttempts.applicantId, applicantIds))
    .orderBy(asc(examAttempts.takenOn), asc(examAttempts.id))
  const found = byApplicant(
    rows.map(({ applicantId, savedAt, ...row }) => ({
      applicantId,
      ...toAttempt(row),
      savedAt: savedAt.toISOString(),
    })),
  )
  return (applicantId) => found.get(applicantId) ?? []
}

/**
 * Adds one attempt. The rules are asked inside the transaction, under a lock on the person's profile row, so that two
 * windows cannot add a fifth attempt between them. Throws `invalid` with each broken rule at its field. The same form
 * sent twice adds it once. `today` is the person's own day. Answers the attempt's id.
 */
export async function addExamAttempt(
  scope: Scope<'exams:write'>,
  input: ExamAttemptInput,
  { formId, today }: { formId: string; today: CalendarDate },
): Promise<string> {
  const attempts = await lockAttempts(scope)
  const [sent] = await scope.tx
    .select({ id: examAttempts.id })
    .from(examAttempts)
    .where(and(eq(examAttempts.applicantId, scope.applicantId), eq(examAttempts.formId, formId)))
  if (sent) return sent.id
  if (attempts.length >= MOST_ATTEMPTS) {
    throw new AppError('limit', { readerMessage: `No more than ${MOST_ATTEMPTS} sittings can be kept here.` })
  }
  refuseImpossible(attempts, { ...input, id: 'new' }, today)
  const [[made]] = await Promise.all([
    scope.tx
      .insert(examAttempts)
      .values({ ...toColumns(input), applicantId: scope.applicantId, formId })
      .returning({ id: examAttempts.id }),
    setAttemptsRecorded(scope, 'listed'),
  ])
  if (!made) throw new Error('the attempt was not added')
  return made.id
}

/**
 * Saves one attempt whole, under the same rules; throws conflict when another window saved it since `version`. Answers
 * whether this settled it: a result stands now where none stood.
 */
export async function saveExamAttempt(
  scope: Scope<'exams:write'>,
  id: string,
  { input, version, today }: { input: ExamAttemptInput; version: number; today: CalendarDate },
): Promise<{ isSettled: boolean }> {
  const attempts = await lockAttempts(scope)
  const stored = attempts.find((attempt) => attempt.id === id)
  if (!stored) throw new AppError('not_found')
  if (stored.version !== version) throw new AppError('conflict')
  refuseImpossible(attempts, { ...input, id }, today)
  await scope.tx
    .update(examAttempts)
    .set({ ...toColumns(input), version: version + 1 })
    .where(mine(scope, id))
  return { isSettled: hasResult(input) && !hasResult(stored) }
}

/** Removes one attempt; throws not_found when it is not this applicant's. An emptied list is "not said" again. */
export async function removeExamAttempt(scope: Scope<'exams:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  await lockProfile(scope)
  const [gone] = await scope.tx.delete(examAttempts).where(mine(scope, id)).returning({ id: examAttempts.id })
  if (!gone) throw new AppError('not_found')
  if ((await countAttempts(scope)) === 0) await setAttemptsRecorded(scope, null)
}

/** Records "none taken yet", or takes it back with null; refused while attempts are listed. */
export async function saveNoAttempts(scope: Scope<'exams:write'>, recorded: 'none' | null): Promise<void> {
  await lockProfile(scope)
  if ((await countAttempts(scope)) > 0) {
    if (recorded === null) return
    throw new AppError('invalid', {
      readerMessage: 'Nothing was cleared.',
      fields: {
        recorded: ['There are attempts in the list. Remove them first, then say that there are none.'],
      },
    })
  }
  await setAttemptsRecorded(scope, recorded)
}

async function readAttempts(scope: Rows): Promise<StoredAttempt[]> {
  const rows = await scope.tx
    .select(ATTEMPT_COLUMNS)
    .from(examAttempts)
    .where(eq(examAttempts.applicantId, scope.applicantId))
    .orderBy(asc(examAttempts.takenOn), asc(examAttempts.id))
  return rows.map(toAttempt)
}

async function lockAttempts(scope: Rows): Promise<StoredAttempt[]> {
  const [, attempts] = await Promise.all([lockProfile(scope), readAttempts(scope)])
  return attempts
}

function refuseImpossible(
  attempts: readonly ExamAttempt[],
  candidate: ExamAttempt,
  today: CalendarDate,
): void {
  const check = mayAddAttempt(attempts, candidate, { today })
  if (check.ok) return
  const fields: Record<string, string[]> = {}
  for (const refusal of check.refusals) {
    fields[refusal.field] = [...(fields[refusal.field] ?? []), withSource(refusal)]
  }
  throw new AppError('invalid', {
    readerMessage: check.refusals.length === 1 ? 'This cannot be entered so.' : 'Some of this cannot be so.',
    fields,
  })
}

/** The refusal's sentence, and where its rule was read. */
function withSource(refusal: AttemptRefusal): string {
  const source = ruleBehind(refusal)?.source
  if (!source?.url) return refusalWords(refusal)
  return `${refusalWords(refusal)} Source: ${source.title}, ${source.year ?? 'undated'}.`
}

function mine(scope: Rows, id: string) {
  return and(eq(examAttempts.id, id), eq(examAttempts.applicantId, scope.applicantId))
}

function countAttempts(scope: Rows): Promise<number> {
  return scope.tx.$count(examAttempts, eq(examAttempts.applicantId, scope.applicantId))
}

async function setAttemptsRecorded(scope: Rows, recorded: 'none' | 'listed' | null): Promise<void> {
  await scope.tx
    .update(applicantProfiles)
    .set({ attemptsRecorded: recorded })
    .where(eq(applicantProfiles.applicantId, scope.applicantId))
}

function toAttempt(row: AttemptRow): StoredAttempt {
  const { oetListening, oetReading, oetSpeaking, oetWriting, ...attempt } = row
  const parts = { listening: oetListening, reading: oetReading, speaking: oetSpeaking, writing: oetWriting }
  const hasParts = Object.values(parts).some((part) => part !== null)
  return { ...attempt, oet: hasParts ? parts : null }
}

function toColumns({ exam, takenOn, outcome, score, oet }: ExamAttemptInput) {
  return {
    exam,
    takenOn,
    outcome,
    score,
    oetListening: oet?.listening ?? null,
    oetReading: oet?.reading ?? null,
    oetSpeaking: oet?.speaking ?? null,
    oetWriting: oet?.writing ?? null,
  }
}
