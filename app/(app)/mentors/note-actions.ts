'use server'
import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { type FormAction, publicAction } from '@/app/_server/action'
import { getViewerOrRefuse, type SignedIn } from '@/app/_server/auth'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withNotesScope, withOwnScope } from '@/db/access'
import { addComment, editComment, removeComment, resolveThread } from '@/db/queries/notes'
import { acceptTask, declineTask, suggestTask, withdrawTask } from '@/db/queries/suggested-tasks'
import type { ActionState } from '@/lib/errors/action-state'
import { AppError } from '@/lib/errors/app-error'
import {
  addCommentInput,
  commentRefInput,
  declineTaskInput,
  editCommentInput,
  suggestTaskInput,
  taskRefInput,
  threadStateInput,
} from '@/lib/notes/note-input'

/*
 * What an applicant and a mentor do on the thing that they speak of. The same actions serve both: who one is there, and
 * what one may, the statements find out for themselves.
 */

export const addCommentAction = noteAction(
  addCommentInput,
  async (viewer, { applicantId, kind, targetId, anchor, mentorId, body, formId, back }) => {
    const target = { kind, id: targetId, anchor }
    await withNotesScope(viewer, applicantId, (scope) =>
      addComment(scope, { target, mentorId, body, formId }),
    )
    return written(back, 'Sent.')
  },
)

export const editCommentAction = noteAction(
  editCommentInput,
  async (viewer, { applicantId, commentId, body, version, back }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath(pageOf(back))
    await withNotesScope(viewer, applicantId, (scope) => editComment(scope, commentId, { body, version }))
    return written(back, 'Saved.')
  },
)

export const removeCommentAction = noteAction(
  commentRefInput,
  async (viewer, { applicantId, commentId, back }) => {
    await withNotesScope(viewer, applicantId, (scope) => removeComment(scope, commentId))
    return written(back, 'Taken back.')
  },
)

export const resolveThreadAction = noteAction(
  threadStateInput,
  async (viewer, { applicantId, threadId, state, back }) => {
    const isResolved = state === 'resolved'
    await withNotesScope(viewer, applicantId, (scope) => resolveThread(scope, { threadId, isResolved }))
    return written(back, isResolved ? 'Resolved.' : 'Open again.')
  },
)

export const suggestTaskAction = noteAction(
  suggestTaskInput,
  async (viewer, { applicantId, kind, targetId, anchor, back, ...task }) => {
    const target = { kind, id: targetId, anchor }
    await withNotesScope(viewer, applicantId, (scope) => suggestTask(scope, { target, ...task }))
    return written(back, 'Suggested.')
  },
)

export const withdrawTaskAction = noteAction(taskRefInput, async (viewer, { applicantId, taskId, back }) => {
  await withNotesScope(viewer, applicantId, (scope) => withdrawTask(scope, taskId))
  return written(back, 'Withdrawn.')
})

export const acceptTaskAction = noteAction(taskRefInput, async (viewer, { applicantId, taskId, back }) => {
  mustBeOwn(viewer, applicantId)
  const today = await viewerToday(viewer)
  await withOwnScope(viewer, async (scope) => {
    const cycle = await currentOrNewCycle(scope, today)
    await acceptTask(scope, { id: taskId, cycleId: cycle.id })
  })
  return written(back, 'It is on your checklist.')
})

export const declineTaskAction = noteAction(
  declineTaskInput,
  async (viewer, { applicantId, taskId, reason, back }) => {
    mustBeOwn(viewer, applicantId)
    await withOwnScope(viewer, (scope) => declineTask(scope, { id: taskId, reason }))
    return written(back, 'Declined.')
  },
)

/** For someone who is here already: a note makes nobody a guest. */
function noteAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (viewer: SignedIn, input: z.output<Schema>) => Promise<ActionState>,
): FormAction {
  return publicAction(schema, async (input) => handler(await getViewerOrRefuse(), input))
}

function mustBeOwn(viewer: SignedIn, applicantId: string): void {
  if (viewer.userId !== applicantId) throw new AppError('not_found')
}

/** Back to the page on which the form stood, at its notes. */
function written(back: string, message: string): Promise<ActionState> {
  return savedInPlace(pageOf(back), `${back}#comments`, message)
}

function pageOf(back: string): string {
  return back.split('?')[0] ?? back
}
