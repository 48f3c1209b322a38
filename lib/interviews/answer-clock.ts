import type { Instant } from '@/lib/dates/calendar-date'
import { readWallTime, wallInstant } from '@/lib/dates/wall-time'
import { MATCH_CONDUCT } from '@/lib/facts/nrmp'

import type { Interview } from './interview'

/** Programs in the Match leave at least this many hours to answer an invitation (NRMP, Match Participation Agreement). */
export const ANSWER_HOURS = MATCH_CONDUCT.value.interviewOfferHours

/** The clock turns urgent when this few hours are left. */
export const URGENT_HOURS = 12

const HOUR = 3_600_000

export type AnswerClock = {
  /** The moment to answer by. */
  by: Instant
  /** rule: 48 hours from the invitation. mail: the invitation's own words. */
  from: 'rule' | 'mail'
  /** The invitation leaves less time than programs in the Match owe. */
  isShorterThanRule: boolean
  /** Without an hour the clock runs from the first minute of the day, the earliest it can have been. */
  isHourAssumed: boolean
}

type Invited = Pick<
  Interview,
  'state' | 'invitedAt' | 'isInvitedHourKnown' | 'replyBy' | 'zone' | 'slots' | 'booked'
>

/**
 * By when an open invitation wants its answer: what the invitation names, or else 48 hours after it came. A named day
 * without an hour counts until the program's 17:00, the end of an office day. null when nothing waits for an answer, or
 * neither is known.
 */
export function answerClock(interview: Invited): AnswerClock | null {
  if (interview.state !== 'invited') return null
  const rule = interview.invitedAt === null ? null : instantAfter(interview.invitedAt, ANSWER_HOURS)
  const named = namedInstant(interview)
  if (named !== null) {
    return {
      by: named,
      from: 'mail',
      isShorterThanRule: rule !== null && interview.isInvitedHourKnown && named < rule,
      isHourAssumed: interview.replyBy?.time === null,
    }
  }
  if (rule === null) return null
  return { by: rule, from: 'rule', isShorterThanRule: false, isHourAssumed: !interview.isInvitedHourKnown }
}

/** Office hours end then; a named day without an hour is read so. */
export const OFFICE_CLOSES = '17:00'

function namedInstant({ replyBy, zone }: Invited): Instant | null {
  if (replyBy === null || zone === null) return null
  const time = replyBy.time ?? OFFICE_CLOSES
  // Of a doubled hour the first: too early an answer costs nothing.
  const at = wallInstant({ date: replyBy.date, time, pass: 'first' }, zone)
  if (at !== null) return at
  const reading = readWallTime(replyBy.date, time, zone)
  return reading.kind === 'skipped' ? wallInstant({ ...reading.next, pass: 'first' }, zone) : null
}

function instantAfter(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * HOUR).toISOString()
}
