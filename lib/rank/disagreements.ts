import { type Choice, preferenceAmong } from './head-to-head'
import type { WeightedReading } from './weighted'

/** Marks closer than this say nothing: on the scale of 1 to 5, one step of one criterion among four. */
export const CLEAR_DIFFERENCE = 0.25

export type Disagreement = {
  /** choice_marks: chosen one way, marked the other. list_choice: the list against a choice. list_marks: against the marks. */
  kind: 'choice_marks' | 'list_choice' | 'list_marks'
  /** By the first of the two sources the better one; by the second the worse. */
  overId: string
  underId: string
  overPoint: number | null
  underPoint: number | null
}

/**
 * Where head and gut, or either and the list, do not agree. Choices inside a circle do not count, and marks only where
 * they are clearly apart. The list against the marks is said of neighbours alone, and only where no choice has settled the
 * pair: a gut decision is reason enough.
 */
export function disagreements({
  order,
  choices,
  readings,
}: {
  order: readonly string[]
  choices: readonly Choice[]
  readings: readonly WeightedReading[]
}): readonly Disagreement[] {
  const named = choices.flatMap(({ preferredId, otherId }) => [preferredId, otherId])
  const ids = [...new Set([...order, ...readings.map(({ id }) => id), ...named])].sort()
  const prefers = preferenceAmong(ids, choices)
  const pointOf = (id: string) => readings.find((one) => one.id === id)?.point ?? null
  const isClearlyOver = (a: string, b: string) => {
    const [high, low] = [pointOf(a), pointOf(b)]
    return high !== null && low !== null && high - low >= CLEAR_DIFFERENCE
  }
  const found: Disagreement[] = []
  const add = (kind: Disagreement['kind'], overId: string, underId: string) =>
    found.push({ kind, overId, underId, overPoint: pointOf(overId), underPoint: pointOf(underId) })
  for (const a of ids)
    for (const b of ids) if (prefers(a, b) && isClearlyOver(b, a)) add('choice_marks', a, b)
  for (const [place, above] of order.entries()) {
    for (const below of order.slice(place + 1)) if (prefers(below, above)) add('list_choice', below, above)
    const next = order[place + 1]
    const isUnsettled = next !== undefined && !prefers(above, next) && !prefers(next, above)
    if (isUnsettled && isClearlyOver(next, above)) add('list_marks', next, above)
  }
  return found
}

/** The disagreement in words, with the programs by name. It asks; it never says which side is right. */
export function disagreementWords(
  { kind, overPoint, underPoint }: Disagreement,
  [over, under]: readonly [string, string],
): string {
  switch (kind) {
    case 'choice_marks':
      return `You chose ${over} over ${under}, and your marks put ${under} ahead (${pointWords(underPoint)} to ${pointWords(overPoint)}). Which criterion is missing, or weighs more than you said?`
    case 'list_choice':
      return `${under} stands above ${over} on your list, though you chose ${over} over it.`
    case 'list_marks':
      return `${under} stands just above ${over} on your list, though your marks put ${over} ahead (${pointWords(overPoint)} to ${pointWords(underPoint)}). If it is the gut, decide the two head to head.`
  }
}

/** A weighted mark as it is written everywhere: one decimal. */
export function pointWords(point: number | null): string {
  return point === null ? 'not marked' : point.toFixed(1)
}
