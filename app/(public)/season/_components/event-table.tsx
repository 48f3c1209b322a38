import { SourceNote } from '@/app/_ui/source-note'
import { StatusChip } from '@/app/_ui/status-chip'
import { Table } from '@/app/_ui/table'
import { formatEastern, formatShortDate, formatWeekday, viewerClock } from '@/lib/dates/format'
import { isEastern } from '@/lib/dates/zones'
import type { EventStatus, SeasonEvent } from '@/lib/season/season'

const STATUS: Record<EventStatus, { tone: 'good' | 'warn' | 'unknown'; word: string }> = {
  published: { tone: 'good', word: 'published' },
  projected: { tone: 'warn', word: 'projected' },
  not_announced: { tone: 'unknown', word: 'not announced' },
}

/** Events with their Eastern date, the same moment where the viewer is, how firm it is, and where it was read. */
export function EventTable({
  caption,
  events,
  zone,
}: {
  caption: string
  events: readonly SeasonEvent[]
  zone: string
}) {
  const showsOwnClock = !isEastern(zone)
  const columns = [
    { label: 'Event' },
    { label: 'Eastern time' },
    ...(showsOwnClock ? [{ label: 'Where you are' }] : []),
    { label: 'How firm' },
    { label: 'Source' },
  ]
  return (
    <Table caption={caption} isCaptionHidden columns={columns}>
      {events.map((event) => (
        <tr key={event.key}>
          <th scope="row">
            {event.label}
            {event.note && <span className="block font-normal text-mute">{event.note}</span>}
          </th>
          <td>{when(event)}</td>
          {showsOwnClock && (
            <td>{event.at ? viewerClock(event.at, zone) : event.on ? 'that day in Eastern time' : ''}</td>
          )}
          <td>
            <span>
              <StatusChip tone={STATUS[event.status].tone}>{STATUS[event.status].word}</StatusChip>
              {event.rule && <span className="mt-1 block max-w-xs text-mute">{event.rule}</span>}
            </span>
          </td>
          <td>
            <SourceNote
              title={event.source.title}
              href={event.source.url}
              year={event.source.year}
              confidence={event.confidence}
            />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function when(event: SeasonEvent): string {
  if (!event.on) return 'not announced'
  const day = event.at ? formatEastern(event.at) : formatShortDate(event.on)
  return `${formatWeekday(event.on).slice(0, 3)} ${day}`
}
