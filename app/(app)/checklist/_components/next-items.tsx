import Link from 'next/link'
import type { datedItems } from '@/lib/checklist/dated-items'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatRelative, formatShortDate } from '@/lib/dates/format'

/** The next things of a checklist, a line each with its date; `hrefOf` leads to one of them. Draws nothing for none. */
export function NextItems({
  items,
  today,
  hrefOf,
}: {
  items: ReturnType<typeof datedItems>
  today: CalendarDate
  hrefOf: (id: string) => string
}) {
  if (items.length === 0) return null
  return (
    <ul className="divide-y divide-line">
      {items.map(({ id, title, on, isProjected }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 first:pt-0 last:pb-0">
          <Link
            href={hrefOf(id)}
            prefetch={false}
            className="min-w-0 flex-[1_1_12rem] text-ink underline decoration-line underline-offset-3"
          >
            {title}
          </Link>
          <span className="text-sm text-mute">
            {on < today
              ? 'past its date'
              : `${formatShortDate(on)}${isProjected ? ' (projected)' : ''}, ${formatRelative(on, today)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
