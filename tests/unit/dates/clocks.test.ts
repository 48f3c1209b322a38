import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  formatBothClocks,
  formatDate,
  formatLongDate,
  formatRange,
  formatRelative,
  formatWeekday,
} from '@/lib/dates/format'
import { easternDate, easternInstant, isInstant, today, toZoned, zonedInstant } from '@/lib/dates/instant'
import { isZone, modernZone, zoneGroups, zoneName } from '@/lib/dates/zones'

const REVIEW = '2027-09-22T13:00:00.000Z'

describe.each([
  ['Pacific/Kiritimati', -840],
  ['America/St_Johns', 150],
])('clocks on a machine in %s', (machine, offset) => {
  const before = process.env.TZ
  beforeAll(() => {
    process.env.TZ = machine
    expect(new Date(2027, 6, 1).getTimezoneOffset()).toBe(offset)
  })
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it('reads an Eastern hour in summer and in winter', () => {
    expect(easternInstant('2027-09-22', '09:00')).toBe(REVIEW)
    expect(easternInstant('2028-03-01', '21:00')).toBe('2028-03-02T02:00:00.000Z')
    expect(easternDate('2028-03-02T02:00:00.000Z')).toBe('2028-03-01')
  })

  it('moves a skipped hour forward and takes a doubled one the first time', () => {
    expect(zonedInstant('2027-03-14', '02:30', 'America/New_York')).toBe('2027-03-14T07:30:00.000Z')
    expect(zonedInstant('2027-11-07', '01:30', 'America/New_York')).toBe('2027-11-07T05:30:00.000Z')
  })

  it.each([
    ['Asia/Kathmandu', '2027-09-22', '18:45'],
    ['Pacific/Kiritimati', '2027-09-23', '03:00'],
    ['America/St_Johns', '2027-09-22', '10:30'],
    ['Pacific/Pago_Pago', '2027-09-22', '02:00'],
  ])('a wall clock in %s shows %s %s when review opens', (zone, date, time) => {
    expect(toZoned(REVIEW, zone)).toEqual({ date, time })
    expect(zonedInstant(date, time, zone)).toBe(REVIEW)
    expect(today(REVIEW, zone)).toBe(date)
  })

  it('refuses what is no zone, no time and no day', () => {
    expect(() => toZoned(REVIEW, 'Mars/Base')).toThrow(RangeError)
    expect(() => zonedInstant('2027-09-22', '24:00', 'UTC')).toThrow(RangeError)
    expect(() => easternInstant('2027-02-30', '09:00')).toThrow(RangeError)
    expect(isInstant('2027-09-22T09:00:00-04:00')).toBe(true)
    expect(isInstant('2027-09-22T09:00:00')).toBe(false)
  })

  it.each([
    ['Asia/Kathmandu', '22 Sep 2027, 09:00 ET · 18:45 in Kathmandu'],
    ['Asia/Katmandu', '22 Sep 2027, 09:00 ET · 18:45 in Kathmandu'],
    ['Pacific/Kiritimati', '22 Sep 2027, 09:00 ET · 23 Sep, 03:00 in Kiritimati'],
    ['America/New_York', '22 Sep 2027, 09:00 ET'],
    ['UTC', '22 Sep 2027, 09:00 ET · 13:00 UTC'],
  ])('both clocks for %s read %s', (zone, expected) => {
    expect(formatBothClocks(REVIEW, zone)).toBe(expected)
  })

  it('writes days the way people read them', () => {
    expect(formatDate('2027-06-28')).toBe('28 June 2027')
    expect(formatWeekday('2027-09-22')).toBe('Wed 22 Sep')
    expect(formatLongDate('2027-09-22')).toBe('Wednesday 22 September 2027')
    expect(formatRange('2027-06-21', '2027-07-10')).toBe('21 June to 10 July 2027')
    expect(formatRange('2027-12-20', '2028-01-10')).toBe('20 December 2027 to 10 January 2028')
    expect(formatRange('2027-06-21', '2027-06-21')).toBe('21 June 2027')
  })

  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-21', 'yesterday'],
    ['2026-12-30', 'in 38 days'],
    ['2026-11-12', '10 days ago'],
  ])('from 2026-11-22, %s is %s', (date, expected) => {
    expect(formatRelative(date, '2026-11-22')).toBe(expected)
  })
})

describe('zones', () => {
  it('knows a zone from a name', () => {
    expect(isZone('Asia/Kathmandu')).toBe(true)
    expect(isZone('UTC')).toBe(true)
    expect(isZone('asia/kathmandu')).toBe(false)
    expect(isZone('Mars/Base')).toBe(false)
    expect(isZone('+05:45')).toBe(false)
    expect(isZone(null)).toBe(false)
  })

  it('names zones as people do', () => {
    expect(zoneName('America/New_York')).toBe('New York')
    expect(zoneName('Asia/Calcutta')).toBe('Kolkata')
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
    expect(zoneName('Etc/GMT+5')).toBe('UTC−5')
    expect(modernZone('Europe/Kiev')).toBe('Europe/Kyiv')
  })

  it('offers every zone once, each of them usable, under a region', () => {
    const zones = zoneGroups().flatMap((group) => group.zones.map((option) => option.zone))
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones.filter((zone) => !isZone(zone))).toEqual([])
    expect(zones).toEqual(
      expect.arrayContaining(['UTC', 'Asia/Kathmandu', 'Africa/Lagos', 'Asia/Kolkata', 'Europe/Kyiv']),
    )
    expect(zones.length).toBeGreaterThan(380)
  })
})
