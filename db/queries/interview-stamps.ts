import 'server-only'
import type { Impression } from '@/lib/interviews/impression'
import type { InterviewDetail, InvitationDetails } from '@/lib/interviews/interview'
import { stampOf } from './stamp'

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

export function invitationStamp({
  format,
  zone,
  bookingUrl,
  place,
  replyBy,
  slots: offered,
}: InvitationDetails) {
  const times = offered.map(({ date, time, pass, minutes }) => [date, time, pass, minutes].join(' '))
  return stampOf([format, zone, bookingUrl, place, replyBy?.date, replyBy?.time, times.sort()])
}

export function impressionStamp(noted: readonly Impression[], note: string) {
  return stampOf([
    noted.map(({ criterion, mark, note: word }) => [criterion, mark, word].join(' ')).sort(),
    note,
  ])
}
