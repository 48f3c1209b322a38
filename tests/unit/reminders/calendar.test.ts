import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { toZoned } from '@/lib/dates/instant'
import { calendarFile } from '@/lib/io/calendar-file'
import { calendarEntries } from '@/lib/reminders/calendar'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { seasonThings } from '@/lib/reminders/season-things'
import { shippedSeason } from '@/tests/factories/season'

/* Written by ical-generator, read here by ical.js: two authors, who must mean the same. */

const STAMP = '2026-11-22T09:00:00.000Z'

function read(things: readonly DatedThing[]) {
  const text = calendarFile(calendarEntries(things), {
    name: 'Locus',
    origin: 'https://locus.example.org',
    stamp: STAMP,
  })
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  }
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  ICAL.TimezoneService.reset()
  return { text, calendar, events }
}

const talk = (at: string, zone: string, id = 'talk-1'): DatedThing => ({
  kind: 'interview',
  id,
  title: 'Interview: Somewhere, the; first',
  urgency: 'urgent',
  href: '/interviews/1',
  isProjected: false,
  isDone: false,
  on: null,
  at,
  endAt: new Date(new Date(at).getTime() + 45 * 60_000).toISOString(),
  zone,
})

describe('a calendar', () => {
  test('holds deadlines as whole days, and says which dates are projected', () => {
    const { events, calendar } = read(seasonThings(shippedSeason(2028)))
    const deadline = events.find(({ uid }) => uid === 'season-2028-nrmp_rol_deadline@locus')
    expect(deadline?.startDate.isDate).toBe(true)
    expect(deadline?.startDate.toString()).toBe('2028-03-01')
    expect(deadline?.summary).toBe('Rank list: last moment to certify, 21:00 ET (projected)')
    expect(deadline?.description).toContain('not published yet')
    expect(calendar.getFirstPropertyValue('x-published-ttl')?.toString()).toBe('PT6H')
    const published = read(seasonThings(shippedSeason(2027)))
    expect(published.events.some(({ summary }) => !summary.includes('(projected)'))).toBe(true)
  })

  // Instants on either side of each change: US on 14 March and 7 November 2027, Europe two weeks and one week apart,
  // zones without any change, a half-hour zone, one whose summer is in our winter.
  test.each([
    ['America/New_York', '2027-03-13T15:00:00.000Z', '10:00'],
    ['America/New_York', '2027-03-15T15:00:00.000Z', '11:00'],
    ['America/New_York', '2027-11-05T14:00:00.000Z', '10:00'],
    ['America/New_York', '2027-11-08T14:00:00.000Z', '09:00'],
    ['Europe/Berlin', '2027-03-20T09:00:00.000Z', '10:00'],
    ['Europe/Berlin', '2027-03-29T09:00:00.000Z', '11:00'],
    ['Europe/Berlin', '2027-11-01T09:00:00.000Z', '10:00'],
    ['America/Phoenix', '2027-07-01T16:00:00.000Z', '09:00'],
    ['Asia/Kathmandu', '2027-07-01T04:15:00.000Z', '10:00'],
    ['Australia/Lord_Howe', '2027-01-10T00:00:00.000Z', '11:00'],
    ['UTC', '2027-05-05T05:05:00.000Z', '05:05'],
  ])('in %s, what happens at %s stands at %s, and is that instant again when read', (zone, at, clock) => {
    const { events } = read([talk(at, zone)])
    const [event] = events
    expect(event?.startDate.toString().slice(11, 16)).toBe(clock)
    expect(toZoned(at, zone).time).toBe(clock)
    expect(event?.startDate.toJSDate().toISOString()).toBe(at)
    expect(event?.endDate.subtractDate(event.startDate).toSeconds()).toBe(45 * 60)
  })

  test('keeps one talk before and one after a change of clocks apart, in one file', () => {
    const before = talk('2027-11-05T14:00:00.000Z', 'America/Chicago', 'a')
    const after = talk('2027-11-08T15:00:00.000Z', 'America/Chicago', 'b')
    const { events, calendar } = read([before, after])
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([before.at, after.at])
    expect(events.map(({ startDate }) => startDate.hour)).toEqual([9, 9])
  })

  test('is the same to the byte for the same things, keeps a thing’s id when its time moves, and leaves out what is done', () => {
    const first = talk('2027-11-05T14:00:00.000Z', 'America/Chicago')
    expect(read([first]).text).toBe(read([first]).text)
    const moved = talk('2027-12-05T14:00:00.000Z', 'America/Denver')
    expect(read([moved]).events[0]?.uid).toBe(read([first]).events[0]?.uid)
    expect(read([{ ...first, isDone: true }]).events).toEqual([])
    expect(read([first]).events[0]?.summary).toBe(first.title)
    for (const line of read([first]).text.split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})
