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
  const parts = changes.map(({ added, removed, value }): ComparedPart => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value }
  })
  const words = (kind: ComparedPart['kind']) =>
    parts.reduce((sum, part) => (part.kind === kind ? sum + (part.text.match(/\S+/g)?.length ?? 0) : sum), 0)
  return { parts, added: words('added'), removed: words('removed') }
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
