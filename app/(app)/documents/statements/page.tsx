import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getViewer } from '@/app/_server/auth'
import { type FitBasis, readFitBasisAnd } from '@/app/_server/fit-basis'
import { ActionForm } from '@/app/_ui/action-form'
import { BackLink } from '@/app/_ui/back-link'
import { EmptyState } from '@/app/_ui/empty-state'
import { SelectField, TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { Sign } from '@/app/_ui/sign'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ToastLine } from '@/app/_ui/toast-line'
import { UndoForm } from '@/app/_ui/undo-form'
import { listAssignments } from '@/db/queries/statement-assignments'
import { findRemovedStatement, listStatements } from '@/db/queries/statements'
import { listWaitingThreads } from '@/db/queries/waiting-notes'
import { formatInZone } from '@/lib/dates/format'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { type AssignedEntry, assignmentProblems, problemWords } from '@/lib/statement/assignment'
import { type Statement, TITLE_MOST } from '@/lib/statement/statement'
import { WaitingMark } from '../../mentors/_notes/waiting-mark'
import { assignedEntries } from '../_lines/assigned-entries'
import { AssignmentTable } from './_components/assignment-table'
import { PATHWAY_OPTIONS } from './_components/pathway-options'
import { addStatementAction, restoreStatementAction } from './actions'

export const metadata: Metadata = { title: 'Statements' }

const DONE: Readonly<Record<string, string>> = {
  restored: 'The statement is back, with its versions and programs.',
  assigned: 'Saved: each program gets what stands here.',
  filled: 'Given to every program of its pathway that had none.',
}

export default async function StatementsPage({ searchParams }: PageProps<'/documents/statements'>) {
  const [{ done, removed: removedId }, viewer] = await Promise.all([searchParams, getViewer()])
  const { basis, beside } = await readFitBasisAnd(viewer, async (scope) => {
    const [statements, assignments, waiting, removed] = await Promise.all([
      listStatements(scope),
      listAssignments(scope),
      listWaitingThreads(scope),
      typeof removedId === 'string' ? findRemovedStatement(scope, removedId) : null,
    ])
    return { statements, assignments, waiting, removed }
  })
  const { statements = [], assignments = new Map(), waiting = [], removed = null } = beside ?? {}
  const entries = assignedEntries(basis, assignments)
  const problems = assignmentProblems(statements, entries)
  const said = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      {removed && (
        <ToastLine
          message={`“${removed.title}” is removed.`}
          undo={<UndoForm action={restoreStatementAction} fields={{ id: removed.id }} />}
        />
      )}
      {said && <ToastLine message={said} />}
      <PageHeader
        above={<BackLink href="/documents">Documents</BackLink>}
        title="Statements"
        lead={verdict(statements, problems.length, entries)}
      />
      <div className="space-y-5">
        {problems.length > 0 && (
          <Panel id="problems" title="To set right">
            <ul className="space-y-1.5">
              {problems.map(problemWords).map((text) => (
                <li key={text} className="flex gap-2.5">
                  <Sign tone="warn" className="mt-1.5 size-3.5" />
                  <span className="min-w-0">{text}.</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <Panel id="statements" title="What you have written">
            {statements.length === 0 ? (
              <EmptyState title="No statement yet">
                Begin with one for the pathway that most of your list is for. Another can begin with its text.
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {statements.map((statement) => (
                  <StatementItem
                    key={statement.id}
                    statement={statement}
                    entries={entries.filter(({ statementId }) => statementId === statement.id)}
                    zone={basis.zone}
                    mark={<WaitingMark waiting={waiting} kind="paragraph" id={statement.id} />}
                  />
                ))}
              </ul>
            )}
          </Panel>
          <NewStatement statements={statements} basis={basis} />
        </div>
        {statements.length > 0 && <AssignmentTable statements={statements} entries={entries} />}
      </div>
    </>
  )
}

function verdict(
  statements: readonly Statement[],
  problems: number,
  entries: readonly AssignedEntry[],
): string {
  if (statements.length === 0)
    return 'One for each pathway that you apply in, and one of its own where a program deserves it. Each program gets one.'
  const count = `${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`
  const waiting = entries.filter(({ statementId }) => statementId === null).length
  if (problems > 0) return `${count}, and ${problems} ${problems === 1 ? 'thing' : 'things'} to set right.`
  if (entries.length === 0) return `${count}.`
  // What a text's own reading finds is said beside the text: here nothing is called right that nobody has read.
  return waiting === 0
    ? `${count}. Each program gets one.`
    : `${count}. ${waiting} ${waiting === 1 ? 'program has' : 'programs have'} none yet.`
}

function StatementItem({
  statement: { id, title, pathway, text, savedAt },
  entries,
  zone,
  mark,
}: {
  statement: Statement
  entries: readonly AssignedEntry[]
  zone: string
  /** That something waits on it. */
  mark: ReactNode
}) {
  const words = text.match(/\S+/g)?.length ?? 0
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3.5 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <h3 className="font-semibold">
          <a
            href={`/documents/statements/${id}`}
            className="text-ink underline decoration-line underline-offset-3"
          >
            {title}
          </a>
        </h3>
        <p className="text-mute">
          {pathway ? pathwayShortName(pathway) : 'Any pathway'}, {words === 0 ? 'empty' : `${words} words`},
          goes to {entries.length === 1 ? (entries[0]?.sponsor ?? '1 program') : `${entries.length} programs`}
        </p>
        <p className="text-sm text-mute">Saved {formatInZone(savedAt, zone)}</p>
        {mark}
      </div>
      <LinkButton href={`/documents/statements/${id}`} isSmall>
        Write<span className="sr-only"> on {title}</span>
      </LinkButton>
    </li>
  )
}

function NewStatement({ statements, basis }: { statements: readonly Statement[]; basis: FitBasis }) {
  const pathway = likelyPathway(basis, statements)
  return (
    <Panel id="new" title="Begin a statement">
      <ActionForm action={addStatementAction} id="new-statement" className="space-y-4">
        <input type="hidden" name="formId" value={randomUUID()} />
        <TextField
          name="title"
          label="Title"
          hint="For you alone: the pathway, or the program it is for."
          maxLength={TITLE_MOST}
          defaultValue={pathway ? pathwayShortName(pathway) : ''}
        />
        <SelectField
          name="pathway"
          label="Written for"
          width="full"
          defaultValue={pathway ?? ''}
          options={PATHWAY_OPTIONS}
        />
        {statements.length > 0 && (
          <SelectField
            name="from"
            label="Begin with"
            width="full"
            defaultValue=""
            options={[
              { value: '', label: 'An empty page' },
              ...statements.map(({ id, title }) => ({ value: id, label: `The text of ${title}` })),
            ]}
          />
        )}
        <SubmitButton>Begin</SubmitButton>
      </ActionForm>
    </Panel>
  )
}

/** The pathway of most programs on the list that no statement is for yet. */
function likelyPathway({ person, programs }: FitBasis, statements: readonly Statement[]) {
  const byId = new Map(programs.map((program) => [program.id, program.pathway]))
  const counts = new Map<NonNullable<Statement['pathway']>, number>()
  for (const { programId } of person?.entries ?? []) {
    const pathway = byId.get(programId)
    if (pathway && statements.every((statement) => statement.pathway !== pathway))
      counts.set(pathway, (counts.get(pathway) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}
