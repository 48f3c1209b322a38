import { describe, expect, test } from 'vitest'
import { type DocumentLine, missingFirst, overviewSentence } from '@/lib/documents/line'

const line = (title: string, over: Partial<DocumentLine> = {}): DocumentLine => ({
  href: '/documents',
  title,
  says: 'It stands.',
  missing: [],
  state: 'there',
  ...over,
})

describe('the overview of documents', () => {
  test('puts what lacks something first, and what is not asked for last', () => {
    const lines = [
      line('Not asked', { state: 'not_asked' }),
      line('Done'),
      line('Not begun', { state: 'none' }),
      line('Lacking', { missing: ['A letter'], state: 'begun' }),
    ]
    expect(missingFirst(lines).map(({ title }) => title)).toEqual([
      'Lacking',
      'Not begun',
      'Done',
      'Not asked',
    ])
  })
  test('says in one sentence how much is missing and where', () => {
    expect(
      overviewSentence([line('Letters', { missing: ['a', 'b'] }), line('Papers', { missing: ['c'] })]),
    ).toBe('3 things are missing: in letters and papers.')
    expect(overviewSentence([line('Letters', { missing: ['a'] })])).toBe('1 thing is missing: in letters.')
    expect(overviewSentence([line('ECFMG and other papers', { missing: ['a'] })])).toBe(
      '1 thing is missing: in ECFMG and other papers.',
    )
    expect(overviewSentence([line('Letters')])).toBe('Nothing is missing in what you have begun.')
    expect(overviewSentence([line('Letters', { state: 'none' })])).toMatch(/^Nothing is written yet/)
  })
})
