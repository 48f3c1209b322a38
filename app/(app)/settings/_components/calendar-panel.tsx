import { ActionForm } from '@/app/_ui/action-form'
import { Panel } from '@/app/_ui/panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { CalendarFeed } from '@/db/queries/calendar-feeds'
import { formatInZone } from '@/lib/dates/format'
import { renewCalendarAction, revokeCalendarAction } from '../reminder-actions'

/** The one private calendar address: made, renewed, ended. */
export function CalendarPanel({ feed, zone }: { feed: CalendarFeed | null; zone: string }) {
  return (
    <Panel
      title="Calendar"
      id="calendar"
      lead="Your dates in your own calendar: deadlines as whole days, interviews at their hour. No score and no program’s standing is in it."
    >
      <div className="space-y-4">
        <p className="max-w-prose text-mute">
          Subscribe to the address; do not import it, or dates that move stay where they were. Calendar
          services look when they please: Apple’s as often as you tell it to, Outlook’s every few hours,
          Google’s once a day or less. For today’s dates look into Locus. Projected dates say that they are
          projected.
        </p>
        {feed && (
          <p>
            You have an address since {formatInZone(feed.createdAt, zone)}.{' '}
            {feed.lastReadAt
              ? `A calendar last asked ${formatInZone(feed.lastReadAt, zone)}.`
              : 'No calendar has asked yet.'}
          </p>
        )}
        <ActionForm action={renewCalendarAction} id="calendar-form" className="space-y-3">
          <p className="max-w-prose text-sm text-mute">
            Whoever has the address can read these dates.{' '}
            {feed
              ? 'A new one ends the old one at once.'
              : 'It is shown once; a new one can be made at any time.'}
          </p>
          <SubmitButton kind="secondary" pendingLabel="Making it…">
            {feed ? 'Make a new address' : 'Make my calendar address'}
          </SubmitButton>
        </ActionForm>
        {feed && (
          <ActionForm action={revokeCalendarAction} id="calendar-end-form">
            <SubmitButton kind="danger" isSmall pendingLabel="Ending…">
              End the address
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Panel>
  )
}
