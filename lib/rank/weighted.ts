import type { MarksByCode, RankCriterion } from './criteria'

/** A program by its weighted marks, on their scale of 1 to 5. */
export type WeightedReading = {
  id: string
  /** With unknown marks in the middle; low and high with them at worst and best. */
  point: number
  low: number
  high: number
  known: number
  asked: number
}

const MIDDLE = 3
const WORST = 1
const BEST = 5

/**
 * The weighted mean of a program's marks. A criterion that does not count is left out; a mark that is not known is never
 * zero: it widens the range. null when no criterion counts or no mark is known.
 */
export function weightedReading(
  id: string,
  marks: MarksByCode,
  criteria: readonly RankCriterion[],
): WeightedReading | null {
  const counted = criteria.filter(({ weight }) => weight > 0)
  const total = counted.reduce((sum, { weight }) => sum + weight, 0)
  const known = counted.filter(({ code }) => marks[code] !== undefined).length
  if (total === 0 || known === 0) return null
  const mean = (unknown: number) =>
    counted.reduce((sum, { code, weight }) => sum + weight * (marks[code] ?? unknown), 0) / total
  return { id, point: mean(MIDDLE), low: mean(WORST), high: mean(BEST), known, asked: counted.length }
}

/** The readings from the best down; equal ones by what is known of them at worst, then in the order given. */
export function weightedOrder(readings: readonly WeightedReading[]): readonly WeightedReading[] {
  return [...readings].sort((a, b) => b.point - a.point || b.low - a.low)
}
