'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { setLetterPrograms, setLettersWhereNone, setProgramLetters } from '@/db/queries/letter-assignments'
import { noteAsked, saveBrief, saveStages, saveWriter } from '@/db/queries/letter-tracks'
import { addLetter, removeLetter } from '@/db/queries/letters'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import {
  askedInput,
  briefInput,
  letterProgramsInput,
  letterRefInput,
  newLetterInput,
  programLettersInput,
  sameLettersInput,
  stagesInput,
  writerInput,
} from '@/lib/letters/letter-input'
import { stageProblems } from '@/lib/letters/stages'

const pageOf = (id: string) => `/documents/letters/${id}`
const COVERAGE = '/documents/letters/coverage'

export const addLetterAction = viewerAction(newLetterInput, async (viewer, { formId, ...values }) => {
  const id = await withOwnScope(viewer, (scope) => addLetter(scope, values, formId))
  redirect(`${pageOf(id)}?done=added`)
})

export const saveWriterAction = viewerAction(writerInput, async (viewer, { id, seen, ...values }) => {
  // Before the save, here and below: on a conflict the page then shows what the other window stored.
  revalidatePath('/documents/letters/[id]', 'page')
  await withOwnScope(viewer, (scope) => saveWriter(scope, id, { values, seen }))
  return savedInPlace(pageOf(id), `${pageOf(id)}?done=writer#writer`, 'Saved.')
})

export const saveStagesAction = viewerAction(stagesInput, async (viewer, { id, seen, ...values }) => {
  const problems = stageProblems(values, await viewerToday(viewer))
  if (problems.length > 0) {
    throw new AppError('invalid', {
      readerMessage:
        problems.length === 1 ? 'One day needs another look.' : `${problems.length} days need another look.`,
      fields: Object.fromEntries(problems.map(({ field, message }) => [field, [message]])),
    })
  }
  revalidatePath('/documents/letters/[id]', 'page')
  await withOwnScope(viewer, (scope) => saveStages(scope, id, { values, seen }))
  return savedInPlace(pageOf(id), `${pageOf(id)}?done=stages#way`, 'Saved.')
})

export const askedAction = viewerAction(askedInput, async (viewer, { id, on, deed }) => {
  refuseAhead(on, await viewerToday(viewer), 'on')
  await withOwnScope(viewer, (scope) => noteAsked(scope, id, { on, deed }))
  return savedInPlace(pageOf(id), `${pageOf(id)}?done=asked#ask`, deed === 'add' ? 'Noted.' : 'Taken back.')
})

export const letterProgramsAction = viewerAction(
  letterProgramsInput,
  async (viewer, { id, entries, assignedOn }) => {
    refuseAhead(assignedOn, await viewerToday(viewer), 'assignedOn')
    await withOwnScope(viewer, (scope) =>
      setLetterPrograms(scope, { letterId: id, entryIds: entries, assignedOn }),
    )
    return savedInPlace(pageOf(id), `${pageOf(id)}?done=programs#programs`, 'Saved.')
  },
)

export const programLettersAction = viewerAction(
  programLettersInput,
  async (viewer, { entryId, letters, assignedOn }) => {
    refuseAhead(assignedOn, await viewerToday(viewer), 'assignedOn')
    await withOwnScope(viewer, (scope) =>
      setProgramLetters(scope, { entryId, letterIds: letters, assignedOn }),
    )
    redirect(`${COVERAGE}?done=program#programs`)
  },
)

export const sameLettersAction = viewerAction(sameLettersInput, async (viewer, { letters, assignedOn }) => {
  if (letters.length === 0) {
    throw new AppError('invalid', { fields: { letters: ['Choose at least one letter'] } })
  }
  refuseAhead(assignedOn, await viewerToday(viewer), 'assignedOn')
  await withOwnScope(viewer, (scope) => setLettersWhereNone(scope, { letterIds: letters, assignedOn }))
  redirect(`${COVERAGE}?done=same#programs`)
})

export const saveBriefAction = viewerAction(briefInput, async (viewer, { id, together, facts }) => {
  await withOwnScope(viewer, (scope) => saveBrief(scope, id, { together, briefFacts: facts }))
  return savedInPlace(`${pageOf(id)}/brief`, `${pageOf(id)}/brief?done=saved`, 'Saved.')
})

export const removeLetterAction = viewerAction(letterRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeLetter(scope, id))
  redirect('/documents/letters?done=removed')
})

function refuseAhead(on: CalendarDate | null, today: CalendarDate, field: string): void {
  if (on === null || on <= today) return
  throw new AppError('invalid', {
    fields: { [field]: ['This day is still ahead: enter it once it has happened'] },
  })
}
