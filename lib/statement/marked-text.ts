/** What lies on a stretch of text: a sentence that deserves another look, the words in it, or a character for MyERAS. */
export type MarkKind = 'sentence' | 'words' | 'sign'
export type TextMark = { readonly kind: MarkKind; readonly start: number; readonly end: number }
export type Stretch = { readonly text: string; readonly kinds: readonly MarkKind[] }

const KINDS: readonly MarkKind[] = ['sentence', 'words', 'sign']

/** The text cut where a mark begins or ends; the stretches joined are the text again. Marks outside it are cut off. */
export function stretches(text: string, marks: readonly TextMark[]): Stretch[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end)
    return {
      text: text.slice(start, end),
      kinds: KINDS.filter((kind) => over.some((one) => one.kind === kind)),
    }
  })
}

/** The marks of a whole text, given to its lines: offsets then count from each line's beginning. */
export function marksByLine(text: string, marks: readonly TextMark[]): { text: string; marks: TextMark[] }[] {
  const ordered = marks.toSorted((a, b) => a.start - b.start)
  let start = 0
  let first = 0
  return text.split('\n').map((line) => {
    const end = start + line.length
    while (first < ordered.length && (ordered[first]?.end ?? 0) <= start) first += 1
    const own: TextMark[] = []
    for (let index = first; index < ordered.length; index += 1) {
      const mark = ordered[index]
      if (!mark || mark.start >= end) break
      if (mark.end > start)
        own.push({
          kind: mark.kind,
          start: Math.max(0, mark.start - start),
          end: Math.min(end, mark.end) - start,
        })
    }
    start = end + 1
    return { text: line, marks: own }
  })
}
