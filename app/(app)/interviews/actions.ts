'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import { viewerToday } from '@/app/_server/fit-basis'
import { savedInPlace } from '@/app/_server/saved-in-place'
import { withOwnScope } from '@/db/access'
import { addInterview, removeInterview, saveInvitation } from '@/db/queries/interview-invitation'
import { saveImpressions, saveInterviewNotes, setThankYou } from '@/db/queries/interview-notes'
import {
  addInterviewQuestion,
  removeInterviewQuestion,
  saveInterviewQuestion,
} from '@/db/queries/interview-questions'
import { bookInterview, moveInterview } from '@/db/queries/interview-steps'
import { getInterview } from '@/db/queries/interviews'
import { today as todayIn } from '@/lib/dates/instant'
import { readWallTime } from '@/lib/dates/wall-time'
import { AppError } from '@/lib/errors/app-error'
import {
  arrivedInput,
  bookInput,
  impressionsInput,
  interviewRefInput,
  invitationInput,
  notesInput,
  questionAnswerInput,
  questionInput,
  questionRefInput,
  stepInput,
  thankYouInput,
} from '@/lib/interviews/interview-input'
import { heldOn } from '@/lib/interviews/status'
import { slotWords } from '@/lib/interviews/words'
import { now } from '@/lib/io/clock'

export const addInterviewAction = viewerAction(arrivedInput, async (viewer, input) => {
  const { entryId, formId, state, arrivedOn, arrivedTime, mail } = input
  if (arrivedOn > (await viewerToday(viewer))) {
    throw new AppError('invalid', {
      fields: { arrivedOn: ['This day is still ahead: enter the day it came'] },
    })
  }
  const came = readWallTime(arrivedOn, arrivedTime ?? '00:00', viewer.timeZone)
  if (came.kind === 'skipped' && arrivedTime !== null) {
    throw new AppError('invalid', {
      fields: {
        arrivedTime: [`Your clocks skipped ${arrivedTime} that night: they went on at ${came.next.time}`],
      },
    })
  }
  // Of an hour that came twice the first is taken: the clock for the answer then errs on the safe side.
  const invitedAt = came.kind === 'one' ? came.at : came.kind === 'doubled' ? came.first : null
  if (invitedAt !== null && invitedAt > now().toISOString()) {
    throw new AppError('invalid', {
      fields: { arrivedTime: ['This hour is still ahead: enter when it came'] },
    })
  }
  const id = await withOwnScope(viewer, (scope) =>
    addInterview(scope, {
      entryId,
      state,
      invitedAt,
      isInvitedHourKnown: arrivedTime !== null,
      invitationText: mail,
      on: arrivedOn,
      formId,
    }),
  )
  redirect(`/interviews/${id}/invitation?new=1`)
})

export const saveInvitationAction = viewerAction(invitationInput, async (viewer, { id, details, seen }) => {
  await withOwnScope(viewer, (scope) => saveInvitation(scope, id, { details, seen }))
  redirect(`/interviews/${id}?done=invitation`)
})

export const bookInterviewAction = viewerAction(bookInput, async (viewer, { id, ...input }) => {
  const on = await viewerToday(viewer)
  await withOwnScope(viewer, async (scope) => {
    const { booked, zone } = await getInterview(scope, id)
    const words = slotWords(input.slot, input.zone)
    const note = booked && zone ? `Moved from ${slotWords(booked, zone)} to ${words}` : words
    await bookInterview(scope, id, { ...input, note, on })
  })
  redirect(`/interviews/${id}?done=booked`)
})

export const moveInterviewAction = viewerAction(stepInput, async (viewer, { id, to, ...step }) => {
  await withOwnScope(viewer, async (scope) => {
    const { booked, zone } = await getInterview(scope, id)
    const isHeld = to === 'done' && booked !== null && zone !== null
    if (isHeld && booked.date > todayIn(now().toISOString(), zone)) {
      throw new AppError('invalid', {
        readerMessage: 'This interview is still ahead. Record it once it is over.',
      })
    }
    const today = todayIn(now().toISOString(), viewer.timeZone)
    const on = isHeld ? heldOn(booked.date, today) : today
    await moveInterview(scope, id, { to, ...step, note: isHeld ? slotWords(booked, zone) : '', on })
  })
  redirect(`/interviews/${id}?done=${to}`)
})

export const saveNotesAction = viewerAction(notesInput, async (viewer, { id, ...values }) => {
  refresh()
  await withOwnScope(viewer, (scope) => saveInterviewNotes(scope, id, values))
  return savedInPlace(`/interviews/${id}`, `/interviews/${id}?done=notes#notes`, 'Saved.')
})

export const addQuestionAction = viewerAction(questionInput, async (viewer, { id, ...question }) => {
  await withOwnScope(viewer, (scope) => addInterviewQuestion(scope, { interviewId: id, ...question }))
  redirect(`/interviews/${id}?done=question#questions`)
})

export const saveQuestionAction = viewerAction(questionAnswerInput, async (viewer, input) => {
  const id = await withOwnScope(viewer, (scope) =>
    saveInterviewQuestion(scope, input.questionId, { isAsked: input.isAsked === 'on', answer: input.answer }),
  )
  return savedInPlace(`/interviews/${id}`, `/interviews/${id}?done=answer#questions`, 'Kept.')
})

export const removeQuestionAction = viewerAction(questionRefInput, async (viewer, { questionId }) => {
  const id = await withOwnScope(viewer, (scope) => removeInterviewQuestion(scope, questionId))
  redirect(`/interviews/${id}?done=question-removed#questions`)
})

export const saveImpressionsAction = viewerAction(impressionsInput, async (viewer, { id, ...saved }) => {
  const on = await viewerToday(viewer)
  refresh()
  await withOwnScope(viewer, (scope) => saveImpressions(scope, id, { ...saved, on }))
  return savedInPlace(
    `/interviews/${id}`,
    `/interviews/${id}?done=impressions#impressions`,
    'Impressions kept.',
  )
})

export const setThankYouAction = viewerAction(thankYouInput, async (viewer, { id, state, on }) => {
  const today = await viewerToday(viewer)
  if (on !== null && on > today) {
    throw new AppError('invalid', { fields: { on: ['This day is still ahead: enter the day you sent it'] } })
  }
  await withOwnScope(viewer, (scope) => setThankYou(scope, id, { state, on: on ?? today }))
  return savedInPlace(`/interviews/${id}`, `/interviews/${id}?done=thanks#thanks`, 'Saved.')
})

export const removeInterviewAction = viewerAction(interviewRefInput, async (viewer, { id }) => {
  const { entryId } = await withOwnScope(viewer, (scope) => removeInterview(scope, id))
  redirect(`/list/${entryId}?done=interview-removed#history`)
})
