'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import {
  addChoice,
  addOwnCriterion,
  certifyOrder,
  removeChoice,
  removeOwnCriterion,
  saveMarks,
  saveOrder,
  saveWeights,
} from '@/db/queries/rank'
import { AppError } from '@/lib/errors/app-error'
import {
  certifyInput,
  choiceInput,
  criterionRefInput,
  marksInput,
  orderInput,
  ownCriterionInput,
  pairInput,
  weightsInput,
} from '@/lib/rank/rank-input'
import { afterMove } from '@/lib/rank/rank-list'

export const saveOrderAction = viewerAction(orderInput, async (viewer, { order, leftOff, before, move }) => {
  const next = move ? afterMove({ order, leftOff }, move.id, move.move) : { order, leftOff }
  // Also after a conflict: the page then shows the order that the other window stored.
  refresh()
  await withOwnScope(viewer, (scope) => saveOrder(scope, { next, before }))
  return savedInPlace('/rank', move ? `/rank?done=moved#entry-${move.id}` : '/rank?done=moved', 'Saved.')
})

export const certifyAction = viewerAction(certifyInput, async (viewer, { before, on }) => {
  if (on > (await viewerToday(viewer))) {
    throw new AppError('invalid', {
      fields: { on: ['This day is still ahead: enter the day you certified'] },
    })
  }
  await withOwnScope(viewer, (scope) => certifyOrder(scope, { before, on }))
  redirect('/rank?done=certified')
})

export const chooseAction = viewerAction(choiceInput, async (viewer, choice) => {
  await withOwnScope(viewer, (scope) => addChoice(scope, choice))
  redirect('/rank/compare?done=chosen')
})

export const removeChoiceAction = viewerAction(choiceInput, async (viewer, choice) => {
  await withOwnScope(viewer, (scope) => removeChoice(scope, choice))
  redirect('/rank/compare?done=taken-back')
})

export const askPairAction = viewerAction(pairInput, async (_viewer, { firstId, secondId }) => {
  if (firstId === secondId) {
    throw new AppError('invalid', { fields: { secondId: ['Choose two different programs'] } })
  }
  redirect(`/rank/compare?a=${firstId}&b=${secondId}`)
})

export const saveWeightsAction = viewerAction(weightsInput, async (viewer, weights) => {
  await withOwnScope(viewer, (scope) => saveWeights(scope, weights))
  return savedInPlace('/rank/marks', '/rank/marks?done=weights', 'Weights saved.')
})

export const addCriterionAction = viewerAction(ownCriterionInput, async (viewer, input) => {
  await withOwnScope(viewer, (scope) => addOwnCriterion(scope, input))
  redirect('/rank/marks?done=criterion')
})

export const removeCriterionAction = viewerAction(criterionRefInput, async (viewer, { code }) => {
  await withOwnScope(viewer, (scope) => removeOwnCriterion(scope, code))
  redirect('/rank/marks?done=criterion-removed')
})

export const saveMarksAction = viewerAction(marksInput, async (viewer, input) => {
  await withOwnScope(viewer, (scope) => saveMarks(scope, input))
  return savedInPlace('/rank/marks', `/rank/marks?done=marks#program-${input.entryId}`, 'Marks saved.')
})
