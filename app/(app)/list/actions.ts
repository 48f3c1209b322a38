'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { withOwnScope } from '@/db/access'
import {
  addEntry,
  addStatusChange,
  removeEntry,
  removeStatusChange,
  restoreEntry,
  saveNote,
  setSignal,
} from '@/db/queries/list'
import { getProgram } from '@/db/queries/programs'
import { AppError } from '@/lib/errors/app-error'
import {
  addEntryInput,
  entryRefInput,
  noteInput,
  signalInput,
  statusChangeInput,
  statusChangeRefInput,
} from '@/lib/list/entry-input'

export const addEntryAction = viewerAction(addEntryInput, async (viewer, { programId, visitor, back }) => {
  const today = await viewerToday(viewer)
  const sponsor = await withOwnScope(viewer, async (scope) => {
    const cycle = await currentOrNewCycle(scope, today)
    await addEntry(scope, { cycleId: cycle.id, programId })
    return (await getProgram(scope, programId)).sponsor
  })
  // A visitor has just become a guest: the whole frame changes, and the form's own answer would be lost with it.
  if (visitor) redirect(`${back}#${programId}`)
  refresh()
  return { status: 'done', message: `${sponsor} is on your list.` }
})

export const addStatusChangeAction = viewerAction(statusChangeInput, async (viewer, input) => {
  if (input.on > (await viewerToday(viewer))) {
    throw new AppError('invalid', { fields: { on: ['This day is still ahead: enter the day it happened'] } })
  }
  await withOwnScope(viewer, (scope) => addStatusChange(scope, input))
  redirect(`/list/${input.entryId}?done=status#history`)
})

export const removeStatusChangeAction = viewerAction(statusChangeRefInput, async (viewer, { changeId }) => {
  const entryId = await withOwnScope(viewer, (scope) => removeStatusChange(scope, changeId))
  redirect(`/list/${entryId}?done=status-removed#history`)
})

export const saveNoteAction = viewerAction(noteInput, async (viewer, input) => {
  // Also after a conflict: the form must then carry the version of the note that the person has now been shown.
  refresh()
  await withOwnScope(viewer, (scope) => saveNote(scope, input))
  return { status: 'done', message: 'Note saved.' }
})

export const setSignalAction = viewerAction(signalInput, async (viewer, input) => {
  await withOwnScope(viewer, (scope) => setSignal(scope, input))
  refresh()
  return { status: 'done', message: 'Signal saved.' }
})

export const removeEntryAction = viewerAction(entryRefInput, async (viewer, { entryId }) => {
  await withOwnScope(viewer, (scope) => removeEntry(scope, entryId))
  redirect(`/list?removed=${entryId}`)
})

export const restoreEntryAction = viewerAction(entryRefInput, async (viewer, { entryId }) => {
  await withOwnScope(viewer, (scope) => restoreEntry(scope, entryId))
  redirect('/list?done=restored')
})
