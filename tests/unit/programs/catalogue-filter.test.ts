import { describe, expect, test } from 'vitest'
import { catalogueRow, filterCatalogue, readCatalogueFilter } from '@/lib/catalogue/filter'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import type { FactField, FactScope } from '@/lib/programs/fact'

function program(
  id: string,
  overrides: Partial<CatalogueProgram> = {},
  facts: [FactField, string, FactScope?, number?][] = [],
): CatalogueProgram {
  return {
    id,
    sponsor: `Sponsor ${id}`,
    name: 'Genetics',
    city: null,
    state: null,
    pathway: 'peds_mgg',
    isOwn: false,
    acgmeId: null,
    nrmpCode: null,
    url: null,
    isRetired: false,
    version: 1,
    facts: facts.map(([field, value, scope = 'program', year], index) => ({
      id: `${id}-${index}`,
      field,
      value,
      scope,
      year: year ?? null,
      season: null,
      origin: 'catalogue',
      statedOn: null,
      confidence: 'official',
      sourceKind: 'official',
      source: { title: 'Page', url: null, year: year ?? null },
      note: null,
    })),
    ...overrides,
  }
}

const ROWS = [
  program('a', { state: 'UT' }, [['j1_accepted', 'yes', 'institution']]),
  program('b', { state: 'AL', pathway: 'mgg' }, [
    ['j1_accepted', 'no', 'program', 2013],
    ['j1_accepted', 'yes', 'institution', 2025],
    ['h1b_accepted', 'case_by_case'],
  ]),
  program('c', { state: null }),
].map((one) => catalogueRow(one, 2028))

const ids = (params: Record<string, string>) =>
  filterCatalogue(ROWS, readCatalogueFilter(params)).map(({ program: { id } }) => id)

describe('filtering the catalogue', () => {
  test.each([
    ['nothing', {}, ['a', 'b', 'c']],
    ['a pathway', { pathway: 'mgg' }, ['b']],
    ['a state', { state: 'UT' }, ['a']],
    ['J-1 accepted', { j1: 'yes' }, ['a']],
    ['J-1 refused by the nearest word, although old', { j1: 'no' }, ['b']],
    ['J-1 unknown', { j1: 'unknown' }, ['c']],
    ['H-1B case by case', { h1b: 'case_by_case' }, ['b']],
    ['what is not known', { unknown: 'h1b_accepted' }, ['a', 'c']],
    ['two things together', { j1: 'yes', unknown: 'h1b_accepted' }, ['a']],
    ['a search and a filter', { q: 'sponsor', pathway: 'mgg' }, ['b']],
    ['the order of states, those without one last', { order: 'state' }, ['b', 'a', 'c']],
  ])('by %s', (_, params, expected) => {
    expect(ids(params as Record<string, string>)).toEqual(expected)
  })

  test('drops what it does not know, so that an old link still shows programs', () => {
    expect(ids({ pathway: 'surgery', j1: 'maybe', state: 'Utah', standing: 'great', order: 'luck' })).toEqual(
      ['a', 'b', 'c'],
    )
  })

  test('a limit that is not published is not called unknown', () => {
    expect(ROWS[2]?.unknown).not.toContain('min_step2ck')
    expect(ROWS[2]?.unknown).toContain('offers_place_this_season')
  })
})
