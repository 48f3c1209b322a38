import Link from 'next/link'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import type { Checklist } from '@/lib/checklist/checklist'
import { datedItems } from '@/lib/checklist/dated-items'
import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate, formatRelative } from '@/lib/dates/format'
import type { ListEntry } from '@/lib/list/entry'
import { STATUS_WORDS } from '@/lib/list/status-words'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'

const RECENT_DAYS = 30
const SHOWN = 6

/**
 * What happened since the last visit, or in the last thirty days for someone who comes for the first time: changes of
 * status, newest first, and plans whose day has gone by.
 */
export function RecentChanges({
  listed,
  checklist,
  today,
  lastVisitOn,
}: {
  listed: readonly { entry: ListEntry; program: Program }[]
  checklist: Checklist
  today: CalendarDate
  /** The day of the visit before this one; null where there was none. */
  lastVisitOn: CalendarDate | null
}) {
  const since = lastVisitOn ?? addDays(today, -RECENT_DAYS)
  const recent = listed
    .flatMap(({ entry, program }) =>
      entry.statusOn && entry.statusOn >= since ? [{ entry, program, on: entry.statusOn }] : [],
    )
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, SHOWN)
  const passed = lastVisitOn
    ? datedItems(checklist).filter(({ on }) => on >= lastVisitOn && on < today).length
    : 0
  if (recent.length === 0 && passed === 0) {
    if (lastVisitOn === null || lastVisitOn === today) return null
    return (
      <p className="text-sm text-mute">
        Nothing has changed since your last visit on {formatDate(lastVisitOn)}.
      </p>
    )
  }
  return (
    <Panel
      id="recent"
      title={lastVisitOn ? 'Since your last visit' : 'What changed'}
      {...(lastVisitOn && { lead: `You were here on ${formatDate(lastVisitOn)}.` })}
    >
      <ul className="divide-y divide-line">
        {passed > 0 && (
          <li className="py-2 first:pt-0 last:pb-0">
            <Link
              href="/checklist#past"
              prefetch={false}
              className="text-accent underline underline-offset-3"
            >
              {passed === 1 ? 'One item of the checklist is' : `${passed} items of the checklist are`} past
              the planned date
            </Link>
          </li>
        )}
        {recent.map(({ entry, program, on }) => (
          <li
            key={entry.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <Link
              href={`/list/${entry.id}`}
              prefetch={false}
              className="min-w-0 flex-1 text-ink underline decoration-line underline-offset-3"
            >
              {program.sponsor}, {pathwayShortName(program.pathway)}
            </Link>
            <StatusChip tone={STATUS_WORDS[entry.status].tone}>{STATUS_WORDS[entry.status].label}</StatusChip>
            <span className="text-sm text-mute">{formatRelative(on, today)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
