import 'server-only'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { ReminderMailKind, ToldKind } from '@/lib/reminders/mail-kind'
import { messageIdOf } from '@/lib/reminders/message-id'
import type { JobsPersonScope } from '../access'
import { noteDeliveries, reminderMails } from '../schema'

/*
 * What of mentoring a person was told by mail, once each. A row holds no word of it: a mail is written when it is sent,
 * with the rights of that moment.
 */

export type Told = { kind: ToldKind; noteId: string }

/** Writes down a mail and what it will tell of: of two workers that did this at once the second would be refused. */
export async function writeToldMail(
  scope: JobsPersonScope,
  {
    kind,
    forDate,
    mailDomain,
    told,
  }: {
    kind: Extract<ReminderMailKind, 'notes' | 'access'>
    forDate: CalendarDate
    mailDomain: string
    told: readonly Told[]
  },
): Promise<void> {
  const { applicantId } = scope
  const id = crypto.randomUUID()
  await scope.tx
    .insert(reminderMails)
    .values({ id, applicantId, kind, forDate, messageId: messageIdOf(id, mailDomain) })
  await scope.tx
    .insert(noteDeliveries)
    .values(told.map(({ kind, noteId }) => ({ applicantId, kind, noteId, mailId: id })))
}

/** What this mail tells of. */
export function listTold(scope: JobsPersonScope, mailId: string): Promise<Told[]> {
  return scope.tx
    .select({ kind: noteDeliveries.kind, noteId: noteDeliveries.noteId })
    .from(noteDeliveries)
    .where(and(eq(noteDeliveries.applicantId, scope.applicantId), eq(noteDeliveries.mailId, mailId)))
}

/** For a WHERE: this was told in no mail yet. */
export function isUntold(scope: JobsPersonScope, kind: ToldKind, noteId: PgColumn): SQL {
  return sql`not exists (select from ${noteDeliveries} where ${noteDeliveries.applicantId} = ${scope.applicantId}
    and ${noteDeliveries.kind} = ${kind} and ${noteDeliveries.noteId} = ${noteId})`
}

/** Lets what given-up mails told of be told again. */
export async function forgetToldOfMails(scope: JobsPersonScope, mailIds: readonly string[]): Promise<void> {
  await scope.tx
    .delete(noteDeliveries)
    .where(
      and(eq(noteDeliveries.applicantId, scope.applicantId), inArray(noteDeliveries.mailId, [...mailIds])),
    )
}
