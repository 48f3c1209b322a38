'use server'
import { redirect } from 'next/navigation'
import { accountAction } from '@/app/_server/account-action'
import { askForPrograms } from '@/app/_server/seat-basis'
import { withOwnScope } from '@/db/access'
import { leaveMentee, saveSeat } from '@/db/queries/mentor-seat'
import { menteeIdInput, seatInput } from '@/lib/mentors/mentor-input'

export const saveSeatAction = accountAction(seatInput, async (viewer, { isChecked, ...seat }) => {
  if (!isChecked) return askForPrograms(seat)
  await withOwnScope(viewer, (scope) => saveSeat(scope, seat))
  redirect('/settings/mentoring?done=saved')
})

export const leaveMenteeAction = accountAction(menteeIdInput, async (viewer, { applicantId }) => {
  await withOwnScope(viewer, (scope) => leaveMentee(scope, applicantId))
  redirect('/settings/mentoring?done=left')
})
