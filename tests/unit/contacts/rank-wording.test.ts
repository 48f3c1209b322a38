import { describe, expect, test } from 'vitest'
import { rankFindings } from '@/lib/contacts/rank-wording'

const kinds = (text: string) => rankFindings(text).map(({ kind }) => kind)

describe('wording about rank order (NRMP Match Participation Agreement)', () => {
  test.each([
    ['asks_rank', 'Could you tell me how you will rank me?'],
    ['asks_rank', 'Where do I stand on your rank list?'],
    ['asks_rank', 'I would be glad to know my position on your list.'],
    ['asks_rank', 'I hope you will rank me highly.'],
    ['asks_rank', 'Please rank me to match.'],
    ['asks_rank', 'Am I ranked to match?'],
    ['promises_rank', 'I will rank your program first.'],
    ['promises_rank', 'I promise that I will rank you number one.'],
    ['promises_rank', 'I am ranking your program #1 this year.'],
    ['promises_rank', 'Your program is my number one choice, and I will put it at the top of my rank list.'],
    ['bargains', 'If you rank me first, I will rank you first.'],
    ['bargains', 'I would need a commitment from you before I certify my list.'],
    ['asks_for_offer', 'Would you reserve me a position?'],
    ['asks_for_offer', 'I could sign a contract before the Match.'],
  ] as const)('%s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind)
  })
  test.each([
    'Thank you for the time that you took for me on Tuesday.',
    'Your undiagnosed disease program is the reason why I would love to train with you.',
    'I remain very interested in your program.',
    'Does the program sponsor H-1B visas for residents?',
    'Could you tell me whether a place is offered this season?',
    'My Step 3 result arrived and is a pass.',
    'The program was ranked among the first in its region by its residents.',
    'I first met Dr. Okafor at the annual meeting.',
    'I interviewed with you on 12 November and learned much about your metabolic clinic.',
    'May I ask how many residents you take each year?',
  ])('left alone: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })
  test('the sentence is marked, not the letter', () => {
    const text = 'Thank you for the day. I will rank you first. Kind regards'
    const [finding] = rankFindings(text)
    expect(finding && text.slice(finding.start, finding.end)).toBe('I will rank you first.')
  })
})
