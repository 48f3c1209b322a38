import { StatusChip } from '@/app/_ui/status-chip'
import { formatDate } from '@/lib/dates/format'
import type { SeasonEvent } from '@/lib/season/season'

const FIRMNESS = {
  published: { tone: 'good', word: 'published' },
  projected: { tone: 'warn', word: 'projected' },
  not_announced: { tone: 'unknown', word: 'not announced' },
} as const

/** The dates of one way in. Their rules and sources stand in the season calendar. */
export function CalendarList({ title, events }: { title: string; events: readonly SeasonEvent[] }) {
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      {events.length === 0 ? (
        <p className="mt-1 text-mute">Its dates are not known for this season: ask the program.</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {events.map((event) => (
            <li
              key={event.key}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2"
            >
              <span className="min-w-0 flex-[1_1_14rem]">{event.label}</span>
              <span className="flex items-center gap-3">
                {event.on && <span className="font-medium">{formatDate(event.on)}</span>}
                <StatusChip tone={FIRMNESS[event.status].tone}>{FIRMNESS[event.status].word}</StatusChip>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
