import { memo } from 'react'
import type { BoardView } from '@/lib/timing/board-view'

/** The last exam days that still make review, in view wherever the page is scrolled to. */
export const LastDates = memo(function LastDates({ last }: { last: BoardView['last'] }) {
  if (!last) return null
  return (
    <p className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper px-4 py-2 text-sm sm:mx-0 sm:rounded-lg sm:border sm:px-4">
      {last.isOver ? 'Last exam day that made review' : 'Last exam day for review'} on {last.review}
      {last.isProjected && ' (projected)'}: <strong>{last.plan}</strong> if the result takes eight weeks,{' '}
      <strong>{last.typical}</strong> if four.
    </p>
  )
})
