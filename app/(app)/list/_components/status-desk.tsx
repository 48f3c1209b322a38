'use client'
import { useRouter } from 'next/navigation'
import {
  type KeyboardEvent,
  type MouseEvent,
  startTransition,
  useActionState,
  useEffect,
  useOptimistic,
  useRef,
  useState,
} from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import { type ListRow, listViewHref, pageOf, readListView, rowsOf } from '@/lib/list/rows'
import type { EntryStatus } from '@/lib/list/status'
import { statusForKey } from '@/lib/list/status-keys'
import { BulkBar, type StatusAction } from './bulk-bar'
import { ListBoard } from './list-board'
import { ListFilters } from './list-filters'
import type { ListLabels } from './list-labels'
import { ListTable } from './list-table'
import { newFormId } from './new-form-id'
import { useListView } from './use-list-view'

const IDLE = { status: 'idle' } as const

/**
 * The rows as a table or a board, and everything that records a status from them: the form for those chosen, one key on a
 * row, a card dragged to another place. All of it goes through one action, so each can be taken back in one go.
 * The server renders the view that the address names; with script the same links and forms change it in place.
 */
export function StatusDesk({
  rows: stored,
  labels,
  scale,
  today,
  formId,
  record,
  undo,
}: {
  rows: readonly ListRow[]
  labels: ListLabels
  scale: { from: number; to: number }
  today: string
  /** Of the form without script. */
  formId: string
  record: StatusAction
  undo: StatusAction
}) {
  const { view, show } = useListView()
  const router = useRouter()
  const [state, send, isSending] = useActionState(record, IDLE)
  const [rows, change] = useOptimistic(stored, withStatus)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => typedEntries(state))
  const [batch, setBatch] = useState<string | null>(null)
  const isFromBar = useRef(false)
  const found = rowsOf(rows, view)
  const paged = view.look === 'board' ? { rows: found, page: 1, pageCount: 1 } : pageOf(found, view.page)

  useEffect(() => {
    if (state.status === 'done' && isFromBar.current) setChosen(new Set())
    isFromBar.current = false
  }, [state])

  function choose(id: string, isChosen: boolean) {
    setChosen((before) => {
      const next = new Set(before)
      if (isChosen) next.add(id)
      else next.delete(id)
      return next
    })
  }

  function submit(form: FormData, ids: readonly string[], status: EntryStatus) {
    const made = newFormId()
    form.set('formId', made)
    setBatch(made)
    startTransition(() => {
      change({ ids, status })
      send(form)
    })
  }

  function recordToday(id: string, status: EntryStatus) {
    if (rows.find((row) => row.id === id)?.status === status) return
    const form = new FormData()
    form.append('entry', id)
    form.set('status', status)
    form.set('on', today)
    submit(form, [id], status)
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const target = event.target
    if (!(target instanceof HTMLElement) || target.matches('select, textarea, input:not([type=checkbox])'))
      return
    const box = target.closest('tr, [data-card]')?.querySelector<HTMLInputElement>('input[name=entry]')
    const status = statusForKey(event)
    if (!box || status === null) return
    event.preventDefault()
    recordToday(box.value, status)
  }

  /** One listener for all links: those to a view change it here, those to an entry are followed without a full load. */
  function follow(event: MouseEvent<HTMLElement>) {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    // Within the page, such as from an error to its field.
    if (link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    // Links to the list itself hold a whole view in their address.
    if (link.pathname === '/list') show(readListView(new URLSearchParams(link.search)))
    else router.push(link.getAttribute('href') ?? '/list')
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the clicks and keys on what is inside
    <div className="list-desk" onClick={follow} onKeyDown={press}>
      <ListFilters
        rows={rows}
        labels={labels}
        view={view}
        found={{ count: found.length, page: paged.page, pageCount: paged.pageCount }}
        show={show}
      />
      <BulkBar
        state={state}
        send={send}
        isSending={isSending}
        batch={batch}
        undo={undo}
        back={listViewHref(view)}
        formId={formId}
        today={today}
        labels={labels}
        count={chosen.size}
        areAllChosen={found.length > 0 && found.every(({ id }) => chosen.has(id))}
        onChooseAll={(isChosen) => setChosen(new Set(isChosen ? found.map(({ id }) => id) : []))}
        onSubmit={(form, status) => {
          isFromBar.current = true
          submit(form, [...chosen], status)
        }}
        hidden={[...chosen].filter((id) => !paged.rows.some((row) => row.id === id))}
      />
      {paged.rows.length === 0 ? (
        <p className="rounded-lg border border-dashed border-edge px-5 py-8 text-center text-mute">
          No program on your list matches this. Take a filter away.
        </p>
      ) : view.look === 'board' ? (
        <ListBoard rows={paged.rows} labels={labels} chosen={chosen} onChoose={choose} onMove={recordToday} />
      ) : (
        <ListTable
          rows={paged.rows}
          labels={labels}
          view={view}
          scale={scale}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      {paged.pageCount > 1 && (
        <nav aria-label="Pages of the list" className="mt-4 flex flex-wrap gap-2">
          {Array.from({ length: paged.pageCount }, (_, index) => index + 1).map((number) => (
            <a
              key={number}
              href={listViewHref({ ...view, page: number })}
              aria-current={number === paged.page ? 'page' : undefined}
              className={buttonLook(number === paged.page ? 'primary' : 'secondary', true)}
            >
              {number}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}

/** The rows as they will be, until the server has answered. */
function withStatus(
  rows: readonly ListRow[],
  { ids, status }: { ids: readonly string[]; status: EntryStatus },
): ListRow[] {
  return rows.map((row) => (ids.includes(row.id) ? { ...row, status, since: '' } : row))
}

/** What was chosen in a form that was refused without script. */
function typedEntries(state: Awaited<ReturnType<StatusAction>>): ReadonlySet<string> {
  const typed = 'values' in state ? state.values.entry : undefined
  return new Set(typed === undefined ? [] : Array.isArray(typed) ? typed : [typed])
}
