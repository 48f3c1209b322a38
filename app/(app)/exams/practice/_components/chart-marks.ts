import type { MarkShape } from '@/app/_ui/charts/mark-shapes'
import type { PracticeKind, PracticeResult } from '@/lib/exams/practice'

/** A shape for each maker, so that the picture reads without colour. */
const SHAPES: Readonly<Record<PracticeKind, MarkShape>> = {
  nbme_cbssa: 'circle',
  nbme_ccssa: 'circle',
  uwsa: 'square',
  free120: 'diamond',
  amboss: 'triangle',
  other: 'plus',
}

const NAMES: Readonly<Record<PracticeKind, string>> = {
  nbme_cbssa: 'NBME',
  nbme_ccssa: 'NBME',
  uwsa: 'UWorld',
  free120: 'Free 120',
  amboss: 'AMBOSS',
  other: 'Other',
}

export function markOf({ kind, takenOn, isTimed }: PracticeResult, value: number) {
  return { on: takenOn, value, shape: SHAPES[kind], isHollow: isTimed === false }
}

/** The shapes that stand in the picture, named; hollow ones are untimed. */
export function legendOf(results: readonly PracticeResult[]) {
  const kinds = [...new Set(results.map(({ kind }) => kind))]
  const entries = kinds.map((kind) => ({ shape: SHAPES[kind], isHollow: false, label: NAMES[kind] }))
  return results.some(({ isTimed }) => isTimed === false)
    ? [...entries, { shape: 'circle' as const, isHollow: true, label: 'Hollow: untimed' }]
    : entries
}

/** Round ends with room to both sides of everything that the picture shows. */
export function domainOf(
  values: readonly number[],
  [least, most]: readonly [number, number],
): [number, number] {
  const low = Math.floor((Math.min(...values) - 6) / 10) * 10
  const high = Math.ceil((Math.max(...values) + 6) / 10) * 10
  return [Math.max(least, low), Math.min(most, high)]
}
