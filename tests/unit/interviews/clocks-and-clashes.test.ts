import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerClock } from '@/lib/interviews/answer-clock'
import { clashesAmong, clashOf, type Engagement } from '@/lib/interviews/clashes'
import { stateZone } from '@/lib/interviews/state-zone'
import { leftWords, minutesUntil } from '@/lib/interviews/time-left'
import { hourCost, meetingOf } from '@/lib/interviews/times'
import { STATE_NAMES } from '@/lib/programs/states'

const INVITED = {
  state: 'invited' as const,
  invitedAt: '2026-10-30T13:00:00.000Z',
  isInvitedHourKnown: true,
  replyBy: null,
  zone: 'America/New_York',
  slots: [],
  booked: null,
}

describe('the clock of an invitation', () => {
  it('runs 48 true hours, also over the night in which clocks go back', () => {
    expect(answerClock(INVITED)).toMatchObject({ by: '2026-11-01T13:00:00.000Z', from: 'rule' })
  })

  it('is what the invitation names, where it names a time, and says when that is less than owed', () => {
    const replyBy = { date: '2026-10-31', time: '12:00' }
    expect(answerClock({ ...INVITED, replyBy })).toEqual({
      by: '2026-10-31T16:00:00.000Z',
      from: 'mail',
      isShorterThanRule: true,
      isHourAssumed: false,
    })
    const late = { date: '2026-11-05', time: null }
    expect(answerClock({ ...INVITED, replyBy: late })).toMatchObject({
      by: '2026-11-05T22:00:00.000Z',
      isShorterThanRule: false,
      isHourAssumed: true,
    })
  })

  it('counts from the first minute of the day where the hour is not known, and says so', () => {
    const clock = answerClock({ ...INVITED, isInvitedHourKnown: false })
    expect(clock?.isHourAssumed).toBe(true)
  })

  it('asks for nothing once answered, or where nobody noted when it came', () => {
    for (const state of ['scheduled', 'waitlisted', 'done', 'declined'] as const)
      expect(answerClock({ ...INVITED, state })).toBeNull()
    expect(answerClock({ ...INVITED, invitedAt: null })).toBeNull()
  })

  it.each([
    ['2026-10-31T13:00:00.000Z', '24 hours left'],
    ['2026-11-01T12:01:00.000Z', '59 minutes left'],
    ['2026-11-01T12:59:00.000Z', '1 minute left'],
    ['2026-11-01T15:00:00.000Z', '2 hours'],
    ['2026-10-28T12:00:00.000Z', '4 days left'],
  ])('at %s it reads %s', (now, words) => {
    expect(leftWords(minutesUntil('2026-11-01T13:00:00.000Z', now))).toContain(words)
  })
})

describe('the zone of a state', () => {
  it('is known or asked for every state that a program may be in', () => {
    const kinds = Object.keys(STATE_NAMES).map((state) => stateZone(state).kind)
    expect(kinds).not.toContain('unknown')
    expect(stateZone('TX')).toEqual({ kind: 'ask', zones: ['America/Chicago', 'America/Denver'] })
    expect(stateZone('AZ')).toEqual({ kind: 'one', zone: 'America/Phoenix' })
    expect(stateZone(null).kind).toBe('unknown')
    expect(stateZone('ON').kind).toBe('unknown')
  })
})

const engagement = (
  interviewId: string,
  [date, time]: [string, string],
  more: {
    minutes?: number
    zone?: string
    viewerZone?: string
    format?: Engagement['format']
    state?: string
  } = {},
): Engagement => {
  const {
    minutes = 240,
    zone = 'America/New_York',
    viewerZone = 'Asia/Kathmandu',
    format = 'video',
    state = 'PA',
  } = more
  const meeting = meetingOf({ date, time, pass: null }, { minutes, zone, viewerZone })
  if (!meeting) throw new Error('no such time')
  return { interviewId, meeting, format, state }
}

describe('two interviews', () => {
  const first = engagement('a', ['2026-12-08', '09:00'])
  it.each([
    [
      'overlap in two zones',
      engagement('b', ['2026-12-08', '11:00'], { zone: 'America/Chicago' }),
      'overlap',
    ],
    // 13:00 in New York is 23:45 in Kathmandu: ten hours of rest are wanted after it.
    [
      'leave no night',
      engagement('b', ['2026-12-08', '17:00'], { zone: 'America/Chicago', minutes: 60 }),
      'short_rest',
    ],
    ['get on', engagement('b', ['2026-12-10', '09:00']), undefined],
    ['are two times of one invitation', engagement('a', ['2026-12-08', '09:00']), undefined],
  ])('%s', (_name, second, kind) => {
    expect(clashOf(first, second)?.kind).toBe(kind)
  })

  it('fall on one day where the person lives, though there they are on two', () => {
    const here = { viewerZone: 'Asia/Kathmandu', minutes: 60 }
    const evening = engagement('a', ['2026-12-08', '19:30'], here)
    const morning = engagement('b', ['2026-12-09', '00:30'], here)
    expect(clashOf(evening, morning)?.kind).toBe('same_day')
  })

  it('in person need a day for the way, unless in the same state', () => {
    const here = engagement('a', ['2026-12-08', '09:00'], { format: 'in_person', state: 'PA' })
    const there = engagement('b', ['2026-12-09', '09:00'], {
      format: 'in_person',
      state: 'UT',
      zone: 'America/Denver',
    })
    expect(clashOf(here, there)?.kind).toBe('travel')
    expect(clashOf(here, { ...there, state: 'PA' })?.kind).not.toBe('travel')
    const later = engagement('b', ['2026-12-10', '09:00'], {
      format: 'in_person',
      state: 'UT',
      zone: 'America/Denver',
    })
    expect(clashOf(here, later)).toBeNull()
  })

  it('clash the same way whichever is looked at first', () => {
    const days = fc.integer({ min: 7, max: 12 }).map((day) => `2026-12-${String(day).padStart(2, '0')}`)
    const one = (id: string) =>
      fc
        .record({
          day: days,
          hour: fc.integer({ min: 7, max: 17 }),
          zone: fc.constantFrom('America/New_York', 'America/Phoenix', 'Pacific/Honolulu'),
          format: fc.constantFrom('video' as const, 'in_person' as const, null),
        })
        .map(({ day, hour, zone, format }) =>
          engagement(id, [day, `${String(hour).padStart(2, '0')}:00`], { zone, format, state: zone }),
        )
    fc.assert(
      fc.property(one('a'), one('b'), one('c'), (a, b, c) => {
        const kinds = (list: Engagement[]) =>
          clashesAmong(list).map(({ kind, first, second }) => [kind, first.interviewId, second.interviewId])
        expect(kinds([c, b, a])).toEqual(kinds([a, b, c]))
        expect(clashOf(a, b)).toEqual(clashOf(b, a))
      }),
    )
  })
})

describe('what an hour costs', () => {
  it.each([
    ['22:00', '23:00', 'night'],
    ['03:00', '05:00', 'night'],
    ['20:00', '22:00', 'day'],
    ['20:00', '22:30', 'night'],
    ['06:00', '08:00', 'early'],
    ['09:00', '13:00', 'day'],
  ])('%s to %s is %s', (from, to, cost) => {
    const date = '2026-12-08'
    expect(hourCost({ start: { date, time: from }, end: { date, time: to } })).toBe(cost)
  })
  it('is night when it runs past midnight', () => {
    const start = { date: '2026-12-08', time: '21:00' }
    expect(hourCost({ start, end: { date: '2026-12-09', time: '07:00' } })).toBe('night')
  })
})
