import type { CalendarDate } from '@/lib/dates/calendar-date'

/** One communication, as it was logged. `programId` null: with someone who belongs to no program on the list. */
export const CONTACT_KINDS = [
  'question',
  'letter_of_interest',
  'thank_you',
  'letter_of_intent',
  'answer',
  'update',
  'couple',
  'other',
] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/** By whom it was sent. */
export const CONTACT_DIRECTIONS = ['sent', 'received'] as const
export type ContactDirection = (typeof CONTACT_DIRECTIONS)[number]

export const CONTACT_CHANNELS = ['email', 'phone', 'video', 'in_person', 'form', 'post'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** What came of a message that was sent. */
export const CONTACT_OUTCOMES = [
  'waiting',
  'answered',
  'no_answer',
  'told_not_to_write',
  'none_needed',
] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]

export type Contact = {
  id: string
  programId: string | null
  on: CalendarDate
  kind: ContactKind
  direction: ContactDirection
  channel: ContactChannel
  outcome: ContactOutcome
  followUpOn: CalendarDate | null
}

/** What a program says of thank-you messages; null when it was not asked. */
export const THANK_YOU_POLICIES = ['welcome', 'not_wanted'] as const
export type ThankYouPolicy = (typeof THANK_YOU_POLICIES)[number]

/** Kinds that a person sends of their own accord; an answer to the program's own message is never held back. */
export const UNASKED_KINDS = [
  'question',
  'letter_of_interest',
  'letter_of_intent',
  'update',
] as const satisfies readonly ContactKind[]
