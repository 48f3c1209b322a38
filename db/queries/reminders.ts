import 'server-only'
import { and, asc, desc, eq, gte, inArray, isNull, lte, min, or, type SQL, sql } from 'drizzle-orm'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { addDays } from '@/lib/dates/calendar-date'
import { today as dayIn } from '@/lib/dates/instant'
import type { AccessNews } from '@/lib/mentors/access-mail'
import type { NoteForMail } from '@/lib/notes/note-mail'
import { recordedDay, thingKey } from '@/lib/reminders/dated-thing'
import type { MailLine } from '@/lib/reminders/mail'
import type { ReminderMailKind } from '@/lib/reminders/mail-kind'
import { messageIdOf } from '@/lib/reminders/message-id'
import { thingsWhilePaused } from '@/lib/reminders/pause'
import { type PlannedMail, planReminders } from '@/lib/reminders/plan'
import type { JobsPersonScope, JobsScope, Scope } from '../access'
import { reminderClocks, reminderDeliveries, reminderMails, users } from '../schema'
import { claimAccessMail, loadAccessNews } from './access-mails'
import { listDatedThings } from './dated-things'
import { listMailDays } from './mail-days'
import { claimNoteMail, loadNotesOfMail } from './note-mails'
import { loadReminderPreferences, loadThingSettings } from './reminder-settings'
import { findSoapStanding } from './soap-standing'
import { forgetToldOfMails } from './told-mails'

/** How far back the record of what was said can still matter: nothing that lies behind is reminded of. */
const RECORD_DAYS = 2

/** Longer than anyone is left alone or unanswered: a time beyond it was written by a clock that was wrong. */
const TOO_FAR = { look: sql`interval '2 hours'`, retry: sql`interval '25 hours'` }

/**
 * The person who has waited longest to be looked at, locked until the transaction ends; null when nobody is due. Two
 * workers get different people, and a killed worker's is free again at once. A clock that went back is noticed by a look
 * that lies too far ahead.
 */
export async function lockDuePerson(scope: JobsScope, now: Instant): Promise<string | null> {
  const at = sql`${now}::timestamptz`
  const [row] = await scope.tx
    .select({ id: reminderClocks.applicantId })
    .from(reminderClocks)
    .where(
      or(
        sql`${reminderClocks.nextLookAt} <= ${at}`,
        sql`${reminderClocks.nextLookAt} > ${at} + ${TOO_FAR.look}`,
      ),
    )
    .orderBy(asc(reminderClocks.nextLookAt))
    .limit(1)
    .for('update', { skipLocked: true })
  return row?.id ?? null
}

/** Leaves a person alone for a while whom looking at has failed, so that the others have their turn. */
export async function putOffPerson(scope: JobsScope, personId: string): Promise<void> {
  await scope.tx
    .update(reminderClocks)
    .set({ nextLookAt: sql`now() + interval '10 minutes'` })
    .where(eq(reminderClocks.applicantId, personId))
}

/**
 * Looks at one person, whom the transaction has locked, and writes down the mails that are due, each line under its
 * unique key: of two workers that did this at once the second would be refused. Sends nothing. Returns how many mails and lines were claimed.
 */
export async function claimReminders(
  scope: JobsPersonScope,
  { now, resumedAt, mailDomain }: { now: Instant; resumedAt: Instant | null; mailDomain: string },
): Promise<{ mails: number; lines: number }> {
  const person = await findAddressee(scope)
  if (!person) return { mails: 0, lines: 0 }
  const today = dayIn(now, person.timeZone)
  await releaseStale(scope, today)
  const [things, soap, settings, preferences, said, digestDays] = await Promise.all([
    listDatedThings(scope, now),
    findSoapStanding(scope),
    loadThingSettings(scope),
    loadReminderPreferences(scope),
    listSaid(scope, addDays(today, -RECORD_DAYS)),
    listMailDays(scope, 'digest', addDays(today, -RECORD_DAYS)),
  ])
  const plan = planReminders({
    things: soap?.isPaused ? thingsWhilePaused(things) : things,
    settings,
    said,
    digestDays,
    preferences,
    zone: person.timeZone,
    now,
    resumedAt,
  })
  let lines = 0
  for (const mail of plan.mails) lines += await writeDown(scope, mail, mailDomain)
  const wishes = { now, zone: person.timeZone, preferences, mailDomain }
  const notes = await claimNoteMail(scope, wishes)
  const access = await claimAccessMail(scope, wishes)
  await scope.tx
    .update(reminderClocks)
    .set({ lookedAt: new Date(now), nextLookAt: new Date(plan.nextLookAt) })
    .where(eq(reminderClocks.applicantId, scope.applicantId))
  return {
    mails: plan.mails.length + notes.mails + access.mails,
    lines: lines + notes.lines + access.lines,
  }
}

/** Where mail of this person goes, and whose clock it keeps; null for a guest, who has no address. */
async function findAddressee(scope: JobsPersonScope): Promise<{ email: string; timeZone: string } | null> {
  const [row] = await scope.tx
    .select({ email: users.email, timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, scope.applicantId))
  return row?.email ? { email: row.email, timeZone: row.timeZone } : null
}

/**
 * Gives up mails of days that are over and were never taken by a mail server: after an outage or a restored backup they
 * would speak of yesterday. What they said is due again and goes into one digest. A mail that is just being sent is
 * locked by its sender and stays.
 */
async function releaseStale(scope: JobsPersonScope, today: CalendarDate): Promise<void> {
  const stale = scope.tx
    .select({ id: reminderMails.id })
    .from(reminderMails)
    .where(
      and(
        eq(reminderMails.applicantId, scope.applicantId),
        eq(reminderMails.state, 'claimed'),
        sql`${reminderMails.forDate} < ${today}`,
      ),
    )
    .for('update', { skipLocked: true })
  const released = await scope.tx
    .update(reminderMails)
    .set({ state: 'released' })
    .where(inArray(reminderMails.id, stale))
    .returning({ id: reminderMails.id })
  if (released.length === 0) return
  await forgetToldOfMails(
    scope,
    released.map(({ id }) => id),
  )
  await scope.tx.delete(reminderDeliveries).where(
    and(
      eq(reminderDeliveries.applicantId, scope.applicantId),
      inArray(
        reminderDeliveries.mailId,
        released.map(({ id }) => id),
      ),
    ),
  )
}

/** The last step that was said of each date of each thing, by `saidKey`. */
async function listSaid(scope: JobsPersonScope, since: CalendarDate): Promise<Map<string, number>> {
  const rows = await scope.tx
    .select({
      kind: reminderDeliveries.kind,
      id: reminderDeliveries.thingId,
      on: reminderDeliveries.on,
      step: min(reminderDeliveries.step),
    })
    .from(reminderDeliveries)
    .where(and(eq(reminderDeliveries.applicantId, scope.applicantId), gte(reminderDeliveries.on, since)))
    .groupBy(reminderDeliveries.kind, reminderDeliveries.thingId, reminderDeliveries.on)
  return new Map(rows.map((row) => [`${thingKey(row)}:${row.on}`, row.step ?? 0]))
}

async function writeDown(scope: JobsPersonScope, mail: PlannedMail, mailDomain: string): Promise<number> {
  const id = crypto.randomUUID()
  await scope.tx.insert(reminderMails).values({
    id,
    applicantId: scope.applicantId,
    kind: mail.kind,
    forDate: mail.forDate,
    messageId: messageIdOf(id, mailDomain),
  })
  await scope.tx.insert(reminderDeliveries).values(
    mail.lines.map(({ thing, step }) => ({
      applicantId: scope.applicantId,
      mailId: id,
      kind: thing.kind,
      thingId: thing.id,
      on: recordedDay(thing),
      step,
      title: thing.title,
      at: thing.at === null ? null : new Date(thing.at),
      href: thing.href,
      isProjected: thing.isProjected,
    })),
  )
  return mail.lines.length
}

export type WaitingMail = { id: string; applicantId: string }

/**
 * One mail that waits to be sent, locked until the transaction ends; null when none does. The lock is the claim on it:
 * it goes with the process that holds it, however that ends, and asks no clock.
 */
export async function lockWaitingMail(scope: JobsScope, now: Instant): Promise<WaitingMail | null> {
  const [row] = await scope.tx
    .select({ id: reminderMails.id, applicantId: reminderMails.applicantId })
    .from(reminderMails)
    .leftJoin(reminderClocks, eq(reminderClocks.applicantId, reminderMails.applicantId))
    .where(
      and(
        eq(reminderMails.state, 'claimed'),
        or(
          isNull(reminderClocks.retryAt),
          lte(reminderClocks.retryAt, new Date(now)),
          sql`${reminderClocks.retryAt} > ${now}::timestamptz + ${TOO_FAR.retry}`,
        ),
      ),
    )
    .orderBy(asc(reminderMails.claimedAt))
    .limit(1)
    .for('update', { of: reminderMails, skipLocked: true })
  return row ?? null
}

export type MailToSend = {
  kind: ReminderMailKind
  forDate: CalendarDate
  messageId: string
  to: string
  timeZone: string
  lines: MailLine[]
  notes: NoteForMail[]
  access: AccessNews[]
}

/**
 * What a mail says: dates as they were written down, notes as far as this person may still see them. Null for someone who
 * has no address any more, and for a mail of notes or access of which nothing is left to tell.
 */
export async function loadMailToSend(scope: JobsPersonScope, id: string): Promise<MailToSend | null> {
  const [person, [mail], lines, notes] = await Promise.all([
    findAddressee(scope),
    scope.tx
      .select({
        kind: reminderMails.kind,
        forDate: reminderMails.forDate,
        messageId: reminderMails.messageId,
      })
      .from(reminderMails)
      .where(and(eq(reminderMails.id, id), eq(reminderMails.applicantId, scope.applicantId))),
    scope.tx
      .select({
        title: reminderDeliveries.title,
        on: reminderDeliveries.on,
        at: reminderDeliveries.at,
        href: reminderDeliveries.href,
        isProjected: reminderDeliveries.isProjected,
      })
      .from(reminderDeliveries)
      .where(and(eq(reminderDeliveries.mailId, id), eq(reminderDeliveries.applicantId, scope.applicantId)))
      .orderBy(asc(reminderDeliveries.on), asc(reminderDeliveries.at), asc(reminderDeliveries.title)),
    loadNotesOfMail(scope, id),
  ])
  if (!person || !mail || (mail.kind === 'notes' && notes.length === 0)) return null
  const access = mail.kind === 'access' ? await loadAccessNews(scope, id, person.timeZone) : []
  if (mail.kind === 'access' && access.length === 0) return null
  return {
    ...mail,
    to: person.email,
    timeZone: person.timeZone,
    lines: lines.map((line) => ({ ...line, at: line.at?.toISOString() ?? null })),
    notes,
    access,
  }
}

/** Records that a mail server took the mail, and that mail reaches this person again. */
export async function recordSent(
  scope: JobsPersonScope,
  id: string,
  { now, answer }: { now: Instant; answer: string },
): Promise<void> {
  await Promise.all([
    scope.tx
      .update(reminderMails)
      .set({
        state: 'sent',
        sentAt: new Date(now),
        answer: answer.slice(0, 300),
        attempts: sql`${reminderMails.attempts} + 1`,
      })
      .where(and(eq(reminderMails.id, id), eq(reminderMails.applicantId, scope.applicantId))),
    setClock(scope, { failures: 0, failingSince: null, retryAt: null, failure: null }),
  ])
}

/** Records that a mail was not taken; no mail is tried for this person before `retryIn` seconds have gone by. */
export async function recordFailure(
  scope: JobsPersonScope,
  id: string,
  { now, code, retryIn }: { now: Instant; code: string; retryIn: (failures: number) => number },
): Promise<void> {
  const [clock] = await scope.tx
    .select({ failures: reminderClocks.failures })
    .from(reminderClocks)
    .where(eq(reminderClocks.applicantId, scope.applicantId))
  const failures = (clock?.failures ?? 0) + 1
  await Promise.all([
    scope.tx
      .update(reminderMails)
      .set({ attempts: sql`${reminderMails.attempts} + 1` })
      .where(and(eq(reminderMails.id, id), eq(reminderMails.applicantId, scope.applicantId))),
    setClock(scope, {
      failures,
      failingSince: sql`coalesce(${reminderClocks.failingSince}, ${now}::timestamptz)`,
      retryAt: new Date(new Date(now).getTime() + retryIn(failures) * 1000),
      failure: code.slice(0, 40),
    }),
  ])
}

type ClockChange = {
  failures: number
  failingSince: SQL | null
  retryAt: Date | null
  failure: string | null
}

async function setClock(scope: JobsPersonScope, change: ClockChange): Promise<void> {
  await scope.tx.update(reminderClocks).set(change).where(eq(reminderClocks.applicantId, scope.applicantId))
}

/** Gives up a mail that nobody can receive any more, or that has nothing left to say. */
export async function releaseMail(scope: JobsPersonScope, id: string): Promise<void> {
  await scope.tx
    .update(reminderMails)
    .set({ state: 'released' })
    .where(and(eq(reminderMails.id, id), eq(reminderMails.applicantId, scope.applicantId)))
  await forgetToldOfMails(scope, [id])
}

/** How mail to the person goes, for their own pages. */
export type MailHealth = {
  failingSince: Instant | null
  failure: string | null
  lastSentAt: Instant | null
  /** When the oldest mail was written that still waits to be taken. */
  waitingSince: Instant | null
}

export async function loadMailHealth(scope: Scope): Promise<MailHealth> {
  const [[clock], [sent], [waiting]] = await Promise.all([
    scope.tx
      .select({ failingSince: reminderClocks.failingSince, failure: reminderClocks.failure })
      .from(reminderClocks)
      .where(eq(reminderClocks.applicantId, scope.applicantId)),
    scope.tx
      .select({ at: reminderMails.sentAt })
      .from(reminderMails)
      .where(and(eq(reminderMails.applicantId, scope.applicantId), eq(reminderMails.state, 'sent')))
      .orderBy(desc(reminderMails.sentAt))
      .limit(1),
    scope.tx
      .select({ at: min(reminderMails.claimedAt) })
      .from(reminderMails)
      .where(and(eq(reminderMails.applicantId, scope.applicantId), eq(reminderMails.state, 'claimed'))),
  ])
  return {
    failingSince: clock?.failingSince?.toISOString() ?? null,
    failure: clock?.failure ?? null,
    lastSentAt: sent?.at?.toISOString() ?? null,
    waitingSince: waiting?.at?.toISOString() ?? null,
  }
}

/** Writes down a test mail to the person; the worker sends it like any other. */
export async function addTestMail(
  scope: Scope,
  { today, mailDomain }: { today: CalendarDate; mailDomain: string },
): Promise<void> {
  const id = crypto.randomUUID()
  await scope.tx.insert(reminderMails).values({
    id,
    applicantId: scope.applicantId,
    kind: 'test',
    forDate: today,
    messageId: messageIdOf(id, mailDomain),
  })
  // A test is asked for because mail failed: it does not wait for the next attempt.
  await scope.tx
    .update(reminderClocks)
    .set({ retryAt: null })
    .where(eq(reminderClocks.applicantId, scope.applicantId))
}
