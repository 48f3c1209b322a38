import { describe, expect, test } from 'vitest'
import { divergingScale, rangeScale } from '@/app/_ui/charts/bar-scale'
import { stackDots } from '@/app/_ui/charts/dot-stack'

describe('dots', () => {
  test('every value is one dot, and no two lie on each other', () => {
    const values = [240, 241, 238, 240, 251, 239, 240]
    const dots = stackDots(values, 2)
    expect(dots.map(({ value }) => value)).toEqual([...values].sort((a, b) => a - b))
    expect(new Set(dots.map(({ column, row }) => `${column}/${row}`)).size).toBe(values.length)
  })

  test('a column never mixes values from both sides of a target on its edge', () => {
    for (const { value, column } of stackDots([236, 237, 238, 239, 240], 2)) {
      expect(value >= 238).toBe(column >= 238)
    }
  })
})

describe('bars that diverge', () => {
  test('zero lies between its two sides, also when all values help', () => {
    for (const values of [
      [3, 7],
      [-3, -7],
      [0, 0],
      [-1, 9],
    ]) {
      const { zero, at } = divergingScale(values)
      expect(zero).toBeGreaterThanOrEqual(19)
      expect(zero).toBeLessThanOrEqual(81)
      for (const value of values) {
        expect(at(value)).toBeGreaterThanOrEqual(0)
        expect(at(value)).toBeLessThanOrEqual(100)
      }
    }
  })

  test('equal contributions have bars of equal length on both sides', () => {
    const { zero, at } = divergingScale([-4, 2, 4, 9])
    expect(at(4) - zero).toBeCloseTo(zero - at(-4), 0)
  })
})

describe('the scale of a list of ranges', () => {
  test.each([
    [[], { from: 40, to: 60 }],
    [[{ low: 52, high: 60 }], { from: 40, to: 60 }],
    [
      [
        { low: 52, high: 61 },
        { low: 37, high: 44 },
      ],
      { from: 30, to: 70 },
    ],
    [[{ low: 0, high: 100 }], { from: 0, to: 100 }],
  ])('holds every range and the neutral line', (ranges, scale) => {
    expect(rangeScale(ranges)).toEqual(scale)
  })
})
