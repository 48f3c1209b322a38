import { joined } from '@/lib/fit/param-words'
import type { StoryItem } from './items'
import type { SentenceRole } from './sentence'

/** How many items are put first for a sentence. Three clauses are what one breath holds. */
const MOST_SUGGESTED = 4

/**
 * The items that a sentence of this place usually rests on, most telling first: the start, then what came after it, then
 * what few others bring (E2). A suggestion for the order of a list; any true item may carry any sentence.
 */
export function suggestedFor(role: SentenceRole, items: readonly StoryItem[]): readonly StoryItem[] {
  const isShort = ({ key, clause }: StoryItem) => key.startsWith('attempt:') && !clause.startsWith('passed')
  const lastShort = items
    .filter(isShort)
    .reduce((last, { span }) => (span && span.startOn > last ? span.startOn : last), '')
  const rank = (item: StoryItem): number => {
    const isGenetics = /genetic/i.test(item.label)
    switch (role) {
      case 'beginning':
        if (isShort(item)) return 4
        if (item.key === 'school:graduation') return 3
        return item.key.startsWith('training:') || item.key === 'school:standing' ? 2 : 0
      case 'turn':
        if (isShort(item)) return 0
        if (item.key.startsWith('attempt:')) return item.span && item.span.startOn > lastShort ? 5 : 2
        if (item.part === 'research' || item.part === 'us_experience') return isGenetics ? 4 : 3
        return /^school:(?:pediatrics|medicine|neurology)$/.test(item.key) ? 2 : 0
      case 'direction':
        if (item.key.startsWith('niche:')) return 4
        if (item.part === 'letters') return isGenetics ? 3 : 2
        return item.part === 'research' && isGenetics ? 3 : 0
    }
  }
  return items
    .map((item, index) => ({ item, index, rank: rank(item) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .slice(0, MOST_SUGGESTED)
    .map(({ item }) => item)
}

/**
 * The beginning of a sentence from chosen facts, in the order of time where they have one. Only what was chosen is in it,
 * and what only the person can say stands in brackets.
 */
export function startOf(role: SentenceRole, chosen: readonly StoryItem[]): string {
  if (chosen.length === 0) return ''
  const inTime = [...chosen].sort((a, b) => {
    const one = a.span?.startOn ?? '9999'
    const other = b.span?.startOn ?? '9999'
    return one < other ? -1 : one > other ? 1 : 0
  })
  switch (role) {
    case 'beginning':
      return `I ${joined(clauses(inTime), 'and')}; [what you understood then].`
    case 'turn':
      return `Since then I ${joined(clauses(inTime), 'and')}.`
    case 'direction':
      return `To medical genetics I bring ${joined(
        inTime.map(({ noun }) => noun),
        'and',
      )}, because [why genetics].`
  }
}

function clauses(items: readonly StoryItem[]): string[] {
  return items.map(({ clause }) => clause)
}
