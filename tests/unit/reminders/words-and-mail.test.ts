import { describe, expect, test } from 'vitest'
import { retryInSeconds } from '@/lib/reminders/backoff'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { REMINDER_KINDS } from '@/lib/reminders/dated-thing'
import { type MailLine, reminderMail } from '@/lib/reminders/mail'
import { domainOf, messageIdOf } from '@/lib/reminders/message-id'
import { nextPressing, openReminders } from '@/lib/reminders/open'
import { DEFAULT_PREFERENCES, isQuietHour, NO_SETTING } from '@/lib/reminders/preferences'
import { reminderPreferencesInput } from '@/lib/reminders/reminder-input'
import { ladderWords } from '@/lib/reminders/words'

const links = {
  reminders: 'https://l.example/reminders',
  settings: 'https://l.example/settings#reminders',
  turnOff: 'https://l.example/unsubscribe/abc',
  to: (href: string) => `https://l.example${href}`,
}
const line = (over: Partial<MailLine> = {}): MailLine => ({
  title: 'NRMP registration',
  on: '2027-01-29',
  at: null,
  href: '/season',
  isProjected: false,
  ...over,
})

describe('a mail', () => {
  const mail = reminderMail(
    'digest',
    [
      line(),
      line({ title: 'Tricky <b>& "name"', on: '2027-02-01', isProjected: true }),
      line({ title: 'Talk', on: '2027-02-02', at: '2027-02-02T15:00:00.000Z' }),
    ],
    { today: '2027-01-28', zone: 'Asia/Kathmandu', links },
  )

  test('says the same in both parts, each date with its distance and its place in Locus', () => {
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('Tomorrow')
      expect(part).toContain('In 4 days')
      expect(part).toContain('2 Feb 2027, 20:45 in Kathmandu')
      expect(part).toContain('https://l.example/season')
      expect(part).toContain('(projected)')
      expect(part).toContain('https://l.example/unsubscribe/abc')
    }
    expect(mail.text).toContain(
      'Tomorrow: NRMP registration\n  Friday 29 January 2027\n  https://l.example/season',
    )
  })

  test('has nothing personal in its subject, fetches nothing, and takes no markup from a title', () => {
    for (const kind of ['digest', 'urgent', 'test'] as const) {
      const { subject } = reminderMail(kind, [line({ title: 'Program Z' })], {
        today: '2027-01-28',
        zone: 'UTC',
        links,
      })
      expect(subject).not.toContain('Program Z')
    }
    expect(mail.html).toContain('Tricky &lt;b&gt;&amp; &quot;name&quot;')
    expect(mail.html).not.toMatch(/<img|<script|src=|url\(|@import/i)
  })
})

test('what a person types as days is read, or refused at its field', () => {
  const read = (ladder: string, more = {}) =>
    reminderPreferencesInput.safeParse({
      mails: 'digest',
      kinds: ['season', 'exam'],
      ladder,
      digestHour: '8',
      quietFrom: '21',
      quietUntil: '7',
      version: '0',
      ...more,
    })
  expect(read('1, 30 7;7').data?.preferences).toMatchObject({
    ladder: [30, 7, 1],
    isDigestOn: true,
    isUrgentOn: false,
    kindsOff: REMINDER_KINDS.filter((kind) => kind !== 'season' && kind !== 'exam'),
  })
  for (const bad of ['', 'soon', '30,,x', '-3', '1.5', '400', '1,2,3,4,5,6,7,8,9,10,11']) {
    expect(read(bad).error?.issues[0]?.path, bad).toEqual(['ladder'])
  }
  expect(read('7', { digestHour: '22' }).error?.issues[0]?.path).toEqual(['digestHour'])
  expect(read('7', { mails: undefined }).data?.preferences).toMatchObject({
    isDigestOn: false,
    isUrgentOn: false,
  })
})

test('words and small rules', () => {
  expect(ladderWords([7, 30, 1])).toBe('30, 7 and 1 days before')
  expect(ladderWords([1, 0])).toBe('1 day before, and on the day')
  expect(ladderWords([])).toBe('never')
  expect([21, 23, 0, 6].every((hour) => isQuietHour(hour, DEFAULT_PREFERENCES))).toBe(true)
  expect([7, 12, 20].some((hour) => isQuietHour(hour, DEFAULT_PREFERENCES))).toBe(false)
  expect(isQuietHour(5, { quietFrom: 5, quietUntil: 5 })).toBe(false)
  expect(domainOf('Locus <locus@example.org>')).toBe('example.org')
  expect(messageIdOf('1', 'example.org')).toBe('<reminder-1@example.org>')
  const waits = [1, 2, 3, 4, 5, 6, 7, 50].map(retryInSeconds)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBe(86_400)
})

test('the list in the app holds what is near, marked where it is put off, without what is done, off or over', () => {
  const thing = (id: string, on: string) => ({
    kind: 'season' as const,
    id,
    title: id,
    urgency: 'ordinary' as const,
    href: '/season',
    isProjected: false,
    isDone: false,
    on,
    at: null,
  })
  const open = openReminders({
    things: [
      thing('far', '2027-09-01'),
      thing('near', '2027-06-05'),
      thing('over', '2027-05-31'),
      thing('put-off', '2027-06-03'),
      thing('done', '2027-06-02'),
    ],
    settings: new Map([
      ['season:put-off', { ...NO_SETTING, snoozedUntil: '2027-06-02' }],
      ['season:done', { ...NO_SETTING, isDone: true }],
    ]),
    preferences: DEFAULT_PREFERENCES,
    now: '2027-06-01T08:00:00.000Z',
    zone: 'UTC',
  })
  expect(open.map(({ thing: { id }, daysLeft, isSnoozed }) => [id, daysLeft, isSnoozed])).toEqual([
    ['put-off', 2, true],
    ['near', 4, false],
  ])
})

describe('of one day', () => {
  const about = {
    kind: 'interview' as const,
    href: '/interviews',
    isProjected: false,
    isDone: false,
    endAt: null,
    zone: 'UTC',
  }
  const things: DatedThing[] = [
    { ...about, kind: 'checklist', id: 'own', title: 'own', urgency: 'ordinary', on: '2027-06-01', at: null },
    { ...about, id: 'late', title: 'late', urgency: 'urgent', on: null, at: '2027-06-01T18:00:00.000Z' },
    { ...about, id: 'early', title: 'early', urgency: 'urgent', on: null, at: '2027-06-01T12:00:00.000Z' },
    { ...about, kind: 'exam', id: 'exam', title: 'exam', urgency: 'urgent', on: '2027-06-01', at: null },
    {
      ...about,
      kind: 'checklist',
      id: 'next',
      title: 'next',
      urgency: 'ordinary',
      on: '2027-06-02',
      at: null,
    },
  ]
  const at = { preferences: DEFAULT_PREFERENCES, now: '2027-06-01T08:00:00.000Z', zone: 'UTC' }
  const idOf = (one: { thing: { id: string } } | null) => one?.thing.id ?? null

  test('what is urgent comes first, by its hour, and is what presses', () => {
    const open = openReminders({ ...at, things, settings: new Map() })
    expect(open.map(idOf)).toEqual(['early', 'late', 'exam', 'own', 'next'])
    expect(idOf(nextPressing(open, '2027-06-02', 'UTC'))).toBe('early')
    expect(idOf(nextPressing(open, null, 'UTC'))).toBe('early')
    expect(nextPressing(open, '2027-06-01', 'UTC')).toBeNull()
  })

  test('what is put off does not press', () => {
    const settings = new Map(
      ['early', 'late'].map((id) => [`interview:${id}`, { ...NO_SETTING, snoozedUntil: '2027-06-02' }]),
    )
    const open = openReminders({ ...at, things, settings })
    expect(idOf(nextPressing(open, null, 'UTC'))).toBe('exam')
  })
})
