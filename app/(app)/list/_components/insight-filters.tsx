'use client'
import { type ListRow, rowsOf } from '@/lib/list/rows'
import { ListFilters } from './list-filters'
import type { ListLabels } from './list-labels'
import { useListView } from './use-list-view'

/** The list's filters above pictures that the server draws: each change asks for the page anew. */
export function InsightFilters({ rows, labels }: { rows: readonly ListRow[]; labels: ListLabels }) {
  const { view, show } = useListView(true)
  const count = rowsOf(rows, view).length
  return (
    <ListFilters
      rows={rows}
      labels={labels}
      view={view}
      found={{ count, page: 1, pageCount: 1 }}
      show={show}
    />
  )
}
