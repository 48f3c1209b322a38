import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, type Instant } from '@/lib/dates/calendar-date'
import { toZoned, zonedInstant } from '@/lib/dates/instant'
import { type DatedThing, recordedDay } from '@/lib/reminders/dated-thing'
import { isQuiet } from '@/lib/reminders/hours'
import { planReminders, type ReminderState, saidKey } from '@/lib/reminders/plan'
import { DEFAULT_PREFERENCES, NO_SETTING, type ReminderPreferences } from '@/lib/reminders/preferences'

const thing = (id: string, on: CalendarDate, more: Partial<DatedThing> = {}): DatedThing =>
  ({
    kind: 'season',
    id,
    title: `Thing ${id}`,
    urgency: 'ordinary',
    href: '/season',
    isProjected: false,
    isDone: false,
    on,
    at: null,
    ...more,
  }) as DatedThing

const talk = (id: string, at: Instant): DatedThing => ({
  kind: 'interview',
  id,
  title: `Talk ${id}`,
  urgency: 'urgent',
  href: '/interviews',
  isProjected: false,
  isDone: false,
  on: null,
  at,
  endAt: null,
  zone: 'America/New_York',
})

type Sent = { at: Instant; kind: string; forDate: string; lines: string[] }

/** Lives through a span of time the way the worker does: looks when the plan says, and remembers what was said. */
function live(
  things: readonly DatedThing[],
  {
    zone = 'Asia/Kathmandu',
    from,
    to,
    preferences = DEFAULT_PREFERENCES,
    everyMinutes,
    settings = new Map(),
  }: {
    zone?: string
    from: Instant
    to: Instant
    preferences?: ReminderPreferences
    everyMinutes?: number
    settings?: ReminderState['settings']
  },
): Sent[] {
  const said = new Map<string, number>()
  const digestDays = new Set<string>()
  const sent: Sent[] = []
  let now = from
  for (let looks = 0; now <= to && looks < 100_000; looks += 1) {
    const { mails, nextLookAt } = planReminders({
      things,
      settings,
      said,
      digestDays,
      preferences,
      zone,
      now,
      resumedAt: null,
    })
    for (const mail of mails) {
      if (mail.kind === 'digest') digestDays.add(mail.forDate)
      for (const { thing, step } of mail.lines) said.set(saidKey(thing), step)
      sent.push({
        at: now,
        kind: mail.kind,
        forDate: mail.forDate,
        lines: mail.lines.map(({ thing, step }) => `${thing.id}@${step}`),
      })
    }
    expect(nextLookAt > now, 'a look always leads to a later one').toBe(true)
    now = everyMinutes ? new Date(new Date(now).getTime() + everyMinutes * 60_000).toISOString() : nextLookAt
  }
  return sent
}

const localTimes = (sent: readonly Sent[], zone: string) =>
  sent.map(({ at }) => `${toZoned(at, zone).date} ${toZoned(at, zone).time}`)

describe('a ladder', () => {
  test('says a date 30, 14, 7, 3 and 1 days before, at the hour the person likes, and never after', () => {
    const sent = live([thing('a', '2027-06-28')], {
      from: '2027-05-01T00:00:00.000Z',
      to: '2027-07-10T00:00:00.000Z',
    })
    expect(sent.map(({ lines }) => lines)).toEqual([['a@30'], ['a@14'], ['a@7'], ['a@3'], ['a@1']])
    expect(localTimes(sent, 'Asia/Kathmandu')).toEqual([
      '2027-05-29 08:00',
      '2027-06-14 08:00',
      '2027-06-21 08:00',
      '2027-06-25 08:00',
      '2027-06-27 08:00',
    ])
  })

  test('of one thing alone replaces the person’s; an empty one is silence', () => {
    const settings = new Map([
      ['season:a', { ...NO_SETTING, steps: [10, 0] }],
      ['season:b', { ...NO_SETTING, steps: [] }],
    ])
    const sent = live([thing('a', '2027-06-28'), thing('b', '2027-06-28')], {
      from: '2027-05-01T00:00:00.000Z',
      to: '2027-07-10T00:00:00.000Z',
      settings,
    })
    expect(sent.map(({ lines }) => lines)).toEqual([['a@10'], ['a@0']])
  })

  test('collapses: who comes late to several dates gets one mail with one line for each', () => {
    const things = [
      thing('a', '2027-06-10'),
      thing('b', '2027-06-05'),
      thing('c', '2027-06-28'),
      thing('d', '2027-09-01'),
    ]
    const sent = live(things, { from: '2027-06-04T12:00:00.000Z', to: '2027-06-05T00:00:00.000Z' })
    expect(sent).toEqual([
      {
        at: '2027-06-04T12:00:00.000Z',
        kind: 'digest',
        forDate: '2027-06-04',
        lines: ['b@1', 'a@7', 'c@30'],
      },
    ])
  })

  test('says a moved date anew, and one that is done or put off not at all', () => {
    const said = new Map([[saidKey(thing('a', '2027-06-28')), 1]])
    const state = (on: CalendarDate, settings: ReminderState['settings'] = new Map()): ReminderState => ({
      things: [thing('a', on)],
      settings,
      said,
      digestDays: new Set(),
      preferences: DEFAULT_PREFERENCES,
      zone: 'UTC',
      now: '2027-06-27T09:00:00.000Z',
      resumedAt: null,
    })
    expect(planReminders(state('2027-06-28')).mails).toEqual([])
    expect(planReminders(state('2027-06-30')).mails).toHaveLength(1)
    for (const setting of [
      { ...NO_SETTING, isDone: true },
      { ...NO_SETTING, snoozedUntil: '2027-06-29' },
    ]) {
      expect(planReminders(state('2027-06-30', new Map([['season:a', setting]]))).mails).toEqual([])
    }
    const over = { ...NO_SETTING, snoozedUntil: '2027-06-27' }
    expect(planReminders(state('2027-06-30', new Map([['season:a', over]]))).mails).toHaveLength(1)
  })
})

describe('what cannot wait', () => {
  test('goes by itself a day before, at its own hour; its earlier steps are in the digest', () => {
    // 10:00 in New York is 19:45 in Kathmandu.
    const sent = live([talk('t', '2027-11-05T14:00:00.000Z'), thing('a', '2027-11-11')], {
      from: '2027-10-20T00:00:00.000Z',
      to: '2027-11-06T00:00:00.000Z',
    })
    expect(sent.map(({ kind, lines }) => [kind, ...lines])).toEqual([
      ['digest', 't@30', 'a@30'],
      ['digest', 't@14'],
      ['digest', 'a@14'],
      ['digest', 't@7'],
      ['digest', 't@3'],
      ['digest', 'a@7'],
      ['urgent', 't@1'],
    ])
    expect(localTimes(sent, 'Asia/Kathmandu').at(-1)).toBe('2027-11-04 19:45')
  })

  test('waits for the end of quiet hours, and joins the digest where its mails are off', () => {
    // 03:30 in Kathmandu: the hour a day before lies in the night.
    const early = talk('t', '2027-11-04T21:45:00.000Z')
    const span = { from: '2027-11-03T12:00:00.000Z', to: '2027-11-04T20:00:00.000Z' }
    const sent = live([early], span)
    expect(
      sent.filter(({ kind }) => kind === 'urgent').map(({ at }) => toZoned(at, 'Asia/Kathmandu')),
    ).toEqual([{ date: '2027-11-04', time: '07:00' }])
    const off = live([early], { ...span, preferences: { ...DEFAULT_PREFERENCES, isUrgentOn: false } })
    expect(off.map(({ kind }) => kind)).toEqual(['digest', 'digest'])
  })

  test('that is late goes at once with what else is due, and no digest follows that day', () => {
    const state: ReminderState = {
      things: [talk('t', '2027-11-05T14:00:00.000Z'), thing('a', '2027-11-08')],
      settings: new Map(),
      said: new Map(),
      digestDays: new Set(),
      preferences: { ...DEFAULT_PREFERENCES, digestHour: 20 },
      zone: 'UTC',
      now: '2027-11-04T18:00:00.000Z',
      resumedAt: null,
    }
    const { mails } = planReminders(state)
    expect(mails.map(({ kind, lines }) => [kind, ...lines.map((line) => line.thing.id)])).toEqual([
      ['digest', 't', 'a'],
    ])
    // Where the digest is gone already, it does not wait for tomorrow's.
    expect(planReminders({ ...state, digestDays: new Set(['2027-11-04']) }).mails).toMatchObject([
      { kind: 'urgent', lines: [{ thing: { id: 't' } }] },
    ])
    // After a gap even what came due a minute before it ended goes together.
    const resumed = planReminders({
      ...state,
      now: '2027-11-04T14:05:00.000Z',
      resumedAt: '2027-11-04T14:01:00.000Z',
    })
    expect(resumed.mails.map(({ kind }) => kind)).toEqual(['digest'])
  })
})

describe('clocks', () => {
  // The US changes on 14 March and 7 November 2027, Europe on 28 March and 31 October; the others never.
  test.each([
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Africa/Lagos',
    'Australia/Lord_Howe',
    'UTC',
  ])('in %s a daily mail comes at its hour on the wall before and after every change, once a day', (zone) => {
    for (const start of ['2027-03-10', '2027-10-27']) {
      const things = Array.from({ length: 22 }, (_, day) => thing(`d${day}`, addDays(start, day)))
      const sent = live(things, {
        zone,
        from: `${addDays(start, -1)}T00:00:00.000Z`,
        to: `${addDays(start, 20)}T23:00:00.000Z`,
        preferences: { ...DEFAULT_PREFERENCES, ladder: [1] },
      })
      expect(sent.length).toBeGreaterThan(19)
      expect(new Set(sent.map(({ forDate }) => forDate)).size).toBe(sent.length)
      for (const time of localTimes(sent.slice(1), zone)) expect(time).toMatch(/08:00$/)
    }
  })

  test.each([
    ['2027-03-12', '2027-03-14 03:00', 'an hour that is skipped is made up for the same day'],
    ['2027-11-05', '2027-11-07 02:00', 'an hour that comes twice is used once'],
  ])('round %s: %s', (start, expected) => {
    const things = Array.from({ length: 6 }, (_, day) => thing(`d${day}`, addDays(start, day)))
    const sent = live(things, {
      zone: 'America/New_York',
      from: `${start}T05:00:00.000Z`,
      to: `${addDays(start, 4)}T00:00:00.000Z`,
      preferences: { ...DEFAULT_PREFERENCES, ladder: [1], digestHour: 2, quietFrom: 0, quietUntil: 0 },
      everyMinutes: 15,
    })
    const day = expected.slice(0, 10)
    expect(localTimes(sent, 'America/New_York').filter((time) => time.startsWith(day))).toEqual([expected])
  })
})

describe('whatever the dates, hours and zones', () => {
  const zones = [
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Africa/Lagos',
    'Pacific/Honolulu',
  ]
  const preferences = fc
    .record({
      ladder: fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 7, 14, 30), { minLength: 1 }),
      digestHour: fc.nat(23),
      quietFrom: fc.nat(23),
      quietUntil: fc.nat(23),
      isUrgentOn: fc.boolean(),
    })
    .map((some): ReminderPreferences => ({ ...DEFAULT_PREFERENCES, ...some }))
  const things = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 10 }),
      hour: fc.option(fc.nat(23)),
      isUrgent: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )

  test('nothing is said twice, in quiet hours, after its time, or in more than one digest a day; and nothing is left unsaid', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        preferences,
        things,
        fc.constantFrom('2027-03-08', '2027-10-25'),
        (zone, preferences, some, start) => {
          const made = some.map(({ day, hour, isUrgent }, index): DatedThing => {
            const on = addDays(start, day)
            const urgency = isUrgent ? 'urgent' : 'ordinary'
            if (hour === null) return thing(`x${index}`, on, { urgency })
            return {
              ...talk(
                `x${index}`,
                zonedInstant(on, `${String(hour).padStart(2, '0')}:30`, 'America/New_York'),
              ),
              urgency,
            }
          })
          const sent = live(made, {
            zone,
            preferences,
            from: `${addDays(start, -8)}T00:00:00.000Z`,
            to: `${addDays(start, 12)}T00:00:00.000Z`,
          })
          const lines = sent.flatMap((mail) => mail.lines.map((line) => ({ line, at: mail.at })))
          expect(new Set(lines.map(({ line }) => line)).size).toBe(lines.length)
          const digests = sent.filter(({ kind }) => kind === 'digest').map(({ forDate }) => forDate)
          expect(new Set(digests).size).toBe(digests.length)
          for (const { at } of sent) expect(isQuiet(at, zone, preferences)).toBe(false)
          for (const one of made) {
            const own = lines.filter(({ line }) => line.startsWith(`${one.id}@`))
            for (const { at } of own) {
              if (one.at !== null) expect(at < one.at).toBe(true)
              else expect(toZoned(at, zone).date <= recordedDay(one)).toBe(true)
            }
            // With two days and more of notice something was always said.
            if (Math.max(...preferences.ladder) >= 2) expect(own.length, one.id).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 10 },
    )
  })
})
