'use server'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { withOwnScope } from '@/db/access'
import { addOutsideOffer, decideOutsideOffer, removeOutsideOffer } from '@/db/queries/outside-offers'
import {
  addSoapApplication,
  removeSoapApplication,
  resumeAfterResult,
  saveMatchResult,
  saveSoapAnswers,
  saveSoapOffer,
} from '@/db/queries/soap'
import { AppError } from '@/lib/errors/app-error'
import {
  matchResultInput,
  outsideDecisionInput,
  outsideOfferInput,
  outsideOfferRefInput,
  resumeInput,
  soapAnswersInput,
  soapApplicationInput,
  soapApplicationRefInput,
  soapOfferInput,
} from '@/lib/soap/soap-input'

export const saveSoapAnswersAction = viewerAction(soapAnswersInput, async (viewer, answers) => {
  await withOwnScope(viewer, (scope) => saveSoapAnswers(scope, answers))
  redirect('/soap?done=answers#who')
})

export const saveMatchResultAction = viewerAction(matchResultInput, async (viewer, input) => {
  refuseAhead(input.on, 'on', await viewerToday(viewer))
  await withOwnScope(viewer, (scope) => saveMatchResult(scope, input))
  redirect('/soap?done=result#who')
})

export const addSoapApplicationAction = viewerAction(soapApplicationInput, async (viewer, input) => {
  refuseAhead(input.on, 'on', await viewerToday(viewer))
  await withOwnScope(viewer, (scope) => addSoapApplication(scope, input))
  redirect('/soap?done=application#applications')
})

export const removeSoapApplicationAction = viewerAction(
  soapApplicationRefInput,
  async (viewer, { applicationId }) => {
    await withOwnScope(viewer, (scope) => removeSoapApplication(scope, applicationId))
    redirect('/soap?done=application-removed#applications')
  },
)

export const saveSoapOfferAction = viewerAction(soapOfferInput, async (viewer, input) => {
  const on = await viewerToday(viewer)
  await withOwnScope(viewer, (scope) => saveSoapOffer(scope, { ...input, on }))
  redirect('/soap?done=offer#offers')
})

export const addOutsideOfferAction = viewerAction(outsideOfferInput, async (viewer, input) => {
  refuseAhead(input.offeredOn, 'offeredOn', await viewerToday(viewer))
  await withOwnScope(viewer, (scope) => addOutsideOffer(scope, input))
  redirect('/soap?done=outside#outside')
})

export const decideOutsideOfferAction = viewerAction(
  outsideDecisionInput,
  async (viewer, { offerId, on, ...decision }) => {
    const today = await viewerToday(viewer)
    refuseAhead(on, 'on', today)
    refuseAhead(decision.withdrawnOn, 'withdrawnOn', today)
    await withOwnScope(viewer, (scope) =>
      decideOutsideOffer(scope, { id: offerId, on: on ?? today, ...decision }),
    )
    redirect('/soap?done=outside#outside')
  },
)

export const removeOutsideOfferAction = viewerAction(outsideOfferRefInput, async (viewer, { offerId }) => {
  await withOwnScope(viewer, (scope) => removeOutsideOffer(scope, offerId))
  redirect('/soap?done=outside-removed#outside')
})

export const resumeAction = viewerAction(resumeInput, async (viewer) => {
  const on = await viewerToday(viewer)
  await withOwnScope(viewer, (scope) => resumeAfterResult(scope, on))
  redirect('/home')
})

function refuseAhead(day: string | null, field: string, today: string): void {
  if (day === null || day <= today) return
  throw new AppError('invalid', {
    fields: { [field]: ['This day is still ahead: enter the day it happened'] },
  })
}
