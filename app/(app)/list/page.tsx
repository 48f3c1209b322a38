import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getViewer } from '@/app/_server/auth'
import { type FitBasis, readFitBasisAnd } from '@/app/_server/fit-basis'
import { rangeScale } from '@/app/_ui/charts/bar-scale'
import { CountBar } from '@/app/_ui/charts/count-bar'
import { EmptyState } from '@/app/_ui/empty-state'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { UndoForm } from '@/app/_ui/undo-form'
import { findRemovedEntry } from '@/db/queries/list'
import { findSoapStanding } from '@/db/queries/soap-standing'
import { findStatusBatch, listHistories } from '@/db/queries/status-batches'
import { listWaitingThreads } from '@/db/queries/waiting-notes'
import { formatDate } from '@/lib/dates/format'
import { STANDINGS } from '@/lib/fit/ledger'
import { STANDING_WORDS } from '@/lib/fit/words'
import { buildRows, evaluateEntries } from '@/lib/list/build-rows'
import type { EntryHistory } from '@/lib/list/insights'
import { SILENCE_DAYS } from '@/lib/list/no-response'
import { type ListView, listViewHref, readListView, rowsOf } from '@/lib/list/rows'
import { STATUS_WORDS } from '@/lib/list/status-words'
import { type ListSummary, summarizeList } from '@/lib/list/summary'
import { type WaitingThread, waitingMark, waitingOn } from '@/lib/notes/waiting'
import { InsightFilters } from './_components/insight-filters'
import { Insights } from './_components/insights'
import { StatusDesk } from './_components/status-desk'
import { ViewTabs } from './_components/view-tabs'
import { recordStatusesAction, restoreEntryAction, undoStatusesAction } from './actions'
import { LIST_LABELS } from './labels'

export const metadata: Metadata = { title: 'List' }

const DONE: Readonly<Record<string, string>> = {
  restored: 'It is back on your list, with its history and note.',
  'taken-back': 'Taken back: every status is as it was.',
  silence: 'Saved.',
  begun: 'Your new cycle has begun. The former one is kept under Cycles.',
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)

export default async function ListPage({ searchParams }: PageProps<'/list'>) {
  const [params, viewer] = await Promise.all([searchParams, getViewer()])
  const view = readListView({ get: (name) => one(params[name]) })
  const [removedId, batchId] = [one(params.removed), one(params.batch)]
  const { basis, beside } = await readFitBasisAnd(viewer, async (scope) => {
    const [removed, batch, histories, soap, waiting] = await Promise.all([
      removedId ? findRemovedEntry(scope, removedId) : null,
      batchId ? findStatusBatch(scope, batchId) : null,
      view.look === 'insights' ? listHistories(scope) : [],
      view.look === 'insights' ? findSoapStanding(scope) : null,
      view.look === 'insights' ? [] : listWaitingThreads(scope),
    ])
    return { removed, batch, histories, waiting, isPaused: soap?.isPaused === true }
  })
  const { removed = null, batch = null, histories = [], waiting = [], isPaused = false } = beside ?? {}
  const program = removed && basis.programs.find(({ id }) => id === removed.programId)
  const said = DONE[one(params.done) ?? '']

  return (
    <>
      {removed && (
        <ToastLine
          message={`${program?.sponsor ?? 'The program'} is off your list. Its history and note are kept.`}
          undo={<UndoForm action={restoreEntryAction} fields={{ entryId: removed.id }} />}
        />
      )}
      {batch && batchId && (
        <ToastLine
          message={`${batch.entryIds.length} ${batch.entryIds.length === 1 ? 'program' : 'programs'}: ${STATUS_WORDS[batch.status].label.toLowerCase()}, ${formatDate(batch.on)}.`}
          undo={
            <UndoForm
              action={undoStatusesAction}
              fields={{ batch: batchId, back: listViewHref(view) }}
              pendingLabel="Taking back…"
            />
          }
        />
      )}
      {said && <ToastLine message={said} />}
      <PageHeader
        title="List"
        lead={`Programs for season ${basis.season.year}: whether each is open to you, and why.`}
        actions={<LinkButton href="/programs">Add programs</LinkButton>}
      />
      {basis.person && basis.person.entries.length > 0 ? (
        <FilledList
          basis={basis}
          person={basis.person}
          view={view}
          histories={histories}
          waiting={waiting}
          isPaused={isPaused}
        />
      ) : (
        <EmptyState
          title="No program is on your list yet"
          action={
            <>
              <LinkButton href="/programs" kind="primary">
                Browse the catalogue
              </LinkButton>
              <LinkButton href="/programs/new">Add a program of your own</LinkButton>
            </>
          }
        >
          Add programs from the catalogue, or your own backups in pediatrics or medicine. Each is then read
          against your profile: open or closed, with every reason and its source.
        </EmptyState>
      )}
    </>
  )
}

function FilledList({
  basis: { programs, season, today },
  person: { applicant, entries, cycle },
  view,
  histories,
  waiting,
  isPaused,
}: {
  basis: FitBasis
  person: NonNullable<FitBasis['person']>
  view: ListView
  histories: readonly EntryHistory[]
  waiting: readonly WaitingThread[]
  isPaused: boolean
}) {
  const silenceDays = cycle?.silenceDays ?? SILENCE_DAYS
  const evaluated = evaluateEntries({ entries, programs, applicant, season, today, silenceDays })
  const { rows, shared } = buildRows(evaluated, today, (id) => {
    const found = waitingOn(waiting, { kind: 'entry', id })
    return found ? waitingMark(found) : ''
  })
  const summary = summarizeList(evaluated, silenceDays)
  const scale = rangeScale(rows)
  const shown = new Set(rowsOf(rows, view).map(({ id }) => id))
  return (
    <div className="space-y-5">
      <ViewTabs />
      {view.look === 'insights' ? (
        <>
          <InsightFilters rows={rows} labels={LIST_LABELS} />
          <Insights
            histories={histories.filter(({ entryId }) => shown.has(entryId))}
            nameOf={(id) => rows.find((row) => row.id === id)?.sponsor ?? ''}
            today={today}
            silenceDays={silenceDays}
            isPaused={isPaused}
          />
        </>
      ) : (
        <>
          <Summary summary={summary} shared={shared} />
          <Panel>
            <StatusDesk
              rows={rows}
              labels={LIST_LABELS}
              scale={scale}
              today={today}
              formId={randomUUID()}
              record={recordStatusesAction}
              undo={undoStatusesAction}
            />
          </Panel>
          <p className="max-w-prose text-sm text-mute">
            Standing comes from gates and facts. Fit compares programs with each other on a scale to 100,
            where 50 is neutral; it is not a chance of matching. Nobody can know that for one or two places a
            year. Each bar is the range that the unknown leaves, drawn from {scale.from} to {scale.to}; the
            fine line is 50.
          </p>
        </>
      )}
    </div>
  )
}

function Summary({ summary, shared }: { summary: ListSummary; shared: readonly string[] }) {
  return (
    <Panel id="summary">
      <p className="max-w-prose text-xl font-semibold tracking-tight">{summary.sentence}</p>
      {shared.length > 0 && (
        <p className="mt-1 max-w-prose text-mute">The same for every open one: {shared.join('; ')}.</p>
      )}
      <div className="mt-5">
        <CountBar
          label="Programs by standing"
          counts={STANDINGS.filter((standing) => summary.counts[standing] > 0).map((standing) => ({
            key: standing,
            label: STANDING_WORDS[standing].word.toLowerCase(),
            count: summary.counts[standing],
            tone: STANDING_WORDS[standing].tone,
            href: listViewHref({ standing }),
          }))}
        />
      </div>
      {summary.problems.length > 0 && (
        <ul className="mt-4 space-y-1">
          {summary.problems.map((problem) => (
            <li key={problem.key}>
              {problem.href === '/list' ? problem.text : <a href={problem.href}>{problem.text}</a>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
