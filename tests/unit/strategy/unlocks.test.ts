import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VISITOR_CLINICAL_EXPERIENCE } from '@/lib/facts/visa-rules'
import { evaluateFit } from '@/lib/fit/evaluate'
import type { Ledger } from '@/lib/fit/ledger'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import { changeTiming } from '@/lib/strategy/change-timing'
import {
  changeNeedWords,
  changeTimingWords,
  changeTitle,
  idleReasonWords,
  unlockSentence,
} from '@/lib/strategy/change-words'
import {
  applyChange,
  CHANGE_NEEDS,
  CHANGES,
  changeGrounds,
  changeKey,
  changeNeeds,
  effortOf,
  possibleChanges,
} from '@/lib/strategy/changes'
import { groundsWords } from '@/lib/strategy/grounds'
import {
  createUnlocker,
  listActions,
  programUnlocks,
  readActions,
  smallestUnlock,
} from '@/lib/strategy/unlocks'
import { buildApplicant, buildAttempt, buildEmptyApplicant } from '@/tests/factories/applicant'
import { buildFact, buildOpenProgram, buildProgram } from '@/tests/factories/program'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-catalogue'
import {
  buildHighScoreWithoutGenetics,
  buildLowScoreWithResearch,
  buildPermanentResident,
} from '@/tests/factories/written-applicants'

const season = shippedSeason(2028)
const today = '2026-11-22'
const setting = (applicant: Applicant) => ({ applicant, season, policy: FIT_POLICY, today })
const context = { seasonYear: 2028, today }
const PEOPLE = {
  'a 252 without genetics': buildHighScoreWithoutGenetics(),
  'a 228 with research': buildLowScoreWithResearch(),
  'a permanent resident': buildPermanentResident(),
  'a student before Step 2 CK': buildApplicant({
    graduation: { status: 'enrolled', on: '2027-06-30' },
    ecfmg: { status: 'in_progress', stepsDone: [], certifiedOn: null, validUntil: null, permanent: null },
    clinical: [],
    attempts: [
      buildAttempt({ exam: 'step1', takenOn: '2026-03-10' }),
      buildAttempt({ exam: 'step2ck', takenOn: '2027-06-22', outcome: 'planned' }),
    ],
  }),
  'someone who accepts the H-1B alone': buildApplicant({
    visa: { need: 'needs_visa', acceptable: ['h1b'], j1YearsUsed: 0, entryLimitMayApply: null },
  }),
}

const SHUT: ReadonlySet<string> = new Set(['closed', 'not_yet_eligible'])
const sumOf = (ledger: Ledger) => ledger.factors.reduce((sum, { contribution }) => sum + contribution, 0)

describe('an unlock, made, does what it said', () => {
  for (const [name, applicant] of Object.entries(PEOPLE)) {
    test(`for ${name}, at every program of the catalogue`, () => {
      let seen = 0
      const { unlocksOf } = createUnlocker(setting(applicant))
      for (const program of shippedPrograms) {
        for (const unlock of unlocksOf(program)) {
          seen += 1
          const before = evaluateFit({ ...setting(applicant), program })
          const made = applyChange(unlock.change, applicant, context)
          const after = evaluateFit({ ...setting(made), program })
          expect(before.standing).toBe(unlock.before)
          expect(after.standing, `${program.id} ${changeKey(unlock.change)}`).toBe(unlock.after)
          if (unlock.effect === 'opens') {
            expect(['closed', 'not_yet_eligible']).toContain(before.standing)
            expect(['closed', 'not_yet_eligible']).not.toContain(after.standing)
          }
          if (unlock.effect === 'strengthens') {
            expect(after.standing).toBe(before.standing)
            expect(after.fit.point).toBeGreaterThanOrEqual(before.fit.point)
            expect(sumOf(after)).toBeGreaterThan(sumOf(before))
          }
          if (unlock.effect === 'raises') expect(after.sortKey).toBeGreaterThan(before.sortKey)
          if (unlock.effect === 'settles') {
            expect(after.standing).toBe(before.standing)
            for (const code of unlock.settled) {
              expect(after.gates.find((gate) => gate.code === code)?.state ?? 'met').toBe('met')
            }
          }
        }
      }
      expect(seen).toBeGreaterThan(0)
    })
  }

  test('a change that is made is not offered again, where it can be made once', () => {
    for (const applicant of Object.values(PEOPLE)) {
      for (const change of possibleChanges(applicant)) {
        if (/research|genetics_elective|observership|paper/.test(change.code)) continue
        const left = possibleChanges(applyChange(change, applicant, context)).map(changeKey)
        expect(left).not.toContain(changeKey(change))
      }
    }
  })

  test('making a change leaves the profile it was made from as it was', () => {
    for (const applicant of Object.values(PEOPLE)) {
      const copy = structuredClone(applicant)
      for (const change of possibleChanges(applicant)) applyChange(change, applicant, context)
      expect(applicant).toEqual(copy)
    }
  })
})

describe('the smallest change', () => {
  test('no change of less effort opens or raises the program while it can still be made', () => {
    for (const applicant of Object.values(PEOPLE)) {
      const { unlocksOf } = createUnlocker(setting(applicant))
      for (const program of shippedPrograms) {
        const unlocks = unlocksOf(program)
        const smallest = smallestUnlock(unlocks)
        if (smallest === null) continue
        const smaller = unlocks.filter(
          (unlock) =>
            (unlock.effect === 'opens' || unlock.effect === 'raises') &&
            unlock.timing.isPossible !== false &&
            effortOf(unlock.change) < effortOf(smallest.change),
        )
        expect(smaller).toEqual([])
      }
    }
  })

  test('where only the H-1B is acceptable and the program takes the J-1 alone, accepting the J-1 opens it', () => {
    const program = buildOpenProgram({ facts: [buildFact({ field: 'h1b_accepted', value: 'no' })] })
    const unlocks = programUnlocks({ ...setting(PEOPLE['someone who accepts the H-1B alone']), program })
    expect(smallestUnlock(unlocks)).toMatchObject({ change: { code: 'accept_j1' }, effect: 'opens' })
  })

  test('an ACGME year opens two-year genetics, and Step 3 settles the H-1B', () => {
    const mgg = buildOpenProgram({ pathway: 'mgg' })
    const applicant = buildApplicant()
    expect(smallestUnlock(programUnlocks({ ...setting(applicant), program: mgg }))).toMatchObject({
      change: { code: 'acgme_training', amount: 12 },
      effect: 'opens',
    })
    const onlyH1b = buildProgram({
      facts: [
        buildFact({ field: 'offers_place_this_season', value: 'yes', season: 2028 }),
        buildFact({ field: 'h1b_accepted', value: 'yes' }),
      ],
    })
    const found = programUnlocks({
      ...setting(PEOPLE['someone who accepts the H-1B alone']),
      program: onlyH1b,
    })
    expect(found.find((unlock) => unlock.change.code === 'pass_step3')).toMatchObject({
      effect: 'settles',
      settled: ['step3_for_h1b'],
      needs: ['travel_to_us', 'fail_is_permanent'],
    })
  })

  test('a program that is closed by its own word is opened by nothing that the person can do', () => {
    const program = buildOpenProgram({
      facts: [buildFact({ field: 'offers_place_this_season', value: 'no', season: 2028, year: 2027 })],
    })
    const closed = {
      ...program,
      facts: program.facts.filter((fact) => fact.value !== 'yes' || fact.season === null),
    }
    expect(smallestUnlock(programUnlocks({ ...setting(buildApplicant()), program: closed }))).toBeNull()
  })
})

describe('only what the person may lawfully do', () => {
  test('a graduate is never sent to an elective, and a student is', () => {
    const graduate = possibleChanges(buildApplicant()).map((change) => change.code)
    expect(graduate).not.toContain('genetics_elective')
    expect(graduate).toContain('genetics_observership')
    expect(graduate).toContain('home_genetics')
    const student = possibleChanges(PEOPLE['a student before Step 2 CK']).map((change) => change.code)
    expect(student).toContain('genetics_elective')
    expect(student).not.toContain('home_genetics')
    expect(changeGrounds({ code: 'genetics_observership', amount: 4 }).sources).toContain(
      VISITOR_CLINICAL_EXPERIENCE.source,
    )
  })

  test('a passed Step 2 CK cannot be sat again; one still to come can be stronger; none is a fifth attempt', () => {
    expect(possibleChanges(buildApplicant()).map((change) => change.code)).not.toContain('step2ck_score')
    const before = PEOPLE['a student before Step 2 CK']
    expect(possibleChanges(before).map(changeKey)).toContain('step2ck_score:245')
    const fourFails = ['2024-01-10', '2024-07-10', '2025-01-10', '2025-07-10'].map((takenOn) =>
      buildAttempt({ exam: 'step2ck', takenOn, outcome: 'fail' }),
    )
    const spent = buildApplicant({ attempts: [buildAttempt({ exam: 'step1' }), ...fourFails] })
    expect(possibleChanges(spent).map((change) => change.code)).not.toContain('step2ck_score')
  })

  test('Step 3 waits for the certificate, and a US research year comes with its visa question', () => {
    const student = PEOPLE['a student before Step 2 CK']
    expect(possibleChanges(student).map((change) => change.code)).not.toContain('pass_step3')
    const inProgress = buildApplicant({
      ecfmg: { status: 'in_progress', stepsDone: [], certifiedOn: null, validUntil: null, permanent: null },
    })
    expect(changeNeeds({ code: 'pass_step3', amount: null }, inProgress)[0]).toBe('certificate_first')
    const year = { code: 'us_genetics_research', amount: 12 } as const
    expect(changeNeeds(year, buildApplicant())).toEqual(['j1_history'])
    expect(changeNeeds(year, buildPermanentResident())).toEqual([])
  })

  test('of someone who has said nothing, nothing is assumed missing', () => {
    expect(possibleChanges(buildEmptyApplicant())).toEqual([])
  })
})

describe('by when', () => {
  const at = (change: (typeof CHANGES)[number], day = today, pathway: 'peds_mgg' | 'mgg' = 'peds_mgg') =>
    changeTiming(change, { applicant: buildApplicant(), season, today: day, pathway })

  test('six months of research must have begun by 20 March 2027, and twelve are too many for this season', () => {
    expect(at({ code: 'genetics_research', amount: 6 })).toMatchObject({
      by: '2027-09-20',
      startBy: '2027-03-20',
      isPossible: true,
      isProjected: true,
    })
    expect(at({ code: 'genetics_research', amount: 6 }, '2027-03-21').isPossible).toBe(false)
    expect(at({ code: 'genetics_research', amount: 12 }).isPossible).toBe(false)
    expect(at({ code: 'genetics_research', amount: 12 }).leftByThen).toEqual({ amount: 9, unit: 'months' })
    expect(changeTimingWords(at({ code: 'genetics_research', amount: 12 }))).toMatch(
      /^Too late for this season/,
    )
  })

  test('Step 3 is sat four weeks before the rank-list deadline, or before training for a fellowship', () => {
    const step3 = { code: 'pass_step3', amount: null } as const
    expect(at(step3)).toMatchObject({ by: '2028-02-02', planBy: '2028-01-05' })
    expect(at(step3, today, 'mgg')).toMatchObject({ purpose: 'result_by_start', by: '2028-06-03' })
  })

  test('the ACGME year before a start in July 2028 begins by July 2027', () => {
    expect(at({ code: 'acgme_training', amount: 12 }, today, 'mgg').startBy).toBe('2027-07-01')
    expect(at({ code: 'acgme_training', amount: 24 }, today, 'mgg').isPossible).toBe(false)
  })

  test('the place for that year is applied for before: once programs have opened the files, it is too late', () => {
    const year = { code: 'acgme_training', amount: 12 } as const
    expect(at(year, '2026-09-23', 'mgg')).toMatchObject({ applyBy: '2026-09-23', isPossible: true })
    expect(at(year, '2026-09-24', 'mgg').isPossible).toBe(false)
    expect(changeTimingWords(at(year, '2026-09-24', 'mgg'))).toMatch(
      /^Too late for this season.*23 September 2026/,
    )
  })

  test('someone in training already has the place', () => {
    const { training, ...rest } = buildApplicant()
    const applicant = { ...rest, training: { ...training, acgmeMonths: 6, acgmePatientCareMonths: 6 } }
    const timing = changeTiming(
      { code: 'acgme_training', amount: 12 },
      { applicant, season, today, pathway: 'mgg' },
    )
    expect(timing).toMatchObject({ applyBy: null, startBy: '2028-01-01', isPossible: true })
  })

  test('an elective ends with the studies', () => {
    const applicant = PEOPLE['a student before Step 2 CK']
    const timing = changeTiming(
      { code: 'genetics_elective', amount: 4 },
      { applicant, season, today, pathway: 'im_mgg' },
    )
    expect(timing).toMatchObject({ by: '2027-06-30', startBy: '2027-06-02' })
  })

  test('a season without the day has no day, and nobody says that it is possible', () => {
    const empty = { ...season, events: [] }
    const timing = changeTiming(
      { code: 'us_geneticist_letter', amount: null },
      { applicant: buildApplicant(), season: empty, today, pathway: 'peds_mgg' },
    )
    expect(timing).toMatchObject({ by: null, isPossible: null })
    expect(changeTimingWords(timing)).toContain('not announced')
  })
})

describe('actions for the list', () => {
  const listed = shippedPrograms.map((program) => ({ program, appliedOn: null }))

  test('name the programs that each opens and raises, as the programs say one by one, the most first', () => {
    const applicant = buildLowScoreWithResearch()
    const actions = listActions(setting(applicant), listed)
    const { unlocksOf } = createUnlocker(setting(applicant))
    const each = shippedPrograms.flatMap((program) => unlocksOf(program))
    for (const action of actions) {
      const one = (effect: string) =>
        each
          .filter(
            (unlock) => unlock.effect === effect && changeKey(unlock.change) === changeKey(action.change),
          )
          .map(({ programId }) => programId)
      expect([...action.opened].sort()).toEqual(one('opens').sort())
      expect([...action.raised].sort()).toEqual(one('raises').sort())
      expect([...action.strengthened].sort()).toEqual(one('strengthens').sort())
    }
    const late = actions.map((action) => action.timing.isPossible === false)
    expect(late).toEqual([...late].sort((a, b) => Number(a) - Number(b)))
    const counts = actions
      .filter((action) => action.timing.isPossible !== false)
      .map((action) => [action.opened.length, action.raised.length] as const)
    for (const [index, [opened, raised]] of counts.entries()) {
      const next = counts[index + 1]
      if (next) expect(opened > next[0] || (opened === next[0] && raised >= next[1])).toBe(true)
    }
  })

  test('of those that move the same programs the one of least effort comes first, but for what rests on another', () => {
    const rests = ['someone_who_saw_you_work', 'project_first']
    let ties = 0
    for (const applicant of [...Object.values(PEOPLE), buildApplicant()]) {
      const steps = listActions(setting(applicant), listed).filter(
        ({ timing, needs }) => timing.isPossible !== false && !needs.some((need) => rests.includes(need)),
      )
      const counts = (step: (typeof steps)[number]) =>
        [step.opened, step.raised, step.settled, step.strengthened].map(({ length }) => length).join()
      steps.forEach((step, index) => {
        const next = steps[index + 1]
        if (!next || counts(next) !== counts(step)) return
        ties += 1
        expect(effortOf(step.change)).toBeLessThan(effortOf(next.change))
      })
    }
    expect(ties).toBeGreaterThan(0)
  })

  test('what moves nothing says why, and the reason holds at every program', () => {
    const seen = new Set<string>()
    for (const applicant of [...Object.values(PEOPLE), buildApplicant()]) {
      for (const programs of [listed, listed.filter(({ program }) => program.pathway === 'mgg')]) {
        for (const { change, reason } of readActions(setting(applicant), programs).idle) {
          seen.add(reason)
          expect(idleReasonWords(reason)).toMatch(/^[a-z].*[a-z]$/)
          const made = applyChange(change, applicant, context)
          const gains = programs.map(({ program }) => {
            const before = evaluateFit({ ...setting(applicant), program })
            const after = evaluateFit({ ...setting(made), program })
            return {
              isOpen: !SHUT.has(before.standing),
              isShutAfter: SHUT.has(after.standing),
              gain: sumOf(after) - sumOf(before),
            }
          })
          const open = gains.filter((one) => one.isOpen)
          if (reason === 'none_open') expect(open).toEqual([])
          if (reason === 'shuts') expect(open.some(({ isShutAfter }) => isShutAfter)).toBe(true)
          if (reason === 'too_little') expect(open.some(({ gain }) => gain > 0.001)).toBe(true)
          if (reason === 'in_full' || reason === 'not_waited_for')
            expect(Math.max(...open.map(({ gain }) => gain)), changeKey(change)).toBeLessThan(0.01)
        }
      }
    }
    expect(seen.size).toBeGreaterThan(1)
  })

  test('the order of the list changes nothing', () => {
    const applicant = buildHighScoreWithoutGenetics()
    const expected = listActions(setting(applicant), listed)
    fc.assert(
      fc.property(fc.shuffledSubarray([...listed], { minLength: listed.length }), (shuffled) => {
        expect(listActions(setting(applicant), shuffled)).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  })
})

describe('words', () => {
  test('every change has a title, grounds and calm words, and none promises a match', () => {
    const all: string[] = CHANGE_NEEDS.map(changeNeedWords)
    for (const change of CHANGES) {
      all.push(changeTitle(change), groundsWords(changeGrounds(change)))
      expect(groundsWords(changeGrounds(change)).length, changeKey(change)).toBeGreaterThan(0)
    }
    const { unlocksOf } = createUnlocker(setting(buildLowScoreWithResearch()))
    all.push(...shippedPrograms.flatMap((program) => unlocksOf(program)).map(unlockSentence))
    for (const sentence of all) {
      expect(sentence).not.toMatch(/undefined|null|NaN|%|chance|probab|odds/i)
    }
    expect(changeTitle({ code: 'genetics_observership', amount: 4 })).toMatch(/^Observe/)
  })
})
