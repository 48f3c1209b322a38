import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { InterviewState, InvitationDetails } from '@/lib/interviews/interview'
import { statusOf } from '@/lib/interviews/status'
import { interviews, interviewSlots as slots } from '../schema'
import { invitationStamp } from './interview-stamps'
import { type EditScope, interviewWhere, lockInterview } from './interviews'
import { addStatusChange } from './list'

/**
 * Records that an invitation (or a place on the waiting list) came, and returns the interview's id; the same form sent
 * twice records it once. Throws not_found for an entry that is not on this person's list.
 */
export async function addInterview(
  scope: EditScope,
  arrived: {
    entryId: string
    state: 'invited' | 'waitlisted'
    invitedAt: Instant | null
    isInvitedHourKnown: boolean
    invitationText: string
    on: CalendarDate
    formId: string
  },
): Promise<string> {
  const { on, formId, invitedAt, ...values } = arrived
  // First, since it refuses an entry that is not this person's or not on their list.
  await addStatusChange(scope, {
    entryId: arrived.entryId,
    status: statusOf(arrived.state),
    on,
    note: '',
    formId,
  })
  const [made] = await scope.tx
    .insert(interviews)
    .values({
      ...values,
      invitedAt: invitedAt === null ? null : new Date(invitedAt),
      applicantId: scope.applicantId,
      formId,
    })
    .onConflictDoUpdate({
      target: [interviews.applicantId, interviews.formId],
      set: { formId },
    })
    .returning({ id: interviews.id })
  if (!made) throw new AppError('not_found')
  return made.id
}

/** Keeps what the invitation says. Throws conflict when it was changed since `seen`. */
export async function saveInvitation(
  scope: EditScope,
  id: string,
  { details, seen }: { details: InvitationDetails; seen: string },
): Promise<void> {
  const stored = await lockInterview(scope, id)
  // The zone carries a booked time: that changes by booking anew, never beneath it.
  if (stored.booked !== null && details.zone !== stored.zone && isBooked(stored.state)) {
    throw new AppError('invalid', {
      fields: { zone: ['A time is booked on these clocks. Book it again with the right zone instead.'] },
    })
  }
  const isResent = invitationStamp(stored) === invitationStamp(details)
  if (!isResent && invitationStamp(stored) !== seen) throw new AppError('conflict')
  await scope.tx
    .update(interviews)
    .set({
      format: details.format,
      zone: details.zone,
      bookingUrl: details.bookingUrl,
      place: details.place,
      replyByOn: details.replyBy?.date ?? null,
      replyByTime: details.replyBy?.time ?? null,
    })
    .where(interviewWhere(scope, id))
  await scope.tx.delete(slots).where(and(eq(slots.interviewId, id), eq(slots.applicantId, scope.applicantId)))
  if (details.slots.length > 0) {
    await scope.tx
      .insert(slots)
      .values(
        details.slots.map(({ date, ...slot }) => ({
          ...slot,
          on: date,
          applicantId: scope.applicantId,
          interviewId: id,
        })),
      )
      .onConflictDoNothing()
  }
}

function isBooked(state: InterviewState): boolean {
  return state === 'scheduled' || state === 'done'
}

/** Takes an interview that was entered by mistake away for good. The status history stays: it is corrected on the entry. */
export async function removeInterview(scope: EditScope, id: string): Promise<{ entryId: string }> {
  const [gone] = await scope.tx
    .delete(interviews)
    .where(interviewWhere(scope, id))
    .returning({ entryId: interviews.entryId })
  if (!gone) throw new AppError('not_found')
  return gone
}
