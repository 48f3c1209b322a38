import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import type { NoteTarget } from './target'

/* What an applicant and one mentor say to each other. Another mentor sees none of it. */

export const NOTE_SIDES = ['applicant', 'mentor'] as const
export type NoteSide = (typeof NOTE_SIDES)[number]

export const TASK_STATES = ['suggested', 'accepted', 'declined', 'withdrawn'] as const
export type TaskState = (typeof TASK_STATES)[number]

export const QUESTION_STATES = ['open', 'answered', 'dropped'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** Lengths that the forms, the rules and the database agree on. */
export const MOST = {
  comment: 4000,
  taskTitle: 200,
  taskNote: 1000,
  reason: 300,
  question: 500,
  outcome: 2000,
  /** Wordings of a comment that are kept when it is edited, beside the present one. */
  earlier: 3,
  /** Comments of one thread and questions of one person: more than a talk can hold, and a bound for one page. */
  commentsAThread: 200,
  questions: 60,
} as const

/** How many questions a talk is prepared with; more are kept below. */
export const QUESTIONS_A_TALK = 3

export type EarlierWording = { body: string; at: Instant }

export type Comment = {
  id: string
  side: NoteSide
  /** Whether the person who reads this wrote it. */
  isMine: boolean
  body: string
  earlier: readonly EarlierWording[]
  editedAt: Instant | null
  /** Taken back by its author: the words are gone, that there were some is not. */
  isRemoved: boolean
  version: number
  createdAt: Instant
}

/** Something a mentor suggests to do; accepting it puts an item of one's own on the checklist. */
export type SuggestedTask = {
  id: string
  title: string
  note: string
  dueOn: CalendarDate | null
  state: TaskState
  reason: string
  /** The item on the checklist that it became; null when it was not accepted, or the item is gone. */
  itemId: string | null
  createdAt: Instant
}

export type Thread = {
  id: string
  target: NoteTarget
  /** Null once the mentor has no account any more. */
  mentorId: string | null
  resolvedAt: Instant | null
  resolvedBy: NoteSide | null
  /** Whether the person who reads this may say more: the mentor is let in now, and where the mentor writes, to comment. */
  mayWrite: boolean
  comments: readonly Comment[]
  tasks: readonly SuggestedTask[]
}

/** A question for a talk with a mentor. Without a mentor it is the applicant's alone. */
export type MentorQuestion = {
  id: string
  mentorId: string | null
  text: string
  state: QuestionState
  /** What came of it, in the applicant's words. */
  outcome: string
  closedOn: CalendarDate | null
  version: number
}

/** Whether a thread says anything still: one whose comments were all taken back and that suggests nothing does not. */
export function saysSomething({ comments, tasks }: Pick<Thread, 'comments' | 'tasks'>): boolean {
  return comments.some(({ isRemoved }) => !isRemoved) || tasks.length > 0
}

/** The comments worth showing: one that was taken back leaves its place only where someone has answered below. */
export function shownComments(comments: readonly Comment[]): readonly Comment[] {
  const last = comments.findLastIndex(({ isRemoved }) => !isRemoved)
  return comments.slice(0, last + 1)
}

/** How many comments and tasks stand in these threads. */
export function wordsIn(threads: readonly Pick<Thread, 'comments' | 'tasks'>[]): number {
  return threads.reduce((sum, { comments, tasks }) => sum + shownComments(comments).length + tasks.length, 0)
}
