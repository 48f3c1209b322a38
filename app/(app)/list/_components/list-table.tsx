'use client'
import { type CSSProperties, memo } from 'react'
import { type ListRow, type ListSort, type ListView, sortHref } from '@/lib/list/rows'
import { ChooseBox } from './choose-box'
import type { ListLabels } from './list-labels'
import './list-table.css'

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

/** One page of the rows. The box in each row belongs to the form that records a status for several (`bulk`). */
export function ListTable({
  rows,
  labels,
  view,
  scale,
  chosen,
  onChoose,
}: {
  rows: readonly ListRow[]
  labels: ListLabels
  view: ListView
  /** Where the bars of the whole list begin and end, so that a filter does not stretch them. */
  scale: { from: number; to: number }
  chosen: ReadonlySet<string>
  onChoose: (id: string, isChosen: boolean) => void
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
            <Row key={row.id} row={row} labels={labels} isChosen={chosen.has(row.id)} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const SIGNAL_LABELS = {
  none: '',
  signal: 'Signal',
  gold: 'Gold signal',
  silver: 'Silver signal',
} as const

const Row = memo(function Row({
  row,
  labels,
  isChosen,
  onChoose,
}: {
  row: ListRow
  labels: ListLabels
  isChosen: boolean
  onChoose: (id: string, isChosen: boolean) => void
}) {
  const standing = labels.standing[row.standing]
  const status = labels.status[row.status]
  const marks = [
    row.isOwn && 'Your own entry',
    SIGNAL_LABELS[row.signal],
    row.hasNote && 'Note',
    row.waits,
  ].filter(Boolean)
  return (
    <tr>
      <th scope="row">
        <ChooseBox
          row={row}
          name={`${row.sponsor}, ${labels.pathway[row.pathway]}`}
          isChosen={isChosen}
          onChoose={onChoose}
        />
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
})
