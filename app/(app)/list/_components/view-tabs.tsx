'use client'
import { useSearchParams } from 'next/navigation'
import { Tabs } from '@/app/_ui/tabs'
import { LIST_VIEWS, type ListLook, listViewHref, readListView } from '@/lib/list/rows'

const LABELS: Readonly<Record<ListLook, string>> = { table: 'Table', board: 'Board', insights: 'Insights' }

/** The same rows three ways. The links carry the filters of this moment, also those set in place. */
export function ViewTabs() {
  const view = readListView(useSearchParams())
  return (
    <Tabs
      label="Views of the list"
      items={LIST_VIEWS.map((look) => ({
        href: listViewHref({ ...view, look, page: 1 }),
        label: LABELS[look],
        isCurrent: view.look === look,
      }))}
    />
  )
}
