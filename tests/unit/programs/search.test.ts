import { describe, expect, test } from 'vitest'
import { folded, searchPrograms } from '@/lib/programs/search'

const program = (id: string, overrides: Partial<Parameters<typeof searchPrograms>[0][number]> = {}) => ({
  id,
  sponsor: 'University of Somewhere',
  name: 'Pediatrics and genetics',
  city: null,
  state: null,
  acgmeId: null,
  nrmpCode: null,
  ...overrides,
})

const PROGRAMS = [
  program('utah', {
    sponsor: 'University of Utah',
    city: 'Salt Lake City',
    state: 'UT',
    acgmeId: '1304931036',
  }),
  program('carolina', { sponsor: 'University of South Carolina', city: 'Columbia', state: 'SC' }),
  program('san-jose', { sponsor: 'Hospital San José', city: 'Ponce', state: 'PR', nrmpCode: '1007765C0' }),
  program('michigan', { sponsor: 'Wayne State', city: 'Detroit', state: 'MI' }),
]
const found = (query: string) => searchPrograms(PROGRAMS, query).map((one) => 'id' in one && one.id)

describe('searching programs', () => {
  test.each([
    ['a sponsor, whatever the letters', 'UTAH', ['utah']],
    ['the beginning of a word, not its middle', 'ut', ['utah']],
    ['every word in any order', 'lake university', ['utah']],
    ['a city', 'detroit', ['michigan']],
    ['a state by its code', 'pr', ['san-jose']],
    ['a state by its name', 'michigan', ['michigan']],
    ['a name typed without its accent', 'san jose', ['san-jose']],
    ['a name typed with one', 'JOSÉ', ['san-jose']],
    ['an ACGME number', '1304931036', ['utah']],
    ['an NRMP code, small letters too', '1007765c0', ['san-jose']],
    ['part of a number', '93103', ['utah']],
    ['nothing that is not there', 'boston', []],
  ])('finds by %s', (_, query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  test('finds all for an empty query, and for one of blanks and signs', () => {
    expect(found('')).toHaveLength(4)
    expect(found('  – ')).toHaveLength(4)
  })

  test('takes letters for what they look like', () => {
    expect(folded('  Ærø — Łódź, Straße ')).toBe('aero lodz strasse')
    expect(folded('北京 大学')).toBe('北京 大学')
  })
})
