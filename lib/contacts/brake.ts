import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'
import { eventOn } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'

import { type Contact, type ContactKind, type ThankYouPolicy, UNASKED_KINDS } from './contact'

/*
 * F7 asks to write to a few well-chosen programs, sparingly. How many and how far apart it does not say: the numbers are
 * ours, stated here and on the page. The ban from Match Week to the end of SOAP is NRMP's.
 */

/** Days between two unasked messages to one program. */
export const SPACING_DAYS = 21
/** Unasked messages to one program in a cycle. */
export const MOST_TO_ONE = 2
/** Programs that wait for an answer at the same time. */
export const MOST_WAITING = 5
/** Days after which a message without an answer is no longer waited for. */
export const WAIT_DAYS = 21
/** A thank-you is sent within so many days of the interview. */
export const THANK_YOU_DAYS = 2

export type BrakeReason =
  /** Nobody may contact a program for or as an applicant in SOAP, who is eligible for it (NRMP). */
  | { code: 'soap'; from: CalendarDate; until: CalendarDate; blocks: true }
  | { code: 'told_not_to_write'; on: CalendarDate; blocks: true }
  | { code: 'no_thank_you'; blocks: true }
  | { code: 'thanked_already'; on: CalendarDate; blocks: false }
  | { code: 'too_soon'; lastOn: CalendarDate; earliestOn: CalendarDate; blocks: false }
  | { code: 'enough_for_one'; sent: number; blocks: false }
  | { code: 'many_waiting'; programs: number; blocks: false }
  | { code: 'rank_list_closed'; since: CalendarDate; blocks: false }
  | { code: 'intent_elsewhere'; on: CalendarDate; blocks: false }

export type Brake = {
  /** 'free' to write; 'wait' is advice and can be overruled; 'stop' is a rule, the program's wish or NRMP's. */
  state: 'free' | 'wait' | 'stop'
  reasons: readonly BrakeReason[]
  /** The day on which advice to wait ends; null where it does not by itself. */
  freeOn: CalendarDate | null
}

export type BrakeInput = {
  /** Every contact of the cycle, with all programs. */
  contacts: readonly Contact[]
  programId: string
  kind: ContactKind
  thankYouPolicy: ThankYouPolicy | null
  season: Season
  today: CalendarDate
}

/**
 * Whether one more message to this program is wise today, with every reason. Days are the person's calendar days; events
 * count by their Eastern day. A reply to what the program itself wrote last is always free, but in Match Week.
 */
export function brakeFor(input: BrakeInput): Brake {
  const reasons = [...rules(input), ...(isReply(input) ? [] : advice(input))]
  const blocked = reasons.some(({ blocks }) => blocks)
  const dates = reasons.map((reason) => (reason.code === 'too_soon' ? reason.earliestOn : null))
  return {
    state: blocked ? 'stop' : reasons.length > 0 ? 'wait' : 'free',
    reasons,
    freeOn:
      !blocked && reasons.length > 0 && dates.every((date) => date !== null) ? (dates[0] ?? null) : null,
  }
}

function rules({ contacts, programId, kind, thankYouPolicy, season, today }: BrakeInput): BrakeReason[] {
  const found: BrakeReason[] = []
  const from = eventOn(season, 'match_week_start')
  const until = eventOn(season, 'soap_ends')
  if (from !== null && until !== null && from <= today && today <= until) {
    found.push({ code: 'soap', from, until, blocks: true })
  }
  const refusal = last(
    contacts.filter((one) => one.programId === programId && one.outcome === 'told_not_to_write'),
  )
  if (refusal) found.push({ code: 'told_not_to_write', on: refusal.on, blocks: true })
  if (kind === 'thank_you' && thankYouPolicy === 'not_wanted')
    found.push({ code: 'no_thank_you', blocks: true })
  return found
}

function advice({ contacts, programId, kind, season, today }: BrakeInput): BrakeReason[] {
  const found: BrakeReason[] = []
  const sent = contacts.filter((one) => one.direction === 'sent' && one.on <= today)
  const here = sent.filter((one) => one.programId === programId)
  if (kind === 'thank_you') {
    const thanked = last(here.filter((one) => one.kind === 'thank_you'))
    return thanked ? [{ code: 'thanked_already', on: thanked.on, blocks: false }] : []
  }
  if (!isUnasked(kind)) return found
  const unasked = here.filter((one) => isUnasked(one.kind))
  const latest = last(unasked)
  if (latest && addDays(latest.on, SPACING_DAYS) > today) {
    found.push({
      code: 'too_soon',
      lastOn: latest.on,
      earliestOn: addDays(latest.on, SPACING_DAYS),
      blocks: false,
    })
  }
  if (unasked.length >= MOST_TO_ONE)
    found.push({ code: 'enough_for_one', sent: unasked.length, blocks: false })
  const waiting = new Set(sent.filter((one) => isWaiting(one, today)).map((one) => one.programId))
  waiting.delete(programId)
  if (waiting.size >= MOST_WAITING)
    found.push({ code: 'many_waiting', programs: waiting.size, blocks: false })
  if (kind === 'letter_of_intent') {
    const elsewhere = last(
      sent.filter((one) => one.kind === 'letter_of_intent' && one.programId !== programId),
    )
    if (elsewhere) found.push({ code: 'intent_elsewhere', on: elsewhere.on, blocks: false })
  }
  const closed = eventOn(season, 'nrmp_rol_deadline')
  if (closed !== null && closed < today && (kind === 'letter_of_intent' || kind === 'letter_of_interest')) {
    found.push({ code: 'rank_list_closed', since: closed, blocks: false })
  }
  return found
}

/** Whether a message that was sent still waits for its answer on a day. */
export function isWaiting(contact: Contact, today: CalendarDate): boolean {
  return (
    contact.direction === 'sent' &&
    contact.outcome === 'waiting' &&
    isUnasked(contact.kind) &&
    today < addDays(contact.on, WAIT_DAYS)
  )
}

/** The program wrote last: an answer is owed, not a nuisance. */
function isReply({ contacts, programId, today }: BrakeInput): boolean {
  return (
    last(contacts.filter((one) => one.programId === programId && one.on <= today))?.direction === 'received'
  )
}

function isUnasked(kind: ContactKind): boolean {
  return UNASKED_KINDS.some((unasked) => unasked === kind)
}

/** The last by day; of one day, the one that was logged last. */
function last(contacts: readonly Contact[]): Contact | undefined {
  return contacts.reduce<Contact | undefined>(
    (found, one) => (found && found.on > one.on ? found : one),
    undefined,
  )
}
