import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { readFitBasisAnd } from '@/app/_server/fit-basis'
import { NO_STORY, readStory, readStoryRows } from '@/app/_server/story-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { CheckboxField } from '@/app/_ui/choice-field'
import { OnConflict } from '@/app/_ui/on-conflict'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { withOwnScope } from '@/db/access'
import { getContact } from '@/db/queries/contacts'
import { CONTACT_KIND_LABELS } from '@/lib/contacts/words'
import { formatLongDate } from '@/lib/dates/format'
import { AppError } from '@/lib/errors/app-error'
import { DisagreementList } from '../../story/_components/disagreement-list'
import { ContactFields } from '../_components/contact-fields'
import { MessageField } from '../_components/message-field'
import { removeContactAction, saveContactAction } from '../actions'

export const metadata: Metadata = { title: 'A message' }

export default async function ContactPage({ params }: PageProps<'/contacts/[id]'>) {
  const [{ id }, viewer] = await Promise.all([params, getViewer()])
  if (!viewer) notFound()
  const [contact, { basis, beside: story }] = await Promise.all([
    readContact(viewer, id),
    readFitBasisAnd(viewer, readStoryRows),
  ])
  const saysElse = readStory(story ?? NO_STORY, basis.today).disagreements.filter(
    ({ place }) => place.href === `/contacts/${id}`,
  )
  const program = basis.programs.find((one) => one.id === contact.programId)
  return (
    <>
      <PageHeader
        above={<BackLink href="/contacts">Contacts</BackLink>}
        title={CONTACT_KIND_LABELS[contact.kind]}
        lead={`${program?.sponsor ?? (contact.person || 'Someone else')}, ${formatLongDate(contact.on)}`}
        actions={
          <ActionForm action={removeContactAction} className="">
            <input type="hidden" name="id" value={contact.id} />
            <SubmitButton kind="quiet" pendingLabel="Taking out…">
              Take out of the log
            </SubmitButton>
          </ActionForm>
        }
      />
      <Panel>
        <ActionForm action={saveContactAction} id="contact-form">
          <input type="hidden" name="id" value={contact.id} />
          <input type="hidden" name="version" value={contact.version} />
          <OnConflict>
            <p>Open the page in a new window to see what the other one saved.</p>
          </OnConflict>
          <ContactFields values={contact} today={basis.today} />
          {contact.followUpOn !== null && (
            <CheckboxField name="isFollowedUp" label="Followed up" isDefaultChecked={contact.isFollowedUp} />
          )}
          <MessageField label="What was said" draft={contact.text} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="keep">
              Save
            </SubmitButton>
            <SubmitButton kind="secondary" name="intent" value="check" pendingLabel="Reading…">
              Check the wording
            </SubmitButton>
          </div>
        </ActionForm>
      </Panel>
      {saysElse.length > 0 && (
        <div className="mt-5">
          <Panel id="says-else" title="It says something else than your story">
            <DisagreementList found={saysElse} />
          </Panel>
        </div>
      )}
    </>
  )
}

async function readContact(viewer: NonNullable<Awaited<ReturnType<typeof getViewer>>>, id: string) {
  try {
    return await withOwnScope(viewer, (scope) => getContact(scope, id))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
