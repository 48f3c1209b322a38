import { Panel } from '@/app/_ui/panel'
import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatBothClocks, formatDate, formatRelative, formatShortDate } from '@/lib/dates/format'
import type { DatedEvent } from '@/lib/season/events'

/** The next date of the season in days, and the two after it. */
export function NextDate({
  events: [next, ...later],
  today,
  zone,
}: {
  events: readonly DatedEvent[]
  today: CalendarDate
  zone: string
}) {
  if (!next) return null
  const days = Math.max(0, daysBetween(today, next.on))
  return (
    <Panel>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <p className="flex-none text-4xl font-semibold tracking-tighter">
          {days}
          <span className="block text-sm font-normal tracking-normal text-mute">
            {days === 1 ? 'day' : 'days'}
          </span>
        </p>
        <div className="min-w-0 flex-[1_1_18rem]">
          <h2 className="text-xl font-semibold tracking-tight">{next.label}</h2>
          <p className="mt-1 text-mute">
            {next.at ? formatBothClocks(next.at, zone) : formatDate(next.on)}
            {next.status === 'projected' && ' (projected, not announced)'}
          </p>
          {later.length > 0 && (
            <ul className="mt-2 space-y-0.5 text-mute">
              {later.map((event) => (
                <li key={event.key}>
                  Then {event.label}: {formatShortDate(event.on)}
                  {event.status === 'projected' && ' (projected)'}, {formatRelative(event.on, today)}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Panel>
  )
}
