import type { InterviewFormat } from './interview'

export type MailKind = 'invitation' | 'booking' | 'waitlist' | 'refusal' | 'unclear'
type Place = { index: number; end: number }

/** What a mail is, by its words. A person confirms it, so an unusual wording costs a question and nothing else. */
export function kindOf(text: string): MailKind {
  const says = (pattern: RegExp) => pattern.test(text)
  if (
    says(
      /\b(?:unable|not able) to (?:offer|invite)|\bwill not be (?:offering|inviting|able to offer)|\bregret to\b/i,
    )
  )
    return 'refusal'
  // 'If no date suits you, join the waitlist' is still an invitation.
  const waits = text.split(/\n|[.!?](?=\s)/).filter((one) => /\bwait(?:ing)?[- ]?list(?:ed)?\b/i.test(one))
  if (waits.some((one) => !/\b(?:if|unless|should|may|can)\b.*\bwait(?:ing)?[- ]?list/i.test(one)))
    return 'waitlist'
  if (
    says(
      /\b(?:interview|you)\b[^.\n]{0,60}\b(?:has been|have been|is|are)\s+(?:now\s+)?(?:scheduled|confirmed|booked)\b|\bconfirm(?:s|ation of|ing) your interview\b|\binterview confirmation\b/i,
    )
  )
    return 'booking'
  return says(
    /\binvit|\binterview offer|\boffer(?:ing)? you an interview|\bwould like to (?:interview|meet)|\bpleased to offer\b/i,
  )
    ? 'invitation'
    : 'unclear'
}

/** How the talk is held; with both named, neither is assumed and `quote` holds the two words. */
export function formatOf(text: string): { format: InterviewFormat | null; quote: string | null } {
  const video =
    /\b(?:zoom|webex|(?:microsoft|ms) teams|google meet|virtual(?:ly)?|video(?:conference)?|online|remote(?:ly)?)\b/i.exec(
      text,
    )
  const place = /\b(?:in[- ]person|on[- ]?site|on campus|face[- ]to[- ]face)\b/i.exec(text)
  if (video && place) {
    return { format: null, quote: `${video[0]}, ${place[0]}` }
  }
  return { format: video ? 'video' : place ? 'in_person' : null, quote: null }
}

const BOOKS =
  /thalamus|interviewbroker|aamc\.org|eras|calendly|doodle|signup|sign-up|schedul|qualtrics|forms?\.|bookings/i
const JOINS = /zoom\.us|zoomgov|teams\.microsoft|webex|meet\.google/i

export function findLinks(text: string): { booking: string; join: string; places: readonly Place[] } {
  const links = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/gi)].map((match) => ({
    url: match[0].replace(/[.,;:!?]+$/, ''),
    index: match.index,
    end: match.index + match[0].length,
  }))
  return {
    join: links.find(({ url }) => JOINS.test(url))?.url ?? '',
    booking: links.find(({ url }) => BOOKS.test(url) && !JOINS.test(url))?.url ?? '',
    places: links,
  }
}
