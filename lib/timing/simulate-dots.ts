/** A dot of a dot plot: its value, the value of the column that it stands in, and its place there from 0 upwards. */
export type Dot = { index: number; value: number; column: number; level: number }

/**
 * Stacks values into columns of the given width, so that every future is one dot and none hides another. Columns begin
 * at multiples of the width; within one, dots stand in the order of the input. Width must be above zero.
 */
export function stackDots(values: readonly number[], width: number): readonly Dot[] {
  if (!(width > 0)) throw new RangeError(`Not a column width: ${width}`)
  const heights = new Map<number, number>()
  return values.map((value, index) => {
    const column = Math.floor(value / width) * width
    const level = heights.get(column) ?? 0
    heights.set(column, level + 1)
    return { index, value, column, level }
  })
}
