import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { isWaiting } from './brake'
import type { Contact, ThankYouPolicy } from './contact'

/** A contact as its log shows it. `entryId` null: with someone who belongs to no program on the list. */
export type LoggedContact = Contact & {
  entryId: string | null
  /** The letter whose writer it went to. */
  letterId: string | null
  isFollowedUp: boolean
  person: string
  text: string
  version: number
}

export type ContactDesk<C = LoggedContact> = {
  /** Messages that a program has not answered yet and still may. */
  waiting: readonly C[]
  /** Follow-ups whose day has come. */
  due: readonly C[]
  /** Follow-ups still ahead, the next one first. */
  ahead: readonly C[]
}

/** What the log asks of a day. */
export function contactDesk<C extends LoggedContact>(
  contacts: readonly C[],
  today: CalendarDate,
): ContactDesk<C> {
  const followUps = contacts
    .filter(({ followUpOn, isFollowedUp }) => followUpOn !== null && !isFollowedUp)
    .sort((a, b) => ((a.followUpOn ?? '') < (b.followUpOn ?? '') ? -1 : 1))
  return {
    waiting: contacts.filter((contact) => isWaiting(contact, today)),
    due: followUps.filter(({ followUpOn }) => followUpOn !== null && followUpOn <= today),
    ahead: followUps.filter(({ followUpOn }) => followUpOn !== null && followUpOn > today),
  }
}

/** The log in one sentence, the most pressing first. */
export function deskSentence({ waiting, due, ahead }: ContactDesk): string {
  const programs = new Set(waiting.map(({ programId }) => programId)).size
  const parts = [
    due.length > 0 && `${due.length} ${due.length === 1 ? 'follow-up is' : 'follow-ups are'} due`,
    programs > 0 && `${programs} ${programs === 1 ? 'program has' : 'programs have'} not answered yet`,
    due.length === 0 && ahead.length > 0 && `${ahead.length} to follow up later`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? 'Nothing waits for you or for an answer.' : `${parts.join('; ')}.`
}

type Thanked = {
  id: string
  entryId: string
  programId: string
  thankYou: string
  thankYouOn: CalendarDate | null
  thanksContactId: string | null
}

/** A line of the log: a contact, and where it is read and changed. */
export type LogLine = LoggedContact & { href: string }

/**
 * The whole log, the latest first: what was logged, and thanks that were noted on an interview alone. Both count for the
 * brake, each once.
 */
export function logLines(contacts: readonly LoggedContact[], interviews: readonly Thanked[]): LogLine[] {
  const logged = contacts.map((contact) => ({ ...contact, href: `/contacts/${contact.id}` }))
  return [...logged, ...thanksOf(interviews)].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

function thanksOf(interviews: readonly Thanked[]): LogLine[] {
  return interviews.flatMap(({ id, entryId, programId, thankYou, thankYouOn, thanksContactId }): LogLine[] =>
    thankYou === 'sent' && thankYouOn !== null && thanksContactId === null
      ? [
          {
            id: `thanks-${id}`,
            href: `/interviews/${id}#thanks`,
            entryId,
            letterId: null,
            programId,
            on: thankYouOn,
            kind: 'thank_you',
            direction: 'sent',
            channel: 'email',
            outcome: 'none_needed',
            followUpOn: null,
            isFollowedUp: false,
            person: '',
            text: '',
            version: 0,
          },
        ]
      : [],
  )
}

/** What the program said of thank-you messages, as noted on its interviews; null when it was not asked. */
export function thankYouPolicyOf(interviews: readonly Thanked[], entryId: string): ThankYouPolicy | null {
  return interviews.some((one) => one.entryId === entryId && one.thankYou === 'not_wanted')
    ? 'not_wanted'
    : null
}

/** Follow-ups as days to be reminded of. `nameOf`: how a program is called. */
export function contactDatedThings(
  contacts: readonly LoggedContact[],
  nameOf: (programId: string) => string,
): DatedThing[] {
  return contacts.flatMap((contact): DatedThing[] =>
    contact.followUpOn === null
      ? []
      : [
          {
            kind: 'follow_up',
            id: contact.id,
            title: `Follow up: ${contact.programId === null ? contact.person || 'a contact' : nameOf(contact.programId)}`,
            urgency: 'ordinary',
            href: `/contacts/${contact.id}`,
            isProjected: false,
            isDone: contact.isFollowedUp || contact.outcome === 'told_not_to_write',
            on: contact.followUpOn,
            at: null,
          },
        ],
  )
}
