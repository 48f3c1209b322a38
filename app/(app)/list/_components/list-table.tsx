'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { type CSSProperties, type MouseEvent, useEffect, useRef, useState } from 'react'
import { buttonLook } from '@/app/_ui/button-look'
import type { Tone } from '@/app/_ui/sign'
import {
  type ListRow,
  type ListSort,
  type ListView,
  listViewHref,
  pageOf,
  readListView,
  rowsOf,
  sortHref,
} from '@/lib/list/rows'
import './list-table.css'

type Label = { label: string; sign: string; tone: Tone }

/** Words that many rows share, sent once. */
export type ListLabels = {
  standing: Readonly<Record<string, Label>>
  status: Readonly<Record<string, Label>>
  pathway: Readonly<Record<string, string>>
  state: Readonly<Record<string, string>>
}

const COLUMNS: readonly { label: string; sort: ListSort }[] = [
  { label: 'Program', sort: 'sponsor' },
  { label: 'Standing and why', sort: 'standing' },
  { label: 'Pathway', sort: 'pathway' },
  { label: 'Status', sort: 'status' },
  { label: 'Your wishes', sort: 'preference' },
  { label: 'Fit', sort: 'fit' },
]

// The phone's cards take their labels from these; see .data-table.
const CARD_LABELS = Object.fromEntries(
  COLUMNS.map(({ label }, index) => [`--c${index + 1}`, JSON.stringify(label)]),
) as CSSProperties

/**
 * The list: sorted, filtered and paged by the address. The server renders the view that the address names; with script the
 * same links and the same form change the view in place, without a request.
 */
export function ListTable({
  rows,
  labels,
  scale,
}: {
  rows: readonly ListRow[]
  labels: ListLabels
  /** Where the bars of the whole list begin and end, so that a filter does not stretch them. */
  scale: { from: number; to: number }
}) {
  const { view, show } = useListView()
  const router = useRouter()
  const found = rowsOf(rows, view)
  const { rows: shown, page, pageCount } = pageOf(found, view.page)
  const isFiltered = Boolean(view.query || view.standing || view.status || view.pathway || view.state)

  /** One listener for all links: those to a view change it here, those to an entry are followed without a full load. */
  function follow(event: MouseEvent<HTMLElement>) {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    // Links to the list itself hold a whole view in their address.
    if (link.pathname === '/list') show(readListView(new URLSearchParams(link.search)))
    else router.push(link.getAttribute('href') ?? '/list')
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the clicks on the links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter key arrives as a click
    <div onClick={follow}>
      <form
        action="/list"
        className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-4 sm:items-end lg:grid-cols-[2fr_1fr_1fr_1fr_1fr_auto]"
        onSubmit={(event) => event.preventDefault()}
      >
        <label className="col-span-2 min-w-0 sm:col-span-4 lg:col-span-1">
          <span className="block text-sm text-mute">Search</span>
          <input
            type="search"
            name="q"
            className="control"
            value={view.query}
            placeholder="Program, city or state"
            onChange={(event) => show({ ...view, query: event.target.value, page: 1 })}
          />
        </label>
        <Filter
          name="standing"
          label="Standing"
          value={view.standing}
          options={optionsIn(rows, 'standing', (code) => labels.standing[code]?.label)}
          onChange={(standing) => show({ ...view, standing, page: 1 })}
        />
        <Filter
          name="status"
          label="Status"
          value={view.status}
          options={optionsIn(rows, 'status', (code) => labels.status[code]?.label)}
          onChange={(status) => show({ ...view, status, page: 1 })}
        />
        <Filter
          name="pathway"
          label="Pathway"
          value={view.pathway}
          options={optionsIn(rows, 'pathway', (code) => labels.pathway[code])}
          onChange={(pathway) => show({ ...view, pathway, page: 1 })}
        />
        <Filter
          name="state"
          label="State"
          value={view.state}
          options={optionsIn(rows, 'state', (code) => labels.state[code])}
          onChange={(state) => show({ ...view, state, page: 1 })}
        />
        <noscript>
          <button type="submit" className={buttonLook('secondary', false)}>
            Show
          </button>
        </noscript>
      </form>
      <p role="status" className="mb-2 text-sm text-mute">
        {isFiltered && `${found.length} of `}
        {rows.length} {rows.length === 1 ? 'program' : 'programs'}
        {pageCount > 1 && `, page ${page} of ${pageCount}`}
        {isFiltered && (
          <>
            {' · '}
            <a href={listViewHref(cleared(view))}>Show all</a>
          </>
        )}
      </p>
      {shown.length === 0 ? (
        <p className="rounded-lg border border-dashed border-edge px-5 py-8 text-center text-mute">
          No program on your list matches this. Take a filter away.
        </p>
      ) : (
        <Rows rows={shown} labels={labels} view={view} scale={scale} />
      )}
      {pageCount > 1 && (
        <nav aria-label="Pages of the list" className="mt-4 flex flex-wrap gap-2">
          {Array.from({ length: pageCount }, (_, index) => index + 1).map((number) => (
            <a
              key={number}
              href={listViewHref({ ...view, page: number })}
              aria-current={number === page ? 'page' : undefined}
              className={buttonLook(number === page ? 'primary' : 'secondary', true)}
            >
              {number}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}

/** How long the address waits for the next key. */
const ADDRESS_DELAY_MS = 150

/**
 * The view that the address names, changed here first and in the address a moment later, so that typing stays quick. A
 * change from outside (a link to a view, the way back from an entry) is followed.
 */
function useListView(): { view: ListView; show: (next: ListView) => void } {
  const params = useSearchParams()
  const [view, setView] = useState(() => readListView(params))
  const unwritten = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // While a change is still to be written, the address is the older of the two.
    if (unwritten.current === undefined) setView(readListView(params))
  }, [params])
  useEffect(() => () => clearTimeout(unwritten.current), [])

  function show(next: ListView) {
    setView(next)
    clearTimeout(unwritten.current)
    unwritten.current = setTimeout(() => {
      unwritten.current = undefined
      window.history.replaceState(null, '', listViewHref(next))
    }, ADDRESS_DELAY_MS)
  }
  return { view, show }
}

function cleared(view: ListView): ListView {
  return { ...view, query: '', standing: '', status: '', pathway: '', state: '', page: 1 }
}

type Option = { value: string; label: string }

/** The values that occur on this list, in the order of their words. */
function optionsIn(
  rows: readonly ListRow[],
  key: 'standing' | 'status' | 'pathway' | 'state',
  word: (value: string) => string | undefined,
): Option[] {
  return [...new Set(rows.map((row) => row[key]))]
    .map((value) => ({ value, label: word(value) ?? value }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}

function Filter({
  name,
  label,
  value,
  options,
  onChange,
}: {
  name: string
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
}) {
  // A view from an old link may name what is not on the list any more: it stays visible, so that it can be taken away.
  const all =
    value === '' || options.some((option) => option.value === value)
      ? options
      : [...options, { value, label: value }]
  return (
    <label className="min-w-0">
      <span className="block text-sm text-mute">{label}</span>
      <select
        name={name}
        className="control"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">All</option>
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Rows({
  rows,
  labels,
  view,
  scale,
}: {
  rows: readonly ListRow[]
  labels: ListLabels
  view: ListView
  scale: { from: number; to: number }
}) {
  return (
    <div className="-mx-1 overflow-x-auto px-1">
      <table
        className="data-table list-rows"
        style={{ ...CARD_LABELS, '--from': scale.from, '--to': scale.to } as CSSProperties}
      >
        <caption className="sr-only">Programs on your list</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ label, sort }) => (
              <th key={sort} scope="col" aria-sort={view.sort === sort ? view.direction : 'none'}>
                <a href={sortHref(view, sort)}>
                  {label}
                  <span aria-hidden="true">
                    {view.sort !== sort ? '' : view.direction === 'ascending' ? ' ↑' : ' ↓'}
                  </span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} labels={labels} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const SIGNAL_LABELS = { none: '', signal: 'Signal', gold: 'Gold signal', silver: 'Silver signal' } as const

function Row({ row, labels }: { row: ListRow; labels: ListLabels }) {
  const standing = labels.standing[row.standing]
  const status = labels.status[row.status]
  const marks = [row.isOwn && 'Your own entry', SIGNAL_LABELS[row.signal], row.hasNote && 'Note'].filter(
    Boolean,
  )
  return (
    <tr>
      <th scope="row">
        <a href={`/list/${row.id}`}>{row.sponsor}</a>
        <small>{[row.detail, ...marks].filter(Boolean).join(' · ')}</small>
      </th>
      <td>
        <div>
          <b data-tone={standing?.tone} data-sign={standing?.sign}>
            {standing?.label ?? row.standing}
          </b>
          {row.reason && <small>{row.reason}</small>}
        </div>
      </td>
      <td>{labels.pathway[row.pathway]}</td>
      <td>
        <div>
          <b data-tone={status?.tone} data-sign={status?.sign || undefined}>
            {status?.label ?? row.status}
          </b>
          {row.since && <small>{row.since}</small>}
        </div>
      </td>
      <td>{row.wishes}</td>
      <td>
        <div>
          {row.point}
          {row.low !== row.high && ` (${row.low}–${row.high})`}
          <span
            className="range-bar"
            style={{ '--low': row.low, '--point': row.point, '--high': row.high } as CSSProperties}
          />
        </div>
      </td>
    </tr>
  )
}
