import { describe, expect, test } from 'vitest'
import { evaluateFit } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import type { Program } from '@/lib/programs/fact'
import { applyGains, compareDelay, gainedChanges, NO_GAINS, type YearGains } from '@/lib/strategy/delay'
import {
  delaySentence,
  delayVerdictWords,
  movedWords,
  renewCertificateWords,
  waitingAloneWords,
  yearTaskWords,
  yearWords,
} from '@/lib/strategy/delay-words'
import { buildApplicant, buildEmptyApplicant } from '@/tests/factories/applicant'
import { buildFact, buildOpenProgram, buildProgram } from '@/tests/factories/program'
import { buildSeason, shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-catalogue'
import {
  buildHighScoreWithoutGenetics,
  buildLowScoreWithResearch,
  buildPermanentResident,
} from '@/tests/factories/written-applicants'

const today = '2026-11-22'
const season = shippedSeason(2028)
const next = buildSeason(2029)
const compare = (applicant: Applicant, programs: readonly Program[], gains: YearGains = NO_GAINS) =>
  compareDelay(
    { applicant, season, policy: FIT_POLICY, today },
    { programs: programs.map((program) => ({ program, appliedOn: null })), next, gains },
  )

describe('this cycle and the next', () => {
  test('what opens and closes is what the fit says of both seasons', () => {
    const gains = {
      ...NO_GAINS,
      geneticsResearchMonths: 12,
      geneticsWeeks: 8,
      acgmeMonths: 12,
      isCertificateRenewed: true,
    }
    const applicant = buildHighScoreWithoutGenetics()
    const delay = compare(applicant, shippedPrograms, gains)
    const later = applyGains(gains, applicant, { seasonYear: 2029, today })
    for (const program of shippedPrograms) {
      const now = evaluateFit({ applicant, program, season, policy: FIT_POLICY, today }).standing
      const then = evaluateFit({
        applicant: later,
        program,
        season: next,
        policy: FIT_POLICY,
        today,
      }).standing
      const moved = [...delay.opens, ...delay.closes, ...delay.raised, ...delay.lowered].find(
        ({ programId }) => programId === program.id,
      )
      if (now === then) expect(moved).toBeUndefined()
      else expect(moved).toMatchObject({ now, next: then })
    }
    expect(delay.opens.length).toBeGreaterThan(0)
  })

  test('a graduation limit that ends in the year closes the program, and waiting alone says so', () => {
    const limit = buildFact({ field: 'years_since_graduation_max', value: 4 })
    const applicant = buildApplicant({ graduation: { status: 'graduated', on: '2024-07-30' } })
    const delay = compare(applicant, [buildOpenProgram({ facts: [limit] })])
    expect(delay.closes.map(({ programId }) => programId)).toEqual(['program-1'])
    expect(delay.closes[0]?.gates.map(({ code }) => code)).toContain('graduation_limit')
    expect(delay.waitingAlone.closes).toEqual(['program-1'])
    expect(waitingAloneWords(delay)).toContain('would close')
  })

  test('a certificate that ends before the later start closes everything next year', () => {
    const applicant = buildApplicant()
    applicant.ecfmg = { ...applicant.ecfmg, validUntil: '2028-12-31' }
    const delay = compare(applicant, [buildOpenProgram()])
    expect(delay.closes[0]?.gates.find(({ state }) => state === 'closed')?.code).toBe('certificate_valid')
    expect(renewCertificateWords(delay)).toContain('31 December 2028')
    const renewed = compare(applicant, [buildOpenProgram()], { ...NO_GAINS, isCertificateRenewed: true })
    expect(renewed.closes).toEqual([])
    expect(
      compare(buildApplicant({ ecfmg: { ...applicant.ecfmg, permanent: true } }), []).renewCertificateBefore,
    ).toBeNull()
  })

  test('"no place this season" says nothing of the next', () => {
    const none = buildProgram({
      facts: [
        buildFact({ field: 'offers_place_this_season', value: 'no', season: 2028 }),
        buildFact({ field: 'j1_accepted', value: 'yes' }),
      ],
    })
    const delay = compare(buildApplicant({ ecfmg: { ...buildApplicant().ecfmg, permanent: true } }), [none])
    expect(delay.opens.map(({ programId }) => programId)).toEqual(['program-1'])
  })

  test('nothing is gained that the person did not set, or may not do', () => {
    expect(gainedChanges(NO_GAINS, buildApplicant())).toEqual([])
    const wishes = { ...NO_GAINS, geneticsWeeks: 8 }
    expect(gainedChanges(wishes, buildApplicant())).toEqual([{ code: 'genetics_observership', amount: 8 }])
    const student = buildApplicant({ graduation: { status: 'enrolled', on: '2028-06-30' } })
    expect(gainedChanges(wishes, student)).toEqual([{ code: 'genetics_elective', amount: 8 }])
  })

  test('what must become true for waiting to win can still be done in the year, and does open or raise something', () => {
    const delay = compare(buildHighScoreWithoutGenetics(), shippedPrograms)
    expect(delay.winsIf.length).toBeGreaterThan(0)
    for (const action of delay.winsIf) {
      expect(action.opened.length + action.raised.length).toBeGreaterThan(0)
      expect(action.timing.isPossible).not.toBe(false)
    }
  })

  test('the fees of the next season are marked as the last ones published', () => {
    const delay = compare(buildApplicant(), [buildOpenProgram()])
    expect(delay.next.cost.lines.every(({ isForSeason }) => !isForSeason)).toBe(true)
    expect(delay.next.cost.season).toBe(2029)
    expect(delay.days).toBeGreaterThan(300)
  })
})

describe('what the article says of a delay (G4)', () => {
  test('by score and exposure together', () => {
    const verdict = (applicant: Applicant) => compare(applicant, []).verdict
    expect(verdict(buildHighScoreWithoutGenetics())).toBe('weigh')
    expect(verdict(buildLowScoreWithResearch())).toBe('now_is_reasonable')
    expect(verdict(buildPermanentResident())).toBe('now_is_reasonable')
    const low = buildLowScoreWithResearch({ research: [], publications: [], niches: [] })
    expect(verdict(low)).toBe('year_may_help')
    expect(verdict(buildEmptyApplicant())).toBe('not_said')
  })

  test('the three things to do with the year: there, planned, or missing', () => {
    const states = (applicant: Applicant, gains: YearGains) =>
      compare(applicant, [], gains).tasks.map(({ state }) => state)
    expect(states(buildHighScoreWithoutGenetics(), NO_GAINS)).toEqual(['missing', 'missing', 'missing'])
    const planned = { ...NO_GAINS, geneticsResearchMonths: 12, geneticsWeeks: 8 }
    expect(states(buildHighScoreWithoutGenetics(), planned)).toEqual(['planned', 'planned', 'planned'])
    expect(states(buildLowScoreWithResearch(), NO_GAINS)).toEqual(['there', 'missing', 'there'])
  })
})

test('sentences', () => {
  for (const applicant of [
    buildHighScoreWithoutGenetics(),
    buildPermanentResident(),
    buildEmptyApplicant(),
  ]) {
    const delay = compare(applicant, shippedPrograms, { ...NO_GAINS, geneticsResearchMonths: 12 })
    const all = [
      delayVerdictWords(delay.verdict),
      delaySentence(delay),
      waitingAloneWords(delay),
      yearWords(delay.now),
      yearWords(delay.next),
      ...delay.tasks.map(yearTaskWords),
      ...delay.raised.map(movedWords),
    ]
    for (const words of all) expect(words).not.toMatch(/undefined|null|NaN|%|chance|odds/)
  }
})
