import { addDays, type CalendarDate, type Instant } from '@/lib/dates/calendar-date'
import { formatDayMonth, formatLongDate } from '@/lib/dates/format'
import { toZoned } from '@/lib/dates/instant'
import { digestInstant, isQuiet } from '@/lib/reminders/hours'
import type { MailLinks, MailText } from '@/lib/reminders/mail'
import { escapeHtml, link, page, paragraph, row, rows } from '@/lib/reminders/mail-html'
import type { NoteMailKind } from '@/lib/reminders/mail-kind'
import type { ReminderPreferences } from '@/lib/reminders/preferences'
import type { NoteSide } from './note'
import type { NoteTarget } from './target'
import { capital, FORMER_MENTOR, kindWords } from './words'

/*
 * What mentors and applicants are told by mail of what the other wrote: at most one mail a day, at the person's hour, and
 * no word of what was written. A grant that ends reaches every page at once, but never a mailbox.
 */

export const NOTE_MAIL_LABELS: Readonly<Record<NoteMailKind, string>> = {
  comment: 'Comments',
  task: 'Tasks suggested to me',
  task_answer: 'Answers to tasks that I suggested',
  question: 'Questions asked of me',
}

/** How far back something is still told: older than that it stands in the app alone. */
export const TOLD_FOR_DAYS = 14

/** One thing that the other side wrote, as a mail may name it. */
export type NoteForMail = {
  kind: NoteMailKind
  noteId: string
  /** Who wrote it; null for someone whose account is gone. */
  from: string | null
  /** The side of the one who reads the mail. */
  side: NoteSide
  applicantId: string
  target: Pick<NoteTarget, 'kind' | 'id'>
}

/**
 * Whether a mail of notes may be written now, and since when and until when something must have been written to be in
 * it: what was written after today's hour waits for tomorrow's. Null while it is too early, quiet, done for today or off.
 */
export function noteMailWindow({
  preferences,
  zone,
  now,
  sentDays,
}: {
  preferences: Pick<ReminderPreferences, 'digestHour' | 'quietFrom' | 'quietUntil' | 'isNotesOn'>
  zone: string
  now: Instant
  sentDays: ReadonlySet<CalendarDate>
}): { from: Instant; until: Instant; forDate: CalendarDate } | null {
  const today = toZoned(now, zone).date
  if (!preferences.isNotesOn || sentDays.has(today) || isQuiet(now, zone, preferences)) return null
  const until = digestInstant(today, zone, preferences)
  if (until > now) return null
  return { from: digestInstant(addDays(today, -TOLD_FOR_DAYS), zone, preferences), until, forDate: today }
}

type Line = { who: string; what: string; href: string }

/** One line for each person and kind: 'Dr Rao: 2 comments, on a program on the list and on a letter'. */
export function noteLines(notes: readonly NoteForMail[]): Line[] {
  const groups = new Map<string, NoteForMail[]>()
  for (const note of notes) {
    const key = `${note.side} ${note.applicantId} ${note.from} ${note.kind}`
    groups.set(key, [...(groups.get(key) ?? []), note])
  }
  return [...groups.values()]
    .map((group) => {
      const [first] = group as [NoteForMail]
      return {
        who: capital(first.from ?? FORMER_MENTOR),
        what: whatWords(first.kind, group),
        href: hrefOf(first),
      }
    })
    .toSorted((a, b) => (`${a.who} ${a.what}` < `${b.who} ${b.what}` ? -1 : 1))
}

function whatWords(kind: NoteMailKind, group: readonly NoteForMail[]): string {
  const count = group.length
  const on = [...new Set(group.map(({ target }) => kindWords(target)))].toSorted()
  switch (kind) {
    case 'comment':
      return `${counted(count, 'comment')} on ${joined(on)}`
    case 'task':
      return `${counted(count, 'suggested task')}, about ${joined(on)}`
    case 'task_answer':
      return count === 1
        ? 'an answer to a task that you suggested'
        : `answers to ${count} tasks that you suggested`
    case 'question':
      return `${counted(count, 'question')} to you`
  }
}

function hrefOf({ side, applicantId }: NoteForMail): string {
  return side === 'applicant' ? '/mentors/notes' : `/mentees/${applicantId}/notes`
}

/** The mail itself. The subject names nobody and nothing: it is read over shoulders and in logs. */
export function noteMail(
  notes: readonly NoteForMail[],
  { today, links }: { today: CalendarDate; links: Pick<MailLinks, 'settings' | 'turnOff' | 'to'> },
): MailText {
  const lines = noteLines(notes)
  const subject = `New notes for you, as of ${formatDayMonth(today)}`
  const lead = `${formatLongDate(today)}: something was written to you in Locus. The words stay there; this mail holds none of them.`
  const ends = [
    { words: 'When and of what you get mail', href: links.settings },
    { words: 'Turn off mails about notes', href: links.turnOff },
  ]
  const text = [
    lead,
    ...lines.map(({ who, what, href }) => `${who}: ${what}\n  ${links.to(href)}`),
    `-- \n${ends.map(({ words, href }) => `${words}: ${href}`).join('\n\n')}`,
  ].join('\n\n')
  const html = page({
    title: subject,
    body: [
      paragraph(escapeHtml(lead)),
      rows(
        lines.map(({ who, what, href }) => row({ title: who, href: links.to(href), when: what, left: '' })),
      ),
      paragraph(ends.map(({ words, href }) => link(href, words)).join(' · '), { isMuted: true }),
    ],
  })
  return { subject, text: `${text}\n`, html }
}

function counted(count: number, one: string): string {
  return count === 1 ? `a ${one}` : `${count} ${one}s`
}

function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
