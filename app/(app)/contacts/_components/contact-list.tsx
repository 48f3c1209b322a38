import type { ReactNode } from 'react'
import { FoldedList } from '@/app/_ui/folded-list'
import type { LogLine } from '@/lib/contacts/log'
import { CONTACT_DIRECTION_LABELS, CONTACT_KIND_LABELS, CONTACT_OUTCOME_LABELS } from '@/lib/contacts/words'
import { formatDate } from '@/lib/dates/format'

/** More than a person looks through at once. */
const SHOWN = 20

/** Contacts as lines, each with its day, what it was and what came of it. `nameOf` null leaves the program out. */
export function ContactList({
  contacts,
  nameOf,
  action,
}: {
  contacts: readonly LogLine[]
  nameOf: ((contact: LogLine) => string) | null
  action?: (contact: LogLine) => ReactNode
}) {
  return (
    <FoldedList
      className="divide-y divide-line"
      shown={SHOWN}
      more={(count) => `${count} more messages`}
      items={contacts.map((contact) => (
        <li
          key={contact.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 flex-1 basis-56">
            <p>
              <a href={contact.href} className="font-medium">
                {nameOf ? `${nameOf(contact)}: ` : ''}
                {CONTACT_KIND_LABELS[contact.kind]}
              </a>
            </p>
            <p className="text-sm text-mute">
              {formatDate(contact.on)} · {CONTACT_DIRECTION_LABELS[contact.direction]}
              {contact.person && nameOf && contact.programId !== null && ` · ${contact.person}`}
              {contact.direction === 'sent' && ` · ${CONTACT_OUTCOME_LABELS[contact.outcome]}`}
              {contact.followUpOn &&
                ` · ${contact.isFollowedUp ? 'followed up' : `follow up on ${formatDate(contact.followUpOn)}`}`}
            </p>
          </div>
          {action?.(contact)}
        </li>
      ))}
    />
  )
}
