import { fingerprint } from './fingerprint'

export type Paragraph = {
  /** Of its words: stays while they do, wherever the paragraph moves; the second of two alike ends with '-2'. */
  readonly id: string
  /** Offsets into the text in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a remark on a paragraph keeps of it, to find it again. */
export type ParagraphAnchor = Pick<Paragraph, 'id' | 'text'>

/** The paragraphs of a text in order: its lines that hold a letter or a digit. Line breaks may be of either kind. */
export function paragraphsOf(text: string): Paragraph[] {
  const seen = new Map<string, number>()
  const paragraphs: Paragraph[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const words = match[0].trim()
    if (!/[\p{L}\p{N}]/u.test(words)) continue
    const start = match.index + match[0].indexOf(words)
    const mark = fingerprint(words)
    const times = (seen.get(mark) ?? 0) + 1
    seen.set(mark, times)
    paragraphs.push({
      id: times === 1 ? mark : `${mark}-${times}`,
      start,
      end: start + words.length,
      text: words,
    })
  }
  return paragraphs
}

/** How much of the words must still be there for an edited paragraph to count as the same. Our own bound. */
const LIKE_ENOUGH = 0.5

/**
 * Where a remark belongs after the text went on: the paragraph with its id, else the one that shares most of its words, at
 * least half of those of the longer; null when that paragraph is gone.
 */
export function findParagraph(
  paragraphs: readonly Paragraph[],
  { id, text }: ParagraphAnchor,
): Paragraph | null {
  const same = paragraphs.find((paragraph) => paragraph.id === id)
  if (same) return same
  const sought = wordsOf(text)
  let best: { paragraph: Paragraph; share: number } | null = null
  for (const paragraph of paragraphs) {
    const share = sharedWords(sought, wordsOf(paragraph.text))
    if (share >= LIKE_ENOUGH && share > (best?.share ?? 0)) best = { paragraph, share }
  }
  return best?.paragraph ?? null
}

function wordsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sharedWords(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count, 0)
  const shared = [...one].reduce((sum, [word, count]) => sum + Math.min(count, other.get(word) ?? 0), 0)
  return shared / Math.max(1, size(one), size(other))
}
