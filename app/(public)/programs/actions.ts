'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { withOwnScope } from '@/db/access'
import { addEntry } from '@/db/queries/list'
import { addOwnProgram, removeOwnProgram, saveOwnProgram } from '@/db/queries/programs'
import {
  addOwnProgramInput,
  ownProgramOf,
  removeOwnProgramInput,
  saveOwnProgramInput,
} from '@/lib/programs/own-program-input'

export const addOwnProgramAction = viewerAction(addOwnProgramInput, async (viewer, input) => {
  const today = await viewerToday(viewer)
  const id = await withOwnScope(viewer, async (scope) => {
    const cycle = await currentOrNewCycle(scope, today)
    const program = ownProgramOf(input, { today, seasonYear: cycle.seasonYear })
    const id = await addOwnProgram(scope, input.formId, program)
    if (input.after === 'list') await addEntry(scope, { cycleId: cycle.id, programId: id })
    return id
  })
  redirect(`/programs/${id}?done=${input.after === 'list' ? 'listed' : 'added'}`)
})

export const saveOwnProgramAction = viewerAction(saveOwnProgramInput, async (viewer, input) => {
  // After a conflict the form must carry the version that its person has now been shown.
  refresh()
  const today = await viewerToday(viewer)
  await withOwnScope(viewer, async (scope) => {
    const { seasonYear } = await currentOrNewCycle(scope, today)
    await saveOwnProgram(scope, input.id, input.version, ownProgramOf(input, { today, seasonYear }))
  })
  redirect(`/programs/${input.id}?done=saved`)
})

export const removeOwnProgramAction = viewerAction(removeOwnProgramInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeOwnProgram(scope, id))
  redirect('/programs?done=removed')
})
