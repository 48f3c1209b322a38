import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import type { ClockPass } from '@/lib/dates/wall-time'

import type { Impression } from './impression'

/** Where one interview stands. Each state sets the list entry's status on a day of its own (see `statusOf`). */
export const INTERVIEW_STATES = ['invited', 'scheduled', 'waitlisted', 'done', 'declined'] as const
export type InterviewState = (typeof INTERVIEW_STATES)[number]

/** null beside these means that nobody has said. */
export const INTERVIEW_FORMATS = ['video', 'in_person'] as const
export type InterviewFormat = (typeof INTERVIEW_FORMATS)[number]

/** open: to be written. not_wanted: the program says that it wants none. */
export const THANK_YOU_STATES = ['open', 'sent', 'not_wanted'] as const
export type ThankYouState = (typeof THANK_YOU_STATES)[number]

/** A day and a minute on the program's clocks. `pass` tells apart the two of an hour that comes twice. */
export type SlotTime = { date: CalendarDate; time: string; pass: ClockPass | null }

/** A time that the program offered. */
export type Slot = SlotTime & { id: string; minutes: number | null }

/** One thing to ask on the day. `field` names the open question about the program that it came from. */
export type InterviewQuestion = {
  id: string
  text: string
  field: string | null
  isAsked: boolean
  answer: string
}

/** How thanks stand after a talk. `thanksContactId`: the message in the log of contacts that they are. */
export type ThanksStanding = {
  thankYou: ThankYouState
  thankYouOn: CalendarDate | null
  thanksContactId: string | null
}

/** An interview as its list shows it. Times are wall times of `zone`, the program's; instants are derived. */
export type Interview = {
  id: string
  entryId: string
  programId: string
  state: InterviewState
  format: InterviewFormat | null
  /** IANA zone of the program; null while nobody has said which. */
  zone: string | null
  booked: SlotTime | null
  minutes: number | null
  /** When the invitation came; null where the person did not note it. Without an hour it is the day's first minute. */
  invitedAt: Instant | null
  isInvitedHourKnown: boolean
  /** The last moment to answer that the invitation itself names, on the program's clocks. */
  replyBy: { date: CalendarDate; time: string | null } | null
  slots: readonly Slot[]
  hasImpressions: boolean
} & ThanksStanding

/** One interview's page: all that its list knows, and what was written down. */
export type InterviewDetail = Interview & {
  version: number
  /** The mail as it was pasted; empty where nothing was. */
  invitationText: string
  bookingUrl: string
  /** The video link or the address. */
  place: string
  /** Who interviews, as the schedule says it. */
  people: string
  notes: string
  questions: readonly InterviewQuestion[]
  impressions: readonly Impression[]
  impressionNote: string
  impressionsOn: CalendarDate | null
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
