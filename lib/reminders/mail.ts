import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { formatDayMonth, formatLongDate } from '@/lib/dates/format'
import { dayOf, type When } from './dated-thing'
import { escapeHtml, link, page, paragraph, row, rows } from './mail-html'
import type { ReminderMailKind } from './mail-kind'
import { leftWords, whenWords } from './words'

/** A line of a mail as it was recorded when the mail was claimed. */
export type MailLine = {
  title: string
  on: CalendarDate | null
  at: Instant | null
  href: string
  isProjected: boolean
}

/** The mails about dates. */
export type DateMailKind = Exclude<ReminderMailKind, 'notes' | 'access'>

/** Absolute addresses. `turnOff` is the page on which this kind of mail is turned off without signing in. */
export type MailLinks = { reminders: string; settings: string; turnOff: string; to: (href: string) => string }

export type MailText = { subject: string; text: string; html: string }

/**
 * What a reminder's mail says, the same in plain text and in HTML. `today` is the person's day that the mail is of, so
 * that a second attempt says the same. Nothing personal stands in the subject: it is read over shoulders and in logs.
 */
export function reminderMail(
  kind: DateMailKind,
  lines: readonly MailLine[],
  { today, zone, links }: { today: CalendarDate; zone: string; links: MailLinks },
): MailText {
  const said = lines.map((line) => spoken(line, { today, zone }))
  const { subject, lead } = headOf(kind, lines.length, today)
  const ends = endOf(kind, links)
  const hasProjected = lines.some(({ isProjected }) => isProjected)
  const projected =
    'Projected dates follow a rule and are not published yet: check them before you rely on them.'
  const text = [
    lead,
    ...said.map(({ title, when, left, href }) => `${left}: ${title}\n  ${when}\n  ${links.to(href)}`),
    ...(hasProjected ? [projected] : []),
    `Put off or mark as done: ${links.reminders}`,
    '-- ',
    ...ends.map(({ words, href }) => `${words}: ${href}`),
  ].join('\n\n')
  const html = page({
    title: subject,
    body: [
      paragraph(escapeHtml(lead)),
      ...(said.length > 0 ? [rows(said.map((one) => row({ ...one, href: links.to(one.href) })))] : []),
      ...(hasProjected ? [paragraph(escapeHtml(projected), { isMuted: true })] : []),
      paragraph(link(links.reminders, 'Put off or mark as done')),
      paragraph(ends.map(({ words, href }) => link(href, words)).join(' · '), { isMuted: true }),
    ],
  })
  return { subject, text: `${text.replaceAll('\n\n-- \n\n', '\n\n-- \n')}\n`, html }
}

function headOf(kind: DateMailKind, count: number, today: CalendarDate): { subject: string; lead: string } {
  switch (kind) {
    case 'digest':
      return {
        subject: `Dates ahead, as of ${formatDayMonth(today)}`,
        lead:
          count === 1
            ? `${formatLongDate(today)}: one date is coming up.`
            : `${formatLongDate(today)}: ${count} dates are coming up.`,
      }
    case 'urgent':
      return {
        subject: 'A date that cannot wait',
        lead: count === 1 ? 'This one is close.' : 'These are close.',
      }
    case 'test':
      return {
        subject: 'Reminders reach you',
        lead: 'This is the test mail that you asked for. Reminders will come to this address.',
      }
  }
}

function endOf(kind: DateMailKind, links: MailLinks): { words: string; href: string }[] {
  const settings = { words: 'When and of what you are reminded', href: links.settings }
  switch (kind) {
    case 'digest':
      return [settings, { words: 'Turn off this daily mail', href: links.turnOff }]
    case 'urgent':
      return [settings, { words: 'Turn off mails of this kind', href: links.turnOff }]
    case 'test':
      return [settings]
  }
}

function spoken(line: MailLine, { today, zone }: { today: CalendarDate; zone: string }) {
  const when: When = asWhen(line, today)
  const day = dayOf(when, zone)
  return {
    title: line.isProjected ? `${line.title} (projected)` : line.title,
    href: line.href,
    when: whenWords(when, zone),
    left: sentence(leftWords(day, today)),
  }
}

function asWhen({ on, at }: MailLine, today: CalendarDate): When {
  if (at !== null) return { on: null, at, endAt: null, zone: 'UTC' }
  return { on: on ?? today, at: null }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
