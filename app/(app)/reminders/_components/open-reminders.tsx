import Link from 'next/link'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { StatusChip } from '@/app/_ui/status-chip'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatRelative } from '@/lib/dates/format'
import { dayOf, thingKey } from '@/lib/reminders/dated-thing'
import type { OpenReminder } from '@/lib/reminders/open'
import { whenWords } from '@/lib/reminders/words'

const SHOWN = 4

/** The nearest open reminders in a few lines, for home; nothing where there is none. */
export function OpenReminders({
  reminders,
  today,
  zone,
}: {
  reminders: readonly OpenReminder[]
  today: CalendarDate
  zone: string
}) {
  const open = reminders.filter(({ isSnoozed }) => !isSnoozed)
  if (open.length === 0) return null
  return (
    <Panel
      id="open-reminders"
      title="Open reminders"
      actions={
        <LinkButton href="/reminders" isSmall>
          {open.length > SHOWN ? `All ${open.length}` : 'Put off or done'}
        </LinkButton>
      }
    >
      <ul className="divide-y divide-line">
        {open.slice(0, SHOWN).map(({ thing }) => (
          <li key={thingKey(thing)} className="py-2 first:pt-0 last:pb-0">
            <Link href={thing.href} prefetch={false}>
              {thing.title}
            </Link>{' '}
            {thing.isProjected && <StatusChip tone="unknown">Projected</StatusChip>}
            <span className="block text-sm text-mute">
              <span className="font-medium text-ink">{formatRelative(dayOf(thing, zone), today)}</span>
              {' · '}
              {whenWords(thing, zone)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
