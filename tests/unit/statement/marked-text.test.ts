import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksByLine, stretches, type TextMark } from '@/lib/statement/marked-text'

const mark = (length: number) =>
  fc
    .tuple(fc.constantFrom('sentence', 'words', 'sign'), fc.nat(length), fc.nat(length))
    .map(([kind, a, b]): TextMark => ({ kind, start: Math.min(a, b), end: Math.max(a, b) }))
const marked = fc
  .array(fc.constantFrom('a', 'b c', '\n', '.'), { maxLength: 30 })
  .map((parts) => parts.join(''))
  .chain((text) => fc.tuple(fc.constant(text), fc.array(mark(text.length + 3), { maxLength: 6 })))

describe('marks on a text', () => {
  test('cut it without losing a letter', () => {
    fc.assert(
      fc.property(marked, ([text, marks]) => {
        expect(
          stretches(text, marks)
            .map((one) => one.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
  test('cover in its lines what they cover in the whole', () => {
    fc.assert(
      fc.property(marked, ([text, marks]) => {
        const lines = marksByLine(text, marks)
        expect(lines.map((line) => line.text).join('\n')).toBe(text)
        const covered = (of: string, own: readonly TextMark[]) =>
          [...of].map((_, at) => own.some(({ start, end }) => start <= at && at < end))
        const whole = covered(text, marks).filter((_, at) => text[at] !== '\n')
        expect(lines.flatMap((line) => covered(line.text, line.marks))).toEqual(whole)
      }),
    )
  })
  test('lie one upon the other', () => {
    const found = stretches('It was unfair.', [
      { kind: 'sentence', start: 0, end: 14 },
      { kind: 'words', start: 7, end: 13 },
    ])
    expect(found).toEqual([
      { text: 'It was ', kinds: ['sentence'] },
      { text: 'unfair', kinds: ['sentence', 'words'] },
      { text: '.', kinds: ['sentence'] },
    ])
  })
})
