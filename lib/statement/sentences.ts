/** One sentence of a text: `text.slice(start, end)`, without the white space round it. */
export type Sentence = { readonly start: number; readonly end: number; readonly text: string }

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Ends with a full stop that does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s("'])(?:Dr|Drs|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|etc|approx|No|Fig|e\.g|i\.e|U\.S|U\.K|M\.D|Ph\.D|[A-Z])\.\s*$/

/**
 * The sentences of a text in order, by Unicode's rules, with titles and common abbreviations kept whole. A line break
 * always ends a sentence. Offsets count UTF-16 units, as a text field does.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  let raw = ''
  for (const { segment, index } of SEGMENTER.segment(text)) {
    if (raw === '') start = index
    raw += segment
    if (ABBREVIATION.test(raw) && !/[\r\n]\s*$/.test(raw)) continue
    keep(sentences, raw, start)
    raw = ''
  }
  keep(sentences, raw, start)
  return sentences
}

function keep(sentences: Sentence[], raw: string, start: number): void {
  const text = raw.trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return
  const from = start + raw.indexOf(text)
  sentences.push({ start: from, end: from + text.length, text })
}

/** One space for each white space, straight quotes, lower case: as long as the text, so that offsets hold. */
export function plain(text: string): string {
  return text
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s/g, ' ')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
