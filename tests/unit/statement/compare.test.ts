import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, comparisonSentence } from '@/lib/statement/compare'

const joined = (text: ReturnType<typeof compareTexts>, without: 'added' | 'removed') =>
  text.parts
    .filter(({ kind }) => kind !== without)
    .map((part) => part.text)
    .join('')

describe('two texts laid side by side', () => {
  test('hold both of them, whatever they are', () => {
    const word = fc.constantFrom('genetics', 'family', 'ward', ',', '\n\n', ' ', 'été', '.')
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const compared = compareTexts(before, after)
        expect(joined(compared, 'added')).toBe(before)
        expect(joined(compared, 'removed')).toBe(after)
      }),
    )
  })
  test('say in a sentence what changed', () => {
    const say = (before: string, after: string) => comparisonSentence(compareTexts(before, after))
    expect(say('I chose genetics.', 'I chose medical genetics early.')).toBe('2 words came in.')
    expect(say('I chose it early.', 'I chose it.')).toBe('1 word went.')
    expect(say('I like wards.', 'I like clinics and wards.')).toBe('2 words came in.')
    expect(say('One. Two.', 'One.\n\nTwo.')).toBe('The words are the same; spaces or lines differ.')
    expect(say('Same.\r\nSame.', 'Same.\nSame.')).toBe('Both are the same, letter for letter.')
  })
  test('a paragraph that was written anew is struck and set whole, a changed word alone', () => {
    const before = 'Please give me the chance to show what I can do.'
    const after = 'In November I asked the families to tell me what I had missed.'
    expect(compareTexts(`One.\n\n${before}`, `One.\n\n${after}`).parts.slice(0, 3)).toEqual([
      { kind: 'same', text: 'One.\n\n' },
      { kind: 'removed', text: expect.stringMatching(/^Please give me the chance/) },
      { kind: 'added', text: expect.stringMatching(/^In November I asked the families/) },
    ])
    expect(compareTexts('The quick brown fox.', 'The slow brown dog.').parts.map(({ text }) => text)).toEqual(
      ['The ', 'quick', 'slow', ' brown ', 'fox', 'dog', '.'],
    )
  })
  test('two long texts with nothing in common are compared soon', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, index) => `${word}${index}`).join(' ')
    const [before, after] = [long('one'), long('two')]
    const compared = compareTexts(before, after)
    expect(joined(compared, 'added')).toBe(before)
    expect(joined(compared, 'removed')).toBe(after)
  }, 2000)
})
