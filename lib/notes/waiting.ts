import { type MentorQuestion, type NoteSide, shownComments, type Thread } from './note'
import { type NoteTarget, ownHref } from './target'
import { capital, FORMER_MENTOR } from './words'

/** What of all that is said waits for this side: words of the other that nobody answered, and tasks without an answer. */
export type Waiting = { answers: number; tasks: number; openThreads: number; openQuestions: number }

/** Whether the last word is the other side's, and nobody has called the matter resolved. */
export function waitsFor(
  side: NoteSide,
  { resolvedAt, comments }: Pick<Thread, 'resolvedAt' | 'comments'>,
): boolean {
  const last = shownComments(comments).at(-1)
  return resolvedAt === null && last !== undefined && last.side !== side
}

export function waitingFor(
  side: NoteSide,
  threads: readonly Thread[],
  questions: readonly MentorQuestion[],
): Waiting {
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const tasks = threads.flatMap((thread) => thread.tasks).filter(({ state }) => state === 'suggested')
  return {
    answers: open.filter((thread) => waitsFor(side, thread)).length,
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

/** A conversation that waits for the applicant: tasks without an answer, and the mentor's words after their own last ones. */
export type WaitingThread = {
  threadId: string
  target: NoteTarget
  /** Null for someone whose account is gone. */
  from: string | null
  tasks: number
  /** Of the oldest task that waits; '' without one. */
  taskTitle: string
  comments: number
}

/** What waits on one thing of a page, whichever paragraph of it is meant; null where nothing does. */
export function waitingOn(
  waiting: readonly WaitingThread[],
  { kind, id }: Pick<NoteTarget, 'kind' | 'id'>,
): WaitingThread | null {
  return waiting.find(({ target }) => target.kind === kind && target.id === id) ?? null
}

/** The mark beside a thing: 'Dr Rao wrote', 'Dr Rao suggests a task'. */
export function waitingMark({ from, tasks }: WaitingThread): string {
  return `${capital(from ?? FORMER_MENTOR)} ${tasks > 0 ? 'suggests a task' : 'wrote'}`
}

/** One line of Home and where it leads; `name` is what the thing is called. */
export function waitingLine(thread: WaitingThread, name: string): { text: string; href: string } {
  const { threadId, target, from, tasks, taskTitle, comments } = thread
  const who = capital(from ?? FORMER_MENTOR)
  const answered = `/mentors/notes#thread-${threadId}`
  if (tasks > 1) return { text: `${who} suggests ${tasks} tasks: ${name}`, href: answered }
  if (tasks === 1) return { text: `${who} suggests a task: ${taskTitle}`, href: answered }
  const href = target.kind === 'section' ? answered : ownHref(target)
  if (target.kind === 'question') return { text: `${who} answered: ${name}`, href }
  return { text: `${who} wrote${comments > 1 ? ` ${comments} comments` : ''}: ${name}`, href }
}
