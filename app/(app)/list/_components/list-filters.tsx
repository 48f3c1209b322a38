'use client'
import { buttonLook } from '@/app/_ui/button-look'
import { type ListRow, type ListView, listViewHref } from '@/lib/list/rows'
import type { ListLabels } from './list-labels'

/** Search and filters: a plain GET form without script, and a change of the view in place with it. */
export function ListFilters({
  rows,
  labels,
  view,
  found,
  show,
}: {
  /** All rows of the list: only what occurs in them is offered. */
  rows: readonly ListRow[]
  labels: ListLabels
  view: ListView
  /** How many rows match, with the page where there are several. */
  found: { count: number; page: number; pageCount: number }
  show: (next: ListView) => void
}) {
  const isFiltered = Boolean(view.query || view.standing || view.status || view.pathway || view.state)
  return (
    <>
      <form
        action="/list"
        className="no-print mb-4 grid grid-cols-2 gap-3 sm:grid-cols-4 sm:items-end lg:grid-cols-[2fr_1fr_1fr_1fr_1fr_auto]"
        onSubmit={(event) => event.preventDefault()}
      >
        {view.look !== 'table' && <input type="hidden" name="view" value={view.look} />}
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
        {isFiltered && `${found.count} of `}
        {rows.length} {rows.length === 1 ? 'program' : 'programs'}
        {found.pageCount > 1 && `, page ${found.page} of ${found.pageCount}`}
        {isFiltered && (
          <>
            {' · '}
            <a href={listViewHref(cleared(view))}>Show all</a>
          </>
        )}
      </p>
    </>
  )
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
