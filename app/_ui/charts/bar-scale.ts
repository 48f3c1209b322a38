/**
 * A scale for bars that diverge from zero: from the lowest to the highest value, each side at least a fifth of the
 * whole, so that zero stays a line with two sides. Returns positions in per cent of the width.
 */
export function divergingScale(values: readonly number[]): { zero: number; at: (value: number) => number } {
  const reach = Math.max(1e-9, ...values.map(Math.abs))
  const low = Math.min(-reach * 0.25, ...values)
  const high = Math.max(reach * 0.25, ...values)
  const at = (value: number) => Math.round(((value - low) / (high - low)) * 1000) / 10
  return { zero: at(0), at }
}

/**
 * The part of a scale from 0 to 100 on which a list of ranges is drawn: whole tens round all of them and round 50, the
 * neutral line, so that a few points' difference can be seen.
 */
export function rangeScale(ranges: readonly { low: number; high: number }[]): { from: number; to: number } {
  const low = Math.min(45, ...ranges.map((range) => range.low))
  const high = Math.max(55, ...ranges.map((range) => range.high))
  return { from: Math.max(0, Math.floor(low / 10) * 10), to: Math.min(100, Math.ceil(high / 10) * 10) }
}

/** Round numbers from 0 up to an end, about four of them, for an axis of whole days or counts. */
export function niceTicks(most: number): number[] {
  const step = [1, 2, 5, 7, 10, 14, 20, 30, 50, 100, 200].find((size) => most / size <= 5) ?? 500
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step)
}
