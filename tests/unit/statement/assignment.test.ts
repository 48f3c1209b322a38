import { describe, expect, test } from 'vitest'
import { type AssignedEntry, assignmentProblems, problemWords } from '@/lib/statement/assignment'
import type { Statement } from '@/lib/statement/statement'

const statement = (over: Partial<Statement> = {}): Statement => ({
  id: 's1',
  title: 'Genetics',
  pathway: 'peds_mgg',
  text: 'Why genetics.',
  stamp: 1,
  savedAt: '2026-11-22T10:00:00.000Z',
  ...over,
})
const entry = (over: Partial<AssignedEntry> = {}): AssignedEntry => ({
  entryId: 'e1',
  sponsor: 'Utah',
  pathway: 'peds_mgg',
  status: 'saved',
  statementId: 's1',
  ...over,
})
const words = (...of: Parameters<typeof assignmentProblems>) => assignmentProblems(...of).map(problemWords)

describe('who gets which statement', () => {
  test('nothing is wrong when each program under way has one of its pathway, or one for any', () => {
    expect(words([statement()], [entry()])).toEqual([])
    expect(words([statement({ pathway: null })], [entry({ pathway: 'im_mgg' })])).toEqual([])
  })
  test('a program under way without one is named; one that is only considered may wait', () => {
    const other = entry({ entryId: 'e2', statementId: null })
    expect(words([statement()], [entry(), other])).toEqual([
      'No statement goes to Utah (Pediatrics-genetics)',
    ])
    expect(words([statement()], [entry(), { ...other, status: 'considering' }])).toEqual([])
    expect(words([statement()], [entry(), { ...other, status: 'rejected' }])).toEqual([])
    expect(words([], [other, other])).toEqual(['No statement goes to 2 programs'])
  })
  test('a written one that goes nowhere is named, once there is a list; an empty one is not', () => {
    expect(words([statement()], [entry({ statementId: null, status: 'considering' })])).toEqual([
      '“Genetics” is written but goes to no program',
    ])
    expect(words([statement()], [])).toEqual([])
    expect(words([statement({ text: ' ' })], [entry({ status: 'considering', statementId: null })])).toEqual(
      [],
    )
  })
  test('an empty, a too long and a strayed one are named', () => {
    expect(words([statement({ text: '' })], [entry()])).toEqual([
      '“Genetics” goes to Utah (Pediatrics-genetics) and is empty',
    ])
    expect(words([statement({ text: 'x'.repeat(28_001) })], [entry()])).toEqual([
      '“Genetics” is 1 character longer than MyERAS takes',
    ])
    expect(words([statement({ pathway: 'im_mgg' })], [entry()])[0]).toMatch(
      /^“Genetics” is written for .+ and goes to Utah/,
    )
  })
})
