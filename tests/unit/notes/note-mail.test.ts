import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NoteForMail, noteLines, noteMail, noteMailWindow } from '@/lib/notes/note-mail'
import { isQuiet } from '@/lib/reminders/hours'

const ANA = '00000000-0000-4000-8000-000000000001'
const note = (over: Partial<NoteForMail> = {}): NoteForMail => ({
  kind: 'comment',
  noteId: crypto.randomUUID(),
  from: 'Dr Rao',
  side: 'applicant',
  applicantId: ANA,
  target: { kind: 'practice', id: ANA },
  ...over,
})
const links = {
  settings: 'https://x/settings',
  turnOff: 'https://x/off',
  to: (href: string) => `https://x${href}`,
}

describe('the mail', () => {
  test('has a line for each person and kind, and leads each side to its own page', () => {
    const lines = noteLines([
      note(),
      note({ target: { kind: 'entry', id: ANA } }),
      note({ kind: 'task', target: { kind: 'section', id: 'list' } }),
      note({ from: 'Ana', side: 'mentor', kind: 'question', target: { kind: 'question', id: ANA } }),
      note({ from: null }),
    ])
    expect(lines).toEqual([
      { who: 'A former mentor', what: 'a comment on a practice result', href: '/mentors/notes' },
      { who: 'Ana', what: 'a question to you', href: `/mentees/${ANA}/notes` },
      {
        who: 'Dr Rao',
        what: '2 comments on a practice result and a program on the list',
        href: '/mentors/notes',
      },
      { who: 'Dr Rao', what: 'a suggested task, about the list as a whole', href: '/mentors/notes' },
    ])
  })

  test('names nobody in its subject, and lets no name of anybody’s into its markup', () => {
    const { subject, text, html } = noteMail([note({ from: '<b>Dr "Rao"</b>' })], {
      today: '2026-11-22',
      links,
    })
    expect(subject).toBe('New notes for you, as of 22 November')
    expect(text).toContain('<b>Dr "Rao"</b>: a comment on a practice result')
    expect(html).not.toContain('<b>')
    expect(html).toContain('&lt;b&gt;Dr &quot;Rao&quot;&lt;/b&gt;')
    expect(text).toContain('Turn off mails about notes: https://x/off')
  })
})

test('the window is never quiet, never after now, never twice a day, and never open when mails are off', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const zone = fc.constantFrom('Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati', 'UTC')
  fc.assert(
    fc.property(
      hour,
      hour,
      hour,
      zone,
      fc.date({ min: new Date('2026-06-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      fc.boolean(),
      (digestHour, quietFrom, quietUntil, zone, date, isNotesOn) => {
        const now = date.toISOString()
        const preferences = { digestHour, quietFrom, quietUntil, isNotesOn }
        const window = noteMailWindow({ preferences, zone, now, sentDays: new Set() })
        if (!window) return
        expect(isNotesOn).toBe(true)
        expect(isQuiet(now, zone, preferences)).toBe(false)
        expect(window.from < window.until && window.until <= now).toBe(true)
        const again = noteMailWindow({ preferences, zone, now, sentDays: new Set([window.forDate]) })
        expect(again).toBeNull()
      },
    ),
  )
})
