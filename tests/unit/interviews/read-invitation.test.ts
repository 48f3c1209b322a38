import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type InvitationReading, readInvitation } from '@/lib/interviews/read-invitation'

const RECEIVED = '2026-11-22'
const read = (mail: string, state: string | null = 'PA', received = RECEIVED) =>
  readInvitation(mail, { received, state })
const slots = (reading: InvitationReading) =>
  reading.slots.map(({ date, time, minutes }) => [date, time, minutes].join(' '))
const doubts = (reading: InvitationReading) => reading.doubts.map(({ code }) => code)

type Case = {
  name: string
  mail: string
  state?: string | null
  slots: string[]
  zone: string | null
  doubts?: string[]
  more?: Partial<InvitationReading>
}

const CASES: readonly Case[] = [
  {
    name: 'one full date and time with its zone',
    mail: 'Dear Doctor,\nWe are pleased to invite you to interview on Tuesday, December 8, 2026 at 9:00 AM EST via Zoom.',
    slots: ['2026-12-08 09:00 '],
    zone: 'America/New_York',
    more: { kind: 'invitation', format: 'video', replyBy: null },
  },
  {
    name: 'several days that share one range',
    mail: 'We invite you to a virtual interview. Available dates: December 1, 8, and 15, 2026, 8:00 am to 12:30 pm Eastern Time.',
    slots: ['2026-12-01 08:00 270', '2026-12-08 08:00 270', '2026-12-15 08:00 270'],
    zone: 'America/New_York',
    more: { format: 'video' },
  },
  {
    name: 'a list, each line with its own time',
    mail: 'Please choose one of the following:\n- Mon, Dec 7, 2026: 9-11 am\n- Wed, Dec 9, 2026: 1-3 pm\nAll times are Central Time.',
    state: 'MN',
    slots: ['2026-12-07 09:00 120', '2026-12-09 13:00 120'],
    zone: 'America/Chicago',
    doubts: ['kind_unclear'],
  },
  {
    name: 'the time before the day',
    mail: 'Your interview has been scheduled for 1:30 p.m. PST on Thursday, January 14, 2027.',
    state: 'CA',
    slots: ['2027-01-14 13:30 '],
    zone: 'America/Los_Angeles',
    more: { kind: 'booking' },
  },
  {
    name: 'an answer within 48 hours, and no day yet',
    mail: 'We would like to interview you. Please respond within 48 hours through Thalamus: https://thalamusgme.com/x/1.',
    slots: [],
    zone: 'America/New_York',
    doubts: ['zone_of_state'],
    more: { replyWithinHours: 48, bookingUrl: 'https://thalamusgme.com/x/1' },
  },
  {
    name: 'a day to answer by, beside the day offered',
    mail: 'You are invited to interview on December 10, 2026 at 10 am ET. Please confirm by Wednesday, November 25, 2026 at 5 pm ET.',
    slots: ['2026-12-10 10:00 '],
    zone: 'America/New_York',
    more: { replyBy: { date: '2026-11-25', time: '17:00' } },
  },
  {
    name: 'the year left out: the next such day, to be confirmed',
    mail: 'We invite you to interview on January 8 at 8:30 am MST.',
    state: 'CO',
    slots: ['2027-01-08 08:30 '],
    zone: 'America/Denver',
    doubts: ['year_not_written'],
  },
  {
    name: 'the year left out, and the weekday that settles it',
    mail: 'We invite you to interview on Friday, January 8 at 8:30 am MST.',
    state: 'CO',
    slots: ['2027-01-08 08:30 '],
    zone: 'America/Denver',
  },
  {
    name: 'day before month, on a clock of 24 hours',
    mail: 'We invite you to interview on 8 December 2026, 14:00-17:00 Eastern.',
    slots: ['2026-12-08 14:00 180'],
    zone: 'America/New_York',
  },
  {
    name: 'Arizona, which keeps one time all year',
    mail: 'We invite you for an in-person interview on March 15, 2027 at 9:00 am Arizona time.',
    state: 'AZ',
    slots: ['2027-03-15 09:00 '],
    zone: 'America/Phoenix',
    more: { format: 'in_person' },
  },
  {
    name: 'the waiting list',
    mail: 'Thank you for your application. You have been placed on our interview waitlist and we will write if a date opens.',
    slots: [],
    zone: 'America/New_York',
    doubts: ['zone_of_state'],
    more: { kind: 'waitlist' },
  },
  {
    name: 'an invitation that mentions a waiting list only for the case that no day suits',
    mail: 'We invite you to interview on December 8, 2026 at noon ET. If this date does not work you may join the waitlist.',
    slots: ['2026-12-08 12:00 '],
    zone: 'America/New_York',
    more: { kind: 'invitation' },
  },
  // From here on, each leaves something open that a person must say.
  {
    name: 'numbers that may be day and month either way',
    mail: 'We invite you to interview on 12/8/2026 at 9:00 am EST.',
    slots: [' 09:00 '],
    zone: 'America/New_York',
    doubts: ['day_or_month'],
  },
  {
    name: 'numbers that only one reading fits',
    mail: 'We invite you to interview on 12/15/2026 at 9:00 am EST.',
    slots: ['2026-12-15 09:00 '],
    zone: 'America/New_York',
  },
  {
    name: 'numbers that the weekday settles',
    mail: 'We invite you to interview on Tuesday 12/8/2026 at 9:00 am EST.',
    slots: ['2026-12-08 09:00 '],
    zone: 'America/New_York',
  },
  {
    name: 'a weekday that is not that day’s',
    mail: 'We invite you to interview on Monday, December 8, 2026 at 9:00 am EST.',
    slots: [' 09:00 '],
    zone: 'America/New_York',
    doubts: ['weekday_differs'],
  },
  {
    name: 'morning or evening not said',
    mail: 'We invite you to interview on December 8, 2026 at 8:30 EST.',
    slots: ['2026-12-08  '],
    zone: 'America/New_York',
    doubts: ['half_of_day'],
  },
  {
    name: 'no zone, in a state with two',
    mail: 'We invite you to interview on December 8, 2026 at 9 am.',
    state: 'TN',
    slots: ['2026-12-08 09:00 '],
    zone: null,
    doubts: ['zone_not_named'],
  },
  {
    name: 'the zone of another part of the country',
    mail: 'We invite you to interview on December 8, 2026 at 9 am Eastern Time.',
    state: 'CA',
    slots: ['2026-12-08 09:00 '],
    zone: null,
    doubts: ['zone_not_of_place'],
  },
  {
    name: 'two zones at once',
    mail: 'We invite you to interview on December 8, 2026 at 9 am ET / 8 am CT.',
    slots: ['2026-12-08 08:00 ', '2026-12-08 09:00 '],
    zone: null,
    doubts: ['zones_differ'],
  },
  {
    name: '"EST" of a day in daylight time',
    mail: 'We invite you to interview on March 18, 2027 at 9:00 am EST.',
    slots: ['2027-03-18 09:00 '],
    zone: null,
    doubts: ['standard_or_daylight'],
  },
  {
    name: 'the reader’s own time',
    mail: 'We invite you to interview on December 8, 2026 at 9:00 am (your local time).',
    slots: ['2026-12-08 09:00 '],
    zone: null,
    doubts: ['zone_unclear'],
  },
  {
    name: 'an abbreviation that two zones share',
    mail: 'We invite you to interview on December 8, 2026 at 9:00 am IST.',
    slots: ['2026-12-08 09:00 '],
    zone: null,
    doubts: ['zone_unclear'],
  },
  {
    name: 'next Tuesday',
    mail: 'We invite you to interview next Tuesday at 9:00 am ET.',
    slots: [' 09:00 '],
    zone: 'America/New_York',
    doubts: ['relative'],
  },
  {
    name: 'a span of days',
    mail: 'We invite you to interview December 8-10, 2026 at 9:00 am ET.',
    slots: [' 09:00 '],
    zone: 'America/New_York',
    doubts: ['several_days'],
  },
  {
    name: 'an hour that clocks skip',
    mail: 'We invite you to a video interview on March 14, 2027 at 2:30 am Eastern Time.',
    slots: ['2027-03-14 02:30 '],
    zone: 'America/New_York',
    doubts: ['hour_skipped'],
  },
  {
    name: 'a day without a time',
    mail: 'We invite you to interview on December 8, 2026. A schedule will follow. Times are in ET.',
    slots: ['2026-12-08  '],
    zone: 'America/New_York',
    doubts: ['time_missing'],
  },
  {
    name: 'an answer within two business days',
    mail: 'We invite you to interview on December 8, 2026 at 9 am ET. Please reply within 2 business days.',
    slots: ['2026-12-08 09:00 '],
    zone: 'America/New_York',
    doubts: ['reply_unclear'],
    more: { replyWithinHours: null },
  },
  {
    name: 'both in person and by video',
    mail: 'We invite you to interview in person or virtually on December 8, 2026 at 9 am ET.',
    slots: ['2026-12-08 09:00 '],
    zone: 'America/New_York',
    doubts: ['format_differs'],
    more: { format: null },
  },
  {
    name: 'a day that is already over',
    mail: 'Your application of September 30, 2026 impressed us. We invite you to interview on December 8, 2026 at 9 am ET.',
    slots: ['2026-12-08 09:00 '],
    zone: 'America/New_York',
    doubts: ['past_day'],
  },
  {
    name: 'a refusal',
    mail: 'After careful review we regret to tell you that we are unable to offer you an interview this season.',
    slots: [],
    zone: 'America/New_York',
    doubts: ['zone_of_state', 'refusal'],
    more: { kind: 'refusal' },
  },
]

describe('the wordings of invitations', () => {
  it.each(CASES)('$name', ({ mail, state, slots: expected, zone, doubts: asked = [], more = {} }) => {
    const reading = read(mail, state === undefined ? 'PA' : state)
    expect(slots(reading)).toEqual(expected)
    expect(reading.zone?.zone ?? null).toBe(zone)
    expect([...doubts(reading)].sort()).toEqual([...asked].sort())
    expect(reading).toMatchObject(more)
  })

  it('names the days that numbers may mean', () => {
    const [doubt] = read('We invite you to interview on 12/8/2026 at 9:00 am EST.').doubts
    expect(doubt?.options).toEqual(['2026-12-08', '2026-08-12'])
  })

  it('takes neither a date nor a time out of a link or an amount', () => {
    const reading = read(
      'We invite you. Join https://zoom.us/j/12/8/2026?pwd=9:00am and see 3 hospitals, 2 clinics, 24/7 care, 1.5 million people.',
    )
    expect(reading.slots).toEqual([])
    expect(reading.joinUrl).toContain('zoom.us')
  })

  it('of an empty mail reads nothing and doubts nothing', () => {
    expect(read('  \n ')).toMatchObject({ slots: [], zone: null, doubts: [] })
  })
})

describe('whatever is pasted', () => {
  const pieces = fc.constantFrom(
    'We invite you',
    'on',
    'December',
    'Dec. 8',
    '8',
    '12/8',
    '31/31/2026',
    'Tuesday',
    ',',
    '\n',
    'at',
    '9',
    '9:00',
    '25:99',
    'am',
    'p.m.',
    '-',
    'to',
    'noon',
    'ET',
    'EST',
    'Central Time',
    'your time',
    'by',
    'within 48 hours',
    '2026',
    '2026-13-40',
    'https://zoom.us/j/1',
    'February 30',
    'next Friday',
    '.',
    'waitlist',
  )
  it('is read without an error, and what it offers are real days and times in reach', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
        const reading = read(words.join(' '))
        for (const { date, time, minutes } of reading.slots) {
          if (date !== null) {
            expect(new Date(`${date}T00:00Z`).toISOString().slice(0, 10)).toBe(date)
            expect(date >= '2026-11-21' && date <= '2027-11-22').toBe(true)
          }
          if (time !== null) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
          if (minutes !== null) expect(minutes).toBeGreaterThanOrEqual(5)
          // Nothing is dropped in silence: what stays empty has a doubt.
          if (date === null || time === null) expect(reading.doubts.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('of any length and any signs too', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
        expect(() => read(text)).not.toThrow()
      }),
    )
  })
})
