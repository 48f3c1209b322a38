import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/app/_server/auth'
import type { ContactBasis } from '@/app/_server/contact-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { withOwnScope } from '@/db/access'
import { listTrackedLetters } from '@/db/queries/letter-tracks'
import { thanksToWriter } from '@/lib/contacts/drafts'
import { letterName } from '@/lib/letters/words'
import { LETTER_AUTHOR_LABELS } from '@/lib/profile/words'
import { ContactFields } from '../../_components/contact-fields'
import { MessageField } from '../../_components/message-field'
import { addContactAction } from '../../actions'

/** Thanks to the writer of a letter: begun here, sent by the person, and logged with the letter. */
export async function ThankWriter({ letterId, basis }: { letterId: string; basis: ContactBasis }) {
  const viewer = await requireViewer()
  const letters = await withOwnScope(viewer, listTrackedLetters)
  const letter = letters.find(({ id }) => id === letterId)
  if (!letter) notFound()
  const draft = thanksToWriter({ seasonYear: basis.season.year, isUploaded: letter.uploadedOn !== null })
  return (
    <>
      <PageHeader
        above={<BackLink href={`/documents/letters/${letterId}`}>{letterName(letter)}</BackLink>}
        title="Thank the writer"
        lead={LETTER_AUTHOR_LABELS[letter.author]}
      />
      <Panel
        id="message"
        title="A draft, and its log"
        lead="Fill in what stands in brackets, send it from your own mail, and log it here: Locus sends nothing."
      >
        <ActionForm action={addContactAction} id="contact-form">
          <input type="hidden" name="formId" value={randomUUID()} />
          <input type="hidden" name="entryId" value="" />
          <input type="hidden" name="letterId" value={letterId} />
          <p>
            <span className="text-sm text-mute">Subject</span>
            <br />
            {draft.subject}
          </p>
          <MessageField label="The message" draft={draft.body} />
          <ContactFields
            today={basis.today}
            values={{
              kind: 'thank_you',
              direction: 'sent',
              channel: 'email',
              outcome: 'none_needed',
              on: basis.today,
              followUpOn: null,
              person: letterName(letter),
            }}
          />
          <SubmitButton name="intent" value="keep">
            I thanked them: log it
          </SubmitButton>
        </ActionForm>
      </Panel>
    </>
  )
}
