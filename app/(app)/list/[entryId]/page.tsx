import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getViewer } from '@/app/_server/auth'
import { readFitBasisAnd } from '@/app/_server/fit-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { SelectField, TextAreaField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { ownNotes, type Scope, withOwnScope } from '@/db/access'
import { listContacts } from '@/db/queries/contacts'
import { listInterviews } from '@/db/queries/interviews'
import { listTrackedLetters } from '@/db/queries/letter-tracks'
import { getEntry } from '@/db/queries/list'
import { loadNotesOn } from '@/db/queries/notes'
import { logLines } from '@/lib/contacts/log'
import { today as dayIn } from '@/lib/dates/instant'
import { AppError } from '@/lib/errors/app-error'
import { evaluateFit } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import { SIGNALS } from '@/lib/list/status'
import { statusWarnings } from '@/lib/list/status-warnings'
import { SIGNAL_WORDS, STATUS_WORDS } from '@/lib/list/status-words'
import { targetOf } from '@/lib/notes/target'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { placeWords } from '@/lib/programs/states'
import { programQuestions } from '@/lib/strategy/open-questions'
import { programUnlocks } from '@/lib/strategy/unlocks'
import { ContactList } from '../../contacts/_components/contact-list'
import { EntryLetters } from '../../documents/letters/_components/entry-letters'
import { CommentsPanel } from '../../mentors/_notes/comments-panel'
import { AskPanel } from '../_components/ask-panel'
import { LedgerView } from '../_components/ledger-view'
import { StatusHistory } from '../_components/status-history'
import { UnlockPanel } from '../_components/unlock-panel'
import { removeEntryAction, saveNoteAction, setSignalAction } from '../actions'

const DONE: Readonly<Record<string, string>> = {
  status: 'Status recorded.',
  'status-moved': 'The day is corrected.',
  'status-removed': 'Taken out of the history.',
  'interview-removed':
    'The interview is removed. Its steps stay in the history below: take out what was a mistake.',
}

const readLog = async (scope: Scope) =>
  logLines(...(await Promise.all([listContacts(scope), listInterviews(scope)])))

/** An entry of the viewer's own; anyone else's, and a removed one, is not found. */
const readEntry = cache(async (entryId: string) => {
  const viewer = await getViewer()
  if (!viewer) notFound()
  try {
    return await withOwnScope(viewer, (scope) => getEntry(scope, entryId))
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: PageProps<'/list/[entryId]'>): Promise<Metadata> {
  await readEntry((await params).entryId)
  return { title: 'On your list' }
}

export default async function EntryPage({ params, searchParams }: PageProps<'/list/[entryId]'>) {
  const [{ entryId }, { done }] = await Promise.all([params, searchParams])
  const [entry, { basis, beside }] = await Promise.all([
    readEntry(entryId),
    getViewer().then((viewer) =>
      readFitBasisAnd(viewer, (scope) =>
        Promise.all([
          readLog(scope),
          loadNotesOn(ownNotes(scope), targetOf('entry', entryId)),
          listTrackedLetters(scope),
        ]),
      ),
    ),
  ])
  const [log, notes, letters] = beside ?? [[], null, []]
  const contacts = log.filter(({ entryId: of }) => of === entry.id)
  const program = basis.programs.find(({ id }) => id === entry.programId)
  if (!program || !basis.person) notFound()
  const read = {
    applicant: basis.person.applicant,
    season: basis.season,
    policy: FIT_POLICY,
    today: basis.today,
    program,
    appliedOn: entry.appliedOn,
  }
  const ledger = evaluateFit(read)
  return (
    <>
      {typeof done === 'string' && DONE[done] && <ToastLine message={DONE[done]} />}
      <PageHeader
        above={<BackLink href="/list">List</BackLink>}
        title={program.sponsor}
        lead={[program.name, placeWords(program)].filter(Boolean).join(' · ')}
        actions={
          <>
            <LinkButton href={`/programs/${program.id}`}>All facts and sources</LinkButton>
            <LinkButton href={`/interviews/new?entry=${entry.id}`}>An invitation came</LinkButton>
            <ActionForm action={removeEntryAction} className="">
              <input type="hidden" name="entryId" value={entry.id} />
              <SubmitButton kind="quiet" pendingLabel="Removing…">
                Remove from list
              </SubmitButton>
            </ActionForm>
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <LedgerView
          ledger={ledger}
          next={
            <>
              <UnlockPanel ledger={ledger} unlocks={programUnlocks(read)} />
              <AskPanel asked={programQuestions(read)} />
            </>
          }
        />
        <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
          <Panel id="history" title={STATUS_WORDS[entry.status].label} lead={STATUS_WORDS[entry.status].hint}>
            <StatusHistory
              entry={entry}
              addedOn={dayIn(entry.addedAt, basis.zone)}
              today={basis.today}
              formId={randomUUID()}
              warnings={statusWarnings(entry.history, { season: basis.season, pathway: program.pathway })}
            />
          </Panel>
          <EntryLetters entryId={entry.id} letters={letters} />
          <Panel
            id="contacts"
            title="Contacts"
            lead={contacts.length === 0 ? 'Nothing was written yet.' : undefined}
            actions={
              <>
                <LinkButton href={`/contacts/new?entry=${entry.id}`} isSmall>
                  Write
                </LinkButton>
                <LinkButton href={`/contacts/new?entry=${entry.id}&kind=answer&direction=received`} isSmall>
                  They wrote
                </LinkButton>
              </>
            }
          >
            {contacts.length > 0 && <ContactList contacts={contacts} nameOf={null} />}
          </Panel>
          {notes && <CommentsPanel notes={notes} back={`/list/${entry.id}`} zone={basis.zone} />}
          <Panel id="note" title="Note">
            <ActionForm action={saveNoteAction} id="note-form" className="space-y-3">
              <input type="hidden" name="entryId" value={entry.id} />
              <input type="hidden" name="version" value={entry.version} />
              <TextAreaField
                name="note"
                label="What you want to remember"
                rows={5}
                maxLength={20_000}
                defaultValue={entry.note}
              />
              <SubmitButton kind="secondary">Save note</SubmitButton>
            </ActionForm>
          </Panel>
          <Panel
            id="signal"
            title="Signal"
            lead={`What a signal means, and how many there are, depends on the pathway: ${pathwayShortName(program.pathway)}.`}
          >
            <ActionForm action={setSignalAction} id="signal-form" className="space-y-3">
              <input type="hidden" name="entryId" value={entry.id} />
              <SelectField
                name="signal"
                label="Signal to this program"
                width="full"
                defaultValue={entry.signal}
                options={SIGNALS.map((signal) => ({ value: signal, label: SIGNAL_WORDS[signal] }))}
              />
              <SubmitButton kind="secondary">Save signal</SubmitButton>
            </ActionForm>
          </Panel>
        </div>
      </div>
    </>
  )
}
