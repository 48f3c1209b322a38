import { expect, test } from 'vitest'
import { GROUPS } from '@/lib/mentors/groups'
import { visitsOf } from '@/lib/mentors/look'
import { conflictWords, linkWords, seenWords } from '@/lib/mentors/words'

test('what a person sees of a part is no more than a conflict leaves', () => {
  expect(seenWords('comment', 'list', null)).toBe('comments')
  expect(seenWords('read', 'interviews', null)).toBe('reads')
  expect(seenWords('none', 'list', { isLifted: true })).toBe('nothing')
  expect(seenWords('comment', 'list', { isLifted: false })).toBe('their own program')
  expect(seenWords('comment', 'list', { isLifted: true })).toBe('comments')
  for (const isLifted of [true, false])
    expect(seenWords('comment', 'interviews', { isLifted })).toBe('nothing')
  expect(seenWords('read', 'exams', { isLifted: false })).toBe('reads')
})

test('why somebody sees less says where they work, or that they have not said', () => {
  expect(conflictWords(['Children’s Hospital'], false)).toMatch(
    /^They work at a program on your list \(Children’s Hospital\)/,
  )
  for (const isLifted of [true, false])
    expect(conflictWords([], isLifted)).toMatch(/^They have not said where they work\./)
})

test('no words of a link promise the rank order', () => {
  expect(linkWords(GROUPS)).toBe(
    'exams, list and fit, documents and story, interviews and contacts, checklist',
  )
})

test('one opening of a page is one line of the log, whatever it showed', () => {
  const look = (at: string, who: string, what: 'exams' | 'list' | 'profile' | 'roster') => ({
    id: `${at}${what}`,
    at,
    by: 'mentor',
    who,
    what,
  })
  const [t2, t1] = ['2026-11-22T10:00:00.000Z', '2026-11-22T09:00:00.000Z']
  const visits = visitsOf([
    look(t2, 'Dr Rao', 'list'),
    look(t2, 'Dr Rao', 'profile'),
    look(t2, 'Dr Okafor', 'exams'),
    look(t1, 'Dr Okafor', 'exams'),
  ])
  expect(visits.map(({ at, who, whats }) => [at, who, whats])).toEqual([
    [t2, 'Dr Rao', ['profile', 'list']],
    [t2, 'Dr Okafor', ['exams']],
    [t1, 'Dr Okafor', ['exams']],
  ])
})
