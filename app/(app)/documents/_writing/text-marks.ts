import type { Finding } from '@/lib/statement/check'
import type { ErasMark } from '@/lib/statement/eras-text'
import type { TextMark } from '@/lib/statement/marked-text'

/** What is drawn behind a text: the sentences of its findings, the words in them, and the signs that MyERAS may change. */
export function textMarks(findings: readonly Finding[], signs: readonly ErasMark[]): TextMark[] {
  return [
    ...findings.flatMap(({ start, end, words }): TextMark[] => [
      { kind: 'sentence', start, end },
      // A rule that means the whole sentence underlines none of it.
      ...(words.start === start && words.end === end ? [] : [{ kind: 'words' as const, ...words }]),
    ]),
    ...signs.map(({ start, end }): TextMark => ({ kind: 'sign', start, end })),
  ]
}
