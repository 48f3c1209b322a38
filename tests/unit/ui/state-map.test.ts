import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simplifyLine } from '@/app/_ui/charts/simplify'
import { spreadMarks } from '@/app/_ui/charts/spread-marks'
import { isOnMap, markRadius } from '@/app/_ui/charts/state-map'
import { US_HEIGHT, US_WIDTH, usShapes } from '@/app/_ui/charts/us-shapes'
import { STATE_NAMES } from '@/lib/programs/states'

const FRAME = { width: US_WIDTH, height: US_HEIGHT }
const away = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]) =>
  Math.hypot(ax - bx, ay - by)

describe('the shapes of the states', () => {
  test('every state that a program may be in is drawn, the District and Puerto Rico too', () => {
    expect(Object.values(STATE_NAMES).filter((name) => !isOnMap(name))).toEqual([])
    expect(usShapes().size).toBe(Object.keys(STATE_NAMES).length)
  })

  test('each has its middle in the picture, and lies where one looks for it', () => {
    for (const [name, { anchor }] of usShapes()) {
      expect(anchor[0], name).toBeGreaterThan(0)
      expect(anchor[0], name).toBeLessThan(US_WIDTH)
      expect(anchor[1], name).toBeGreaterThan(0)
      expect(anchor[1], name).toBeLessThan(US_HEIGHT)
    }
    const at = (name: string) => usShapes().get(name)?.anchor ?? [0, 0]
    expect(at('Washington')[0]).toBeLessThan(at('Maine')[0])
    expect(at('Minnesota')[1]).toBeLessThan(at('Texas')[1])
    expect(at('Puerto Rico')[1]).toBeGreaterThan(at('Georgia')[1])
  })

  test('are light enough to send with a page', () => {
    const size = [...usShapes().values()].reduce((sum, { path }) => sum + path.length, 0)
    expect(size).toBeLessThan(13_000)
    for (const { path } of usShapes().values()) expect(path).toMatch(/^(M-?\d+ -?\d+l[-\d ]+z)+$/)
  })
})

describe('a simplified line', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))

  test('keeps its ends and only points of its own, and never strays further than allowed', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), (line) => {
        const simple = simplifyLine(line, 2)
        expect(simple[0]).toEqual(line[0])
        expect(simple.at(-1)).toEqual(line.at(-1))
        expect(simple.every((kept) => line.includes(kept as [number, number]))).toBe(true)
        expect(simplifyLine(line, 0).length).toBeGreaterThanOrEqual(simple.length)
      }),
    )
    expect(
      simplifyLine(
        [
          [0, 0],
          [5, 1],
          [10, 0],
        ],
        2,
      ),
    ).toHaveLength(2)
    expect(
      simplifyLine(
        [
          [0, 0],
          [5, 3],
          [10, 0],
        ],
        2,
      ),
    ).toHaveLength(3)
  })
})

describe('marks', () => {
  const states = [...usShapes().values()]

  test.each([
    ['wide', 15],
    ['narrow', 27],
  ])('of a whole long list do not cover each other, in the %s picture', (_, least) => {
    // Sixty programs as they are spread: every third state, the crowded coast more often.
    const marks = states
      .filter((shape, index) => index % 3 === 0 || shape.anchor[0] > 860)
      .map(({ home }, index) => ({ anchor: home, radius: markRadius(1 + (index % 4), least) }))
    const places = spreadMarks(marks, FRAME)
    places.forEach((a, index) => {
      const mark = marks[index]
      if (!mark) return
      expect(a[0]).toBeGreaterThanOrEqual(mark.radius)
      expect(a[0]).toBeLessThanOrEqual(US_WIDTH - mark.radius)
      places.slice(index + 1).forEach((b, other) => {
        const radius = marks[index + 1 + other]?.radius ?? 0
        expect(away(a, b)).toBeGreaterThan((mark.radius + radius) * 0.9)
      })
    })
  })

  test('stay where they belong when there is room, and do not depend on the order', () => {
    const marks = [
      { anchor: [100, 100] as const, radius: 15 },
      { anchor: [110, 100] as const, radius: 15 },
      { anchor: [500, 300] as const, radius: 15 },
    ]
    const places = spreadMarks(marks, FRAME)
    expect(places[2]).toEqual([500, 300])
    expect(away(places[0] ?? [0, 0], places[1] ?? [0, 0])).toBeGreaterThanOrEqual(31)
    expect(spreadMarks([...marks].reverse(), FRAME)).toEqual([...places].reverse())
  })

  test('grow with the count, and are never smaller than a number needs', () => {
    expect(markRadius(1, 15)).toBe(15)
    expect(markRadius(8, 15)).toBe(30)
  })
})
