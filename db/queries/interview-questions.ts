import 'server-only'
import { and, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '../access'
import { interviews, interviewQuestions as questions } from '../schema'
import { type EditScope, interviewWhere, type ReadScope } from './interviews'

/** Adds something to ask. The same form, or the same open question of the program, is added once. */
export async function addInterviewQuestion(
  scope: EditScope,
  question: { interviewId: string; text: string; field: string | null; formId: string },
): Promise<void> {
  const [interview] = await scope.tx
    .select({ id: interviews.id })
    .from(interviews)
    .where(interviewWhere(scope, question.interviewId))
  if (!interview) throw new AppError('not_found')
  await scope.tx
    .insert(questions)
    .values({ ...question, applicantId: scope.applicantId })
    .onConflictDoNothing()
}

/** Ticks a question off and keeps what was heard; returns its interview. */
export async function saveInterviewQuestion(
  scope: EditScope,
  id: string,
  { isAsked, answer }: { isAsked: boolean; answer: string },
): Promise<string> {
  const [saved] = await scope.tx
    .update(questions)
    .set({ isAsked, answer })
    .where(ofPerson(scope, id))
    .returning({ interviewId: questions.interviewId })
  if (!saved) throw new AppError('not_found')
  return saved.interviewId
}

export async function removeInterviewQuestion(scope: EditScope, id: string): Promise<string> {
  const [gone] = await scope.tx
    .delete(questions)
    .where(ofPerson(scope, id))
    .returning({ interviewId: questions.interviewId })
  if (!gone) throw new AppError('not_found')
  return gone.interviewId
}

function ofPerson(scope: ReadScope, questionId: string) {
  if (!isUuid(questionId)) throw new AppError('not_found')
  return and(eq(questions.id, questionId), eq(questions.applicantId, scope.applicantId))
}
