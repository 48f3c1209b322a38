import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { toZoned } from '@/lib/dates/instant'

import type { Interview, InterviewFormat } from './interview'
import type { InvitationReading } from './read-invitation'
import { stateZone } from './state-zone'

/** The fields of the invitation's form, filled as far as something is known. */
export type ProposedDetails = {
  format: InterviewFormat | null
  zone: string | null
  bookingUrl: string
  place: string
  replyBy: { date: CalendarDate; time: string | null } | null
  slots: readonly { date: CalendarDate | null; time: string | null; minutes: number | null }[]
}

type Kept = Pick<Interview, 'format' | 'zone' | 'replyBy' | 'slots' | 'invitedAt' | 'isInvitedHourKnown'> & {
  bookingUrl: string
  place: string
}

/**
 * What the form shows: what was kept once anything was, and else what the mail was read as, for confirmation. A zone
 * comes from the mail, or from the program's state where that lies in one zone.
 */
export function proposeDetails(
  interview: Kept,
  reading: InvitationReading,
  state: string | null,
): { details: ProposedDetails; isProposed: boolean } {
  const isKept =
    interview.zone !== null ||
    interview.slots.length > 0 ||
    interview.format !== null ||
    interview.replyBy !== null ||
    interview.bookingUrl !== '' ||
    interview.place !== ''
  if (isKept) return { details: interview, isProposed: false }
  const known = stateZone(state)
  const hasText = reading.doubts.length > 0 || reading.slots.length > 0 || reading.zone !== null
  const zone = reading.zone?.zone ?? (!hasText && known.kind === 'one' ? known.zone : null)
  return {
    details: {
      format: reading.format,
      zone,
      bookingUrl: reading.bookingUrl,
      place: reading.joinUrl,
      replyBy: reading.replyBy ?? countedReply(interview, reading.replyWithinHours, zone),
      slots: reading.slots,
    },
    isProposed: true,
  }
}

/** 'Within 72 hours' of a mail whose hour is known, on the program's clock; 48 is the rule's own clock and needs no day. */
function countedReply(
  { invitedAt, isInvitedHourKnown }: Pick<Kept, 'invitedAt' | 'isInvitedHourKnown'>,
  hours: number | null,
  zone: string | null,
): ProposedDetails['replyBy'] {
  if (hours === null || hours === 48 || invitedAt === null || !isInvitedHourKnown || zone === null)
    return null
  return toZoned(after(invitedAt, hours), zone)
}

function after(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString()
}
