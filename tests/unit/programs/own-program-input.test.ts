import { describe, expect, test } from 'vitest'
import { addOwnProgramInput, ownProgramOf } from '@/lib/programs/own-program-input'

const FORM_ID = '7b0c4a6e-0c53-4d4e-9b7e-3a4a4c2f1d11'
const WHEN = { today: '2026-11-22', seasonYear: 2028 }
const typed = (fields: Record<string, string> = {}) =>
  addOwnProgramInput.safeParse({ formId: FORM_ID, sponsor: 'Reno', pathway: 'pediatrics', ...fields })
function read(fields: Record<string, string>) {
  const parsed = typed(fields)
  if (!parsed.success) throw parsed.error
  return ownProgramOf(parsed.data, WHEN)
}
const refusedFields = (fields: Record<string, string>) =>
  typed(fields).error?.issues.map((issue) => issue.path.join('.'))

describe('a program of one’s own', () => {
  test('needs a sponsor and a pathway, and nothing else', () => {
    expect(read({})).toMatchObject({
      sponsor: 'Reno',
      pathway: 'pediatrics',
      city: null,
      state: null,
      facts: [],
    })
    expect(refusedFields({ sponsor: ' ', pathway: '' })).toEqual(['sponsor', 'pathway'])
  })

  test('keeps an empty field unknown: no fact, not a no and not a zero', () => {
    const { facts } = read({ j1_accepted: 'yes', h1b_accepted: '', min_step2ck: '', positions_per_year: '0' })
    expect(facts.map(({ field, value }) => [field, value])).toEqual([
      ['positions_per_year', 0],
      ['j1_accepted', 'yes'],
    ])
  })

  test('without a source is the person’s own reading of today', () => {
    expect(read({ j1_accepted: 'no' }).facts[0]).toMatchObject({
      source: { title: 'Your own reading', url: null, year: null },
      year: null,
      statedOn: '2026-11-22',
      scope: 'program',
    })
  })

  test('with one source for all, and one of its own', () => {
    const { facts } = read({
      j1_accepted: 'yes',
      min_step2ck: '225',
      sourceTitle: 'Program page',
      sourceYear: '2026',
      'min_step2ck.title': 'Old leaflet',
      'min_step2ck.year': '2013',
      'min_step2ck.scope': 'parent',
    })
    expect(facts).toMatchObject([
      { field: 'j1_accepted', source: { title: 'Program page' }, year: 2026, statedOn: null },
      { field: 'min_step2ck', value: 225, source: { title: 'Old leaflet' }, year: 2013, scope: 'parent' },
    ])
  })

  test('says a place offered of the season that the person plans', () => {
    expect(read({ offers_place_this_season: 'yes' }).facts[0]?.season).toBe(2028)
  })

  test.each([
    ['a score of 500', { min_step2ck: '500' }, 'min_step2ck'],
    ['a fifth attempt', { attempts_limit: '5' }, 'attempts_limit'],
    ['a score in words', { min_step2ck: 'high' }, 'min_step2ck'],
    ['an answer that is none', { j1_accepted: 'perhaps' }, 'j1_accepted'],
    ['a day that is none', { application_deadline: '2027-02-30' }, 'application_deadline'],
    ['an address that could run a script', { url: 'javascript:alert(1)' }, 'url'],
    ['a source address that could', { 'j1_accepted.url': 'data:text/html,x' }, 'j1_accepted.url'],
    ['a year of three digits', { sourceYear: '202' }, 'sourceYear'],
    ['a state that is none', { state: 'XX' }, 'state'],
  ])('refuses %s', (_, fields, field) => {
    expect(refusedFields(fields as Record<string, string>)).toEqual([field])
  })
})
