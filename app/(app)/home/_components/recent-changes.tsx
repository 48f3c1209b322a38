import Link from 'next/link'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'
import { formatRelative } from '@/lib/dates/format'
import type { ListEntry } from '@/lib/list/entry'
import { STATUS_WORDS } from '@/lib/list/status-words'
import type { Program } from '@/lib/programs/fact'
import { pathwayShortName } from '@/lib/programs/pathway-words'

const RECENT_DAYS = 30
const SHOWN = 6

/** What happened on the list in the last thirty days, newest first. */
export function RecentChanges({
  listed,
  today,
}: {
  listed: readonly { entry: ListEntry; program: Program }[]
  today: CalendarDate
}) {
  const since = addDays(today, -RECENT_DAYS)
  const recent = listed
    .flatMap(({ entry, program }) =>
      entry.statusOn && entry.statusOn >= since ? [{ entry, program, on: entry.statusOn }] : [],
    )
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, SHOWN)
  if (recent.length === 0) return null
  return (
    <Panel id="recent" title="What changed">
      <ul className="divide-y divide-line">
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
