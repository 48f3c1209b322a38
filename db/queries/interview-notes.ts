import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import type { Impression } from '@/lib/interviews/impression'
import type { ThankYouState } from '@/lib/interviews/interview'
import { interviewImpressions as impressions, interviews } from '../schema'
import { impressionStamp, stampsOf } from './interview-stamps'
import { type EditScope, interviewWhere, lockInterview } from './interviews'

/** Saves what was prepared. Throws conflict when it was changed since `seen`, and not to the same text. */
export async function saveInterviewNotes(
  scope: EditScope,
  id: string,
  { notes, people, seen }: { notes: string; people: string; seen: string },
): Promise<void> {
  const stored = await lockInterview(scope, id)
  if (stampsOf(stored).notes !== seen && (stored.notes !== notes || stored.people !== people))
    throw new AppError('conflict')
  await scope.tx.update(interviews).set({ notes, people }).where(interviewWhere(scope, id))
}

/** Keeps how each criterion looked; one without mark and note is forgotten. */
export async function saveImpressions(
  scope: EditScope,
  id: string,
  saved: {
    impressions: readonly Impression[]
    note: string
    on: CalendarDate
    seen: string
  },
): Promise<void> {
  const stored = await lockInterview(scope, id)
  const said = saved.impressions.filter(({ mark, note }) => mark !== null || note !== '')
  const before = impressionStamp(stored.impressions, stored.impressionNote)
  if (before !== saved.seen && before !== impressionStamp(said, saved.note)) throw new AppError('conflict')
  await scope.tx
    .delete(impressions)
    .where(and(eq(impressions.interviewId, id), eq(impressions.applicantId, scope.applicantId)))
  if (said.length > 0) {
    await scope.tx
      .insert(impressions)
      .values(said.map((one) => ({ ...one, applicantId: scope.applicantId, interviewId: id })))
  }
  const hasAny = said.length > 0 || saved.note !== ''
  await scope.tx
    .update(interviews)
    .set({ impressionNote: saved.note, impressionsOn: hasAny ? (stored.impressionsOn ?? saved.on) : null })
    .where(interviewWhere(scope, id))
}

/** Notes that thanks were sent on a day, that the program wants none, or neither yet. */
export async function setThankYou(
  scope: EditScope,
  id: string,
  thankYou: { state: ThankYouState; on: CalendarDate | null },
): Promise<void> {
  const [saved] = await scope.tx
    .update(interviews)
    .set({ thankYou: thankYou.state, thankYouOn: thankYou.state === 'sent' ? thankYou.on : null })
    .where(interviewWhere(scope, id))
    .returning({ id: interviews.id })
  if (!saved) throw new AppError('not_found')
}
