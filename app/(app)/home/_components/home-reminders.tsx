import type { MailHealth } from '@/db/queries/reminders'
import type { Instant } from '@/lib/dates/calendar-date'
import { today } from '@/lib/dates/instant'
import type { OpenReminder } from '@/lib/reminders/open'
import { MailTrouble } from '../../reminders/_components/mail-trouble'
import { OpenReminders } from '../../reminders/_components/open-reminders'

/** What is near, and whether mail about it arrives. */
export function HomeReminders({
  reminders,
  health,
  now,
  zone,
}: {
  reminders: readonly OpenReminder[]
  health: MailHealth
  now: Instant
  zone: string
}) {
  return (
    <>
      <MailTrouble health={health} now={now} zone={zone} />
      <OpenReminders reminders={reminders} today={today(now, zone)} zone={zone} />
    </>
  )
}
