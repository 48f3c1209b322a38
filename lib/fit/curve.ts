/** Points by value: straight lines between the anchors, flat outside them. Anchors rise by value. */
export type Curve = readonly (readonly [value: number, points: number])[]

/** The height of a curve at a value. Continuous, so no value is a cliff (DESIGN.md 5). */
export function along(curve: Curve, value: number): number {
  let before: readonly [number, number] | null = null
  for (const anchor of curve) {
    if (value <= anchor[0]) {
      if (before === null) return anchor[1]
      return before[1] + ((anchor[1] - before[1]) * (value - before[0])) / (anchor[0] - before[0])
    }
    before = anchor
  }
  return before === null ? 0 : before[1]
}

/**
 * A value that may be unknown: the least and the most it can be, and the one that stands for it meanwhile. A known value
 * has all three equal. Every factor is computed over such ranges, so filling in an unknown can only narrow the answer.
 */
export type Range = { low: number; mid: number; high: number }

export function exactly(value: number): Range {
  return { low: value, mid: value, high: value }
}

export function isExact(range: Range): boolean {
  return range.low === range.high
}

/** A rising curve over a range. */
export function rise(curve: Curve, range: Range): Range {
  return { low: along(curve, range.low), mid: along(curve, range.mid), high: along(curve, range.high) }
}
