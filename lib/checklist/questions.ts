import type { Checklist, ChecklistItem } from './checklist'
import { CONDITION_QUESTIONS } from './item-words'

/** Something that is not said or not known, how many items hang on it, and where it is answered. */
export type ChecklistQuestion = { text: string; href: string; link: string; count: number }

/** What would decide the items that only may apply, the question that decides most of them first. */
export function checklistQuestions({ items }: Checklist): readonly ChecklistQuestion[] {
  const found = new Map<string, ChecklistQuestion>()
  for (const { because } of items.filter(mayApply)) {
    if (because === null) continue
    const { unknown, href, link } = CONDITION_QUESTIONS[because]
    const before = found.get(unknown)
    found.set(unknown, { text: unknown, href, link, count: (before?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

function mayApply({ applies, state }: ChecklistItem): boolean {
  return applies === 'unknown' && state === 'open'
}
