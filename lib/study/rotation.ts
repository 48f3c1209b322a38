import type { PracticeExam } from '@/lib/exams/practice'
import {
  FOUNDATION_TOPICS,
  type GeneticsArea,
  type WeakSystem,
  type WeakTopic,
} from '@/lib/exams/practice-detail'
import {
  GENETICS_AREA_LABELS,
  WEAK_SYSTEM_LABELS,
  WEAK_TOPIC_LABELS,
} from '@/lib/exams/practice-detail-words'

/** What a study day gives an extra half hour to. */
export type Focus =
  | { kind: 'system'; area: WeakSystem }
  | { kind: 'topic'; area: WeakTopic }
  | { kind: 'genetics'; area: GeneticsArea }

export type RotationInput = {
  exam: PracticeExam
  weakSystems: readonly WeakSystem[]
  weakTopics: readonly WeakTopic[]
  geneticsAreas: readonly GeneticsArea[]
}

/**
 * The order in which areas take their turn: weak ones two days out of three, genetics the third (C11, C12). For Step 1
 * the subjects that carry into the specialty stand with genetics (B5). Repeats in the input count once.
 */
export function rotation({ exam, weakSystems, weakTopics, geneticsAreas }: RotationInput): readonly Focus[] {
  const foundation = exam === 'step1' ? FOUNDATION_TOPICS : []
  const weak: Focus[] = [
    ...[...new Set(weakSystems)].map((area): Focus => ({ kind: 'system', area })),
    ...[...new Set(weakTopics)]
      .filter((area) => !foundation.some((topic) => topic === area))
      .map((area): Focus => ({ kind: 'topic', area })),
  ]
  const own: Focus[] = [
    ...foundation.map((area): Focus => ({ kind: 'topic', area })),
    ...[...new Set(geneticsAreas)].map((area): Focus => ({ kind: 'genetics', area })),
  ]
  if (weak.length === 0) return own
  if (own.length === 0) return weak
  const turns = Math.max(Math.ceil(weak.length / 2), own.length)
  return Array.from({ length: turns }, (_, n) => [
    weak[(2 * n) % weak.length],
    weak[(2 * n + 1) % weak.length],
    own[n % own.length],
  ]).flatMap((three) => three.filter((focus) => focus !== undefined))
}

/** The area of a turn; null when there is none to take. */
export function focusOf(order: readonly Focus[], turn: number): Focus | null {
  return order[turn % order.length] ?? null
}

export function focusLabel(focus: Focus): string {
  switch (focus.kind) {
    case 'system':
      return WEAK_SYSTEM_LABELS[focus.area]
    case 'topic':
      return WEAK_TOPIC_LABELS[focus.area]
    case 'genetics':
      return GENETICS_AREA_LABELS[focus.area]
  }
}
