'use server'
import { revalidatePath } from 'next/cache'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import {
  addMentorQuestion,
  closeMentorQuestion,
  moveMentorQuestion,
  removeMentorQuestion,
  saveMentorQuestion,
} from '@/db/queries/mentor-questions'
import {
  addQuestionInput,
  closeQuestionInput,
  moveQuestionInput,
  questionRefInput,
  saveQuestionInput,
} from '@/lib/notes/note-input'

const AGENDA = '/mentors/agenda'

export const addQuestionAction = viewerAction(
  addQuestionInput,
  async (viewer, { question: text, ...input }) => {
    await withOwnScope(viewer, (scope) => addMentorQuestion(scope, { ...input, text }))
    return savedInPlace(AGENDA, `${AGENDA}#add`, 'It is on the agenda.')
  },
)

export const saveQuestionAction = viewerAction(
  saveQuestionInput,
  async (viewer, { id, question: text, ...input }) => {
    // Before the save: on a conflict the page then shows what the other window stored.
    revalidatePath(AGENDA)
    await withOwnScope(viewer, (scope) => saveMentorQuestion(scope, id, { ...input, text }))
    return savedInPlace(AGENDA, `${AGENDA}#question-${id}`, 'Saved.')
  },
)

export const closeQuestionAction = viewerAction(
  closeQuestionInput,
  async (viewer, { id, state, outcome }) => {
    const today = await viewerToday(viewer)
    await withOwnScope(viewer, (scope) => closeMentorQuestion(scope, id, { state, outcome, today }))
    return savedInPlace(AGENDA, `${AGENDA}#question-${id}`, 'Saved.')
  },
)

export const moveQuestionAction = viewerAction(moveQuestionInput, async (viewer, { id, by }) => {
  await withOwnScope(viewer, (scope) => moveMentorQuestion(scope, id, by))
  return savedInPlace(AGENDA, `${AGENDA}#question-${id}`, by === 'up' ? 'Moved up.' : 'Moved down.')
})

export const removeQuestionAction = viewerAction(questionRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeMentorQuestion(scope, id))
  return savedInPlace(AGENDA, `${AGENDA}#closed`, 'Removed.')
})
