import Link from 'next/link'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import type { LoggedContact } from '@/lib/contacts/log'
import { CONTACT_CHANNEL_LABELS, CONTACT_KIND_LABELS } from '@/lib/contacts/words'
import { formatDate } from '@/lib/dates/format'
import type { TrackedLetter } from '@/lib/letters/letter'

/** What was written to the writer beside the asking: thanks, once the letter is there. */
export function ThanksPanel({
  letter,
  written,
}: {
  letter: TrackedLetter
  written: readonly LoggedContact[]
}) {
  if (letter.uploadedOn === null && written.length === 0) return null
  const isThanked = written.some(({ kind }) => kind === 'thank_you')
  return (
    <Panel
      id="thanks"
      title="Thanks"
      lead={
        isThanked ? undefined : 'The letter is there. A few lines of thanks are owed, and often forgotten.'
      }
      actions={
        <LinkButton href={`/contacts/new?letter=${letter.id}`} isSmall>
          {isThanked ? 'Write again' : 'Thank the writer'}
        </LinkButton>
      }
    >
      {written.length > 0 && (
        <ul className="space-y-1">
          {written.map(({ id, kind, channel, on }) => (
            <li key={id}>
              <Link
                href={`/contacts/${id}`}
                prefetch={false}
                className="text-accent underline underline-offset-3"
              >
                {CONTACT_KIND_LABELS[kind]}
              </Link>{' '}
              <span className="text-sm text-mute">
                {formatDate(on)}, {CONTACT_CHANNEL_LABELS[channel]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
