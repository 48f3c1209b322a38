import type { SignedIn } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { listOpenReminders } from '@/db/queries/open-reminders'
import { loadMailHealth } from '@/db/queries/reminders'
import { today } from '@/lib/dates/instant'
import { now as clock } from '@/lib/io/clock'
import { MailTrouble } from '../../reminders/_components/mail-trouble'
import { OpenReminders } from '../../reminders/_components/open-reminders'

/** What is near, and whether mail about it arrives. */
export async function HomeReminders({ viewer }: { viewer: SignedIn }) {
  const now = clock().toISOString()
  const zone = viewer.timeZone
  const { reminders, health } = await withOwnScope(viewer, async (scope) => {
    const [reminders, health] = await Promise.all([
      listOpenReminders(scope, { now, zone }),
      loadMailHealth(scope),
    ])
    return { reminders, health }
  })
  return (
    <>
      <MailTrouble health={health} now={now} zone={zone} />
      <OpenReminders reminders={reminders} today={today(now, zone)} zone={zone} />
    </>
  )
}
