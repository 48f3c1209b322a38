import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIT_POLICY } from '@/lib/fit/policy'
import { PATHWAYS, type Pathway } from '@/lib/programs/pathway'
import { dropsByReason, planBudget } from '@/lib/strategy/budget'
import { listCost, nextApplication, singleSavings } from '@/lib/strategy/cost'
import {
  budgetSentence,
  costLineAmount,
  costLineTitle,
  costSentence,
  dropReasonWords,
  dropSavingWords,
  nextApplicationWords,
  signalWords,
} from '@/lib/strategy/cost-words'
import { signalUse } from '@/lib/strategy/signals'
import { buildApplicant } from '@/tests/factories/applicant'
import { buildFact, buildOpenProgram, buildProgram } from '@/tests/factories/program'
import { shippedSeason } from '@/tests/factories/season'
import { buildPermanentResident } from '@/tests/factories/written-applicants'

const many = (count: number, pathway: Pathway) =>
  Array.from({ length: count }, (_, index) =>
    buildProgram({ id: `${pathway}-${index}`, pathway, sponsor: `${pathway} ${index}` }),
  )

/** By hand from the tables: residency 11 each to 30, then 30; fellowship 115 flat to 10, 17 to 20, 20 to 30, 27 beyond. */
const RESIDENCY: Record<number, number> = { 0: 0, 1: 11, 30: 330, 31: 360, 43: 720 }
const FELLOWSHIP: Record<number, number> = { 0: 0, 1: 115, 30: 485, 31: 512, 43: 836 }

describe('the cost of a list equals the fee tables by hand', () => {
  for (const first of [0, 1, 30, 31, 43]) {
    for (const second of [0, 1, 30, 31, 43]) {
      test(`${first} pediatrics-genetics with ${second} medicine-genetics, and with ${second} two-year genetics`, () => {
        const peds = many(first, 'peds_mgg')
        // Transcript 70, token 185, NRMP 85 in season 2027, whenever there is anything to apply to.
        const once = first + second > 0 ? 70 + 185 + 85 : 0
        const combined = listCost([...peds, ...many(second, 'im_mgg')], 2027)
        const residency = (RESIDENCY[first] ?? 0) + (RESIDENCY[second] ?? 0)
        expect(combined.applications).toBe(residency)
        expect(combined.total).toBe(residency + once)

        const mixed = listCost([...peds, ...many(second, 'mgg')], 2027)
        const fees = (RESIDENCY[first] ?? 0) + (FELLOWSHIP[second] ?? 0)
        // Two-year genetics needs neither the residency token nor the Main Match; its own token has no known price.
        const fixed = (first > 0 ? 185 + 85 : 0) + (first + second > 0 ? 70 : 0)
        expect(mixed.applications).toBe(fees)
        expect(mixed.total).toBe(fees + fixed)
        expect(mixed.unpriced.includes('fellowship_token')).toBe(second > 0)
      })
    }
  }

  test("AAMC's own example of 2026: 43 in one specialty and 7 in another cost 797", () => {
    expect(listCost([...many(43, 'peds_mgg'), ...many(7, 'im_mgg')], 2026).applications).toBe(797)
  })

  test.each([
    [20, null],
    [21, 30],
    [43, 690],
  ])(
    'ranking all of %i programs would add %s USD, at 30 for each beyond 20, beside the sum',
    (count, extra) => {
      const cost = listCost([...many(count - 5, 'peds_mgg'), ...many(5, 'im_mgg'), ...many(9, 'mgg')], 2027)
      expect(cost.extraRanks).toBe(extra)
      const line = cost.lines.find(({ item }) => item === 'extra_ranks')
      expect(line?.programs ?? 0).toBe(count - 20)
      if (line) {
        // The price is of 2026: 2027's was not seen.
        expect(costLineAmount(line)).toBe(
          `up to ${extra} USD, if all are ranked, the last price published; not in the sum`,
        )
      }
      expect(cost.total).toBe(cost.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0))
      expect(cost.unpriced).toEqual(['fellowship_token', 'fellowship_match'])
    },
  )

  test('the order of the list changes nothing', () => {
    const programs = [...many(12, 'peds_mgg'), ...many(14, 'mgg'), ...many(3, 'lab_genetics')]
    fc.assert(
      fc.property(fc.shuffledSubarray(programs, { minLength: programs.length }), (shuffled) => {
        expect(listCost(shuffled, 2028)).toEqual(listCost(programs, 2028))
      }),
    )
  })

  test('a season without its own tables is priced with the last ones, and every line says so', () => {
    const cost = listCost([...many(3, 'peds_mgg'), ...many(2, 'mgg')], 2028)
    for (const line of cost.lines) {
      expect(line.isForSeason, line.item).toBe(false)
      if (line.amount !== null) expect(costLineAmount(line)).toContain('the last price published')
    }
    expect(listCost(many(3, 'peds_mgg'), 2027).lines.every((line) => line.isForSeason)).toBe(true)
  })

  test('what one program saves is the difference of the two bills, for every program', () => {
    const outside = buildProgram({
      id: 'x',
      pathway: 'mgg',
      facts: [buildFact({ field: 'participates_eras', value: 'no' })],
    })
    const programs = [...many(31, 'peds_mgg'), ...many(12, 'mgg'), ...many(1, 'im_mgg'), outside]
    const savesOf = singleSavings(programs, 2027)
    for (const program of programs) {
      const rest = programs.filter(({ id }) => id !== program.id)
      expect(savesOf(program)).toBe(listCost(programs, 2027).total - listCost(rest, 2027).total)
    }
    expect(savesOf(outside)).toBe(0)
  })

  test('a two-year program that takes applications outside ERAS costs no ERAS fee and is named', () => {
    const outside = buildProgram({
      id: 'x',
      pathway: 'mgg',
      facts: [buildFact({ field: 'participates_eras', value: 'no' })],
    })
    expect(listCost([outside], 2027)).toMatchObject({ total: 0, outsideEras: ['x'] })
  })
})

describe('the next application', () => {
  test('jumps at the 31st of a residency specialty', () => {
    expect(nextApplication('peds_mgg', 29, 2027)).toMatchObject({
      adds: 11,
      nextStepAt: 31,
      nextStepAdds: 30,
    })
    expect(nextApplication('peds_mgg', 30, 2027)).toMatchObject({ adds: 30, nextStepAt: null })
    expect(nextApplicationWords(nextApplication('peds_mgg', 30, 2027))).toBe(
      'Pediatrics-genetics: the next application, your 31st, costs 30 USD.',
    )
  })

  test('steps at 11, 21 and 31 of the fellowship table', () => {
    const total = (programs: number) => listCost(many(programs, 'mgg'), 2026).applications
    expect([10, 11, 20, 21, 30, 31].map(total)).toEqual([115, 132, 285, 305, 485, 512])
    expect([9, 10, 20, 30].map((programs) => nextApplication('mgg', programs, 2026).adds)).toEqual([
      0, 17, 20, 27,
    ])
    expect(nextApplication('mgg', 5, 2026)).toMatchObject({ nextStepAt: 11, nextStepAdds: 17 })
  })

  test('is what one more program adds to the list, for every pathway and number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHWAYS), fc.integer({ min: 0, max: 60 }), (pathway, count) => {
        const { adds } = nextApplication(pathway, count, 2027)
        const now = listCost(many(count, pathway), 2027).applications
        const then = listCost(many(count + 1, pathway), 2027).applications
        expect(then - now).toBe(adds ?? 0)
      }),
    )
  })
})

describe('a budget', () => {
  const setting = {
    applicant: buildApplicant(),
    season: shippedSeason(2028),
    policy: FIT_POLICY,
    today: '2026-11-22',
  }
  const closed = buildProgram({
    id: 'closed',
    sponsor: 'C',
    facts: [buildFact({ field: 'j1_accepted', value: 'no' })],
  })
  const open = Array.from({ length: 6 }, (_, index) =>
    buildOpenProgram({ id: `open-${index}`, sponsor: `S${index}` }),
  )
  const second = buildOpenProgram({ id: 'open-second', sponsor: 'S0', pathway: 'im_mgg' })
  const list = [closed, ...open, second, buildProgram({ id: 'early', sponsor: 'M', pathway: 'mgg' })]
  const listed = list.map((program) => ({ program, appliedOn: null }))

  test('leaves off first what cannot take the person, then what is not open yet, then a second track', () => {
    const { drops } = planBudget(setting, listed, 0)
    expect(drops.slice(0, 3).map((drop) => drop.reason)).toEqual([
      'closed',
      'not_yet_eligible',
      'same_sponsor',
    ])
    expect(drops[0]?.programId).toBe('closed')
  })

  test('stops as soon as the list is within it, and what it saves is the difference of the bills', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 700 }), (limit) => {
        const plan = planBudget(setting, listed, limit)
        expect(plan.before.total - plan.after.total).toBe(
          plan.drops.reduce((sum, drop) => sum + drop.saves, 0),
        )
        const left = new Set(plan.drops.map((drop) => drop.programId))
        expect(
          listCost(
            list.filter(({ id }) => !left.has(id)),
            2028,
          ).total,
        ).toBe(plan.after.total)
        if (plan.before.total <= limit) expect(plan.drops).toEqual([])
        else if (plan.isWithin) {
          const oneFewer = new Set(plan.drops.slice(0, -1).map((drop) => drop.programId))
          expect(
            listCost(
              list.filter(({ id }) => !oneFewer.has(id)),
              2028,
            ).total,
          ).toBeGreaterThan(limit)
        }
      }),
    )
  })

  test('puts back what a flat tier holds for nothing, and drops what costs more instead', () => {
    const twoYear = Array.from({ length: 9 }, (_, index) =>
      buildOpenProgram({ id: `mgg-${index}`, sponsor: `M${index}`, pathway: 'mgg' }),
    )
    const one = { program: buildOpenProgram({ id: 'peds', sponsor: 'P' }), appliedOn: null }
    const applicant = buildPermanentResident()
    const both = [one, ...twoYear.map((program) => ({ program, appliedOn: null }))]
    const needed = listCost(twoYear, 2028).total
    const plan = planBudget({ ...setting, applicant }, both, needed)
    expect(plan.drops.map(({ programId }) => programId)).toEqual(['peds'])
    expect(plan).toMatchObject({ isWithin: true, after: { total: needed } })
  })

  test('says of a program that is dropped above others that it costs more, and not that it stands lowest', () => {
    const best = buildOpenProgram({
      id: 'best',
      sponsor: 'B',
      facts: [buildFact({ field: 'img_in_program', value: 'yes' })],
    })
    const twoYear = Array.from({ length: 3 }, (_, index) =>
      buildOpenProgram({
        id: `mgg-${index}`,
        sponsor: `M${index}`,
        pathway: 'mgg',
        facts: [buildFact({ field: 'img_in_program', value: 'no' })],
      }),
    )
    const applicant = buildPermanentResident()
    const plan = planBudget(
      { ...setting, applicant },
      [best, ...twoYear].map((program) => ({ program, appliedOn: null })),
      listCost(twoYear, 2028).total,
    )
    expect(plan.drops).toMatchObject([{ programId: 'best', reason: 'costs_more' }])
    expect(plan.drops.map(({ reason }) => dropReasonWords(reason)).join()).toContain(
      'Costs more than what stands lower',
    )
    expect(dropsByReason(plan.drops).flatMap(({ drops }) => drops)).toEqual(plan.drops)
  })

  test('never drops what was applied to, since nothing is refunded', () => {
    const applied = listed.map(({ program }) => ({ program, appliedOn: '2026-09-02' }))
    const plan = planBudget(setting, applied, 0)
    expect(plan).toMatchObject({ drops: [], isWithin: false })
    expect(budgetSentence(plan)).toContain('still above')
  })
})

describe('signals', () => {
  test('three of pediatrics-genetics in 2027; none assumed where the season is not known', () => {
    const at = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        programId: `${index}`,
        pathway: 'peds_mgg' as const,
        signal: 'signal' as const,
      }))
    expect(signalUse(at(2), 2027)).toMatchObject([{ state: 'known', left: { signal: 1 }, isOver: false }])
    expect(signalUse(at(4), 2027)).toMatchObject([{ isOver: true }])
    for (const season of [2026, 2028]) {
      const [use] = signalUse(at(1), season)
      expect(use).toMatchObject({ state: 'unknown', left: null, isOver: false })
      expect(use && signalWords(use)).toContain('not known')
    }
  })
})

test('every line and sentence reads as one', () => {
  const cost = listCost([...many(31, 'peds_mgg'), ...many(3, 'mgg'), ...many(1, 'lab_genetics')], 2028)
  const all = [
    costSentence(cost),
    ...cost.lines.flatMap((line) => [costLineTitle(line), costLineAmount(line)]),
  ]
  for (const reason of ['closed', 'not_yet_eligible', 'same_sponsor', 'lowest_on_list'] as const) {
    all.push(
      dropReasonWords(reason),
      dropSavingWords({ programId: 'x', reason, standing: 'reach', saves: 11 }),
    )
  }
  for (const pathway of PATHWAYS) {
    all.push(nextApplicationWords(nextApplication(pathway, 3, 2028)))
    all.push(...signalUse([{ programId: 'x', pathway, signal: 'none' }], 2027).map(signalWords))
  }
  for (const words of all) expect(words).not.toMatch(/undefined|null|NaN|%|chance|likel/)
})
