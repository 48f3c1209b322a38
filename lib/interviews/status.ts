import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { EntryStatus } from '@/lib/list/status'

import type { InterviewState } from './interview'

const STATUS_OF: Readonly<Record<InterviewState, EntryStatus>> = {
  invited: 'interview_invited',
  scheduled: 'interview_scheduled',
  waitlisted: 'interview_waitlisted',
  done: 'interviewed',
  declined: 'interview_declined',
}

/** The status that the list entry takes on when an interview reaches this state. */
export function statusOf(state: InterviewState): EntryStatus {
  return STATUS_OF[state]
}

const AFTER: Readonly<Record<InterviewState, readonly InterviewState[]>> = {
  invited: ['scheduled', 'waitlisted', 'declined'],
  waitlisted: ['scheduled', 'invited', 'declined'],
  scheduled: ['done', 'scheduled', 'waitlisted', 'declined'],
  done: ['scheduled'],
  declined: ['invited', 'scheduled'],
}

/** What may follow: booked again for another time is a step too, and every state can be corrected back. */
export function mayFollow(from: InterviewState, to: InterviewState): boolean {
  return AFTER[from].includes(to)
}

/** The day on which an interview counts as held: its own, or today where clocks at the program are a day ahead. */
export function heldOn(day: CalendarDate, today: CalendarDate): CalendarDate {
  return day < today ? day : today
}
