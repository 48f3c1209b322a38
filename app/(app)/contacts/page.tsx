import type { Metadata } from 'next'
import { readContactBasis } from '@/app/_server/contact-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { UndoForm } from '@/app/_ui/undo-form'
import { withOwnScope } from '@/db/access'
import { findRemovedContact } from '@/db/queries/contacts'
import { MOST_TO_ONE, MOST_WAITING, SPACING_DAYS, WAIT_DAYS } from '@/lib/contacts/brake'
import { contactDesk, deskSentence, type LogLine } from '@/lib/contacts/log'
import { ContactList } from './_components/contact-list'
import { followedUpAction, restoreContactAction } from './actions'

export const metadata: Metadata = { title: 'Contacts' }

const DONE: Readonly<Record<string, string>> = {
  logged: 'It is in the log.',
  saved: 'Saved.',
  'followed-up': 'Noted: followed up.',
  restored: 'It is back in the log.',
}

export default async function ContactsPage({ searchParams }: PageProps<'/contacts'>) {
  const [params, basis] = await Promise.all([searchParams, readContactBasis()])
  const { viewer, contacts, today, programOf, person } = basis
  const removedId = typeof params.removed === 'string' ? params.removed : null
  const removed =
    viewer && removedId ? await withOwnScope(viewer, (scope) => findRemovedContact(scope, removedId)) : null
  const said = typeof params.done === 'string' ? DONE[params.done] : undefined
  const desk = contactDesk(contacts, today)
  const nameOf = (contact: LogLine) =>
    programOf(contact.programId)?.sponsor ?? (contact.person || 'Someone else')
  const toWriters = contacts.filter(({ letterId }) => letterId !== null)
  const beside = contacts.filter(
    ({ kind, entryId, letterId }) => letterId === null && (kind === 'couple' || entryId === null),
  )
  const withPrograms = contacts.filter((contact) => !beside.includes(contact) && !toWriters.includes(contact))
  const canWrite = (person?.entries.length ?? 0) > 0
  return (
    <>
      {removed && (
        <ToastLine
          message="It is out of the log."
          undo={<UndoForm action={restoreContactAction} fields={{ id: removed.id }} />}
        />
      )}
      {said && <ToastLine message={said} />}
      <PageHeader
        title="Contacts"
        lead={
          contacts.length === 0
            ? 'A few good messages to a few well-chosen programs, and what came of each.'
            : deskSentence(desk)
        }
        isLeadLive
        actions={
          <LinkButton href="/contacts/new" kind="primary">
            Write or log a message
          </LinkButton>
        }
      />
      <div className="space-y-5">
        {contacts.length === 0 && (
          <EmptyState
            title="Nothing is logged yet"
            action={
              canWrite ? (
                <LinkButton href="/contacts/new">Begin a message</LinkButton>
              ) : (
                <LinkButton href="/programs">Browse the catalogue</LinkButton>
              )
            }
          >
            Before each message Locus says whether it is wise to write now. It begins a draft from what your
            profile holds, and keeps count of what waits for an answer. Locus sends nothing itself.
          </EmptyState>
        )}
        {desk.due.length > 0 && (
          <Panel id="due" title="To follow up now">
            <ContactList
              contacts={desk.due}
              nameOf={nameOf}
              action={(contact) => (
                <ActionForm action={followedUpAction} className="">
                  <input type="hidden" name="id" value={contact.id} />
                  <SubmitButton kind="secondary" isSmall>
                    Done
                    <span className="sr-only">: {nameOf(contact)}</span>
                  </SubmitButton>
                </ActionForm>
              )}
            />
          </Panel>
        )}
        {desk.waiting.length > 0 && (
          <Panel
            id="waiting"
            title="Waiting for an answer"
            lead={`After ${WAIT_DAYS} days without one a message is no longer waited for.`}
          >
            <ContactList contacts={desk.waiting} nameOf={nameOf} />
          </Panel>
        )}
        {withPrograms.length > 0 && (
          <Panel id="log" title="All messages with programs">
            <ContactList contacts={withPrograms} nameOf={nameOf} />
          </Panel>
        )}
        {toWriters.length > 0 && (
          <Panel
            id="writers"
            title="Writers of letters"
            lead="They belong to no program’s count. To thank another, open the letter."
            actions={
              <LinkButton href="/documents/letters" isSmall>
                Letters
              </LinkButton>
            }
          >
            <ContactList contacts={toWriters} nameOf={nameOf} />
          </Panel>
        )}
        <Panel
          id="beside"
          title="Couples and partners"
          lead="What was said with or about a partner’s programs, kept apart from your own count."
          actions={
            <LinkButton href="/contacts/new?entry=none&kind=couple" isSmall>
              Add a note
            </LinkButton>
          }
        >
          {beside.length > 0 && <ContactList contacts={beside} nameOf={nameOf} />}
        </Panel>
        <Notice word="How many are few">
          At most {MOST_TO_ONE} unasked messages to one program, {SPACING_DAYS} days apart, and {MOST_WAITING}{' '}
          programs waiting at a time. The article asks for a few, well chosen (F7); the numbers are ours. Both
          sides may say that they like each other; neither may ask how the other ranks (NRMP, Match
          Participation Agreement).
        </Notice>
      </div>
    </>
  )
}
