import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { InterviewDetail, InterviewState, SlotTime } from '@/lib/interviews/interview'
import { mayFollow, statusOf } from '@/lib/interviews/status'
import { interviews, statusChanges } from '../schema'
import { type EditScope, interviewWhere, lockInterview } from './interviews'
import { addStatusChange } from './list'

type Step = { version: number; formId: string; note: string; on: CalendarDate }

/** Books a time, also a new one in place of another; the list entry becomes scheduled that day. */
export async function bookInterview(
  scope: EditScope,
  id: string,
  { slot, minutes, zone, ...step }: Step & { slot: SlotTime; minutes: number | null; zone: string },
): Promise<void> {
  await takeStep(scope, id, { ...step, to: 'scheduled' }, (stored) => ({
    on: slot.date,
    time: slot.time,
    pass: slot.pass,
    minutes,
    zone,
    // A new time makes nothing of what was noted about the old one, but a finished thank-you belongs to a finished talk.
    ...(stored.state === 'done' && { thankYou: 'open' as const, thankYouOn: null }),
  }))
}

/** Moves an interview to another state without a time of its own. */
export async function moveInterview(
  scope: EditScope,
  id: string,
  { to, ...step }: Step & { to: Exclude<InterviewState, 'scheduled'> },
): Promise<void> {
  await takeStep(scope, id, { ...step, to }, () => ({}))
}

/** One state to the next, with its dated status change, in one go. A form sent twice counts once; a stale one is a conflict. */
async function takeStep(
  scope: EditScope,
  id: string,
  step: Step & { to: InterviewState },
  change: (stored: InterviewDetail) => Partial<typeof interviews.$inferInsert>,
): Promise<void> {
  const stored = await lockInterview(scope, id)
  if (await isRecorded(scope, step.formId)) return
  if (stored.version !== step.version) throw new AppError('conflict')
  if (!mayFollow(stored.state, step.to) || (step.to === 'done' && stored.booked === null)) {
    throw new AppError('conflict')
  }
  await scope.tx
    .update(interviews)
    .set({ ...change(stored), state: step.to, version: stored.version + 1 })
    .where(interviewWhere(scope, id))
  await addStatusChange(scope, {
    entryId: stored.entryId,
    status: statusOf(step.to),
    on: await notBeforeItsHistory(scope, stored.entryId, step.on),
    note: step.note,
    formId: step.formId,
  })
}

/** A talk noted days later must not stand before the booking that was noted meanwhile: the newest day sets the status. */
async function notBeforeItsHistory(
  scope: EditScope,
  entryId: string,
  on: CalendarDate,
): Promise<CalendarDate> {
  const [row] = await scope.tx
    .select({ last: sql<CalendarDate | null>`max(${statusChanges.on})::text` })
    .from(statusChanges)
    .where(
      and(
        eq(statusChanges.entryId, entryId),
        eq(statusChanges.applicantId, scope.applicantId),
        inArray(statusChanges.status, [
          'interview_invited',
          'interview_scheduled',
          'interview_waitlisted',
          'interview_declined',
        ]),
      ),
    )
  return row?.last && row.last > on ? row.last : on
}

async function isRecorded(scope: EditScope, formId: string): Promise<boolean> {
  const [found] = await scope.tx
    .select({ id: statusChanges.id })
    .from(statusChanges)
    .where(and(eq(statusChanges.formId, formId), eq(statusChanges.applicantId, scope.applicantId)))
  return found !== undefined
}
