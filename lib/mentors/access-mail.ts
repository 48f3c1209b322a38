import { addDays, type CalendarDate, type Instant } from '@/lib/dates/calendar-date'
import { formatDate, formatLongDate } from '@/lib/dates/format'
import { today as dayIn, zonedInstant } from '@/lib/dates/instant'
import { isQuiet } from '@/lib/reminders/hours'
import type { MailLinks, MailText } from '@/lib/reminders/mail'
import { escapeHtml, link, page, paragraph, row, rows } from '@/lib/reminders/mail-html'
import type { AccessMailKind } from '@/lib/reminders/mail-kind'
import type { ReminderPreferences } from '@/lib/reminders/preferences'
import type { Levels } from './groups'
import { levelsWords } from './words'

/*
 * What an applicant is told by mail of who may look: at once and not with the day's notes, since an invitation may have
 * been accepted by somebody whom they did not mean. What they ended themselves they know.
 */

export const ACCESS_MAIL_LABELS: Readonly<Record<AccessMailKind, string>> = {
  accepted: 'A mentor who accepts my invitation',
  ended: 'A mentor who stops, or whose time is over',
}

/** How far back a change is still told: older than that it stands in the app alone. */
const TOLD_FOR_DAYS = 14

/** One change in who may look, as it stands when the mail is sent. */
export type AccessNews = {
  kind: AccessMailKind
  grantId: string
  name: string
  email: string
  on: CalendarDate
  levels: Levels
  /** Whether the mentor ended it; otherwise its time was over. Of one that ended. */
  isLeft: boolean
}

/**
 * Since when a change must have happened to be in a mail written now; null in quiet hours, or where mails of mentoring
 * are off. There may be several on a day.
 */
export function accessMailSince({
  preferences,
  zone,
  now,
}: {
  preferences: Pick<ReminderPreferences, 'quietFrom' | 'quietUntil' | 'isNotesOn'>
  zone: string
  now: Instant
}): Instant | null {
  if (!preferences.isNotesOn || isQuiet(now, zone, preferences)) return null
  return zonedInstant(addDays(dayIn(now, zone), -TOLD_FOR_DAYS), '00:00', zone)
}

/** The mail itself. The subject names nobody: it is read over shoulders and in logs. */
export function accessMail(
  news: readonly AccessNews[],
  { today, links }: { today: CalendarDate; links: Pick<MailLinks, 'settings' | 'turnOff' | 'to'> },
): MailText {
  const subject = 'Who can see your cycle in Locus has changed'
  const lines = news.map(lineOf)
  const lead = `${formatLongDate(today)}: this is what changed. You can change or end what anyone sees at any time.`
  const ends = [
    { words: 'Everyone who can look, and who looked', href: links.to('/mentors') },
    { words: 'When and of what you get mail', href: links.settings },
    { words: 'Turn off mails about mentors', href: links.turnOff },
  ]
  const text = [
    lead,
    ...lines.map(({ title, what, href }) => `${title}\n  ${what}\n  ${links.to(href)}`),
    `-- \n${ends.map(({ words, href }) => `${words}: ${href}`).join('\n\n')}`,
  ].join('\n\n')
  const html = page({
    title: subject,
    body: [
      paragraph(escapeHtml(lead)),
      rows(lines.map(({ title, what, href }) => row({ title, href: links.to(href), when: what, left: '' }))),
      paragraph(ends.map(({ words, href }) => link(href, words)).join(' · '), { isMuted: true }),
    ],
  })
  return { subject, text: `${text}\n`, html }
}

function lineOf({ kind, grantId, name, email, on, levels, isLeft }: AccessNews) {
  const who = `${name || 'A mentor'}${email && ` (${email})`}`
  if (kind === 'accepted')
    return {
      title: `${who} accepted your invitation on ${formatDate(on)}`,
      what: `Open to them: ${levelsWords(levels)}. If this is not whom you meant, end it here.`,
      href: `/mentors/${grantId}`,
    }
  return {
    title: isLeft
      ? `${who} stopped being your mentor on ${formatDate(on)}`
      : `What you opened to ${who} ended on ${formatDate(on)}, as you had set`,
    what: 'They see nothing any more. What they wrote to you stays with you.',
    href: '/mentors',
  }
}
