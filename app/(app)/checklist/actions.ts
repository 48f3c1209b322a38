'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { currentOrNewCycle } from '@/app/_server/begin-cycle'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import {
  addOwnItem,
  findMark,
  markDone,
  ownItemDone,
  removeOwnItem,
  saveMark,
  saveOwnItem,
} from '@/db/queries/checklist'
import { setEcfmgStep } from '@/db/queries/ecfmg-steps'
import { findCycleSeason } from '@/db/queries/seasons'
import { acceptDates } from '@/db/queries/visits'
import { OWN_PREFIX } from '@/lib/checklist/checklist'
import {
  acceptDatesInput,
  addOwnItemInput,
  doneInput,
  markInput,
  ownItemRefInput,
  saveOwnItemInput,
} from '@/lib/checklist/checklist-input'
import { placeOf } from '@/lib/checklist/item-words'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import { stepOfItem } from '@/lib/papers/papers'

export const doneAction = viewerAction(doneInput, async (viewer, { itemId, done, back }) => {
  const today = await viewerToday(viewer)
  const doneOn = done === 'yes' ? today : null
  await withOwnScope(viewer, async (scope) => {
    if (itemId.startsWith(OWN_PREFIX)) {
      return ownItemDone(scope, { id: itemId.slice(OWN_PREFIX.length), doneOn })
    }
    const cycle = await currentOrNewCycle(scope, today)
    const step = stepOfItem(itemId)
    if (step) return setEcfmgStep(scope, { cycleId: cycle.id, step, itemId, doneOn })
    await markDone(scope, { cycleId: cycle.id, itemId, doneOn })
  })
  return savedInPlace('/checklist', `${back}#${itemId}`, done === 'yes' ? 'Done.' : 'Open again.')
})

export const saveMarkAction = viewerAction(markInput, async (viewer, { state, version, ...values }) => {
  const today = await viewerToday(viewer)
  if (state === 'done' && values.doneOn !== null && values.doneOn > today) {
    throw new AppError('invalid', {
      fields: { doneOn: ['This day is still ahead: enter the day it was done, or leave it open'] },
    })
  }
  // Before the save: on a conflict the page then shows what the other window stored.
  revalidatePath('/checklist/[itemId]', 'page')
  await withOwnScope(viewer, async (scope) => {
    const cycle = await currentOrNewCycle(scope, today)
    const { itemId } = values
    const step = stepOfItem(itemId)
    const wasMarked = step !== null && (await findMark(scope, itemId))?.doneOn != null
    await saveMark(scope, {
      cycleId: cycle.id,
      version,
      itemId: values.itemId,
      doneOn: state === 'done' ? values.doneOn : null,
      notNeeded: state === 'not_needed' ? values.notNeeded : '',
      ownDue: values.ownDue,
      note: values.note,
    })
    const doneOn = state === 'done' ? values.doneOn : null
    if (step && (doneOn !== null || wasMarked)) {
      await setEcfmgStep(scope, { cycleId: cycle.id, step, itemId, doneOn })
    }
  })
  redirect(placeOf(values.itemId, 'saved'))
})

export const addOwnItemAction = viewerAction(addOwnItemInput, async (viewer, { formId, ...values }) => {
  const today = await viewerToday(viewer)
  await withOwnScope(viewer, async (scope) => {
    const cycle = await currentOrNewCycle(scope, today)
    await addOwnItem(scope, { cycleId: cycle.id, formId, values })
  })
  redirect('/checklist?done=added#own')
})

export const saveOwnItemAction = viewerAction(
  saveOwnItemInput,
  async (viewer, { id, version, ...values }) => {
    revalidatePath('/checklist/own/[id]', 'page')
    await withOwnScope(viewer, (scope) => saveOwnItem(scope, { id, version, values }))
    redirect(placeOf(`${OWN_PREFIX}${id}`, 'saved'))
  },
)

export const removeOwnItemAction = viewerAction(ownItemRefInput, async (viewer, { id }) => {
  await withOwnScope(viewer, (scope) => removeOwnItem(scope, id))
  redirect('/checklist?done=removed')
})

export const acceptDatesAction = viewerAction(acceptDatesInput, async (viewer, { back }) => {
  await withOwnScope(viewer, async (scope) => {
    const current = await findCycleSeason(scope)
    if (!current) throw new AppError('not_found')
    await acceptDates(scope, {
      cycleId: current.cycle.id,
      season: current.season,
      at: now().toISOString(),
    })
  })
  redirect(back)
})
