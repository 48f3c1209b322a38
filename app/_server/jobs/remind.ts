import 'server-only'
import { asJobAbout, withJobsScope } from '@/db/access'
import {
  claimReminders,
  loadMailToSend,
  lockDuePerson,
  lockWaitingMail,
  type MailToSend,
  putOffPerson,
  recordFailure,
  recordSent,
  releaseMail,
} from '@/db/queries/reminders'
import { databaseNow, findResumedAt, noteMailServer, startClocks } from '@/db/queries/work'
import { env } from '@/lib/io/env'
import { log } from '@/lib/io/log'
import { mailLinkToken } from '@/lib/io/mail-link'
import { type Mailer, MailNotTaken, MailServerDown, openMailer } from '@/lib/io/mailer'
import { accessMail } from '@/lib/mentors/access-mail'
import { noteMail } from '@/lib/notes/note-mail'
import { retryInSeconds } from '@/lib/reminders/backoff'
import { reminderMail } from '@/lib/reminders/mail'
import type { MailStream, ReminderMailKind } from '@/lib/reminders/mail-kind'
import { domainOf } from '@/lib/reminders/message-id'

/** How many mails of one worker are under way at once: each holds a connection to the database and to the mail server. */
const LANES = 4
/** Looked at before the mails of a round are sent, so that the first go out while others still wait. */
const PEOPLE_A_ROUND = 40

export type RemindReport = { looked: number; claimed: number; lines: number; sent: number; failed: number }

/**
 * One round of reminders: looks at everybody who is due to be looked at, writes their mails down, and sends all that
 * waits, until nothing is left or `signal` asks to stop. Any number of workers may do this at once. `askForHelp` is
 * called when there is more than one batch to do. Without a mail server nothing is written down: what is due then shows
 * in the app, and goes into one digest once there is one.
 */
export async function remind({
  signal,
  askForHelp = async () => {},
}: {
  signal?: AbortSignal
  askForHelp?: () => Promise<void>
} = {}): Promise<RemindReport> {
  const report: RemindReport = { looked: 0, claimed: 0, lines: 0, sent: 0, failed: 0 }
  const { smtp } = env()
  await withJobsScope(startClocks)
  if (!smtp) return report
  const mailer = openMailer(smtp, { connections: LANES })
  try {
    await mailer.check()
    await withJobsScope((scope) => noteMailServer(scope, null))
    for (let round = 0; !signal?.aborted; round += 1) {
      const people = await claimDue(report, domainOf(smtp.from))
      if (round === 0 && people >= PEOPLE_A_ROUND) await askForHelp()
      const sent = await sendWaiting(mailer, report, signal)
      if (people === 0 && sent === 0) break
    }
  } catch (error) {
    if (!(error instanceof MailServerDown)) throw error
    await withJobsScope((scope) => noteMailServer(scope, error.code))
    log.error({ event: 'mail_server_down', code: error.code }, 'The mail server does not answer')
  } finally {
    mailer.close()
  }
  return report
}

/** Looks at the next people who are due; returns how many there were. */
async function claimDue(report: RemindReport, mailDomain: string): Promise<number> {
  const { now, resumedAt } = await withJobsScope(async (scope) => ({
    now: await databaseNow(scope),
    resumedAt: await findResumedAt(scope),
  }))
  let looked = 0
  let isDone = false
  await inLanes(
    turnsUntil(() => isDone || looked >= PEOPLE_A_ROUND),
    async () => {
      let personId: string | null = null
      try {
        const claimed = await withJobsScope(async (scope) => {
          personId = await lockDuePerson(scope, now)
          if (personId === null) return null
          return asJobAbout(scope, personId, (about) => claimReminders(about, { now, resumedAt, mailDomain }))
        })
        if (claimed === null) {
          isDone = true
          return
        }
        report.claimed += claimed.mails
        report.lines += claimed.lines
      } catch (error) {
        const failed: string | null = personId
        if (failed === null) throw error
        log.error({ err: error }, 'Somebody could not be looked at for reminders')
        await withJobsScope((scope) => putOffPerson(scope, failed))
      }
      looked += 1
    },
  )
  report.looked += looked
  return looked
}

/** Sends until nothing waits that may be tried now; returns how many were tried. */
async function sendWaiting(mailer: Mailer, report: RemindReport, signal?: AbortSignal): Promise<number> {
  let tried = 0
  let isDone = false
  await inLanes(
    turnsUntil(() => isDone || signal?.aborted === true),
    async () => {
      if (await sendOne(mailer, report)) tried += 1
      else isDone = true
    },
  )
  return tried
}

/**
 * Sends one mail in the transaction that holds the lock on it, which is what keeps every other worker off. It is the one
 * place where the network is waited for in a transaction: a lock that ended before the answer would be a guess at how
 * long an answer takes. If this process dies the lock goes, and the mail waits for the next.
 */
function sendOne(mailer: Mailer, report: RemindReport): Promise<boolean> {
  return withJobsScope(async (scope) => {
    const now = await databaseNow(scope)
    const waiting = await lockWaitingMail(scope, now)
    if (!waiting) return false
    const { id, applicantId } = waiting
    return asJobAbout(scope, applicantId, async (about) => {
      const mail = await loadMailToSend(about, id)
      if (!mail) {
        await releaseMail(about, id)
        return true
      }
      try {
        const answer = await mailer.post(writtenMail(mail, applicantId))
        await recordSent(about, id, { now: await databaseNow(scope), answer })
        report.sent += 1
      } catch (error) {
        if (!(error instanceof MailNotTaken)) throw error
        // A line that dropped can mean that the server is gone: then it is no fault of this mail's, and the round ends.
        if (error.isLineLost) await mailer.check()
        await recordFailure(about, id, { now, code: error.code, retryIn: retryInSeconds })
        report.failed += 1
        log.warn({ event: 'reminder_not_taken', code: error.code, mail: id }, 'A reminder was not taken')
      }
      return true
    })
  })
}

function writtenMail(mail: MailToSend, personId: string) {
  const { appUrl } = env()
  const to = (href: string) => new URL(href, appUrl).href
  const stream = streamOf(mail.kind)
  const page = stream ? to(`/unsubscribe/${mailLinkToken(personId, stream)}`) : null
  const links = {
    reminders: to('/reminders'),
    settings: to('/settings#reminders'),
    turnOff: page ?? '',
    to,
  }
  const { kind, forDate: today } = mail
  const text = () => {
    switch (kind) {
      case 'notes':
        return noteMail(mail.notes, { today, links })
      case 'access':
        return accessMail(mail.access, { today, links })
      default:
        return reminderMail(kind, mail.lines, { today, zone: mail.timeZone, links })
    }
  }
  return {
    ...text(),
    to: mail.to,
    messageId: mail.messageId,
    oneClickUrl: page ? `${page}/one-click` : null,
  }
}

/** Which link turns these mails off; none does for a test. Who may look goes with what mentors write. */
function streamOf(kind: ReminderMailKind): MailStream | null {
  if (kind === 'test') return null
  return kind === 'access' ? 'notes' : kind
}

function* turnsUntil(isOver: () => boolean): Generator<null> {
  while (!isOver()) yield null
}

/** Works through the items several at a time. One that fails lets the others under way end, and is thrown then. */
async function inLanes<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]()
  let hasFailed = false
  const lane = async () => {
    for (let next = queue.next(); !next.done && !hasFailed; next = queue.next()) {
      await work(next.value).catch((error: unknown) => {
        hasFailed = true
        throw error
      })
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
