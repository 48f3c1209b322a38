import { describe, expect, test } from 'vitest'
import { FACT_FIELDS, FACT_SCOPES, type FactField } from '@/lib/programs/fact'
import {
  ageWords,
  FIELD_LABELS,
  factWords,
  fieldPhrase,
  originWords,
  scopeWords,
  valueWords,
  yearWords,
} from '@/lib/programs/fact-words'
import { PATHWAYS } from '@/lib/programs/pathway'
import { PATHWAY_WORDS } from '@/lib/programs/pathway-words'

describe('a fact in words', () => {
  test.each([
    ['j1_accepted', 'case_by_case', 'J-1 accepted: case by case'],
    ['h1b_accepted', 'no', 'H-1B accepted: no'],
    ['min_step2ck', 225, 'Minimum Step 2 CK score: 225'],
    ['us_clinical_experience', 'preferred', 'US clinical experience: preferred, not required'],
    ['eras_cycle', 'july', 'ERAS cycle: the July fellowship cycle'],
    ['eras_cycle', 'none', 'ERAS cycle: outside ERAS'],
    ['recruiting', 'planned', 'Recruiting: planned, not open yet'],
    ['visa_note', 'required', 'On visas: required'],
  ] as const)('%s %s', (field, value, words) => {
    expect(factWords({ field, value })).toBe(words)
  })

  test('no field and no value is shown as it is stored', () => {
    for (const [field, spec] of Object.entries(FACT_FIELDS) as [
      FactField,
      (typeof FACT_FIELDS)[FactField],
    ][]) {
      expect(FIELD_LABELS[field], field).not.toMatch(/_/)
      if (spec.kind !== 'choice') continue
      for (const option of spec.options)
        expect(valueWords(field, option), `${field} ${option}`).not.toMatch(/_/)
    }
  })

  test('says whose word it is', () => {
    expect(scopeWords('parent')).toBe('said by its parent residency')
    expect(scopeWords('institution')).toBe('said by its institution only')
    expect(new Set(FACT_SCOPES.map(scopeWords)).size).toBe(FACT_SCOPES.length)
    expect(originWords({ origin: 'told', scope: 'program' })).toBe('told to you by the program')
    expect(originWords({ origin: 'catalogue', scope: 'parent' })).toBe('said by its parent residency')
  })

  test('says how old it is, and that undated is not current', () => {
    expect(yearWords(2013)).toBe('2013')
    expect(yearWords(null)).toBe('undated')
    expect(ageWords('stale')).toMatch(/ask the program/)
    expect(ageWords('undated')).toMatch(/ask the program/)
  })
})

describe('a pathway in words', () => {
  test('each has a name, a match and who may enter', () => {
    for (const pathway of PATHWAYS) {
      const { name, shortName, match, entry } = PATHWAY_WORDS[pathway]
      for (const line of [name, shortName, match, entry]) expect(line, pathway).toMatch(/\S/)
    }
    expect(new Set(PATHWAYS.map((pathway) => PATHWAY_WORDS[pathway].shortName)).size).toBe(PATHWAYS.length)
  })

  test('two-year genetics is said to need an ACGME year and to lie outside the Main Match', () => {
    const { entry, match, length, source } = PATHWAY_WORDS.mgg
    expect(entry).toMatch(/Only after at least 12 months of ACGME-accredited training/)
    expect(match).toMatch(/not the Main Residency Match/)
    expect(length).toBe('2 years')
    expect(source?.url).toMatch(/abmgg\.org/)
    expect(PATHWAY_WORDS.peds_mgg.length).toBe('4 years')
  })
})

test('a field within a sentence keeps the names in it', () => {
  expect(fieldPhrase('j1_accepted')).toBe('J-1 accepted')
  expect(fieldPhrase('step3_required')).toBe('Step 3 required')
  expect(fieldPhrase('years_since_graduation_max')).toBe('most years since graduation')
})
