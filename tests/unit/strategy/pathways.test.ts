import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CONTEXT_FIGURES } from '@/lib/facts/context-figures'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import type { Pathway } from '@/lib/programs/pathway'
import { groundsWords } from '@/lib/strategy/grounds'
import {
  eligibilitySentence,
  pathwayAdviceWords,
  routeWords,
  TWO_YEAR_EXPLAINED,
} from '@/lib/strategy/pathway-advice-words'
import { comparePathways, twoYearRoutes } from '@/lib/strategy/pathways'
import { buildApplicant, buildEmptyApplicant } from '@/tests/factories/applicant'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-catalogue'
import {
  buildHighScoreWithoutGenetics,
  buildLowScoreWithResearch,
  buildPermanentResident,
} from '@/tests/factories/written-applicants'

const season = shippedSeason(2028)
const compare = (applicant: Applicant) =>
  comparePathways({ applicant, season, policy: FIT_POLICY, today: '2026-11-22' }, shippedPrograms)
const door = (applicant: Applicant, pathway: Pathway) => {
  const found = compare(applicant).find((view) => view.pathway === pathway)
  if (!found) throw new Error(pathway)
  return found
}

describe('the doors for one person', () => {
  test('straight from abroad: combined and backups now, two-year genetics when there is an ACGME year', () => {
    const person = buildApplicant()
    for (const pathway of [
      'peds_mgg',
      'im_mgg',
      'pediatrics',
      'internal_medicine',
      'prelim_or_ty',
    ] as const) {
      expect(door(person, pathway).eligibility, pathway).toBe('now')
    }
    const mgg = door(person, 'mgg')
    expect(mgg.eligibility).toBe('when')
    expect(eligibilitySentence(mgg)).toMatch(/^Not open to you yet: needs an ACGME year/)
    expect(mgg.advice.map(({ code }) => code)).toEqual(['two_year_after_first_year'])
    expect(door(person, 'lab_genetics').eligibility).toBe('information')
  })

  test('on a J-1 obstetrics and then maternal-fetal genetics do not fit in seven years', () => {
    const view = door(buildApplicant(), 'mfm_mgg')
    expect(view.eligibility).toBe('not')
    expect(eligibilitySentence(view)).toContain('7 years altogether')
  })

  test('with an ACGME year of patient care two-year genetics is open', () => {
    const view = door(buildPermanentResident(), 'mgg')
    expect(view.eligibility).toBe('now')
    expect(view.advice.map(({ code }) => code)).toEqual(['two_year_is_open'])
    // Nobody who has that year is told to look for another one.
    const first = (person: Applicant) => door(person, 'prelim_or_ty').advice.map(({ code }) => code)
    expect(first(buildPermanentResident())).toEqual(['first_year_is_done'])
    expect(first(buildHighScoreWithoutGenetics())).toEqual(['first_year_as_a_step'])
  })

  test('of someone who has said nothing no door is called open or closed for what is not known', () => {
    expect(door(buildEmptyApplicant(), 'mgg').eligibility).toBe('unknown')
    expect(door(buildEmptyApplicant(), 'peds_mgg').eligibility).toBe('unknown')
  })

  test('each has its own calendar and its own fee table', () => {
    const person = buildApplicant()
    const combined = door(person, 'peds_mgg')
    expect(combined.events.map(({ key }) => key)).toContain('nrmp_rol_deadline')
    expect(combined.fees?.of).toEqual([
      { programs: 1, fee: 11 },
      { programs: 10, fee: 110 },
      { programs: 30, fee: 330 },
    ])
    const twoYear = door(person, 'mgg')
    expect(twoYear.events.map(({ key }) => key)).toEqual([
      'eras_fellowship_july_submit',
      'eras_fellowship_july_review',
      'eras_fellowship_dec_submit',
      'eras_fellowship_dec_review',
    ])
    expect(twoYear.fees?.of.map(({ fee }) => fee)).toEqual([115, 115, 485])
    expect(twoYear.fees?.isForSeason).toBe(false)
    expect(door(person, 'lab_genetics').fees).toBeNull()
  })

  test('a low score is told of pediatrics or medicine first; a solid one of a backup in parallel', () => {
    const codes = (person: Applicant) => door(person, 'pediatrics').advice.map(({ code }) => code)
    expect(codes(buildLowScoreWithResearch())[0]).toBe('backup_with_low_score')
    expect(codes(buildApplicant())[0]).toBe('backup_in_parallel')
  })

  test('the standings of each door are those of its programs', () => {
    for (const view of compare(buildLowScoreWithResearch())) {
      const counted = Object.values(view.standings).reduce((sum, count) => sum + count, 0)
      expect(counted).toBe(shippedPrograms.filter(({ pathway }) => pathway === view.pathway).length)
    }
  })
})

describe('routes to two-year genetics', () => {
  test('with their years, and the J-1 years that the published routes give', () => {
    const routes = twoYearRoutes(buildApplicant())
    expect(routes.map(({ route, yearsInAll, j1 }) => [route, yearsInAll, j1?.fits ?? null])).toEqual([
      ['prelim_or_ty', 3, true],
      ['pediatrics', 5, true],
      ['internal_medicine', 5, true],
      ['abmgg_credit', null, null],
    ])
    expect(twoYearRoutes(buildPermanentResident()).every(({ j1 }) => j1 === null)).toBe(true)
  })

  test('three J-1 years that are used up already leave no room for pediatrics first', () => {
    const used = buildApplicant({
      visa: { need: 'needs_visa', acceptable: ['j1'], j1YearsUsed: 3, entryLimitMayApply: null },
    })
    expect(twoYearRoutes(used).find(({ route }) => route === 'pediatrics')?.j1?.fits).toBe(false)
  })

  test('credit from abroad is never called a yes', () => {
    const credit = twoYearRoutes(buildApplicant()).find(({ route }) => route === 'abmgg_credit')
    expect(credit && routeWords(credit)).toContain('never a yes')
  })
})

test('context figures are named for the page and read by nothing here', () => {
  const known = CONTEXT_FIGURES.map(({ value }) => value.key)
  for (const view of compare(buildApplicant()))
    for (const key of view.contextKeys) expect(known).toContain(key)
  const text = readFileSync(new URL('../../../lib/strategy/pathways.ts', import.meta.url), 'utf8')
  expect(text).not.toContain('facts/context-figures')
})

test('every advice cites its criterion or its source, and none speaks of a chance', () => {
  const people = [
    buildApplicant(),
    buildLowScoreWithResearch(),
    buildPermanentResident(),
    buildEmptyApplicant(),
  ]
  const said: string[] = [...TWO_YEAR_EXPLAINED]
  for (const person of people) {
    for (const view of compare(person)) {
      said.push(eligibilitySentence(view))
      for (const { code, grounds } of view.advice) {
        said.push(pathwayAdviceWords(code))
        expect(groundsWords(grounds), code).not.toBe('')
      }
    }
    said.push(...twoYearRoutes(person).map(routeWords))
  }
  for (const words of said) {
    expect(words.length).toBeGreaterThan(0)
    expect(words).not.toMatch(/undefined|null|NaN|%|chance|odds/)
  }
})
