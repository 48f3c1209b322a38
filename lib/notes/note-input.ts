import { z } from 'zod'
import { optionalDateInput } from '@/lib/dates/date-input'
import { MOST } from './note'
import { isTarget, MOST_ANCHOR, NOTE_KINDS } from './target'

/* What the forms of comments, suggested tasks and questions send. */

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const id = z.guid({ error: OUT_OF_DATE })
const words = (most: number, empty: string) =>
  z
    .string({ error: empty })
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, { error: empty })
        .max(most, { error: `Keep this under ${most} characters` }),
    )
const optionalWords = (most: number) =>
  z
    .string()
    .default('')
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(most, { error: `Keep this under ${most} characters` }))

/** The page to come back to: one of this app's, or the agenda where it is none. */
const back = z
  .string()
  .max(400)
  .regex(/^\/(?:[\w%.-]+\/?)+(?:\?[\w%&=.-]*)?$/)
  .catch('/mentors/agenda')

/** Whose cycle the note is in. Who may write there the database decides. */
const about = { applicantId: id, back }

const target = {
  kind: z.enum(NOTE_KINDS, { error: OUT_OF_DATE }),
  targetId: z.string({ error: OUT_OF_DATE }).min(1).max(120),
  anchor: z.string().max(MOST_ANCHOR).default(''),
}
type TargetFields = { kind: (typeof NOTE_KINDS)[number]; targetId: string; anchor: string }
const isWellFormed = ({ kind, targetId, anchor }: TargetFields) => isTarget({ kind, id: targetId, anchor })

export const addCommentInput = z
  .object({
    ...about,
    ...target,
    formId: id,
    /** To whom; a mentor's own comments are their own. */
    mentorId: id,
    body: words(MOST.comment, 'Write what you want to say'),
  })
  .refine(isWellFormed, { error: OUT_OF_DATE, path: ['body'] })

export const editCommentInput = z.object({
  ...about,
  commentId: id,
  version: z.coerce.number({ error: OUT_OF_DATE }).int().min(1),
  body: words(MOST.comment, 'Write what you want to say, or remove the comment'),
})
export const commentRefInput = z.object({ ...about, commentId: id })
export const threadStateInput = z.object({ ...about, threadId: id, state: z.enum(['resolved', 'open']) })

export const suggestTaskInput = z
  .object({
    ...about,
    ...target,
    formId: id,
    title: words(MOST.taskTitle, 'Say what is to be done'),
    note: optionalWords(MOST.taskNote),
    dueOn: optionalDateInput(),
  })
  .refine(isWellFormed, { error: OUT_OF_DATE, path: ['title'] })

export const taskRefInput = z.object({ ...about, taskId: id })
export const declineTaskInput = z.object({ ...about, taskId: id, reason: optionalWords(MOST.reason) })

const mentor = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.guid({ error: 'Choose a mentor' }).nullable(),
)

export const addQuestionInput = z.object({
  formId: id,
  mentorId: mentor,
  question: words(MOST.question, 'Write the question'),
})
export const saveQuestionInput = z.object({
  id,
  version: z.coerce.number({ error: OUT_OF_DATE }).int().min(1),
  mentorId: mentor,
  question: words(MOST.question, 'Write the question, or drop it'),
})
export const closeQuestionInput = z.object({
  id,
  state: z.enum(['answered', 'dropped', 'open'], { error: 'Choose what came of it' }),
  outcome: optionalWords(MOST.outcome),
})
export const questionRefInput = z.object({ id })
export const moveQuestionInput = z.object({ id, by: z.enum(['up', 'down'], { error: OUT_OF_DATE }) })
