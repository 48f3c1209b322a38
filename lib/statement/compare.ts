import { diffLines, diffWordsWithSpace } from 'diff'

export type ComparedPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

export type Comparison = {
  readonly parts: readonly ComparedPart[]
  readonly added: number
  readonly removed: number
}

/** Beyond so many changed words two texts are other texts, and are compared line by line: that stays quick. */
const MOST_EDITS = 1000

/** What was added to and removed from `before` to make `after`, word by word; `added` and `removed` count words. */
export function compareTexts(before: string, after: string): Comparison {
  const [one, other] = [before, after].map((text) => text.replaceAll('\r\n', '\n'))
  const changes =
    diffWordsWithSpace(one ?? '', other ?? '', { maxEditLength: MOST_EDITS }) ??
    diffLines(one ?? '', other ?? '')
  const parts = withoutIslands(
    changes.map(({ added, removed, value }): ComparedPart => {
      return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value }
    }),
  )
  const words = (kind: ComparedPart['kind']) =>
    parts.reduce((sum, part) => (part.kind === kind ? sum + (part.text.match(/\S+/g)?.length ?? 0) : sum), 0)
  return { parts, added: words('added'), removed: words('removed') }
}

/** A stretch that changed: what stood there, and what stands there now. */
type Change = { removed: string; added: string }

/**
 * Two paragraphs that have nothing in common share a "the" and an "I" all the same, and a text that is cut at each of them
 * can be read in neither of its states. What stayed the same between two changes and is shorter than both counts as
 * changed; a line break never does, since it holds paragraphs apart.
 */
function withoutIslands(parts: readonly ComparedPart[]): readonly ComparedPart[] {
  const rows: (Change | string)[] = []
  for (const { kind, text } of parts) {
    const last = rows.at(-1)
    if (kind === 'same') rows.push(text)
    else if (last !== undefined && typeof last !== 'string') last[kind] += text
    else rows.push({ removed: '', added: '', [kind]: text })
  }
  const size = ({ removed, added }: Change) => Math.max(removed.length, added.length)
  const kept: (Change | string)[] = []
  for (const row of rows) {
    const island = kept.at(-1)
    const before = kept.at(-2)
    const isBetween = typeof island === 'string' && typeof before === 'object' && typeof row === 'object'
    if (isBetween && !island.includes('\n') && island.length <= Math.min(size(before), size(row))) {
      before.removed += island + row.removed
      before.added += island + row.added
      kept.pop()
    } else kept.push(row)
  }
  return kept.flatMap((row) => (typeof row === 'string' ? [{ kind: 'same', text: row }] : partsOf(row)))
}

/** A change without the word that both of its sides end with. */
function partsOf({ removed, added }: Change): ComparedPart[] {
  const last = /\S+$/.exec(added)?.[0] ?? ''
  const isShared = last !== '' && /\S+$/.exec(removed)?.[0] === last
  const cut = (text: string) => (isShared ? text.slice(0, -last.length) : text)
  const parts: ComparedPart[] = [
    { kind: 'removed', text: cut(removed) },
    { kind: 'added', text: cut(added) },
    { kind: 'same', text: isShared ? last : '' },
  ]
  return parts.filter(({ text }) => text !== '')
}

/** '12 words came in and 3 words went.' */
export function comparisonSentence({ parts, added, removed }: Comparison): string {
  if (parts.every(({ kind }) => kind === 'same')) return 'Both are the same, letter for letter.'
  if (added + removed === 0) return 'The words are the same; spaces or lines differ.'
  const counted = (count: number) => `${count} ${count === 1 ? 'word' : 'words'}`
  if (removed === 0) return `${counted(added)} came in.`
  if (added === 0) return `${counted(removed)} went.`
  return `${counted(added)} came in and ${counted(removed)} went.`
}
