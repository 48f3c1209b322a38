export type StackedDot = { value: number; column: number; row: number }

/** Stacks equally likely values into columns `binSize` wide, lowest first; a column is named by its middle value. */
export function stackDots(values: readonly number[], binSize: number): StackedDot[] {
  const heights = new Map<number, number>()
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => {
      const column = Math.floor(value / binSize) * binSize + binSize / 2
      const row = heights.get(column) ?? 0
      heights.set(column, row + 1)
      return { value, column, row }
    })
}
