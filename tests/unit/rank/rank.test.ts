import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Mark } from '@/lib/interviews/impression'
import { criteriaOf, type RankCriterion, seededMarks, type Weight } from '@/lib/rank/criteria'
import { disagreements } from '@/lib/rank/disagreements'
import { type Choice, headToHead } from '@/lib/rank/head-to-head'
import { rankCsv, rankText } from '@/lib/rank/rank-export'
import { afterMove, changeSince, MOVES, orderKey, settledOrder } from '@/lib/rank/rank-list'
import { weightedReading } from '@/lib/rank/weighted'

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${String(index).padStart(2, '0')}`)
const permutation = fc
  .integer({ min: 0, max: 9 })
  .chain((count) => fc.shuffledSubarray(ids(count), { minLength: count, maxLength: count }))
const over = (preferredId: string, otherId: string): Choice => ({ preferredId, otherId })

/** Someone who knows their order answers until nothing is asked any more. */
function interview(hidden: readonly string[]): {
  choices: Choice[]
  groups: readonly (readonly string[])[]
  promised: number
} {
  const choices: Choice[] = []
  const promised = headToHead(hidden, []).left
  for (;;) {
    const { next, groups, left } = headToHead(hidden, choices)
    if (next === null) return { choices, groups, promised }
    expect(choices.length + left).toBeLessThanOrEqual(promised)
    const [a, b] = next
    choices.push(hidden.indexOf(a) < hidden.indexOf(b) ? over(a, b) : over(b, a))
    if (choices.length > 200) throw new Error('asks for ever')
  }
}

describe('head to head', () => {
  it('finds the order of someone who has one, asks no more than it promised, and never what follows', () => {
    fc.assert(
      fc.property(permutation, (hidden) => {
        const { choices, groups, promised } = interview(hidden)
        expect(groups.flat()).toEqual(hidden)
        expect(choices.length).toBeLessThanOrEqual(promised)
        for (const [index, choice] of choices.entries()) {
          const before = choices.slice(0, index)
          const { groups: known } = headToHead([choice.preferredId, choice.otherId], before)
          expect(known).toHaveLength(1)
        }
      }),
    )
  })

  it('asks about ten programs 25 times at most', () => {
    expect(headToHead(ids(10), []).left).toBeLessThanOrEqual(25)
  })

  it('shows a circle as the choices that make it, and keeps its programs together', () => {
    const circle = [over('a', 'b'), over('b', 'c'), over('c', 'a')]
    const result = headToHead(['a', 'b', 'c', 'd'], [...circle, over('c', 'd')])
    expect(result.groups).toEqual([['a', 'b', 'c'], ['d']])
    expect(result.circles).toEqual([circle])
    expect(result.next).toBeNull()
  })

  const choices = fc.array(
    fc.tuple(fc.constantFrom(...ids(6)), fc.constantFrom(...ids(6))).map(([a, b]) => over(a, b)),
    { maxLength: 14 },
  )

  it('holds every answer that is not part of a circle, and invents no circle', () => {
    fc.assert(
      fc.property(choices, (said) => {
        const { groups, circles } = headToHead(ids(6), said)
        const groupOf = (id: string) => groups.findIndex((group) => group.includes(id))
        expect([...groups.flat()].sort()).toEqual(ids(6))
        for (const { preferredId, otherId } of said) {
          if (preferredId !== otherId) expect(groupOf(preferredId)).toBeLessThanOrEqual(groupOf(otherId))
        }
        for (const circle of circles) {
          expect(circle.length).toBeGreaterThan(1)
          for (const [index, { otherId }] of circle.entries()) {
            expect(circle[(index + 1) % circle.length]?.preferredId).toBe(otherId)
          }
          for (const choice of circle) expect(said).toContainEqual(choice)
        }
      }),
    )
  })

  it('says the same whatever the order of answers and programs', () => {
    fc.assert(
      fc.property(choices, (said) => {
        const sorted = (result: ReturnType<typeof headToHead>) =>
          result.groups.map((group) => [...group].sort())
        expect(sorted(headToHead(ids(6).reverse(), [...said].reverse()))).toEqual(
          sorted(headToHead(ids(6), said)),
        )
      }),
    )
  })
})

const CRITERIA: readonly RankCriterion[] = criteriaOf([])
const anyMarks = fc.dictionary(
  fc.constantFrom(...CRITERIA.map(({ code }) => code)),
  fc.constantFrom<Mark>(1, 2, 3, 4, 5),
)

describe('weighted marks', () => {
  it('lie in their range, which holds whatever the unknown marks turn out to be', () => {
    fc.assert(
      fc.property(anyMarks, fc.constantFrom<Mark>(1, 2, 3, 4, 5), (marks, mark) => {
        const before = weightedReading('a', marks, CRITERIA)
        if (before === null) {
          expect(Object.keys(marks)).toHaveLength(0)
          return
        }
        expect(before.low).toBeLessThanOrEqual(before.point)
        expect(before.point).toBeLessThanOrEqual(before.high)
        const open = CRITERIA.find(({ code }) => marks[code] === undefined)
        if (!open) {
          expect(before.low).toBe(before.high)
          return
        }
        const after = weightedReading('a', { ...marks, [open.code]: mark }, CRITERIA)
        expect(after?.low).toBeGreaterThanOrEqual(before.low - 1e-9)
        expect(after?.high).toBeLessThanOrEqual(before.high + 1e-9)
      }),
    )
  })

  it('ignore a criterion that does not count, and say nothing where none does', () => {
    const weigh = (weight: Weight) =>
      criteriaOf(CRITERIA.map(({ code }) => ({ code, label: null, weight: code === 'people' ? 5 : weight })))
    expect(weightedReading('a', { people: 5, place: 1 }, weigh(0))).toMatchObject({
      point: 5,
      low: 5,
      high: 5,
    })
    const nothing = criteriaOf(CRITERIA.map(({ code }) => ({ code, label: null, weight: 0 as Weight })))
    expect(weightedReading('a', { people: 5 }, nothing)).toBeNull()
    expect(weightedReading('a', {}, CRITERIA)).toBeNull()
  })

  it('begin from the day’s impressions, and a later word wins', () => {
    expect(seededMarks({ people: 4, place: 2 }, { people: 1 })).toEqual({ people: 1, place: 2 })
  })
})

describe('where head and gut disagree', () => {
  const readings = [
    { id: 'a', point: 3, low: 3, high: 3, known: 1, asked: 1 },
    { id: 'b', point: 4, low: 4, high: 4, known: 1, asked: 1 },
    { id: 'c', point: 4.1, low: 4, high: 4.2, known: 1, asked: 1 },
  ]
  const kinds = (order: string[], choices: Choice[]) =>
    disagreements({ order, choices, readings }).map(
      ({ kind, overId, underId }) => `${kind} ${overId} ${underId}`,
    )

  it('names a choice against the marks, and the list against a choice', () => {
    expect(kinds(['b', 'a'], [over('a', 'b')])).toEqual(['choice_marks a b', 'list_choice a b'])
  })
  it('says nothing of marks that are close, or of a pair that the gut has settled', () => {
    expect(kinds(['b', 'c'], [])).toEqual([])
    expect(kinds(['a', 'b'], [over('a', 'b')])).toEqual(['choice_marks a b'])
    expect(kinds(['a', 'b'], [])).toEqual(['list_marks b a'])
  })
  it('takes no side in a circle', () => {
    expect(kinds(['a', 'b'], [over('a', 'b'), over('b', 'c'), over('c', 'a')])).toEqual(['list_marks b a'])
  })
})

describe('the order', () => {
  it('never loses or doubles a program, whatever is moved', () => {
    fc.assert(
      fc.property(
        permutation,
        fc.array(fc.tuple(fc.constantFrom(...ids(9)), fc.constantFrom(...MOVES)), { maxLength: 20 }),
        (order, moves) => {
          const all = ids(9)
          let now = settledOrder({ order, leftOff: [] }, all)
          for (const [id, move] of moves) now = settledOrder(afterMove(now, id, move), all)
          const everywhere = [...now.order, ...now.leftOff, ...now.unplaced]
          expect([...everywhere].sort()).toEqual(all)
        },
      ),
    )
  })

  it('moves by one and stops at the ends', () => {
    const list = { order: ['a', 'b', 'c'], leftOff: [] }
    expect(afterMove(list, 'c', 'up').order).toEqual(['a', 'c', 'b'])
    expect(afterMove(list, 'a', 'down').order).toEqual(['b', 'a', 'c'])
    expect(afterMove(list, 'a', 'up').order).toEqual(['a', 'b', 'c'])
    expect(afterMove(list, 'c', 'down').order).toEqual(['a', 'b', 'c'])
    expect(afterMove(list, 'b', 'off')).toEqual({ order: ['a', 'c'], leftOff: ['b'] })
  })

  it('drops a program that may no longer stand on it, and leaves a new one unplaced', () => {
    expect(settledOrder({ order: ['x', 'a'], leftOff: ['y'] }, ['a', 'b'])).toEqual({
      order: ['a'],
      leftOff: [],
      unplaced: ['b'],
    })
  })

  it('knows what changed since it was certified', () => {
    expect(changeSince(['a', 'b'], ['a', 'b'])).toBeNull()
    expect(changeSince(['a', 'b', 'c'], ['b', 'a', 'd'])).toEqual({
      moved: ['b', 'a'],
      added: ['d'],
      gone: ['c'],
    })
  })

  it('has a key of its own for every order', () => {
    expect(orderKey({ order: ['a'], leftOff: ['b'] })).not.toBe(orderKey({ order: ['a', 'b'], leftOff: [] }))
  })
})

describe('the exported list', () => {
  const row = {
    place: 1,
    sponsor: 'University of Utah',
    name: 'Peds, genetics',
    where: 'Salt Lake City, UT',
    pathway: 'peds_mgg' as const,
    code: '1732765C0',
  }
  it('names the code, or where to look for it', () => {
    expect(rankText([row], 'Mine')).toContain(
      '1. University of Utah, Peds, genetics, Salt Lake City, UT (1732765C0)',
    )
    expect(rankText([{ ...row, code: null }], 'Mine')).toContain('R3')
    expect(rankText([{ ...row, pathway: 'mgg' }], 'Mine')).toContain('not ranked in the Main Match')
  })
  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', ' =cmd()'])('never lets %j run in a sheet', (sponsor) => {
    const [, line = ''] = rankCsv([{ ...row, sponsor }]).split('\r\n')
    expect(line.startsWith(`1,'`) || line.startsWith(`1,"'`)).toBe(true)
  })
  it('quotes what would break a line', () => {
    expect(rankCsv([{ ...row, name: 'a "b", c' }])).toContain('"a ""b"", c"')
  })
})
