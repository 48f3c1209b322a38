import type { Metadata } from 'next'
import { requireViewer } from '@/app/_server/auth'
import { Disclosure } from '@/app/_ui/disclosure'
import { EmptyState } from '@/app/_ui/empty-state'
import { FoldedList } from '@/app/_ui/folded-list'
import { LinkButton } from '@/app/_ui/link-button'
import { PageHeader } from '@/app/_ui/page-header'
import { Panel } from '@/app/_ui/panel'
import { ToastLine } from '@/app/_ui/toast-line'
import { withOwnScope } from '@/db/access'
import { loadReminderBoard } from '@/db/queries/open-reminders'
import { loadReminderPreferences } from '@/db/queries/reminder-settings'
import { loadMailHealth } from '@/db/queries/reminders'
import { today as dayIn } from '@/lib/dates/instant'
import { now as clock } from '@/lib/io/clock'
import { thingKey } from '@/lib/reminders/dated-thing'
import type { OpenReminder } from '@/lib/reminders/open'
import { ladderWords } from '@/lib/reminders/words'
import { MailTrouble } from './_components/mail-trouble'
import { ReminderRow } from './_components/reminder-row'

/** The nearest of a long list; who has more has them a tap away. */
const SHOWN = 20

export const metadata: Metadata = { title: 'Reminders' }

const DONE: Readonly<Record<string, string>> = {
  snoozed: 'Put off.',
  done: 'Marked as done. You find it further down if it was not.',
  'taken-up': 'Taken up again.',
  ladder: 'Saved.',
}

export default async function RemindersPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const viewer = await requireViewer('/reminders')
  const { done } = await searchParams
  const message = done ? DONE[done] : undefined
  const zone = viewer.timeZone
  const now = clock().toISOString()
  const { board, ladder, health } = await withOwnScope(viewer, async (scope) => {
    const [board, preferences, health] = await Promise.all([
      loadReminderBoard(scope, { now, zone }),
      loadReminderPreferences(scope),
      loadMailHealth(scope),
    ])
    return { board, ladder: preferences.ladder, health }
  })
  const rows = (reminders: readonly OpenReminder[]) => (
    <FoldedList
      className="divide-y divide-line"
      shown={SHOWN}
      more={(count) => `${count} later dates`}
      items={reminders.map((reminder) => (
        <ReminderRow
          key={thingKey(reminder.thing)}
          reminder={reminder}
          ladder={ladder}
          today={dayIn(now, zone)}
          zone={zone}
        />
      ))}
    />
  )
  return (
    <>
      {message && <ToastLine message={message} />}
      <PageHeader
        title="Reminders"
        lead={leadOf(board.open, ladder)}
        isLeadLive
        actions={<LinkButton href="/settings#reminders">How you are reminded</LinkButton>}
      />
      <div className="space-y-5">
        <MailTrouble health={health} now={now} zone={zone} />
        <Panel id="open" title="Open now">
          {board.open.length > 0 ? (
            rows(board.open)
          ) : (
            <EmptyState
              title="Nothing to remind you of today"
              action={<LinkButton href="/season">Calendar and season</LinkButton>}
            >
              Dates of your season, planned exams, interviews and checklist items come here as they draw near.
            </EmptyState>
          )}
        </Panel>
        {board.ahead.length > 0 && (
          <Panel id="ahead" title="Further ahead" lead="Not said yet. Each can have days of its own.">
            <Disclosure summary={`${board.ahead.length} ${board.ahead.length === 1 ? 'date' : 'dates'}`}>
              {rows(board.ahead)}
            </Disclosure>
          </Panel>
        )}
        {board.done.length > 0 && (
          <Panel id="done" title="Marked as done">
            <Disclosure summary={`${board.done.length} ${board.done.length === 1 ? 'date' : 'dates'}`}>
              {rows(board.done)}
            </Disclosure>
          </Panel>
        )}
      </div>
    </>
  )
}

function leadOf(open: readonly OpenReminder[], ladder: readonly number[]): string {
  const near = open.filter(({ isSnoozed }) => !isSnoozed).length
  const count = near === 0 ? 'Nothing is open.' : near === 1 ? 'One date is near.' : `${near} dates are near.`
  return `${count} You are reminded ${ladderWords(ladder)}.`
}
