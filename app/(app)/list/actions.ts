'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { setSilenceDays } from '@/db/queries/cycles'
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
import { addStatusBatch, correctStatusDate, undoStatusBatch } from '@/db/queries/status-batches'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { AppError } from '@/lib/errors/app-error'
import {
  addEntryInput,
  entryRefInput,
  noteInput,
  signalInput,
  statusChangeInput,
  statusChangeRefInput,
} from '@/lib/list/entry-input'
import { silenceInput, statusBatchInput, statusDateInput, undoBatchInput } from '@/lib/list/status-input'
import { STATUS_WORDS } from '@/lib/list/status-words'

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
  refuseAhead(input.on, await viewerToday(viewer))
  await withOwnScope(viewer, (scope) => addStatusChange(scope, input))
  redirect(`/list/${input.entryId}?done=status#history`)
})

export const removeStatusChangeAction = viewerAction(statusChangeRefInput, async (viewer, { changeId }) => {
  const entryId = await withOwnScope(viewer, (scope) => removeStatusChange(scope, changeId))
  redirect(`/list/${entryId}?done=status-removed#history`)
})

export const correctStatusDateAction = viewerAction(
  statusDateInput,
  async (viewer, { changeId, seen, on }) => {
    refuseAhead(on, await viewerToday(viewer))
    // Also after a conflict: the page then shows the day that the other window stored.
    refresh()
    const entryId = await withOwnScope(viewer, (scope) => correctStatusDate(scope, changeId, { seen, on }))
    redirect(`/list/${entryId}?done=status-moved#history`)
  },
)

/** From the table and the board: one status with its day, for one program or for many. */
export const recordStatusesAction = viewerAction(
  statusBatchInput,
  async (viewer, { entry, formId, status, on, back }) => {
    refuseAhead(on, await viewerToday(viewer))
    await withOwnScope(viewer, (scope) =>
      addStatusBatch(scope, { entryIds: entry, status, on, batchId: formId }),
    )
    const count = `${entry.length} ${entry.length === 1 ? 'program' : 'programs'}`
    return savedInPlace(
      '/list',
      withParam(back, `batch=${formId}`),
      `${count}: ${STATUS_WORDS[status].label.toLowerCase()}, ${formatDate(on)}.`,
    )
  },
)

export const undoStatusesAction = viewerAction(undoBatchInput, async (viewer, { batch, back }) => {
  await withOwnScope(viewer, (scope) => undoStatusBatch(scope, batch))
  return savedInPlace('/list', withParam(back, 'done=taken-back'), 'Taken back.')
})

export const setSilenceAction = viewerAction(silenceInput, async (viewer, { silenceDays }) => {
  await withOwnScope(viewer, (scope) => setSilenceDays(scope, silenceDays))
  return savedInPlace('/list', '/list?view=insights&done=silence#silence', 'Saved.')
})

function refuseAhead(on: CalendarDate, today: CalendarDate): void {
  if (on > today)
    throw new AppError('invalid', { fields: { on: ['This day is still ahead: enter the day it happened'] } })
}

function withParam(address: string, param: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${param}`
}

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
