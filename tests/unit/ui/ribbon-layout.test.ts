import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fractionOf, labelExtent, monthTicks, type PlacedLabel, placeLabels } from '@/app/_ui/charts/layout'

type Label = { at: number; width: number }

/** The rows in which a reader would see two texts on top of each other, or a line through a text. */
function faults(labels: readonly Label[], placed: readonly PlacedLabel[]): string[] {
  const found: string[] = []
  const boxes = labels.map(({ at, width }, index) => {
    const { side, tier } = placed[index] ?? { side: 'start' as const, tier: 0 }
    const [from, to] = labelExtent(at, width, side)
    return { at, from, to, tier }
  })
  boxes.forEach((a, i) => {
    boxes.forEach((b, j) => {
      if (i === j) return
      if (i < j && a.tier === b.tier && a.from < b.to && b.from < a.to) found.push(`${i} and ${j} overlap`)
      if (b.tier >= a.tier && b.at > a.from && b.at < a.to) found.push(`the stem of ${j} crosses ${i}`)
    })
  })
  return found
}

/** The same dates on a wider page: positions stretch, texts keep their size. */
function stretched(labels: readonly Label[], factor: number): Label[] {
  return labels.map(({ at, width }) => ({ at: at * factor, width }))
}

const SEASON: Label[] = [14, 256, 330, 352, 520, 534, 548].map((at) => ({ at, width: 130 }))

describe('labels of the season ribbon', () => {
  test('a crowded season is readable at its least width and at every wider one', () => {
    const placed = placeLabels(SEASON, 592)
    for (const factor of [1, 1.2, 1.5, 2]) {
      expect(faults(stretched(SEASON, factor), placed)).toEqual([])
    }
  })

  test('labels near the end turn back into the picture', () => {
    const placed = placeLabels(SEASON, 592)
    SEASON.forEach(({ at, width }, index) => {
      const [from, to] = labelExtent(at, width, placed[index]?.side ?? 'start')
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(592)
    })
  })

  test('labels with room stay on the lowest tier', () => {
    const placed = placeLabels(
      [
        { at: 10, width: 60 },
        { at: 200, width: 60 },
        { at: 400, width: 60 },
      ],
      592,
    )
    expect(placed.map(({ tier }) => tier)).toEqual([0, 0, 0])
  })

  test('two marks on one day are both legible', () => {
    const labels = [
      { at: 300, width: 80 },
      { at: 300, width: 80 },
    ]
    expect(faults(labels, placeLabels(labels, 592))).toEqual([])
  })

  test('whatever the dates, no text covers another and no stem runs through one', () => {
    const anyLabels = fc
      .array(fc.record({ at: fc.integer({ min: 0, max: 592 }), width: fc.integer({ min: 30, max: 190 }) }), {
        maxLength: 9,
      })
      .map((labels) => labels.sort((a, b) => a.at - b.at))
    fc.assert(
      fc.property(anyLabels, fc.double({ min: 1, max: 2, noNaN: true }), (labels, factor) => {
        const placed = placeLabels(labels, 592)
        expect(placed).toHaveLength(labels.length)
        expect(faults(stretched(labels, factor), placed)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the axis of months', () => {
  test('January carries its year, and every named month stands on its first day', () => {
    const ticks = monthTicks('2026-11-10', '2028-04-01', 912)
    expect(ticks.filter(({ isYear }) => isYear).map(({ label }) => label)).toEqual(['2027', '2028'])
    expect(ticks[0]).toMatchObject({ date: '2026-12-01', label: 'Dec' })
  })

  test('names never crowd: neighbours that are named stand at least 36 pixels apart', () => {
    for (const [from, to] of [
      ['2026-11-10', '2028-04-01'],
      ['2026-01-01', '2031-01-01'],
      ['2026-11-20', '2027-03-20'],
    ] as const) {
      const named = monthTicks(from, to, 592).filter(({ label }) => label !== '')
      named.slice(1).forEach((tick, index) => {
        expect((tick.fraction - (named[index]?.fraction ?? 0)) * 592).toBeGreaterThanOrEqual(33)
      })
      expect(592 * (1 - (named.at(-1)?.fraction ?? 0))).toBeGreaterThanOrEqual(36)
    }
  })

  test('a date outside the range is held at its edge', () => {
    expect(fractionOf('2025-01-01', '2026-01-01', '2027-01-01')).toBe(0)
    expect(fractionOf('2028-01-01', '2026-01-01', '2027-01-01')).toBe(1)
    expect(fractionOf('2026-01-01', '2026-01-01', '2026-01-01')).toBe(0)
  })
})
