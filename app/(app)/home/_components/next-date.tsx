import Link from 'next/link'
import type { ReactNode } from 'react'
import { Panel } from '@/app/_ui/panel'
import { type CalendarDate, daysBetween, type Instant } from '@/lib/dates/calendar-date'
import { formatBothClocks, formatDate, formatRelative, formatShortDate } from '@/lib/dates/format'
import { minutesUntil } from '@/lib/interviews/time-left'
import type { OpenReminder } from '@/lib/reminders/open'
import { whenWords } from '@/lib/reminders/words'
import type { DatedEvent } from '@/lib/season/events'

/** From here on hours say more than days. */
const HOURS_BELOW = 48

/** The next date that counts: what presses the person before anything of the season, or the season's own next. */
export function NextDate({
  pressing,
  events,
  today,
  now,
  zone,
}: {
  pressing: OpenReminder | null
  events: readonly DatedEvent[]
  today: CalendarDate
  now: Instant
  zone: string
}) {
  const [next, ...later] = events
  if (pressing) {
    const { thing, daysLeft } = pressing
    return (
      <Headline
        count={(thing.at === null ? null : hoursLeft(thing.at, now)) ?? daysCount(daysLeft)}
        title={
          <Link href={thing.href} prefetch={false} className="text-ink underline decoration-line">
            {thing.title}
          </Link>
        }
        when={`${whenWords(thing, zone)}${thing.isProjected ? ' (projected, not announced)' : ''}`}
        then={events.slice(0, 2)}
        today={today}
      />
    )
  }
  if (!next) return null
  return (
    <Headline
      count={daysCount(Math.max(0, daysBetween(today, next.on)))}
      title={next.label}
      when={`${next.at ? formatBothClocks(next.at, zone) : formatDate(next.on)}${next.status === 'projected' ? ' (projected, not announced)' : ''}`}
      then={later}
      today={today}
    />
  )
}

type Count = { amount: string; unit: string | null }

function daysCount(days: number): Count {
  if (days === 0) return { amount: 'Today', unit: null }
  return { amount: String(days), unit: days === 1 ? 'day' : 'days' }
}

/** null from two days on, where days say it better. */
function hoursLeft(at: Instant, now: Instant): Count | null {
  const hours = Math.floor(minutesUntil(at, now) / 60)
  if (hours >= HOURS_BELOW) return null
  if (hours < 1) return { amount: '< 1', unit: 'hour' }
  return { amount: String(hours), unit: hours === 1 ? 'hour' : 'hours' }
}

function Headline({
  count: { amount, unit },
  title,
  when,
  then,
  today,
}: {
  count: Count
  title: ReactNode
  when: string
  then: readonly DatedEvent[]
  today: CalendarDate
}) {
  return (
    <Panel>
      <div className="flex items-start gap-x-5 sm:gap-x-6">
        <p className="flex-none text-3xl font-semibold tracking-tighter sm:text-4xl">
          {amount}
          {unit && <span className="block text-sm font-normal tracking-normal text-mute">{unit}</span>}
        </p>
        <div className="min-w-0 flex-1">
          <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
          <p className="mt-1 text-mute">{when}</p>
          {then.length > 0 && (
            <ul className="mt-2 space-y-0.5 text-sm text-mute">
              {then.map((event) => (
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
