import Link from 'next/link'
import type { CSSProperties, ReactNode } from 'react'

export type Column = {
  /** Plain text: the header, and the label of the value when a phone shows each row as a card. */
  label: string
  isNumeric?: boolean
  /** A column for actions has its label for screen readers only. */
  isLabelHidden?: boolean
  /** In per cent of the table, for tables below one another that should agree; given to all columns or to none. */
  width?: number
  /** A sortable column links to the URL that holds the order. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined }
}

/**
 * A semantic table. Children are plain <tr> with <th scope="row"> and <td>, without classes: `.data-table` styles them by
 * position (nine columns at most), so that hundreds of rows stay light. Below 600 px every row becomes a card, unless
 * `keepsColumns`. `hasOwnScroll` keeps a long table in a region of its own with the header held in view.
 */
export function Table({
  caption,
  isCaptionHidden = false,
  columns,
  keepsColumns = false,
  hasOwnScroll = false,
  children,
}: {
  caption: string
  isCaptionHidden?: boolean
  columns: Column[]
  keepsColumns?: boolean
  hasOwnScroll?: boolean
  children: ReactNode
}) {
  const labels = Object.fromEntries(
    columns.map(({ label, isLabelHidden }, index) => [
      `--c${index + 1}`,
      isLabelHidden ? '""' : JSON.stringify(label),
    ]),
  ) as CSSProperties
  const numeric = columns.flatMap((column, index) => (column.isNumeric ? [index + 1] : [])).join(' ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a named, focusable region lets the keyboard scroll a wide table
    <div
      role="region"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      // `relative` keeps what is for screen readers alone within the region: it would widen the page otherwise.
      // Where there is room the region does not scroll, and the header sticks to the window instead.
      className={`relative -mx-1 px-1 ${hasOwnScroll ? 'max-h-[75dvh] overflow-auto' : 'overflow-x-auto xl:overflow-visible'}`}
    >
      <table
        className="data-table"
        style={labels}
        data-numeric={numeric || undefined}
        data-keep={keepsColumns || undefined}
      >
        <caption className={isCaptionHidden ? 'sr-only' : undefined}>{caption}</caption>
        {columns.some(({ width }) => width !== undefined) && (
          <colgroup>
            {columns.map(({ label, width }) => (
              <col key={label} style={{ width: `${width}%` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined}
              >
                <HeaderText column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

function HeaderText({ column: { label, isLabelHidden, sort } }: { column: Column }) {
  if (isLabelHidden) return <span className="sr-only">{label}</span>
  if (!sort) return label
  const arrow = sort.direction === 'ascending' ? ' ↑' : sort.direction === 'descending' ? ' ↓' : ''
  return (
    <Link href={sort.href} prefetch={false} scroll={false}>
      {label}
      <span aria-hidden="true">{arrow}</span>
    </Link>
  )
}
