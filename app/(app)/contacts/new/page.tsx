import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type ContactBasis, readContactBasis } from '@/app/_server/contact-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { SelectField } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { CONTACT_KINDS, type ContactKind, UNASKED_KINDS } from '@/lib/contacts/contact'
import { draftFor, isDraftKind } from '@/lib/contacts/drafts'
import { CONTACT_KIND_LABELS } from '@/lib/contacts/words'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { ListEntry } from '@/lib/list/entry'
import { pathwayName, pathwayShortName } from '@/lib/programs/pathway-words'
import { programQuestions } from '@/lib/strategy/open-questions'
import { SentenceOffer } from '../../story/_components/sentence-offer'
import { BrakePanel } from '../_components/brake-panel'
import { ContactFields } from '../_components/contact-fields'
import { MessageField } from '../_components/message-field'
import { addContactAction } from '../actions'
import { ThankWriter } from './_components/thank-writer'

export const metadata: Metadata = { title: 'A message' }

/** In the address: someone who belongs to no program on the list. */
const NONE = 'none'

export default async function NewContactPage({ searchParams }: PageProps<'/contacts/new'>) {
  const [params, basis] = await Promise.all([searchParams, readContactBasis()])
  if (typeof params.letter === 'string') return <ThankWriter letterId={params.letter} basis={basis} />
  const kind = CONTACT_KINDS.find((known) => known === params.kind) ?? null
  const entryId = typeof params.entry === 'string' && params.entry !== '' ? params.entry : null
  if (entryId === null || kind === null) return <Choose basis={basis} kind={kind} entryId={entryId} />
  const entry = basis.person?.entries.find(({ id }) => id === entryId) ?? null
  if (entry === null && entryId !== NONE) notFound()
  return <Write basis={basis} kind={kind} entry={entry} isReceived={params.direction === 'received'} />
}

function Choose({
  basis,
  kind,
  entryId,
}: {
  basis: ContactBasis
  kind: ContactKind | null
  entryId: string | null
}) {
  const entries = basis.person?.entries ?? []
  return (
    <>
      <PageHeader
        above={<BackLink href="/contacts">Contacts</BackLink>}
        title="Write or log a message"
        lead="To whom, and what for? Before you write, the next page says whether it is wise to."
      />
      <Panel>
        <form action="/contacts/new" className="max-w-xl space-y-4">
          <SelectField
            name="entry"
            label="To or from whom"
            width="full"
            defaultValue={entryId ?? entries[0]?.id ?? NONE}
            options={[
              ...entries.flatMap(({ id, programId }) => {
                const program = basis.programOf(programId)
                return program
                  ? [{ value: id, label: `${program.sponsor} (${pathwayShortName(program.pathway)})` }]
                  : []
              }),
              { value: NONE, label: 'Someone else, no program on my list' },
            ]}
          />
          <SelectField
            name="kind"
            label="What for"
            width="full"
            defaultValue={kind ?? 'question'}
            options={CONTACT_KINDS.map((value) => ({ value, label: CONTACT_KIND_LABELS[value] }))}
          />
          <SubmitButton>Go on</SubmitButton>
        </form>
      </Panel>
    </>
  )
}

function Write({
  basis,
  kind,
  entry,
  isReceived,
}: {
  basis: ContactBasis
  kind: ContactKind
  entry: ListEntry | null
  isReceived: boolean
}) {
  const program = entry ? basis.programOf(entry.programId) : undefined
  const brake = entry && !isReceived ? basis.brake(entry, kind) : null
  const isStopped = brake?.state === 'stop'
  const draft =
    entry && program && basis.person && !isReceived && !isStopped && isDraftKind(kind)
      ? draftFor(kind, {
          program,
          applicant: basis.person.applicant,
          asked: programQuestions({
            applicant: basis.person.applicant,
            season: basis.season,
            policy: FIT_POLICY,
            today: basis.today,
            program,
            appliedOn: entry.appliedOn,
          }),
          seasonYear: basis.season.year,
          ownSentence: basis.sentences.find(({ role }) => role === 'direction')?.text ?? null,
        })
      : null
  const isWaitedFor = UNASKED_KINDS.some((known) => known === kind) && !isReceived && !isStopped
  return (
    <>
      <PageHeader
        above={<BackLink href="/contacts">Contacts</BackLink>}
        title={CONTACT_KIND_LABELS[kind]}
        lead={
          program ? `${program.sponsor}, ${pathwayName(program.pathway)}` : 'With someone beside your list'
        }
      />
      <div className="space-y-5">
        {brake && <BrakePanel brake={brake} />}
        {isStopped && (
          <Notice word="Drafting is off">
            What has been said already can still be logged here, and what they write to you.
          </Notice>
        )}
        <Panel
          id="message"
          title={draft ? 'A draft, and its log' : 'Log it'}
          lead={
            draft
              ? 'Only what your profile holds is in it. Fill in what stands in brackets, send it from your own mail, and log it here: Locus sends nothing.'
              : undefined
          }
        >
          <ActionForm action={addContactAction} id="contact-form">
            <input type="hidden" name="formId" value={randomUUID()} />
            <input type="hidden" name="entryId" value={entry?.id ?? ''} />
            {draft && (
              <p>
                <span className="text-sm text-mute">Subject</span>
                <br />
                {draft.subject}
              </p>
            )}
            <MessageField
              label={draft ? 'The message' : 'What was said'}
              draft={draft?.body ?? ''}
              hint="Read for wording that asks for or promises a place on a rank list."
            />
            <ContactFields
              today={basis.today}
              values={{
                kind,
                direction: isReceived || isStopped ? 'received' : 'sent',
                channel: 'email',
                outcome: isWaitedFor ? 'waiting' : 'none_needed',
                on: basis.today,
                followUpOn: null,
                person: '',
              }}
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="keep">
                {draft ? 'I sent it: log it' : 'Log it'}
              </SubmitButton>
              <SubmitButton kind="secondary" name="intent" value="check" pendingLabel="Reading…">
                Check the wording
              </SubmitButton>
            </div>
          </ActionForm>
        </Panel>
        {draft && (
          <Panel
            id="story"
            title="Your three sentences"
            lead="The same as in your statement, so that a reader of both meets one story."
          >
            <SentenceOffer sentences={basis.sentences} into="contact-form-text" />
          </Panel>
        )}
      </div>
    </>
  )
}
