import { Notice } from '@/app/_ui/notice'
import type { MailHealth } from '@/db/queries/reminders'
import { sinceWords } from '@/lib/reminders/words'

/** A mail waits this long before anyone is told: the next attempt often works. */
const PATIENCE_MS = 30 * 60_000

/** That mail does not reach the person, and since when; nothing while it does. */
export function MailTrouble({ health, now, zone }: { health: MailHealth; now: string; zone: string }) {
  const { failingSince, failure, waitingSince } = health
  if (failingSince) {
    return (
      <Notice kind="warn" word="Mail does not reach you">
        We could not reach your mailbox {sinceWords(failingSince, now, zone)}
        {failure && /^\d{3}$/.test(failure) ? ` (your mail server answered ${failure})` : ''}. We keep trying,
        ever more seldom. Nothing is lost: all reminders are in Locus. Check the address, or that the mailbox
        is not full.
      </Notice>
    )
  }
  if (waitingSince && new Date(now).getTime() - new Date(waitingSince).getTime() > PATIENCE_MS) {
    return (
      <Notice kind="warn" word="Mail is late">
        A reminder has been waiting to be sent {sinceWords(waitingSince, now, zone)}: this server’s mail does
        not go out. All reminders are in Locus.
      </Notice>
    )
  }
  return null
}
