import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStatement, statementReader } from '@/lib/statement/check'
import { UNWANTED_RULES, WANTED_RULES } from '@/lib/statement/rule-words'
import { MUST_LEAVE, MUST_MARK } from './held-sentences'
import { LATER_MUST_LEAVE, LATER_MUST_MARK } from './later-sentences'

const rulesOf = (text: string) => readStatement(text).findings.map(({ rule }) => rule)
const carriers = (text: string) =>
  readStatement(text)
    .presences.filter(({ carriedBy }) => carriedBy.length > 0)
    .map(({ key }) => key)

describe('what a statement should leave out (E4)', () => {
  for (const [rule, sentences] of [...Object.entries(MUST_MARK), ...Object.entries(LATER_MUST_MARK)]) {
    test.each(sentences)(`${rule}: %s`, (sentence) => {
      expect(rulesOf(sentence)).toContain(rule)
    })
  }
  test.each([...MUST_LEAVE, ...LATER_MUST_LEAVE])('left alone: %s', (sentence) => {
    expect(rulesOf(sentence)).toEqual([])
  })
  test('there are fifty sentences each way', () => {
    expect(Object.values(MUST_MARK).flat().length).toBeGreaterThanOrEqual(50)
    expect(MUST_LEAVE.length).toBeGreaterThanOrEqual(50)
  })
})

describe('an anomaly is named once, briefly (E3)', () => {
  const once = 'In 2023 I did not pass Step 1, and I changed how I study.'
  test('the first mention stands', () => {
    expect(rulesOf(`I chose genetics early. ${once} Since then I have worked in a clinic.`)).toEqual([])
  })
  test('each further mention is marked', () => {
    const text = `${once} I love the ward. My failure in Step 1 made me humble. I failed the USMLE and learned.`
    expect(rulesOf(text)).toEqual(['named_again', 'named_again'])
  })
  test('a long mention is marked', () => {
    const long = `I did not pass Step 1 in 2023, ${'and I worked on the ward and in the library '.repeat(5)}until I passed.`
    expect(rulesOf(long)).toContain('named_at_length')
  })
})

describe('what a statement should hold (E3, A5)', () => {
  test.each([
    ['why_genetics', 'I chose genetics because it asks for the whole family.'],
    ['why_genetics', 'What keeps me in medical genetics is my curiosity about the undiagnosed.'],
    ['patient_or_family', 'A girl of four came with a metabolic disease that nobody had named.'],
    ['patient_or_family', 'I followed a family with sickle cell disease for two years.'],
    ['culture_and_language', 'I speak Urdu and Punjabi with the families.'],
    ['culture_and_language', 'In our culture a pedigree is a private matter.'],
    ['demanding_content', 'My thesis dealt with undiagnosed children.'],
    ['molecular_science', 'I classified variants from two hundred exomes.'],
    ['counseling', 'I explained the recurrence risk to both parents.'],
  ] as const)('%s is carried by: %s', (key, sentence) => {
    expect(carriers(sentence)).toContain(key)
  })
  test.each([
    ['why_genetics', 'I chose surgery because I like my hands.'],
    ['patient_or_family', 'The patient had a fracture.'],
    ['culture_and_language', 'The cell culture was contaminated.'],
    ['culture_and_language', 'I interpreted variants every week.'],
    ['molecular_science', 'I like to teach.'],
    ['counseling', 'I drew blood.'],
  ] as const)('%s is not carried by: %s', (key, sentence) => {
    expect(carriers(sentence)).not.toContain(key)
  })
  test('every rule names its criterion', () => {
    for (const { criteria } of [...Object.values(UNWANTED_RULES), ...Object.values(WANTED_RULES)]) {
      expect(criteria.length).toBeGreaterThan(0)
    }
  })
})

describe('a reading', () => {
  const sentence = fc.constantFrom(...MUST_LEAVE, ...Object.values(MUST_MARK).flat())
  const text = fc
    .array(fc.tuple(sentence, fc.constantFrom(' ', '\n\n', '  ')), { maxLength: 12 })
    .map((parts) => parts.map(([line, gap]) => line + gap).join(''))

  test('marks stand inside the text, in order, with their words inside their sentence', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 400 })), (written) => {
        const { findings } = readStatement(written)
        for (const [index, { start, end, words }] of findings.entries()) {
          expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.start ?? 0)
          expect(words.start).toBeGreaterThanOrEqual(start)
          expect(words.end).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(written.length)
        }
      }),
    )
  })
  test('what was typed before does not change how a text is read', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (drafts) => {
        const read = statementReader()
        for (const draft of drafts) expect(read(draft)).toEqual(readStatement(draft))
      }),
    )
  })
  test('a dismissal holds while its sentence does, wherever it moves', () => {
    const line = 'I beg the committee to read my file.'
    const before = readStatement(line).findings[0]?.key
    expect(readStatement(`A new opening. ${line}`).findings[0]?.key).toBe(before)
    expect(readStatement('I beg the committee to meet me.').findings[0]?.key).not.toBe(before)
  })
  test('titles and initials do not end a sentence', () => {
    const text = 'I worked with Dr. Rao and Prof. J. Lee, e.g. in the U.S. clinic. Then I wrote.'
    expect(readStatement(text).findings).toEqual([])
    expect(readStatement(`${text}\nA new line`).words).toBe(20)
  })
})
