import { type MentorQuestion, type NoteSide, shownComments, type Thread } from './note'

/** What of all that is said waits for this side: words of the other that nobody answered, and tasks without an answer. */
export type Waiting = { answers: number; tasks: number; openThreads: number; openQuestions: number }

export function waitingFor(
  side: NoteSide,
  threads: readonly Thread[],
  questions: readonly MentorQuestion[],
): Waiting {
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const tasks = threads.flatMap((thread) => thread.tasks).filter(({ state }) => state === 'suggested')
  return {
    answers: open.filter(({ comments }) => {
      const last = shownComments(comments).at(-1)
      return last !== undefined && last.side !== side
    }).length,
    tasks: side === 'applicant' ? tasks.length : 0,
    openThreads: open.length,
    openQuestions: questions.filter(({ state }) => state === 'open').length,
  }
}

/** 'A task waits for your answer. The last word in 2 conversations is your mentors'.' Empty where nothing waits. */
export function waitingWords({ answers, tasks }: Waiting): string {
  const parts: string[] = []
  if (tasks > 0)
    parts.push(
      tasks === 1
        ? 'A suggested task waits for your answer.'
        : `${tasks} suggested tasks wait for your answer.`,
    )
  if (answers > 0)
    parts.push(
      answers === 1
        ? 'In one conversation the last word is your mentor’s.'
        : `In ${answers} conversations the last word is a mentor’s.`,
    )
  return parts.join(' ')
}
