import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '@/lib/dates/calendar-date'
import { gapStart, gapsBetween, gapWords, lineFor, linesWithoutGap } from '@/lib/experiences/gaps'
import { buildAttempt } from '@/tests/factories/applicant'

const span = (startOn: string, endOn: string | null = null, isOngoing = false) => ({
  startOn: `${startOn}-01`,
  endOn: endOn && `${endOn}-01`,
  isOngoing,
})
const BOUNDS = { since: '2024-06-30', until: '2026-11-22' }

describe('gaps in the dates', () => {
  test('the months between graduation, a stay and today', () => {
    const gaps = gapsBetween([span('2024-10', '2025-03'), span('2025-06', '2025-07')], BOUNDS)
    expect(gaps.map(gapWords)).toEqual([
      'July 2024 to September 2024, 3 months',
      'August 2025 to November 2026, 16 months',
    ])
    // Two months between two things are usual; more than six are asked about.
    expect(gaps.map(({ isAsked }) => isAsked)).toEqual([false, true])
  })

  test('what goes on fills the time until today; what has no end and is not said to go on fills its month', () => {
    expect(gapsBetween([span('2024-07', null, true)], BOUNDS)).toEqual([])
    expect(gapsBetween([span('2024-07')], BOUNDS).map(gapWords)).toEqual([
      'August 2024 to November 2026, 28 months',
    ])
  })

  test('six months are not asked about, seven are', () => {
    const until = (month: string) =>
      gapsBetween([span('2024-07', month, false), span('2025-06', null, true)], BOUNDS)
    expect(until('2024-11').map(({ months, isAsked }) => ({ months, isAsked }))).toEqual([
      { months: 6, isAsked: false },
    ])
    expect(until('2024-10').map(({ months, isAsked }) => ({ months, isAsked }))).toEqual([
      { months: 7, isAsked: true },
    ])
  })

  test('a line stays with its time when the gap’s edges move', () => {
    const line = { id: 'a', fromOn: '2025-08-01', toOn: '2026-01-01', line: 'At home.' }
    const [gap] = gapsBetween([span('2024-07', '2025-07'), span('2026-03', null, true)], BOUNDS)
    expect(gap && lineFor(gap, [line])).toEqual(line)
    expect(linesWithoutGap(gap ? [gap] : [], [line])).toEqual([])
    expect(linesWithoutGap([], [line])).toEqual([line])
  })

  test('a start for the line names the exams that were sat in that time, and nothing else', () => {
    const gap = { fromOn: '2024-07-01', toOn: '2024-12-01' }
    const attempts = [
      buildAttempt({ exam: 'step2ck', takenOn: '2025-01-02', score: 233 }),
      buildAttempt({ exam: 'step1', takenOn: '2024-11-12', outcome: 'fail' }),
      buildAttempt({ exam: 'step3', takenOn: '2024-12-31', outcome: 'planned' }),
    ]
    expect(gapStart(gap, attempts)).toBe('Prepared for and sat Step 1 (November 2024).')
    expect(gapStart(gap, null)).toBe('')
  })
})

describe('what always holds', () => {
  const spans = fc.array(
    fc
      .record({
        start: fc.integer({ min: 0, max: 40 }),
        long: fc.option(fc.integer({ min: 0, max: 12 })),
        isOngoing: fc.boolean(),
      })
      .map(({ start, long, isOngoing }) => {
        const startOn = addMonths('2023-06-01', start)
        return { startOn, endOn: long === null || isOngoing ? null : addMonths(startOn, long), isOngoing }
      }),
    { maxLength: 6 },
  )

  test('gaps lie apart, in order, within the bounds, and no month of one is filled', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const gaps = gapsBetween(list, BOUNDS)
        let last = '2024-06-01'
        for (const { fromOn, toOn, months } of gaps) {
          expect(fromOn > last && toOn >= fromOn && toOn <= '2026-11-01').toBe(true)
          expect(addMonths(fromOn, months - 1)).toBe(toOn)
          for (const { startOn, endOn, isOngoing } of list) {
            const end = endOn ?? (isOngoing ? '2026-11-01' : startOn)
            expect(startOn > toOn || end < fromOn).toBe(true)
          }
          last = toOn
        }
      }),
    )
  })

  test('one more thing with dates never lengthens the empty time', () => {
    fc.assert(
      fc.property(spans, spans, (list, more) => {
        const empty = (of: typeof list) => {
          const months = new Set<string>()
          for (const { fromOn, months: count } of gapsBetween(of, BOUNDS)) {
            for (let at = 0; at < count; at += 1) months.add(addMonths(fromOn, at))
          }
          return months
        }
        const before = empty(list)
        for (const month of empty([...list, ...more])) expect(before.has(month)).toBe(true)
      }),
    )
  })
})
