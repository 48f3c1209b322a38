import { addDays } from '@/lib/dates/calendar-date'
import type { DatedThing } from '@/lib/reminders/dated-thing'

import { answerClock } from './answer-clock'
import type { Interview } from './interview'
import { bookedMeeting } from './times'

/** Thanks are best written the day after. Ours: no rule asks for them at all. */
export const THANK_YOU_DAYS = 1

/**
 * What reminders and calendars know of interviews: answers that an invitation waits for, talks with their end and the
 * program's zone, and thanks not yet written. `nameOf` says the program; a thing keeps its id when its time moves.
 */
export function interviewDatedThings(
  interviews: readonly Interview[],
  nameOf: (programId: string) => string,
): DatedThing[] {
  return interviews.flatMap((interview) => {
    const { id, state, zone, booked } = interview
    const name = nameOf(interview.programId)
    const about = { kind: 'interview' as const, href: `/interviews/${id}`, isProjected: false }
    const things: DatedThing[] = []
    const clock = answerClock(interview)
    if (clock) {
      things.push({
        ...about,
        id: `answer-${id}`,
        title: `Answer the interview invitation: ${name}`,
        urgency: 'urgent',
        isDone: false,
        on: null,
        at: clock.by,
        endAt: null,
        zone: zone ?? 'UTC',
      })
    }
    const meeting = bookedMeeting(interview, zone ?? 'UTC')
    if (meeting && (state === 'scheduled' || state === 'done')) {
      things.push({
        ...about,
        id: `talk-${id}`,
        title: `Interview: ${name}`,
        urgency: 'urgent',
        isDone: state === 'done',
        on: null,
        at: meeting.start,
        endAt: meeting.end,
        zone: meeting.there.zone,
      })
    }
    if (booked && state === 'done' && interview.thankYou !== 'not_wanted') {
      things.push({
        ...about,
        id: `thanks-${id}`,
        title: `Thank-you note: ${name}`,
        urgency: 'ordinary',
        href: `/interviews/${id}#thanks`,
        isDone: interview.thankYou === 'sent',
        on: addDays(booked.date, THANK_YOU_DAYS),
        at: null,
      })
    }
    return things
  })
}
