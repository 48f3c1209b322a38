import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { funnelSentence, spanSentence } from '@/lib/list/insight-words'
import { type EntryHistory, funnelOf, timeInStages } from '@/lib/list/insights'
import { STAGES, statusesOf } from '@/lib/list/stages'
import { ENTRY_STATUSES, type EntryStatus } from '@/lib/list/status'
import { STATUS_KEYS, statusForKey } from '@/lib/list/status-keys'
import { statusWarnings, statusWarningWords } from '@/lib/list/status-warnings'
import { shippedSeason } from '../../factories/season'

const history = (entryId: string, ...changes: [EntryStatus, string][]): EntryHistory => ({
  entryId,
  status: changes.at(-1)?.[0] ?? 'considering',
  changes: changes.map(([status, on]) => ({ status, on })),
})

const LIST = [
  history('a', ['applied', '2026-09-23'], ['interview_invited', '2026-10-13'], ['interviewed', '2026-11-03']),
  history('b', ['applied', '2026-09-23'], ['rejected', '2026-10-03']),
  history('c', ['applied', '2026-09-30']),
  // Nobody interviews whom nobody applied to: the step counts, only its day is missing.
  history('d', ['interviewed', '2026-11-10']),
  history('e'),
]

describe('how far the programs came', () => {
  test('counts who reached each step, with or without its own day', () => {
    expect(funnelOf(LIST).map(({ milestone, count, dated }) => [milestone, count, dated])).toEqual([
      ['listed', 5, 5],
      ['applied', 4, 3],
      ['invited', 2, 1],
      ['interviewed', 2, 2],
      ['ranked', 0, 0],
      ['placed', 0, 0],
    ])
    expect(funnelSentence(funnelOf(LIST))).toBe(
      'You applied to 4 programs; 2 have offered an interview, and 2 are held.',
    )
  })

  test('never widens from one step to the next, whatever is recorded', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...ENTRY_STATUSES), fc.constant('2026-10-01')), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 12 }), (lists) => {
        const counts = funnelOf(lists.map((list, index) => history(`${index}`, ...list)))
          // A place in SOAP or outside the Match needs no rank list.
          .filter(({ milestone }) => milestone !== 'placed')
          .map(({ count }) => count)
        expect(counts).toEqual([...counts].sort((a, b) => b - a))
      }),
    )
  })
})

describe('how long the steps took', () => {
  test('from the first day of one to the first day of the next, and what still waits', () => {
    const [answer, interview] = timeInStages(LIST, '2026-11-22')
    expect(answer).toMatchObject({
      done: [
        { entryId: 'b', days: 10 },
        { entryId: 'a', days: 20 },
      ],
      open: [{ entryId: 'c', days: 53 }],
      median: 15,
    })
    expect(interview).toMatchObject({ done: [{ entryId: 'a', days: 21 }], open: [], median: 21 })
    if (!answer) throw new Error('no span')
    expect(spanSentence(answer)).toBe(
      '10 days to 20 days at 2 programs, the middle one 15 days. 1 still waiting.',
    )
  })

  test('leaves out what runs backwards rather than counting it below zero', () => {
    const wrong = history('x', ['applied', '2026-10-20'], ['rejected', '2026-10-01'])
    expect(
      timeInStages([wrong], '2026-11-22').every(({ done, open }) => done.length + open.length === 0),
    ).toBe(true)
  })
})

describe('the board and the keys', () => {
  test('hold every status in exactly one stage', () => {
    expect(STAGES.flatMap(statusesOf).sort()).toEqual([...ENTRY_STATUSES].sort())
  })
  test('one key, one status; never together with another key', () => {
    const bare = { ctrlKey: false, metaKey: false, altKey: false }
    expect(new Set(Object.values(STATUS_KEYS)).size).toBe(Object.keys(STATUS_KEYS).length)
    expect(statusForKey({ ...bare, key: 'a' })).toBe('applied')
    expect(statusForKey({ ...bare, key: 'a', ctrlKey: true })).toBeNull()
    for (const key of ['Tab', ' ', 'toString', 'q']) expect(statusForKey({ ...bare, key })).toBeNull()
  })
})

describe('what can hardly be true in a history', () => {
  const season = shippedSeason(2027)
  const read = (pathway: 'peds_mgg' | 'mgg', ...changes: [EntryStatus, string][]) =>
    statusWarnings(
      changes.map(([status, on], index) => ({ id: `${index}`, status, on })),
      { season, pathway },
    )
  test('applied a year too early is named with the day on which applications open', () => {
    const [warning, ...more] = read('peds_mgg', ['applied', '2025-09-24'])
    expect(more).toEqual([])
    expect(warning).toMatchObject({ changeId: '0', code: 'before_season' })
    if (warning) expect(statusWarningWords(warning)).toMatch(/^Applications for this season open on .+ 2026/)
  })
  test('a two-year program may use another calendar: nothing is said', () => {
    expect(read('mgg', ['applied', '2025-12-01'])).toEqual([])
  })
  test('an interview before its invitation names the earlier step once', () => {
    expect(
      read(
        'peds_mgg',
        ['interviewed', '2026-10-20'],
        ['applied', '2026-09-30'],
        ['interview_invited', '2026-11-01'],
      ),
    ).toEqual([
      { changeId: '0', code: 'before_earlier_step', earlier: 'interview_invited', earlierOn: '2026-11-01' },
    ])
  })
  test('a usual season, booked anew and on one day, has none', () => {
    expect(
      read(
        'peds_mgg',
        ['saved', '2026-09-10'],
        ['applied', '2026-09-30'],
        ['interview_invited', '2026-10-12'],
        ['interview_scheduled', '2026-10-12'],
        ['interview_scheduled', '2026-11-02'],
        ['interviewed', '2026-11-18'],
        ['ranked', '2027-02-20'],
        ['matched', '2027-03-19'],
      ),
    ).toEqual([])
  })
})
