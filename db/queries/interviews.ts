import 'server-only'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { type Impression, MARKS, type Mark } from '@/lib/interviews/impression'
import type {
  Interview,
  InterviewDetail,
  InterviewFormat,
  InterviewState,
  Slot,
  SlotTime,
  ThankYouState,
} from '@/lib/interviews/interview'
import { mayFollow, statusOf } from '@/lib/interviews/status'
import { thanksStanding } from '@/lib/interviews/thanks'
import { isUuid, type Scope } from '../access'
import {
  cycles,
  listEntries as entries,
  interviewImpressions as impressions,
  interviews,
  interviewQuestions as questions,
  interviewSlots as slots,
  statusChanges,
} from '../schema'
import { addStatusChange } from './list'
import { stampOf } from './stamp'

type ReadScope = Scope<'interviews:read'>
/** An interview's steps are dated status changes of its list entry, written with it. */
type EditScope = Scope<'interviews:read' | 'interviews:write' | 'list:read' | 'list:write'>

const COLUMNS = {
  id: interviews.id,
  entryId: interviews.entryId,
  programId: entries.programId,
  state: interviews.state,
  format: interviews.format,
  zone: interviews.zone,
  on: interviews.on,
  time: interviews.time,
  pass: interviews.pass,
  minutes: interviews.minutes,
  invitedAt: interviews.invitedAt,
  isInvitedHourKnown: interviews.isInvitedHourKnown,
  replyByOn: interviews.replyByOn,
  replyByTime: interviews.replyByTime,
  thankYou: interviews.thankYou,
  thankYouOn: interviews.thankYouOn,
  /** The first thank-you in the log of contacts since the talk. */
  logged: sql<{ id: string; on: CalendarDate } | null>`(
    select json_build_object('id', c.id, 'on', c.on_date) from contacts c
    where c.entry_id = ${interviews.entryId} and c.applicant_id = ${interviews.applicantId} and c.removed_at is null
      and c.kind = 'thank_you' and c.direction = 'sent' and ${interviews.state} = 'done'
      and c.on_date >= coalesce(${interviews.on}, c.on_date)
    order by c.on_date, c.id limit 1)`,
  hasImpressions: sql<boolean>`${interviews.impressionsOn} is not null`,
}

const SLOT_COLUMNS = {
  interviewId: slots.interviewId,
  id: slots.id,
  date: slots.on,
  time: slots.time,
  pass: slots.pass,
  minutes: slots.minutes,
}

type Row = {
  on: CalendarDate | null
  time: string | null
  pass: SlotTime['pass']
  invitedAt: Date | null
  replyByOn: CalendarDate | null
  replyByTime: string | null
  thankYou: ThankYouState
  thankYouOn: CalendarDate | null
  logged: { id: string; on: CalendarDate } | null
}

function toInterview<R extends Row>(row: R, slotsOf: readonly (Slot & { interviewId: string })[]) {
  const { on, time, pass, invitedAt, replyByOn, replyByTime, thankYou, thankYouOn, logged, ...rest } = row
  return {
    ...rest,
    ...thanksStanding({ thankYou, thankYouOn }, logged),
    booked: on === null || time === null ? null : { date: on, time, pass },
    invitedAt: invitedAt?.toISOString() ?? null,
    replyBy: replyByOn === null ? null : { date: replyByOn, time: replyByTime },
    slots: slotsOf.map(({ interviewId: _, ...slot }) => slot),
  }
}

/** The interviews of the current cycle's list, in the order in which they were entered. */
export async function listInterviews(scope: ReadScope): Promise<Interview[]> {
  const ofCycle = and(eq(interviews.applicantId, scope.applicantId), isNull(entries.removedAt))
  const [rows, offered] = await Promise.all([
    scope.tx
      .select(COLUMNS)
      .from(interviews)
      .innerJoin(entries, eq(entries.id, interviews.entryId))
      .innerJoin(cycles, and(eq(cycles.id, entries.cycleId), cycles.isCurrent))
      .where(ofCycle)
      .orderBy(asc(interviews.createdAt), asc(interviews.id)),
    scope.tx
      .select(SLOT_COLUMNS)
      .from(slots)
      .where(eq(slots.applicantId, scope.applicantId))
      .orderBy(asc(slots.on), asc(slots.time)),
  ])
  return rows.map((row) =>
    toInterview(
      row,
      offered.filter((slot) => slot.interviewId === row.id),
    ),
  )
}

/**
 * The same for a reader to whom the list may be withheld: `named` gives the program of each entry, and an interview whose
 * program has no name here is left out.
 */
export async function listNamedInterviews(
  scope: ReadScope,
  named: Promise<readonly { entryId: string; programId: string }[]>,
): Promise<Interview[]> {
  const { programId: _, ...columns } = COLUMNS
  const [rows, offered, programs] = await Promise.all([
    scope.tx
      .select(columns)
      .from(interviews)
      .where(eq(interviews.applicantId, scope.applicantId))
      .orderBy(asc(interviews.createdAt), asc(interviews.id)),
    scope.tx
      .select(SLOT_COLUMNS)
      .from(slots)
      .where(eq(slots.applicantId, scope.applicantId))
      .orderBy(asc(slots.on), asc(slots.time)),
    named,
  ])
  const programOf = new Map(programs.map(({ entryId, programId }) => [entryId, programId]))
  return rows.flatMap((row) => {
    const programId = programOf.get(row.entryId)
    const own = offered.filter((slot) => slot.interviewId === row.id)
    return programId === undefined ? [] : toInterview({ ...row, programId }, own)
  })
}

function mine(scope: ReadScope, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(interviews.id, id), eq(interviews.applicantId, scope.applicantId))
}

/** One interview with all that was written down; throws not_found when it is not this applicant's or its entry was removed. */
export async function getInterview(scope: ReadScope, id: string): Promise<InterviewDetail> {
  const where = mine(scope, id)
  const [[row], offered, asked, noted] = await Promise.all([
    scope.tx
      .select({
        ...COLUMNS,
        version: interviews.version,
        invitationText: interviews.invitationText,
        bookingUrl: interviews.bookingUrl,
        place: interviews.place,
        people: interviews.people,
        notes: interviews.notes,
        impressionNote: interviews.impressionNote,
        impressionsOn: interviews.impressionsOn,
      })
      .from(interviews)
      .innerJoin(entries, and(eq(entries.id, interviews.entryId), isNull(entries.removedAt)))
      .where(where),
    scope.tx
      .select(SLOT_COLUMNS)
      .from(slots)
      .where(and(eq(slots.interviewId, id), eq(slots.applicantId, scope.applicantId)))
      .orderBy(asc(slots.on), asc(slots.time)),
    scope.tx
      .select({
        id: questions.id,
        text: questions.text,
        field: questions.field,
        isAsked: questions.isAsked,
        answer: questions.answer,
      })
      .from(questions)
      .where(and(eq(questions.interviewId, id), eq(questions.applicantId, scope.applicantId)))
      .orderBy(asc(questions.createdAt), asc(questions.id)),
    scope.tx
      .select({ criterion: impressions.criterion, mark: impressions.mark, note: impressions.note })
      .from(impressions)
      .where(and(eq(impressions.interviewId, id), eq(impressions.applicantId, scope.applicantId))),
  ])
  if (!row) throw new AppError('not_found')
  return {
    ...toInterview(row, offered),
    questions: asked,
    impressions: noted.map((one) => ({ ...one, mark: toMark(one.mark) })),
  }
}

function toMark(mark: number | null): Mark | null {
  return MARKS.find((known) => known === mark) ?? null
}

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

/** What a person confirmed of the invitation. Slots replace those before. */
export type InvitationDetails = {
  format: InterviewFormat | null
  zone: string | null
  bookingUrl: string
  place: string
  replyBy: { date: CalendarDate; time: string | null } | null
  slots: readonly Omit<Slot, 'id'>[]
}

/** The stamps that the forms of one interview send back, so that a save over another window's is refused. */
export function stampsOf(interview: InterviewDetail): {
  invitation: string
  notes: string
  impressions: string
} {
  return {
    invitation: invitationStamp(interview),
    notes: stampOf([interview.notes, interview.people]),
    impressions: impressionStamp(interview.impressions, interview.impressionNote),
  }
}

function invitationStamp({ format, zone, bookingUrl, place, replyBy, slots: offered }: InvitationDetails) {
  const times = offered.map(({ date, time, pass, minutes }) => [date, time, pass, minutes].join(' '))
  return stampOf([format, zone, bookingUrl, place, replyBy?.date, replyBy?.time, times.sort()])
}

function impressionStamp(noted: readonly Impression[], note: string) {
  return stampOf([
    noted.map(({ criterion, mark, note: word }) => [criterion, mark, word].join(' ')).sort(),
    note,
  ])
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
    .where(mine(scope, id))
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
    .where(mine(scope, id))
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

/** The interview as it is now, held until the transaction ends. */
async function lockInterview(scope: EditScope, id: string): Promise<InterviewDetail> {
  await scope.tx.select({ id: interviews.id }).from(interviews).where(mine(scope, id)).for('update')
  return getInterview(scope, id)
}

/** Saves what was prepared. Throws conflict when it was changed since `seen`, and not to the same text. */
export async function saveInterviewNotes(
  scope: EditScope,
  id: string,
  { notes, people, seen }: { notes: string; people: string; seen: string },
): Promise<void> {
  const stored = await lockInterview(scope, id)
  if (stampsOf(stored).notes !== seen && (stored.notes !== notes || stored.people !== people))
    throw new AppError('conflict')
  await scope.tx.update(interviews).set({ notes, people }).where(mine(scope, id))
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
    .where(mine(scope, id))
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
    .where(mine(scope, id))
    .returning({ id: interviews.id })
  if (!saved) throw new AppError('not_found')
}

/** Adds something to ask. The same form, or the same open question of the program, is added once. */
export async function addInterviewQuestion(
  scope: EditScope,
  question: { interviewId: string; text: string; field: string | null; formId: string },
): Promise<void> {
  const [interview] = await scope.tx
    .select({ id: interviews.id })
    .from(interviews)
    .where(mine(scope, question.interviewId))
  if (!interview) throw new AppError('not_found')
  await scope.tx
    .insert(questions)
    .values({ ...question, applicantId: scope.applicantId })
    .onConflictDoNothing()
}

/** Ticks a question off and keeps what was heard; returns its interview. */
export async function saveInterviewQuestion(
  scope: EditScope,
  id: string,
  { isAsked, answer }: { isAsked: boolean; answer: string },
): Promise<string> {
  const [saved] = await scope.tx
    .update(questions)
    .set({ isAsked, answer })
    .where(ofPerson(scope, id))
    .returning({ interviewId: questions.interviewId })
  if (!saved) throw new AppError('not_found')
  return saved.interviewId
}

export async function removeInterviewQuestion(scope: EditScope, id: string): Promise<string> {
  const [gone] = await scope.tx
    .delete(questions)
    .where(ofPerson(scope, id))
    .returning({ interviewId: questions.interviewId })
  if (!gone) throw new AppError('not_found')
  return gone.interviewId
}

function ofPerson(scope: ReadScope, questionId: string) {
  if (!isUuid(questionId)) throw new AppError('not_found')
  return and(eq(questions.id, questionId), eq(questions.applicantId, scope.applicantId))
}

/** Takes an interview that was entered by mistake away for good. The status history stays: it is corrected on the entry. */
export async function removeInterview(scope: EditScope, id: string): Promise<{ entryId: string }> {
  const [gone] = await scope.tx
    .delete(interviews)
    .where(mine(scope, id))
    .returning({ entryId: interviews.entryId })
  if (!gone) throw new AppError('not_found')
  return gone
}
