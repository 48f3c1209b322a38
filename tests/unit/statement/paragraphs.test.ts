import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findParagraph, paragraphsOf } from '@/lib/statement/paragraphs'

const TEXT = 'I chose genetics early.\n\nA girl of four came to our ward.\r\n  ...  \nThank you.'

describe('paragraphs', () => {
  test('are the lines with words in them, by either kind of line break', () => {
    expect(paragraphsOf(TEXT).map(({ text }) => text)).toEqual([
      'I chose genetics early.',
      'A girl of four came to our ward.',
      'Thank you.',
    ])
  })
  test('lie where they say, with ids of their own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('One line.', 'Another line', '', ' - ', 'Žádná věta.')),
        (lines) => {
          const text = lines.join('\n')
          const found = paragraphsOf(text)
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
          for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words)
        },
      ),
    )
  })
})

describe('a remark finds its paragraph again', () => {
  const anchor = (part: string) => {
    const found = paragraphsOf(TEXT).find(({ text }) => text.startsWith(part))
    if (!found) throw new Error(part)
    return found
  }
  test('after it moved, or a comma and a capital changed', () => {
    const later = paragraphsOf('New opening.\na Girl, of four, came to our ward\nI chose genetics early.')
    expect(findParagraph(later, anchor('A girl'))?.text).toBe('a Girl, of four, came to our ward')
    expect(findParagraph(later, anchor('I chose'))?.text).toBe('I chose genetics early.')
  })
  test('after some of its words changed, and not in another paragraph', () => {
    const later = paragraphsOf(
      'A girl of four came to the clinic one day.\nThank you for reading my file today.',
    )
    expect(findParagraph(later, anchor('A girl'))?.text).toBe('A girl of four came to the clinic one day.')
    expect(findParagraph(later, anchor('Thank'))).toBeNull()
  })
})
