import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { practiceProblemWords } from '@/lib/exams/attempt-words'
import { type PracticeResult, practiceProblems } from '@/lib/exams/practice'
import type { PracticeResultInput } from '@/lib/exams/practice-input'
import { isUuid, type Scope } from '../access'
import { practiceResults } from '../schema'
import { lockProfile } from './profile'

/** More practice tests than exist, and few enough that one account cannot fill the disk. */
const MOST_RESULTS = 300

/** The practice log, newest first. */
export function listPracticeResults(scope: Scope<'exams:read'>): Promise<PracticeResult[]> {
  return scope.tx
    .select({
      id: practiceResults.id,
      exam: practiceResults.exam,
      kind: practiceResults.kind,
      takenOn: practiceResults.takenOn,
      score: practiceResults.score,
      percent: practiceResults.percent,
      isTimed: practiceResults.isTimed,
      form: practiceResults.form,
    })
    .from(practiceResults)
    .where(eq(practiceResults.applicantId, scope.applicantId))
    .orderBy(desc(practiceResults.takenOn), desc(practiceResults.createdAt), desc(practiceResults.id))
}

/**
 * Adds one result; throws `invalid` with each problem at its field. The same form sent twice adds it once. `today` is
 * the person's own day.
 */
export async function addPracticeResult(
  scope: Scope<'exams:write'>,
  input: PracticeResultInput,
  { formId, today }: { formId: string; today: CalendarDate },
): Promise<void> {
  const fields: Record<string, string[]> = {}
  for (const problem of practiceProblems(input, today)) {
    fields[problem.field] = [...(fields[problem.field] ?? []), practiceProblemWords(problem)]
  }
  if (Object.keys(fields).length > 0) {
    throw new AppError('invalid', { readerMessage: 'This result cannot be entered so.', fields })
  }
  const { exam, kind, takenOn, score, percent, isTimed, form } = input
  await lockProfile(scope)
  const count = await scope.tx.$count(practiceResults, eq(practiceResults.applicantId, scope.applicantId))
  if (count >= MOST_RESULTS) {
    throw new AppError('limit', { readerMessage: `The log holds ${MOST_RESULTS} results at most.` })
  }
  await scope.tx
    .insert(practiceResults)
    .values({
      applicantId: scope.applicantId,
      exam,
      kind,
      takenOn,
      score,
      percent,
      isTimed,
      form,
      formId,
    })
    .onConflictDoNothing()
}

/** Removes one result; throws not_found when it is not this applicant's. */
export async function removePracticeResult(scope: Scope<'exams:write'>, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found')
  const [gone] = await scope.tx
    .delete(practiceResults)
    .where(and(eq(practiceResults.id, id), eq(practiceResults.applicantId, scope.applicantId)))
    .returning({ id: practiceResults.id })
  if (!gone) throw new AppError('not_found')
}
