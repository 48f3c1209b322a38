import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asPlainTyping, erasMarks, statementLength } from '@/lib/statement/eras-text'

describe('what MyERAS may change', () => {
  test.each([
    ['It’s “new” – really…', ['typographic', 'typographic', 'typographic', 'typographic', 'typographic']],
    ['• one', ['list_mark']],
    ['a\u200bb\u00a0c\td', ['invisible', 'invisible', 'invisible']],
    ['李 and Ñandú, café, Müller', ['beyond_latin']],
    ['plain text, 100% (mostly) & fine\r\n', []],
    ['😀', ['beyond_latin']],
  ])('%j', (text, kinds) => {
    expect(erasMarks(text).map(({ kind }) => kind)).toEqual(kinds)
  })
  test('plain typing takes its place, and leaves other scripts to the writer', () => {
    expect(asPlainTyping('It’s “new”…\u200b • 李')).toBe('It\'s "new"... - 李')
  })
  test('plain typing has no mark that could be replaced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(erasMarks(asPlainTyping(text)).filter(({ instead }) => instead !== null)).toEqual([])
      }),
    )
  })
})

test('length counts every character, a line break as one, against 28,000', () => {
  expect(statementLength('a b.\r\nc')).toEqual({ characters: 6, limit: 28_000, over: 0, pages: 0 })
  expect(statementLength('x'.repeat(28_001)).over).toBe(1)
})
