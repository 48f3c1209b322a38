import 'server-only'
import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { practiceProblemWords } from '@/lib/exams/attempt-words'
import { practiceProblems } from '@/lib/exams/practice'
import { type LoggedResult, practiceDetailProblems } from '@/lib/exams/practice-detail'
import { detailProblemWords } from '@/lib/exams/practice-detail-words'
import type { PracticeEntry } from '@/lib/exams/practice-entry-input'
import type { PracticeResultInput } from '@/lib/exams/practice-input'
import type { ForecastResult } from '@/lib/forecast/forecast'
import { type GroupScope, isUuid, type Scope } from '../access'
import { practiceGenetics, practiceResults } from '../schema'
import { byApplicant, isOneOf } from './by-applicant'
import { lockProfile } from './profile'

/** More practice tests than exist, and few enough that one account cannot fill the disk. */
const MOST_RESULTS = 300

/** How long a removed result can be put back; the next removal after that drops it for good. */
const UNDO_MS = 86_400_000

const RESULT_COLUMNS = {
  id: practiceResults.id,
  exam: practiceResults.exam,
  kind: practiceResults.kind,
  takenOn: practiceResults.takenOn,
  score: practiceResults.score,
  percent: practiceResults.percent,
  isTimed: practiceResults.isTimed,
  form: practiceResults.form,
  isMixed: practiceResults.isMixed,
  weakSystems: practiceResults.weakSystems,
  weakTopics: practiceResults.weakTopics,
  note: practiceResults.note,
  version: practiceResults.version,
}

/** A result as entered; what a short entry leaves out is "not said". */
export type NewPracticeResult = PracticeResultInput & Partial<Omit<PracticeEntry, keyof PracticeResultInput>>

/** The practice log with its details, newest first. */
export async function listPracticeResults(scope: Scope<'exams:read'>): Promise<LoggedResult[]> {
  const [rows, genetics] = await Promise.all([
    scope.tx
      .select(RESULT_COLUMNS)
      .from(practiceResults)
      .where(inLog(scope))
      .orderBy(desc(practiceResults.takenOn), desc(practiceResults.createdAt), desc(practiceResults.id)),
    scope.tx
      .select({
        resultId: practiceGenetics.resultId,
        area: practiceGenetics.area,
        questions: practiceGenetics.questions,
        percent: practiceGenetics.percent,
      })
      .from(practiceGenetics)
      .where(eq(practiceGenetics.applicantId, scope.applicantId))
      .orderBy(practiceGenetics.area),
  ])
  return rows.map((row) => ({
    ...row,
    genetics: genetics
      .filter(({ resultId }) => resultId === row.id)
      .map(({ resultId: _, ...result }) => result),
  }))
}

/** The results of several applicants as a forecast reads them, by applicant, in one statement. */
export async function listForecastResultsOf({
  tx,
  applicantIds,
}: GroupScope<'exams:read'>): Promise<(applicantId: string) => readonly ForecastResult[]> {
  const rows = await tx
    .select({
      applicantId: practiceResults.applicantId,
      id: practiceResults.id,
      exam: practiceResults.exam,
      kind: practiceResults.kind,
      form: practiceResults.form,
      takenOn: practiceResults.takenOn,
      score: practiceResults.score,
      percent: practiceResults.percent,
      isTimed: practiceResults.isTimed,
      isMixed: practiceResults.isMixed,
    })
    .from(practiceResults)
    .where(and(isOneOf(practiceResults.applicantId, applicantIds), isNull(practiceResults.removedAt)))
    .orderBy(desc(practiceResults.takenOn), desc(practiceResults.createdAt), desc(practiceResults.id))
  const found = byApplicant(rows)
  return (applicantId) => found.get(applicantId) ?? []
}

/** One line of the log; throws not_found when it is not this applicant's or was removed. */
export async function getPracticeResult(scope: Scope<'exams:read'>, id: string): Promise<LoggedResult> {
  const found = isUuid(id) ? (await listPracticeResults(scope)).find((result) => result.id === id) : undefined
  if (!found) throw new AppError('not_found')
  return found
}

/**
 * Adds one result; throws `invalid` with each problem at its field. The same form sent twice adds it once. `today` is
 * the person's own day.
 */
export async function addPracticeResult(
  scope: Scope<'exams:write'>,
  input: NewPracticeResult,
  { formId, today }: { formId: string; today: CalendarDate },
): Promise<void> {
  refuseImpossible(input, today)
  await lockProfile(scope)
  await refuseTooMany(scope, 1)
  const [added] = await scope.tx
    .insert(practiceResults)
    .values({ applicantId: scope.applicantId, ...toColumns(input), formId })
    .onConflictDoNothing()
    .returning({ id: practiceResults.id })
  if (added) await insertGenetics(scope, added.id, input)
}

/**
 * Adds the results of one paste, all or none; throws `invalid` when one of them cannot be. The same paste sent twice
 * adds them once.
 */
export async function addPastedResults(
  scope: Scope<'exams:write'>,
  inputs: readonly NewPracticeResult[],
  { pasteId, today }: { pasteId: string; today: CalendarDate },
): Promise<void> {
  for (const input of inputs) refuseImpossible(input, today)
  await lockProfile(scope)
  const [sent] = await scope.tx
    .select({ id: practiceResults.id })
    .from(practiceResults)
    .where(and(eq(practiceResults.applicantId, scope.applicantId), eq(practiceResults.pasteId, pasteId)))
    .limit(1)
  if (sent || inputs.length === 0) return
  await refuseTooMany(scope, inputs.length)
  await scope.tx
    .insert(practiceResults)
    .values(inputs.map((input) => ({ applicantId: scope.applicantId, ...toColumns(input), pasteId })))
}

/** Takes a paste back: the results that came with it are gone. Nothing happens when there are none. */
export async function removePastedResults(scope: Scope<'exams:write'>, pasteId: string): Promise<void> {
  if (!isUuid(pasteId)) throw new AppError('not_found')
  await scope.tx
    .delete(practiceResults)
    .where(and(eq(practiceResults.applicantId, scope.applicantId), eq(practiceResults.pasteId, pasteId)))
}

/** Saves one result whole, under the same rules; throws conflict when another window saved it since `version`. */
export async function savePracticeResult(
  scope: Scope<'exams:write'>,
  id: string,
  { input, version, today }: { input: NewPracticeResult; version: number; today: CalendarDate },
): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [stored] = await scope.tx
    .select({ version: practiceResults.version })
    .from(practiceResults)
    .where(and(inLog(scope), eq(practiceResults.id, id)))
    .for('update')
  if (!stored) throw new AppError('not_found')
  if (stored.version !== version) throw new AppError('conflict')
  refuseImpossible(input, today)
  await scope.tx
    .update(practiceResults)
    .set({ ...toColumns(input), version: version + 1 })
    .where(and(inLog(scope), eq(practiceResults.id, id)))
  await scope.tx
    .delete(practiceGenetics)
    .where(and(eq(practiceGenetics.applicantId, scope.applicantId), eq(practiceGenetics.resultId, id)))
  await insertGenetics(scope, id, input)
}

/** Takes one result out of the log, to be put back or dropped later; throws not_found when it is not this applicant's. */
export async function removePracticeResult(scope: Scope<'exams:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const now = new Date()
  const [gone] = await scope.tx
    .update(practiceResults)
    .set({ removedAt: now })
    .where(and(inLog(scope), eq(practiceResults.id, id)))
    .returning({ id: practiceResults.id })
  if (!gone) throw new AppError('not_found')
  await scope.tx
    .delete(practiceResults)
    .where(
      and(
        eq(practiceResults.applicantId, scope.applicantId),
        lt(practiceResults.removedAt, new Date(now.getTime() - UNDO_MS)),
      ),
    )
}

/** Puts a removed result back as it was. One that is in the log already stays there. */
export async function restorePracticeResult(scope: Scope<'exams:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [back] = await scope.tx
    .update(practiceResults)
    .set({ removedAt: null })
    .where(and(eq(practiceResults.applicantId, scope.applicantId), eq(practiceResults.id, id)))
    .returning({ id: practiceResults.id })
  if (!back) throw new AppError('not_found')
}

/** A result that was just removed, for the line that offers to undo it; null when there is none. */
export async function findRemovedResult(
  scope: Scope<'exams:read'>,
  id: string,
): Promise<Pick<LoggedResult, 'id' | 'kind' | 'takenOn'> | null> {
  if (!isUuid(id)) return null
  const [removed] = await scope.tx
    .select({ id: practiceResults.id, kind: practiceResults.kind, takenOn: practiceResults.takenOn })
    .from(practiceResults)
    .where(
      and(
        eq(practiceResults.applicantId, scope.applicantId),
        eq(practiceResults.id, id),
        isNotNull(practiceResults.removedAt),
      ),
    )
  return removed ?? null
}

/** How many results of this paste are still in the log, for the line that offers to take it back. */
export async function countPastedResults(scope: Scope<'exams:read'>, pasteId: string): Promise<number> {
  if (!isUuid(pasteId)) return 0
  return scope.tx.$count(practiceResults, and(inLog(scope), eq(practiceResults.pasteId, pasteId)))
}

function inLog(scope: Pick<Scope, 'applicantId'>) {
  return and(eq(practiceResults.applicantId, scope.applicantId), isNull(practiceResults.removedAt))
}

async function refuseTooMany(scope: Scope<'exams:write'>, more: number): Promise<void> {
  const held = await scope.tx.$count(practiceResults, eq(practiceResults.applicantId, scope.applicantId))
  if (held + more > MOST_RESULTS) {
    throw new AppError('limit', { readerMessage: `The log holds ${MOST_RESULTS} results at most.` })
  }
}

function refuseImpossible(input: NewPracticeResult, today: CalendarDate): void {
  const fields: Record<string, string[]> = {}
  const say = (field: string, text: string) => {
    fields[field] = [...(fields[field] ?? []), text]
  }
  for (const problem of practiceProblems(input, today)) say(problem.field, practiceProblemWords(problem))
  for (const problem of practiceDetailProblems(detailsOfInput(input))) {
    say(problem.field, detailProblemWords(problem))
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError('invalid', { readerMessage: 'This result cannot be entered so.', fields })
  }
}

function detailsOfInput({
  isMixed = null,
  weakSystems = null,
  weakTopics = null,
  genetics = [],
}: NewPracticeResult) {
  return { isMixed, weakSystems, weakTopics, genetics }
}

function toColumns(input: NewPracticeResult) {
  const { exam, kind, takenOn, score, percent, isTimed, form, note = '' } = input
  const { isMixed, weakSystems, weakTopics } = detailsOfInput(input)
  return {
    exam,
    kind,
    takenOn,
    score,
    percent,
    isTimed,
    form,
    note,
    isMixed,
    weakSystems: weakSystems && [...weakSystems],
    weakTopics: weakTopics && [...weakTopics],
  }
}

async function insertGenetics(
  scope: Scope<'exams:write'>,
  resultId: string,
  input: NewPracticeResult,
): Promise<void> {
  const { genetics } = detailsOfInput(input)
  if (genetics.length === 0) return
  await scope.tx
    .insert(practiceGenetics)
    .values(genetics.map((result) => ({ applicantId: scope.applicantId, resultId, ...result })))
}
