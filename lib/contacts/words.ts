import { formatDate } from '@/lib/dates/format'

import { type BrakeReason, MOST_TO_ONE, SPACING_DAYS } from './brake'
import type { ContactChannel, ContactDirection, ContactKind, ContactOutcome, ThankYouPolicy } from './contact'
import type { RankWording } from './rank-wording'

export const CONTACT_KIND_LABELS: Readonly<Record<ContactKind, string>> = {
  question: 'Question',
  letter_of_interest: 'Letter of interest',
  thank_you: 'Thank-you',
  letter_of_intent: 'Letter of intent',
  answer: 'Answer',
  update: 'Update on my application',
  couple: 'About a couple or a partner',
  other: 'Something else',
}

export const CONTACT_DIRECTION_LABELS: Readonly<Record<ContactDirection, string>> = {
  sent: 'I wrote',
  received: 'They wrote',
}

export const CONTACT_CHANNEL_LABELS: Readonly<Record<ContactChannel, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  video: 'Video call',
  in_person: 'In person',
  form: 'A form on their page',
  post: 'Post',
}

export const CONTACT_OUTCOME_LABELS: Readonly<Record<ContactOutcome, string>> = {
  waiting: 'Waiting for an answer',
  answered: 'Answered',
  no_answer: 'No answer came',
  told_not_to_write: 'Asked not to write',
  none_needed: 'Needs no answer',
}

export const THANK_YOU_POLICY_LABELS: Readonly<Record<ThankYouPolicy, string>> = {
  welcome: 'Thank-you messages are welcome',
  not_wanted: 'Asks for no thank-you messages',
}

/** One reason of the brake as a sentence with what to do. Dates are calendar days. */
export function brakeWords(reason: BrakeReason): string {
  switch (reason.code) {
    case 'soap':
      return `From ${formatDate(reason.from)} until SOAP ends on ${formatDate(reason.until)} nobody in SOAP may contact a program, and nobody may do it for you (NRMP). Programs make the first contact.`
    case 'told_not_to_write':
      return `This program asked you not to write, on ${formatDate(reason.on)}.`
    case 'no_thank_you':
      return 'This program asks for no thank-you messages.'
    case 'thanked_already':
      return `You thanked them on ${formatDate(reason.on)}.`
    case 'too_soon':
      return `You last wrote on ${formatDate(reason.lastOn)}. Leave ${SPACING_DAYS} days: until ${formatDate(reason.earliestOn)} (F7; the number is ours).`
    case 'enough_for_one':
      return `You wrote to this program ${reason.sent} times this season. More than ${MOST_TO_ONE} unasked messages seldom help (F7; the number is ours).`
    case 'many_waiting':
      return `${reason.programs} other programs have not answered yet. Wait for them before you write to more (F7).`
    case 'rank_list_closed':
      return `Rank lists closed on ${formatDate(reason.since)}: this can change nothing any more.`
    case 'intent_elsewhere':
      return `You sent a letter of intent to another program on ${formatDate(reason.on)}. Only one can be true.`
  }
}

export const RANK_WORDING_WORDS: Readonly<Record<RankWording, string>> = {
  asks_rank:
    'This asks how the program ranks you. Neither side may ask the other for its rank order (NRMP Match Participation Agreement).',
  promises_rank:
    'This promises a place on your rank list. Say that you are very interested; your list stays yours until the deadline (NRMP Match Participation Agreement).',
  bargains:
    'This offers a commitment in return for one. The Match Participation Agreement forbids it on both sides.',
  asks_for_offer:
    'This asks for a position outside the Match. A program that takes part in the Match may not offer one of its Match positions that way.',
}
