import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toZoned } from '@/lib/dates/instant'
import { readWallTime, wallInstant } from '@/lib/dates/wall-time'
import { meetingOf } from '@/lib/interviews/times'

const NY = 'America/New_York'
const at = (instant: string) => ({ kind: 'one', at: `${instant}:00.000Z` })

describe('a wall time of the program', () => {
  it.each([
    // US: clocks forward on 14 March 2027 at 02:00, back on 1 November 2026 and 7 November 2027 at 02:00.
    ['2026-10-31', '09:00', NY, '2026-10-31T13:00'],
    ['2026-11-02', '09:00', NY, '2026-11-02T14:00'],
    ['2027-03-13', '09:00', NY, '2027-03-13T14:00'],
    ['2027-03-14', '09:00', NY, '2027-03-14T13:00'],
    ['2027-03-14', '01:59', NY, '2027-03-14T06:59'],
    ['2027-03-14', '03:00', NY, '2027-03-14T07:00'],
    ['2026-12-08', '09:00', 'America/Chicago', '2026-12-08T15:00'],
    ['2026-12-08', '09:00', 'Pacific/Honolulu', '2026-12-08T19:00'],
    // Arizona keeps one time; the Marquesas and Nepal lie off the hour.
    ['2027-03-15', '09:00', 'America/Phoenix', '2027-03-15T16:00'],
    ['2026-12-08', '09:00', 'America/Phoenix', '2026-12-08T16:00'],
    ['2026-12-08', '09:00', 'Pacific/Marquesas', '2026-12-08T18:30'],
    ['2026-12-08', '09:00', 'Asia/Kathmandu', '2026-12-08T03:15'],
    ['2026-12-08', '09:00', 'Pacific/Kiritimati', '2026-12-07T19:00'],
  ])('%s %s in %s', (date, time, zone, instant) => {
    expect(readWallTime(date, time, zone)).toEqual(at(instant))
  })

  it.each([
    ['2027-03-14', '02:00', NY, '2027-03-14', '03:00'],
    ['2027-03-14', '02:30', NY, '2027-03-14', '03:00'],
    ['2027-03-28', '02:59', 'Europe/Berlin', '2027-03-28', '03:00'],
    // Half an hour on Lord Howe Island, and a whole day that Samoa left out.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-04', '02:30'],
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-31', '00:00'],
  ])('%s %s in %s does not exist: clocks go on at %s %s', (date, time, zone, nextDate, nextTime) => {
    expect(readWallTime(date, time, zone)).toEqual({
      kind: 'skipped',
      next: { date: nextDate, time: nextTime },
    })
    expect(wallInstant({ date, time, pass: 'first' }, zone)).toBeNull()
  })

  it.each([
    ['2026-11-01', '01:30', NY, '2026-11-01T05:30', '2026-11-01T06:30'],
    ['2026-10-25', '02:00', 'Europe/Berlin', '2026-10-25T00:00', '2026-10-25T01:00'],
    ['2027-04-04', '01:45', 'Australia/Lord_Howe', '2027-04-03T14:45', '2027-04-03T15:15'],
  ])('%s %s in %s comes twice', (date, time, zone, first, second) => {
    expect(readWallTime(date, time, zone)).toEqual({
      kind: 'doubled',
      first: `${first}:00.000Z`,
      second: `${second}:00.000Z`,
    })
    expect(wallInstant({ date, time, pass: null }, zone)).toBeNull()
    expect(wallInstant({ date, time, pass: 'second' }, zone)).toBe(`${second}:00.000Z`)
  })

  const zones = fc.constantFrom(
    NY,
    'America/Phoenix',
    'America/Anchorage',
    'Asia/Kathmandu',
    'Pacific/Marquesas',
    'Europe/Berlin',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Pacific/Chatham',
    'Asia/Tehran',
    'America/St_Johns',
    'UTC',
  )
  const minutes = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })

  it('leads to and fro: every instant is one of the readings of what its clocks show', () => {
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const instant = new Date(minute * 60_000).toISOString()
        const { date, time } = toZoned(instant, zone)
        const reading = readWallTime(date, time, zone)
        if (reading.kind === 'one') expect(reading.at).toBe(instant)
        else if (reading.kind === 'doubled') expect([reading.first, reading.second]).toContain(instant)
        else expect.unreachable(`${date} ${time} in ${zone} was shown by a clock`)
      }),
      { numRuns: 600 },
    )
  })

  it('is shown again by the clocks at the instant that it means', () => {
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const wall = new Date(minute * 60_000).toISOString()
        const [date, time] = [wall.slice(0, 10), wall.slice(11, 16)]
        const reading = readWallTime(date, time, zone)
        if (reading.kind === 'skipped') {
          expect(`${reading.next.date} ${reading.next.time}` > `${date} ${time}`).toBe(true)
          expect(readWallTime(reading.next.date, reading.next.time, zone).kind).toBe('one')
          return
        }
        const instants = reading.kind === 'one' ? [reading.at] : [reading.first, reading.second]
        for (const instant of instants) expect(toZoned(instant, zone)).toEqual({ date, time })
      }),
      { numRuns: 600 },
    )
  })
})

describe('both clocks of an interview', () => {
  const here = (date: string, zone: string, viewerZone: string, time = '09:00') => {
    const meeting = meetingOf({ date, time, pass: null }, { minutes: 60, zone, viewerZone })
    return meeting && `${meeting.here.start.date} ${meeting.here.start.time}`
  }

  it('move apart in the weeks between the change in the US and the one in Europe', () => {
    // Berlin goes back on 25 October 2026, New York on 1 November.
    expect(here('2026-10-23', NY, 'Europe/Berlin')).toBe('2026-10-23 15:00')
    expect(here('2026-10-28', NY, 'Europe/Berlin')).toBe('2026-10-28 14:00')
    expect(here('2026-11-03', NY, 'Europe/Berlin')).toBe('2026-11-03 15:00')
    // New York goes forward on 14 March 2027, Berlin on 28 March.
    expect(here('2027-03-12', NY, 'Europe/Berlin')).toBe('2027-03-12 15:00')
    expect(here('2027-03-18', NY, 'Europe/Berlin')).toBe('2027-03-18 14:00')
    expect(here('2027-03-30', NY, 'Europe/Berlin')).toBe('2027-03-30 15:00')
  })

  it.each([
    ['2026-10-30', NY, 'Asia/Kathmandu', '2026-10-30 18:45'],
    ['2026-11-02', NY, 'Asia/Kathmandu', '2026-11-02 19:45'],
    ['2027-03-12', 'America/Phoenix', 'Asia/Kathmandu', '2027-03-12 21:45'],
    ['2027-03-16', 'America/Phoenix', 'Asia/Kathmandu', '2027-03-16 21:45'],
    ['2026-12-08', NY, 'Pacific/Marquesas', '2026-12-08 04:30'],
    ['2026-12-08', 'America/Los_Angeles', 'Pacific/Kiritimati', '2026-12-09 07:00'],
  ])('on %s, 09:00 in %s, in %s', (date, zone, viewer, expected) => {
    expect(here(date, zone, viewer)).toBe(expected)
  })

  it('of an hour that does not exist show nothing rather than another hour', () => {
    expect(here('2027-03-14', NY, 'Asia/Kathmandu', '02:30')).toBeNull()
  })
})
