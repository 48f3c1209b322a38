import 'server-only'
import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { today as dayIn } from '@/lib/dates/instant'
import { type AccessNews, accessMailSince } from '@/lib/mentors/access-mail'
import { levelsOf } from '@/lib/mentors/groups'
import type { AccessMailKind } from '@/lib/reminders/mail-kind'
import type { ReminderPreferences } from '@/lib/reminders/preferences'
import type { JobsPersonScope } from '../access'
import { grants, invitations } from '../schema'
import { isUntold, listTold, writeToldMail } from './told-mails'

/* Mails to an applicant about who may look from now on, and who no longer does. */

/** Writes down the mail about changed access that is due for the person whom the transaction has locked, if one is. */
export async function claimAccessMail(
  scope: JobsPersonScope,
  {
    now,
    zone,
    preferences,
    mailDomain,
  }: { now: Instant; zone: string; preferences: ReminderPreferences; mailDomain: string },
): Promise<{ mails: number; lines: number }> {
  const since = accessMailSince({ preferences, zone, now })
  if (since === null) return { mails: 0, lines: 0 }
  const between = (at: SQL) => and(gte(at, since), lte(at, now))
  const news = (
    await readNews(scope, zone, (kind, at) => and(between(at), isUntold(scope, kind, grants.id)))
  ).filter(({ kind }) => !preferences.notesOff.includes(kind))
  if (news.length === 0) return { mails: 0, lines: 0 }
  await writeToldMail(scope, {
    kind: 'access',
    forDate: dayIn(now, zone),
    mailDomain,
    told: news.map(({ kind, grantId }) => ({ kind, noteId: grantId })),
  })
  return { mails: 1, lines: news.length }
}

/** What a mail about access tells of, as far as it is still so: of an access that ended meanwhile, not that it began. */
export async function loadAccessNews(
  scope: JobsPersonScope,
  mailId: string,
  zone: string,
): Promise<AccessNews[]> {
  const told = await listTold(scope, mailId)
  if (told.length === 0) return []
  const ids = (kind: AccessMailKind) => told.filter((one) => one.kind === kind).map(({ noteId }) => noteId)
  return readNews(scope, zone, (kind) => inArray(grants.id, ids(kind)))
}

async function readNews(
  scope: JobsPersonScope,
  zone: string,
  isWanted: (kind: AccessMailKind, at: SQL) => SQL | undefined,
): Promise<AccessNews[]> {
  const columns = {
    grantId: grants.id,
    name: grants.mentorName,
    email: grants.mentorEmail,
    readSections: grants.readSections,
    commentSections: grants.commentSections,
  }
  const acceptedAt = sql<Date>`${invitations.usedAt}`.mapWith(invitations.usedAt)
  const endedAt = sql<Date>`coalesce(${grants.revokedAt}, ${grants.expiresAt})`.mapWith(grants.expiresAt)
  const isOver = sql`coalesce(${grants.expiresAt} <= now(), false)`
  const mine = eq(grants.applicantId, scope.applicantId)
  const [accepted, ended] = await Promise.all([
    scope.tx
      .select({ ...columns, at: acceptedAt })
      .from(grants)
      .innerJoin(
        invitations,
        and(eq(invitations.grantId, grants.id), eq(invitations.applicantId, grants.applicantId)),
      )
      .where(and(mine, isNull(grants.revokedAt), sql`not ${isOver}`, isWanted('accepted', acceptedAt))),
    scope.tx
      .select({ ...columns, at: endedAt, isLeft: sql<boolean>`${grants.revokedAt} is not null` })
      .from(grants)
      .where(
        and(
          mine,
          or(eq(grants.endedBy, 'mentor'), and(isNull(grants.revokedAt), isOver)),
          isWanted('ended', endedAt),
        ),
      ),
  ])
  const asNews = (
    kind: AccessMailKind,
    row: (typeof accepted)[number] & { isLeft?: boolean },
  ): AccessNews => ({
    kind,
    grantId: row.grantId,
    name: row.name,
    email: row.email,
    on: dayIn(row.at.toISOString(), zone),
    levels: levelsOf(row),
    isLeft: row.isLeft ?? false,
  })
  return [...accepted.map((row) => asNews('accepted', row)), ...ended.map((row) => asNews('ended', row))]
}
