import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disagreements, disagreementWords, type ToldPlace } from '@/lib/story/disagreements'
import { storyItems } from '@/lib/story/items'
import { SENTENCE_ROLES } from '@/lib/story/sentence'
import { startOf, suggestedFor } from '@/lib/story/start'
import { buildAttempt } from '@/tests/factories/applicant'
import { buildRecord } from '@/tests/factories/story'

const place = (text: string, kind: ToldPlace['kind'] = 'statement'): ToldPlace => ({
  kind,
  title: 'For pediatrics',
  href: '/documents/statements/1',
  text,
})

const record = buildRecord({
  attempts: [
    buildAttempt({ exam: 'step1', takenOn: '2024-11-12', outcome: 'fail' }),
    buildAttempt({ exam: 'step1', takenOn: '2025-08-19' }),
    buildAttempt({ exam: 'step2ck', takenOn: '2026-06-23', score: 233 }),
  ],
  research: [
    { field: 'genetics', months: 14, role: 'member', inUs: false },
    { field: 'other', months: 6, role: 'assistant', inUs: false },
  ],
  clinical: [{ kind: 'observership', specialty: 'genetics', place: '', weeks: 8 }],
  publications: [
    { field: 'genetics', kind: 'paper', author: 'first', state: 'accepted' },
    { field: 'genetics', kind: 'abstract', author: 'other', state: 'published' },
  ],
})

const found = (text: string, story: readonly string[] = []) => disagreements(record, story, [place(text)])

describe('a place that tells something else', () => {
  test.each([
    ['I passed Step 2 CK with 243.', 'your profile has 233'],
    ['I passed Step 1 on my third attempt.', 'your profile has 2'],
    ['I failed Step 1 in 2023.', 'your profile has 2024 or 2025'],
    ['Three years of research taught me this.', 'your profile has 6 months or 14 months or 20 months'],
    ['I observed for 12 weeks in a genetics clinic.', 'your profile has 8 weeks'],
    ['I wrote four papers in genetics.', 'your profile has 1 or 2'],
  ])('“%s”', (text, says) => {
    const [one, ...rest] = found(text)
    expect(rest).toEqual([])
    expect(one && disagreementWords(one)).toContain(says)
    expect(one?.code === 'number' && one.claim.sentence).toBe(text)
  })

  test.each([
    'I passed Step 2 CK with 233 in June 2026.',
    'I passed Step 1 on my second attempt.',
    'I did not pass Step 1 in November 2024, and passed in 2025.',
    // One project's months, all of them together, and a year said of fourteen months.
    'I have 14 months of genetics research.',
    'I have 20 months of research behind me.',
    'One year of genetics research showed me this.',
    'I spent two months on a genetics observership.',
    'I have two publications in genetics.',
  ])('“%s” agrees', (text) => {
    expect(found(text)).toEqual([])
  })

  test('the story is the measure where the profile is silent', () => {
    const silent = buildRecord({ research: null, attempts: null, clinical: null, publications: null })
    const story = ['I have 14 months of genetics research.']
    expect(disagreements(silent, story, [place('My 14 months of genetics research.')])).toEqual([])
    const [one] = disagreements(silent, story, [place('My 9 months of genetics research.')])
    expect(one && disagreementWords(one)).toContain('your story says 14 months')
    expect(disagreements(silent, [], [place('My 9 months of genetics research.')])).toEqual([])
  })

  test('a sentence of the story itself is held against the profile', () => {
    const text = 'Since then I passed Step 2 CK with 253.'
    const [one] = disagreements(record, [text], [place(text, 'story')])
    expect(one && disagreementWords(one)).toContain('it says 253; your profile has 233')
  })

  test('another focus counts only where the two share none', () => {
    const story = ['I want to care for families with inborn errors of metabolism.']
    expect(found('Cancer genetics is my calling.', story).map(({ code }) => code)).toEqual(['focus'])
    expect(found('Cancer genetics and lysosomal disease are my calling.', story)).toEqual([])
    expect(found('I like to listen.', story)).toEqual([])
  })
})

test('what is started from the profile’s own items never disagrees with the profile', () => {
  const items = storyItems(record)
  expect(items.length).toBeGreaterThan(8)
  fc.assert(
    fc.property(fc.subarray([...items]), fc.constantFrom(...SENTENCE_ROLES), (chosen, role) => {
      const text = startOf(role, chosen)
      expect(text === '').toBe(chosen.length === 0)
      expect(disagreements(record, [text], [place(text, 'story')])).toEqual([])
    }),
    // Two of many items meet seldom.
    { numRuns: 1000 },
  )
})

test('suggestions are true items, each once, and say nothing that is not chosen', () => {
  const items = storyItems(record)
  for (const role of SENTENCE_ROLES) {
    const suggested = suggestedFor(role, items)
    expect(suggested.length).toBeGreaterThan(0)
    expect(new Set(suggested).size).toBe(suggested.length)
    expect(suggested.every((item) => items.includes(item))).toBe(true)
  }
  const [fail] = suggestedFor('beginning', items)
  expect(fail?.label).toBe('Step 1, November 2024: did not pass')
  expect(suggestedFor('turn', items)).not.toContain(fail)
})
