'use client'
import type { ListRow } from '@/lib/list/rows'

/** The form that records a status for the chosen programs; the boxes stand outside of it and name it. */
export const BULK_FORM = 'bulk'

export function ChooseBox({
  row,
  name,
  isChosen,
  onChoose,
}: {
  row: ListRow
  /** With its pathway: a sponsor may have several programs on one list. */
  name: string
  isChosen: boolean
  onChoose: (id: string, isChosen: boolean) => void
}) {
  return (
    <input
      type="checkbox"
      name="entry"
      value={row.id}
      form={BULK_FORM}
      aria-label={`Choose ${name}`}
      checked={isChosen}
      onChange={(event) => onChoose(row.id, event.target.checked)}
    />
  )
}
