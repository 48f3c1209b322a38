import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIT_POLICY } from '@/lib/fit/policy'
import { gateSentence } from '@/lib/fit/words'
import type { Applicant } from '@/lib/profile/applicant'
import type { ProgramLead } from '@/lib/programs/catalogue-program'
import { STATE_NAMES } from '@/lib/programs/states'
import { byCause, GAP_CODES, readBalance } from '@/lib/strategy/balance'
import {
  balanceSentence,
  closedCostSentence,
  gapSentence,
  sameSponsorSentence,
  statesSentence,
  suggestionReasonWords,
} from '@/lib/strategy/balance-words'
import { groundsWords } from '@/lib/strategy/grounds'
import { suggestLeads } from '@/lib/strategy/lead-suggestions'
import { regionOf } from '@/lib/strategy/regions'
import { suggestPrograms } from '@/lib/strategy/suggestions'
import { buildApplicant } from '@/tests/factories/applicant'
import { buildFact, buildOpenProgram, buildProgram } from '@/tests/factories/program'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-catalogue'
import { buildLowScoreWithResearch } from '@/tests/factories/written-applicants'

const setting = (applicant: Applicant = buildApplicant()) => ({
  applicant,
  season: shippedSeason(2028),
  policy: FIT_POLICY,
  today: '2026-11-22',
})
const listed = (programs: readonly (typeof shippedPrograms)[number][]) =>
  programs.map((program) => ({ program, appliedOn: null }))
const gaps = (programs: Parameters<typeof listed>[0], applicant?: Applicant) =>
  readBalance(setting(applicant), listed(programs), shippedPrograms).gaps.map(({ code }) => code)

describe('the list as a whole', () => {
  test('each way of grouping names every program once', () => {
    const balance = readBalance(setting(), listed(shippedPrograms), shippedPrograms)
    for (const shares of [
      balance.standings,
      balance.pathways,
      balance.settings,
      balance.regions,
      balance.states,
      balance.certainty,
    ]) {
      const ids = shares.flatMap((share) => [...share.programIds])
      expect(ids.sort()).toEqual(shippedPrograms.map(({ id }) => id).sort())
    }
  })

  test('a cause that closes several programs is said once, and each stands under exactly one', () => {
    const { cannotTake } = readBalance(setting(), listed(shippedPrograms), shippedPrograms)
    const causes = byCause(cannotTake)
    const ids = causes.flatMap(({ programs }) => programs.map(({ programId }) => programId))
    expect(ids.sort()).toEqual(cannotTake.map(({ programId }) => programId).sort())
    expect(causes.length).toBeLessThan(cannotTake.length)
    for (const { gates, programs } of causes) {
      const said = gates.map(gateSentence)
      for (const one of programs) expect(one.gates.map(gateSentence)).toEqual(said)
    }
  })

  test('its order changes nothing', () => {
    const expected = readBalance(setting(), listed(shippedPrograms), shippedPrograms)
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...shippedPrograms], { minLength: shippedPrograms.length }),
        (shuffled) => {
          expect(readBalance(setting(), listed(shuffled), shuffled)).toEqual(expected)
        },
      ),
      { numRuns: 5 },
    )
  })

  test('what cannot take the person is named with its gate and what applying would cost', () => {
    const closed = buildProgram({
      id: 'c',
      sponsor: 'C',
      facts: [buildFact({ field: 'j1_accepted', value: 'no' })],
    })
    const balance = readBalance(setting(), listed([closed, buildOpenProgram({ id: 'o' })]), [])
    expect(balance.cannotTake).toMatchObject([{ programId: 'c', standing: 'closed', saves: 11 }])
    expect(balance.cannotTake[0]?.gates.map(({ code }) => code)).toEqual(['visa'])
    expect(balance.costOfClosed).toBe(11)
    expect(closedCostSentence(balance)).toContain('11 USD')
    expect(closedCostSentence(readBalance(setting(), listed([buildOpenProgram()]), []))).toBeNull()
  })

  test('several tracks of one sponsor are found, however it is spelled', () => {
    const list = [
      buildOpenProgram({ id: 'a', sponsor: 'Universität X' }),
      buildOpenProgram({ id: 'b', sponsor: 'universitat x', pathway: 'im_mgg' }),
      buildOpenProgram({ id: 'c', sponsor: 'Y' }),
    ]
    const balance = readBalance(setting(), listed(list), [])
    expect(balance.sameSponsor.map(({ programIds }) => programIds)).toEqual([['a', 'b']])
  })

  test('every state has its census region', () => {
    for (const state of Object.keys(STATE_NAMES)) expect(regionOf(state), state).not.toBeNull()
    expect([regionOf('UT'), regionOf('DC'), regionOf('OH'), regionOf('PA'), regionOf('PR')]).toEqual([
      'west',
      'south',
      'midwest',
      'northeast',
      'territory',
    ])
  })
})

describe('where the list lies, in a sentence', () => {
  const share = (name: string | null, count: number) => ({ name, count, programIds: [] })
  test.each([
    ['The list lies in Utah.', [share('UT', 4)]],
    ['The list lies in 2 states, one program in each.', [share('UT', 1), share('OH', 1)]],
    [
      'The list lies in 3 states, most in Ohio and Texas (2 each).',
      [share('OH', 2), share('TX', 2), share('UT', 1)],
    ],
    [
      'The list lies in 2 states and territories, most in Puerto Rico (3). The place of 1 program is not known.',
      [share('PR', 3), share('OH', 1), share(null, 1)],
    ],
    ['Where the list lies is not known.', [share(null, 2)]],
  ])('%s', (sentence, states) => {
    expect(statesSentence({ states })).toBe(sentence)
  })
})

describe('what the article would add', () => {
  const community = buildFact({ field: 'setting', value: 'community_affiliated' })
  const research = buildFact({ field: 'research_orientation', value: 'high' })
  const imgs = buildFact({ field: 'img_in_program', value: 'yes' })

  test('a backup, a smaller place, a combined track, where the list has none', () => {
    expect(gaps([])).toEqual(['open_now', 'combined_tracks', 'smaller_or_community', 'backup'])
    expect(gaps([buildOpenProgram({ facts: [community] })])).toEqual(['backup'])
    const backup = buildOpenProgram({ id: 'b', pathway: 'pediatrics', facts: [community] })
    expect(gaps([buildOpenProgram({ id: 'a' }), backup])).toEqual([])
  })

  test('with a low score or a fail: programs that speak of international graduates, and research that sponsors (D3)', () => {
    const low = buildLowScoreWithResearch()
    expect(gaps([buildOpenProgram({ facts: [community] })], low)).toEqual([
      'img_history',
      'research_that_sponsors',
      'backup',
    ])
    expect(gaps([buildOpenProgram({ facts: [community, research, imgs] })], low)).toEqual(['backup'])
  })

  test('a range, where every place is research-heavy', () => {
    const top = Array.from({ length: 4 }, (_, index) =>
      buildOpenProgram({ id: `t${index}`, facts: [research] }),
    )
    expect(gaps(top)).toContain('range_of_universities')
    expect(gaps(top.slice(0, 3))).not.toContain('range_of_universities')
  })
})

describe('suggestions', () => {
  const suggest = (
    applicant: Applicant,
    dismissals: Parameters<typeof suggestPrograms>[1]['dismissals'] = [],
  ) => suggestPrograms(setting(applicant), { programs: [], catalogue: shippedPrograms, dismissals })

  test('are open to the person, not on the list, and each has a reason that can be traced', () => {
    const mine = shippedPrograms.slice(0, 10)
    const found = suggestPrograms(setting(), {
      programs: listed(mine),
      catalogue: shippedPrograms,
      dismissals: [],
    })
    expect(found.length).toBeGreaterThan(10)
    for (const suggestion of found) {
      expect(['closed', 'not_yet_eligible']).not.toContain(suggestion.standing)
      expect(mine.some(({ id }) => id === suggestion.programId)).toBe(false)
      expect(suggestion.reasons.length).toBeGreaterThan(0)
      for (const reason of suggestion.reasons) {
        expect(groundsWords(reason.grounds)).not.toBe('')
        expect(suggestionReasonWords(reason)).not.toMatch(/undefined|null|NaN|%|chance/)
      }
    }
  })

  test('a dismissed one does not come back, and its state comes later within the same standing', () => {
    const [first] = suggest(buildApplicant())
    if (!first) throw new Error('nothing is suggested')
    const after = suggest(buildApplicant(), [{ programId: first.programId, reason: 'place' }])
    expect(after.map(({ programId }) => programId)).not.toContain(first.programId)
    const state = shippedPrograms.find(({ id }) => id === first.programId)?.state
    const position = (list: typeof after) =>
      list.findIndex(({ programId }) => shippedPrograms.find(({ id }) => id === programId)?.state === state)
    const without = suggest(buildApplicant(), [{ programId: first.programId, reason: 'not_interested' }])
    expect(position(after)).toBeGreaterThanOrEqual(position(without))
    const ranks = after.map(({ sortKey }) => Math.floor(sortKey / 1000))
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
  })

  test('everyone on the list leaves nothing to suggest', () => {
    expect(
      suggestPrograms(setting(), {
        programs: listed(shippedPrograms),
        catalogue: shippedPrograms,
        dismissals: [],
      }),
    ).toEqual([])
  })
})

test('sentences', () => {
  const balance = readBalance(setting(), listed(shippedPrograms), shippedPrograms)
  const all = [
    balanceSentence(balance),
    ...GAP_CODES.map(gapSentence),
    ...balance.sameSponsor.map(sameSponsorSentence),
  ]
  for (const words of all) expect(words).not.toMatch(/undefined|null|NaN|%|chance|odds/)
  expect(balanceSentence(balance)).toMatch(/^\d+ of 62 programs are open to you: /)
})

describe('unverified leads', () => {
  const lead = (id: string, overrides: Partial<ProgramLead> = {}): ProgramLead => ({
    id,
    sponsor: `Institution ${id}`,
    city: null,
    state: null,
    found: 'No page found',
    pathways: ['mgg', 'peds_mgg'],
    ...overrides,
  })
  const found = (leads: ProgramLead[], applicant = buildLowScoreWithResearch()) =>
    suggestLeads(setting(applicant), { leads, programs: [], catalogue: shippedPrograms })

  test('name only the pathways that would be open: two-year genetics not to someone without an ACGME year', () => {
    expect(found([lead('a')])).toMatchObject([{ lead: { id: 'a' }, pathways: ['peds_mgg'] }])
    expect(found([lead('b', { pathways: ['mgg'] })])).toEqual([])
  })

  test('leave out what the catalogue has already', () => {
    const [program] = shippedPrograms.filter(({ pathway }) => pathway === 'peds_mgg')
    const same = lead('a', { sponsor: program?.sponsor.toUpperCase() ?? '', pathways: ['peds_mgg'] })
    expect(found([same])).toEqual([])
    // The same institution by another of its names; the city's name, or another state's namesake, is not one.
    const named = (sponsor: string, state: string) =>
      found([lead('b', { sponsor, state, pathways: ['peds_mgg'] })]).length
    expect(named('Stanford University', 'CA')).toBe(0)
    expect(named('UPMC / University of Pittsburgh', 'PA')).toBe(0)
    expect(named('Stanford University', 'CT')).toBe(1)
    expect(named('University of Wisconsin', 'WI')).toBe(1)
  })

  test('keep what was found, but say nothing about visas to one who needs none', () => {
    const leads = [
      lead('a', { found: 'UDN site 2018' }),
      lead('b', { found: 'Hospital accepts J-1, no H-1B (institution page)' }),
    ]
    const notes = (need: 'needs_visa' | 'no_visa_needed') => {
      const applicant = buildApplicant()
      return found(leads, { ...applicant, visa: { ...applicant.visa, need } }).map(({ note }) => note)
    }
    expect(notes('no_visa_needed')).toEqual(['UDN site 2018', null])
    expect(notes('needs_visa')).toEqual(leads.map((one) => one.found))
  })

  test('come by preferred state, then by how many pathways they may have, whatever their order', () => {
    const leads = [
      lead('c', { pathways: ['peds_mgg'] }),
      lead('b', { pathways: ['peds_mgg', 'im_mgg'] }),
      lead('a', { state: 'UT' }),
    ]
    const applicant = buildLowScoreWithResearch()
    const inUtah = { ...applicant, preferences: { ...applicant.preferences, states: ['UT'] } }
    const order = ['a', 'b', 'c']
    expect(found(leads, inUtah).map((one) => one.lead.id)).toEqual(order)
    expect(found([...leads].reverse(), inUtah).map((one) => one.lead.id)).toEqual(order)
  })
})
