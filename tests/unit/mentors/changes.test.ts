import { expect, test } from 'vitest'
import { type Change, changesBrief, changesByPage, changesWords } from '@/lib/mentors/changes'
import { type RosterRow, rosterSentence } from '@/lib/mentors/roster'

const lastAt = '2026-11-20T08:00:00.000Z'
const change = (table: string, count: number): Change => ({ table, count, lastAt })
const all = () => true

const MUCH = [
  change('letters', 1),
  change('exam_attempts', 4),
  change('list_entries', 2),
  change('publications', 0),
]

test('what changed is told in full, in a line, and by the page on which it is read', () => {
  expect(changesWords(MUCH)).toBe('4 exam sittings, 2 programs on the list, 1 letter')
  expect(changesBrief(MUCH)).toBe('4 exam sittings, 2 programs on the list and more')
  expect(changesBrief(MUCH.slice(1))).toBe('4 exam sittings, 2 programs on the list')
  expect(changesByPage(MUCH, all)).toEqual([
    { page: 'exams', words: '4 exam sittings' },
    { page: 'list', words: '2 programs on the list' },
    { page: 'documents', words: '1 letter' },
  ])
})

test('without the documents a letter is news of the list, where the fit counts it', () => {
  expect(changesByPage(MUCH, (section) => section !== 'documents').map(({ page }) => page)).toEqual([
    'exams',
    'list',
  ])
})

test('nothing is nothing, and what has no name is still said', () => {
  const nothing = [change('letters', 0)]
  expect([changesWords(nothing), changesBrief(nothing), changesByPage(nothing, all)]).toEqual([
    null,
    null,
    [],
  ])
  const small = [change('study_day_marks', 3)]
  expect(changesBrief(small)).toBe('small things')
  expect(changesByPage(small, all)).toEqual([{ page: null, words: 'small things' }])
})

test('the roster says in one sentence how many have a reason, and how many have news', () => {
  const row = (needs: RosterRow['needs'], changed: string | null): RosterRow => ({
    id: 'a',
    name: 'Ana',
    seasonYear: 2028,
    visa: null,
    needs,
    lastChangeOn: null,
    lookedOn: null,
    changed,
  })
  const need = [{ code: 'asked_question', count: 1 }] as const
  expect(rosterSentence([row(need, 'x'), row([], null)])).toBe(
    '1 of 2 mentees has a reason to be looked at, the gravest first; 1 has news.',
  )
  expect(rosterSentence([row([], null), row([], null)])).toBe(
    'None of 2 mentees asks for you now, as far as you may see.',
  )
  expect(rosterSentence([row(need, 'x')])).toBe(
    'Your one mentee has a reason to be looked at. Something has changed since you looked.',
  )
})
