import { describe, expect, test } from 'vitest'
import { type ListRow, listViewHref, pageOf, readListView, rowsOf, sortHref } from '@/lib/list/rows'

function row(id: string, overrides: Partial<ListRow> = {}): ListRow {
  return {
    id,
    sponsor: `Sponsor ${id}`,
    detail: 'Salt Lake City, UT',
    pathway: 'peds_mgg',
    state: 'UT',
    standing: 'possible',
    reason: '',
    rank: 0,
    point: 50,
    low: 40,
    high: 60,
    preference: 0,
    wishes: '',
    status: 'considering',
    since: '',
    statusRank: 0,
    signal: 'none',
    hasNote: false,
    waits: '',
    isOwn: false,
    ...overrides,
  }
}

const ROWS = [
  row('a', { rank: 3000, point: 61, statusRank: 2, status: 'applied' }),
  row('b', { rank: 5000, point: 58, preference: 1, standing: 'solid' }),
  row('c', {
    rank: 0,
    point: 77,
    standing: 'closed',
    detail: 'Ponce, PR',
    state: 'PR',
    sponsor: 'Hospital San José',
  }),
]
const view = (query = '') => readListView(new URLSearchParams(query))
const ids = (query = '') => rowsOf(ROWS, view(query)).map(({ id }) => id)

describe('the list', () => {
  test.each([
    ['by standing, best first, unless asked otherwise', '', ['b', 'a', 'c']],
    ['by fit, highest first, although closed', 'sort=fit', ['c', 'a', 'b']],
    ['by fit from the lowest', 'sort=fit-up', ['b', 'a', 'c']],
    ['by sponsor', 'sort=sponsor', ['c', 'a', 'b']],
    ['by status', 'sort=status', ['a', 'b', 'c']],
    ['by wishes', 'sort=preference', ['b', 'a', 'c']],
    ['with one standing', 'standing=closed', ['c']],
    ['with one status', 'status=applied', ['a']],
    ['with one state, which is more than a word that its name may hold', 'state=PR', ['c']],
    ['with a search, without its accent', 'q=san+jose', ['c']],
    ['with a search for a state', 'q=ut', ['b', 'a']],
    ['by standing when the order is unknown', 'sort=luck', ['b', 'a', 'c']],
  ])('is shown %s', (_, query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  test('leaves the rows that it was given as they were', () => {
    rowsOf(ROWS, view('sort=fit'))
    expect(ROWS.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('turns a column round on the second click, and goes back to the first page', () => {
    expect(sortHref(view('page=3'), 'fit')).toBe('/list?sort=fit-down')
    expect(sortHref(view('sort=fit-down'), 'fit')).toBe('/list?sort=fit-up')
    expect(sortHref(view('standing=closed'), 'sponsor')).toBe('/list?standing=closed&sort=sponsor-up')
  })

  test('has one address for each view, and reads it back', () => {
    expect(listViewHref({})).toBe('/list')
    for (const query of ['sort=fit-up&page=2', 'q=San+Jos%C3%A9&standing=solid', 'sort=standing-up']) {
      const read = view(query)
      expect(view(listViewHref(read).split('?')[1])).toEqual(read)
    }
  })

  test('shows a hundred a page, and the last page for a page too far', () => {
    const many = Array.from({ length: 250 }, (_, index) => row(String(index)))
    expect(pageOf(many, 1)).toMatchObject({ page: 1, pageCount: 3 })
    expect(pageOf(many, 3).rows).toHaveLength(50)
    expect(pageOf(many, 9)).toMatchObject({ page: 3, pageCount: 3 })
    expect(pageOf([], 1)).toEqual({ rows: [], page: 1, pageCount: 1 })
  })
})
