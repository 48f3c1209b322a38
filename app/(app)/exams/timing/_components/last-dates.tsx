import { formatDayMonth, formatShortDate } from '@/lib/dates/format'
import type { Simulation } from '@/lib/timing/simulate'

/** The last exam days that still make review, in view wherever the page is scrolled to. */
export function LastDates({ simulation: { last, review, today } }: { simulation: Simulation }) {
  if (!last || !review) return null
  const isOver = last.typical < today
  return (
    <p className="sticky top-0 z-10 -mx-4 border-b border-line bg-paper px-4 py-2 text-sm sm:mx-0 sm:rounded-lg sm:border sm:px-4">
      {isOver ? 'Last exam day that made review' : 'Last exam day for review'} on {formatShortDate(review.on)}
      {review.isProjected && ' (projected)'}: <strong>{formatDayMonth(last.plan)}</strong> if the result takes
      eight weeks, <strong>{formatDayMonth(last.typical)}</strong> if four.
    </p>
  )
}
