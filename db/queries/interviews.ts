import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { MARKS, type Mark } from '@/lib/interviews/impression'
import type { Interview, InterviewDetail, Slot, SlotTime, ThankYouState } from '@/lib/interviews/interview'
import { thanksStanding } from '@/lib/interviews/thanks'
import { isUuid, type Scope } from '../access'
import {
  cycles,
  listEntries as entries,
  interviewImpressions as impressions,
  interviews,
  interviewQuestions as questions,
  interviewSlots as slots,
} from '../schema'

/*
 * Reading interviews. What is written stands apart: interview-invitation (how one begins and what it says), interview-steps
 * (from one state to the next), interview-notes (before and after the talk), interview-questions.
 */

export type ReadScope = Scope<'interviews:read'>
/** An interview's steps are dated status changes of its list entry, written with it. */
export type EditScope = Scope<'interviews:read' | 'interviews:write' | 'list:read' | 'list:write'>

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

/** One interview of this person, in every WHERE about it. */
export function interviewWhere(scope: ReadScope, id: string) {
  if (!isUuid(id)) throw new AppError('not_found')
  return and(eq(interviews.id, id), eq(interviews.applicantId, scope.applicantId))
}

/** One interview with all that was written down; throws not_found when it is not this applicant's or its entry was removed. */
export async function getInterview(scope: ReadScope, id: string): Promise<InterviewDetail> {
  const where = interviewWhere(scope, id)
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

/** The interview as it is now, held until the transaction ends. */
export async function lockInterview(scope: EditScope, id: string): Promise<InterviewDetail> {
  await scope.tx.select({ id: interviews.id }).from(interviews).where(interviewWhere(scope, id)).for('update')
  return getInterview(scope, id)
}
