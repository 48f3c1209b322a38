import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getViewer, type SignedIn } from '@/app/_server/auth'
import { readFitBasisAnd } from '@/app/_server/fit-basis'
import { readStory, readStoryRows } from '@/app/_server/story-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { SelectField, TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { ownNotes } from '@/db/access'
import { listDismissals } from '@/db/queries/finding-dismissals'
import { loadNotesOn } from '@/db/queries/notes'
import { listAssignments } from '@/db/queries/statement-assignments'
import { listVersions } from '@/db/queries/statement-versions'
import { getStatement } from '@/db/queries/statements'
import { formatInZone } from '@/lib/dates/format'
import { AppError } from '@/lib/errors/app-error'
import { PERSONAL_STATEMENT_LIMITS } from '@/lib/facts/eras-limits'
import { pathwayName } from '@/lib/programs/pathway-words'
import { type StatementVersion, TITLE_MOST, versionTitle } from '@/lib/statement/statement'
import { readText } from '@/lib/statement/text-reading'
import { finishedSentences } from '@/lib/story/missing'
import { StatementComments } from '../../../mentors/_notes/statement-comments'
import { DisagreementList } from '../../../story/_components/disagreement-list'
import { SentenceOffer } from '../../../story/_components/sentence-offer'
import { draftOwner } from '../../_writing/draft-owner'
import { PATHWAY_OPTIONS } from '../_components/pathway-options'
import { removeStatementAction, saveAboutStatementAction } from '../actions'
import { StatementEditor } from './_components/statement-editor'

export const metadata: Metadata = { title: 'Statement' }

const DONE: Readonly<Record<string, string>> = {
  save: 'Saved as a version.',
  check: 'Saved, and read below.',
  plain: 'Saved in plain typing.',
  mine: 'Saved. The other text is among the versions.',
  theirs: 'The saved text goes on. Yours is among the versions.',
  dismiss: 'Put aside.',
  return: 'Brought back.',
  about: 'Saved.',
  'brought-back': 'The earlier version stands here again. What stood here is among the versions.',
}

/** The latest of them; all of them are on the page that compares. */
const SHOWN_VERSIONS = 5

export default async function StatementPage({
  params,
  searchParams,
}: PageProps<'/documents/statements/[id]'>) {
  const [{ id }, { done }, viewer] = await Promise.all([params, searchParams, getViewer()])
  if (!viewer) notFound()
  const { statement, versions, dismissals, notes, goesTo, zone, sentences, saysElse } = await readPage(
    viewer,
    id,
  )
  const said = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/documents/statements">Statements</BackLink>}
        title={statement.title}
        lead={`For ${statement.pathway ? pathwayName(statement.pathway).toLowerCase() : 'any pathway'}. ${goesTo}`}
        actions={<LinkButton href={`/documents/statements/${id}/compare`}>Versions</LinkButton>}
      />
      <div className="space-y-5">
        <StatementEditor
          statement={statement}
          reading={readText(statement.text)}
          dismissals={dismissals}
          zone={zone}
          owner={draftOwner(viewer)}
        />
        {/* Painted as one piece, so that a key in the text above does not walk through it. */}
        <div className="isolate space-y-5">
          <StatementComments
            notes={notes}
            text={statement.text}
            back={`/documents/statements/${id}`}
            zone={zone}
          />
          {saysElse.length > 0 && (
            <Panel id="says-else" title="It says something else than your story">
              <DisagreementList found={saysElse} />
            </Panel>
          )}
          <Panel
            id="story"
            title="Your three sentences"
            lead="The same everywhere, so that a reader of two texts meets one story."
          >
            <SentenceOffer sentences={sentences} into="statement-form-text" />
          </Panel>
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <Panel
              id="versions"
              title="Kept versions"
              lead={
                versions.length === 0
                  ? 'None yet. Each save keeps one; what you type between is saved as a draft.'
                  : undefined
              }
            >
              {versions.length > 0 && <VersionList id={id} versions={versions} zone={zone} />}
            </Panel>
            <Panel id="about" title="About this statement">
              <ActionForm action={saveAboutStatementAction} id="about-form" className="space-y-4">
                <input type="hidden" name="id" value={id} />
                <TextField name="title" label="Title" maxLength={TITLE_MOST} defaultValue={statement.title} />
                <SelectField
                  name="pathway"
                  label="Written for"
                  width="full"
                  defaultValue={statement.pathway ?? ''}
                  options={PATHWAY_OPTIONS}
                />
                <SubmitButton kind="secondary">Save</SubmitButton>
              </ActionForm>
              <ActionForm action={removeStatementAction} className="mt-5 border-t border-line pt-4">
                <input type="hidden" name="id" value={id} />
                <SubmitButton kind="danger" isSmall pendingLabel="Removing…">
                  Remove this statement
                </SubmitButton>
              </ActionForm>
              <p className="mt-5 text-sm text-mute">
                The limit:{' '}
                <SourceNote
                  title={PERSONAL_STATEMENT_LIMITS.source.title}
                  href={PERSONAL_STATEMENT_LIMITS.source.url}
                  year={PERSONAL_STATEMENT_LIMITS.source.year}
                  confidence={PERSONAL_STATEMENT_LIMITS.confidence}
                />
                . One printed page is common advice, not a rule. What MyERAS does with each character is not
                published: look at its preview.
              </p>
            </Panel>
          </div>
        </div>
      </div>
    </>
  )
}

async function readPage(viewer: SignedIn, id: string) {
  try {
    const { basis, beside } = await readFitBasisAnd(viewer, async (scope) => {
      const [statement, versions, dismissals, assignments, notes, story] = await Promise.all([
        getStatement(scope, id),
        listVersions(scope, id),
        listDismissals(scope),
        listAssignments(scope),
        loadNotesOn(ownNotes(scope), { kind: 'paragraph', id }),
        readStoryRows(scope),
      ])
      return { statement, versions, dismissals, assignments, notes, story }
    })
    if (!beside) notFound()
    const own = (basis.person?.entries ?? []).filter((entry) => beside.assignments.get(entry.id) === id)
    const [only] = own
    const sponsor = basis.programs.find((program) => program.id === only?.programId)?.sponsor
    const goesTo =
      own.length === 0
        ? 'It goes to no program yet.'
        : own.length === 1 && sponsor
          ? `It goes to ${sponsor}.`
          : `It goes to ${own.length} programs.`
    const { sentences, disagreements } = readStory(beside.story, basis.today)
    return {
      ...beside,
      goesTo,
      zone: basis.zone,
      sentences: finishedSentences(sentences),
      saysElse: disagreements.filter(({ place }) => place.href === `/documents/statements/${id}`),
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}

function VersionList({
  id,
  versions,
  zone,
}: {
  id: string
  versions: readonly StatementVersion[]
  zone: string
}) {
  return (
    <>
      <ol className="divide-y divide-line">
        {versions.slice(0, SHOWN_VERSIONS).map((version) => (
          <li
            key={version.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 first:pt-0"
          >
            <a href={`/documents/statements/${id}/compare?from=${version.id}`}>{versionTitle(version)}</a>
            <span className="text-sm text-mute">{formatInZone(version.keptAt, zone)}</span>
          </li>
        ))}
      </ol>
      {versions.length > SHOWN_VERSIONS && (
        <p className="mt-2">
          <a href={`/documents/statements/${id}/compare`}>All {versions.length} versions</a>
        </p>
      )}
    </>
  )
}
