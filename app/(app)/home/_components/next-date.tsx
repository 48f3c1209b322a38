import { Panel } from '@/app/_ui/panel'
import { Verdict } from '@/app/_ui/verdict'
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
      <Verdict
        tone="neutral"
        figure={days}
        figureUnit={days === 1 ? 'day' : 'days'}
        title={`Next date: ${next.label}`}
      >
        <p>
          {next.at ? formatBothClocks(next.at, zone) : formatDate(next.on)}
          {next.status === 'projected' && ' (projected, not announced)'}.
        </p>
        {later.length > 0 && (
          <p>
            Then{' '}
            {later
              .map(
                (event) =>
                  `${event.label}, ${formatShortDate(event.on)}${event.status === 'projected' ? ' (projected)' : ''}, ${formatRelative(event.on, today)}`,
              )
              .join('; ')}
            .
          </p>
        )}
      </Verdict>
    </Panel>
  )
}
