'use server'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { withOwnScope } from '@/db/access'
import { findCycleSeason } from '@/db/queries/seasons'
import { addToldFact, removeToldFact } from '@/db/queries/told-facts'
import { AppError } from '@/lib/errors/app-error'
import { answerInput, withdrawInput } from '@/lib/strategy/answer-input'
import { type AnswerProblem, answerProblem, toldFact } from '@/lib/strategy/told-fact'

const PROBLEMS: Readonly<Record<AnswerProblem, { field: 'value' | 'statedOn'; message: string }>> = {
  not_an_answer: { field: 'value', message: 'Choose one of the answers' },
  not_a_number: { field: 'value', message: 'Enter a whole number, such as 225' },
  not_a_day: { field: 'statedOn', message: 'Enter the day of the reply as year-month-day' },
  said_in_future: { field: 'statedOn', message: 'This day is still ahead: enter the day of the reply' },
}

export const recordAnswerAction = viewerAction(
  answerInput,
  async (viewer, { formId, programId, ...answer }) => {
    const problem = answerProblem(answer, await viewerToday(viewer))
    if (problem) {
      const { field, message } = PROBLEMS[problem]
      throw new AppError('invalid', { fields: { [field]: [message] } })
    }
    await withOwnScope(viewer, async (scope) => {
      const current = await findCycleSeason(scope)
      if (!current) throw new AppError('not_found')
      await addToldFact(
        scope,
        programId,
        toldFact({ ...answer, id: formId, seasonYear: current.season.year }),
      )
    })
    redirect(`/strategy/questions/${programId}?done=recorded`)
  },
)

export const withdrawAnswerAction = viewerAction(withdrawInput, async (viewer, { factId }) => {
  const { programId } = await withOwnScope(viewer, (scope) => removeToldFact(scope, factId))
  redirect(`/strategy/questions/${programId}?done=withdrawn`)
})
