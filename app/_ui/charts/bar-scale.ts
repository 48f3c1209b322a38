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
