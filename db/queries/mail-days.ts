import 'server-only'
import { and, eq, gte, ne } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { ReminderMailKind } from '@/lib/reminders/mail-kind'
import type { JobsPersonScope } from '../access'
import { reminderMails } from '../schema'

/** The days since this one, in the person's zone, for which a mail of this kind was written and not let go. */
export async function listMailDays(
  scope: JobsPersonScope,
  kind: ReminderMailKind,
  since: CalendarDate,
): Promise<Set<CalendarDate>> {
  const rows = await scope.tx
    .select({ day: reminderMails.forDate })
    .from(reminderMails)
    .where(
      and(
        eq(reminderMails.applicantId, scope.applicantId),
        eq(reminderMails.kind, kind),
        ne(reminderMails.state, 'released'),
        gte(reminderMails.forDate, since),
      ),
    )
  return new Set(rows.map(({ day }) => day))
}
