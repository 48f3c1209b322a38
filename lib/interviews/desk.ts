import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'

import { type AnswerClock, answerClock } from './answer-clock'
import { type Clash, clashesAmong, type Engagement } from './clashes'
import type { Interview } from './interview'
import { bookedMeeting, type Meeting } from './times'

/** Of a program, what the desk says of it. */
export type DeskProgram = { name: string; state: string | null }

type Placed = { interview: Interview; meeting: Meeting }

export type InterviewDesk = {
  /** Booked and not over, the next first. */
  ahead: readonly Placed[]
  /** Invitations without an answer, the most urgent first; those without a clock come last. */
  waiting: readonly { interview: Interview; clock: AnswerClock | null }[]
  waitlisted: readonly Interview[]
  /** Booked, over, and not yet said to be held. */
  unsaid: readonly Placed[]
  /** Held, with what is still to do. */
  held: readonly (Placed & { needsImpressions: boolean; needsThanks: boolean })[]
  declined: readonly Interview[]
  clashes: readonly Clash[]
}

/** Everything about a cycle's interviews that one page says, from the person's zone and the present moment. */
export function interviewDesk(
  interviews: readonly Interview[],
  {
    viewerZone,
    now,
    stateOf,
  }: { viewerZone: string; now: Instant; stateOf: (programId: string) => string | null },
): InterviewDesk {
  const placed = (state: Interview['state']): Placed[] =>
    interviews
      .filter((interview) => interview.state === state)
      .flatMap((interview) => {
        const meeting = bookedMeeting(interview, viewerZone)
        return meeting ? [{ interview, meeting }] : []
      })
      .sort((a, b) => order(a.meeting.start, b.meeting.start) || order(a.interview.id, b.interview.id))
  const scheduled = placed('scheduled')
  const ahead = scheduled.filter(({ meeting }) => meeting.end > now)
  return {
    ahead,
    waiting: interviews
      .filter(({ state }) => state === 'invited')
      .map((interview) => ({ interview, clock: answerClock(interview) }))
      .sort((a, b) => order(a.clock?.by ?? '9', b.clock?.by ?? '9') || order(a.interview.id, b.interview.id)),
    waitlisted: interviews.filter(({ state }) => state === 'waitlisted'),
    unsaid: scheduled.filter(({ meeting }) => meeting.end <= now),
    held: placed('done')
      .reverse()
      .map((one) => ({
        ...one,
        needsImpressions: !one.interview.hasImpressions,
        needsThanks: one.interview.thankYou === 'open',
      })),
    declined: interviews.filter(({ state }) => state === 'declined'),
    clashes: clashesAmong(ahead.map((one) => engagementOf(one, stateOf))),
  }
}

/** A booked interview as the search for clashes reads it. */
export function engagementOf(
  { interview, meeting }: Placed,
  stateOf: (programId: string) => string | null,
): Engagement {
  return {
    interviewId: interview.id,
    meeting,
    format: interview.format,
    state: stateOf(interview.programId),
  }
}

/** Meetings by the day on which they begin where the person is. */
export function byDay(
  placed: readonly Placed[],
): readonly { day: CalendarDate; placed: readonly Placed[] }[] {
  const days = new Map<CalendarDate, Placed[]>()
  for (const one of placed) {
    const day = clockOf(one).start.date
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days].map(([day, list]) => ({ day, placed: list }))
}

/** The clocks that the person is on during the talk: the program's where they travel to it. */
export function clockOf({ interview, meeting }: Placed): Meeting['here'] {
  return interview.format === 'in_person' ? meeting.there : meeting.here
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
