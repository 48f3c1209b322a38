import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  compareDates,
  daysBetween,
  isCalendarDate,
  weekday,
  wholeMonthsBetween,
} from '@/lib/dates/calendar-date'

const anyDate = fc.integer({ min: 5000, max: 100_000 }).map((days) => addDays('1900-01-01', days))

// The second number is what the machine's own clock then answers for 1 July 2027: proof that the zone really changed.
describe.each([
  ['Pacific/Kiritimati', -840],
  ['America/St_Johns', 150],
  ['Asia/Kathmandu', -345],
])('calendar dates on a machine in %s', (zone, offset) => {
  const before = process.env.TZ
  beforeAll(() => {
    process.env.TZ = zone
    expect(new Date(2027, 6, 1).getTimezoneOffset()).toBe(offset)
  })
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it.each([
    ['2027-02-28', true],
    ['2027-02-29', false],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2027-13-01', false],
    ['2027-00-10', false],
    ['2027-06-31', false],
    ['2027-6-3', false],
    ['27-06-03', false],
    ['2027-06-03T00:00', false],
    ['', false],
  ])('%s is a calendar date: %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected)
  })

  it.each([
    ['2027-09-22', -28, '2027-08-25'],
    ['2027-09-22', -56, '2027-07-28'],
    ['2027-12-31', 1, '2028-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    // Both of that year's changes of the clock lie inside.
    ['2027-03-01', 300, '2027-12-26'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
    expect(daysBetween(date, expected)).toBe(days)
  })

  it('counts every day of three centuries as the calendar of the machine does in UTC', () => {
    let date = '1900-01-01'
    for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2200, 0, 1); at += 86_400_000) {
      if (date !== new Date(at).toISOString().slice(0, 10)) expect(date).toBe(new Date(at).toISOString())
      if (weekday(date) !== new Date(at).getUTCDay()) expect(date).toBe('another day of the week')
      if (date < '2199-12-31') date = addDays(date, 1)
    }
    expect(date).toBe('2199-12-31')
    expect(daysBetween('1900-01-01', '2199-12-31')).toBe(109_572)
  })

  it.each(['20270-1-01', '2027-0a-01', '2027-01-٣٣', '2027/01/01', ' 2027-1-01', '1899-12-31', '2200-01-01'])(
    '%s is none',
    (text) => expect(isCalendarDate(text)).toBe(false),
  )

  it.each([
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2027-11-30', 14, '2029-01-30'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('ends seven years on the same calendar day, and on 28 February after a leap day', () => {
    expect(addYears('2020-05-14', 7)).toBe('2027-05-14')
    expect(addYears('2020-02-29', 7)).toBe('2027-02-28')
  })

  it.each([
    // Friday to Wednesday.
    ['2027-09-17', 3, '2027-09-22'],
    ['2027-09-18', 3, '2027-09-22'],
    ['2027-09-19', 3, '2027-09-22'],
    ['2027-09-20', 3, '2027-09-23'],
    ['2027-09-20', 0, '2027-09-20'],
  ])('%s and %i working days is %s', (date, days, expected) => {
    expect(addWorkingDays(date, days)).toBe(expected)
  })

  it('knows the weekday', () => {
    expect(weekday('2027-09-22')).toBe(3)
    expect(weekday('1969-12-31')).toBe(3)
    expect(weekday('2028-03-17')).toBe(5)
  })

  it('adds and measures consistently, whatever the dates', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(isCalendarDate(moved)).toBe(true)
        expect(daysBetween(date, moved)).toBe(days)
        expect(Math.sign(compareDates(moved, date))).toBe(Math.sign(days))
        expect((weekday(date) + (((days % 7) + 7) % 7)) % 7).toBe(weekday(moved))
      }),
    )
  })

  it('counts a month once its day is reached', () => {
    expect(wholeMonthsBetween('2026-01-15', '2026-02-14')).toBe(0)
    expect(wholeMonthsBetween('2026-01-15', '2026-02-15')).toBe(1)
    expect(wholeMonthsBetween('2026-01-31', '2026-02-28')).toBe(1)
    expect(wholeMonthsBetween('2026-05-01', '2026-01-01')).toBe(0)
  })
})
