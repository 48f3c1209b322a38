import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { sectionOf } from '@/lib/fit/criteria'
import { evaluateFit } from '@/lib/fit/evaluate'
import { CONDITION_PHRASES, GATE_SENTENCES } from '@/lib/fit/gate-words'
import { GATE_CODES, type Ledger, STANDINGS } from '@/lib/fit/ledger'
import { FIT_POLICY } from '@/lib/fit/policy'
import {
  conditionPhrase,
  factorCitation,
  factorPoints,
  factorSentence,
  factorTitle,
  factProvenance,
  fitSentence,
  gateCitation,
  gateOpener,
  gateSentence,
  gateTitle,
  preferenceSentence,
  profileFactWord,
  STANDING_WORDS,
  standingSentence,
} from '@/lib/fit/words'
import { buildApplicant, buildAttempt, buildEmptyApplicant } from '@/tests/factories/applicant'
import { buildFact, buildOpenProgram, buildProgram } from '@/tests/factories/program'
import { buildSeason } from '@/tests/factories/season'

import { applicants, programs, todays } from './arbitraries'

vi.setConfig({ testTimeout: 60_000 })

const season = buildSeason(2028)
const fitOf = (applicant = buildApplicant(), program = buildOpenProgram(), today = '2026-11-22'): Ledger =>
  evaluateFit({ applicant, program, season, policy: FIT_POLICY, today })

function everySentence(ledger: Ledger): string[] {
  return [
    standingSentence(ledger),
    fitSentence(ledger.fit),
    preferenceSentence(ledger.preference),
    ...ledger.conditions.map(conditionPhrase),
    ...ledger.missing.map(profileFactWord),
    ...ledger.gates.flatMap((gate) => [
      gateTitle(gate),
      gateSentence(gate),
      gateOpener(gate) ?? '',
      gateCitation(gate),
      ...gate.facts.map(factProvenance),
    ]),
    ...ledger.factors.flatMap((factor) => [
      factorTitle(factor),
      factorSentence(factor),
      factorPoints(factor),
      factorCitation(factor),
    ]),
  ]
}

describe('every sentence', () => {
  it('is whole: no hole where a parameter was missing, no percent sign, no word about a chance but its denial', () => {
    fc.assert(
      fc.property(applicants, programs, todays, (applicant, program, today) => {
        for (const sentence of everySentence(fitOf(applicant, program, today))) {
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object|%| {2}|probab|\s[.,]/)
          if (/chance/i.test(sentence)) expect(sentence).toMatch(/not a chance of matching/)
          expect(sentence).not.toMatch(/unfortunately|bad|poor|weak applicant|rejected|loser/i)
        }
      }),
    )
  })

  it('starts with the standing, never with the number', () => {
    fc.assert(
      fc.property(applicants, programs, (applicant, program) => {
        const ledger = fitOf(applicant, program)
        expect(standingSentence(ledger)).toMatch(new RegExp(`^${STANDING_WORDS[ledger.standing].word}`))
        expect(standingSentence(ledger)).not.toMatch(/^\d/)
      }),
    )
  })

  it('exists for every gate that can stand as a condition', () => {
    fc.assert(
      fc.property(applicants, programs, todays, (applicant, program, today) => {
        for (const condition of fitOf(applicant, program, today).conditions) {
          expect(`${condition.reason}: ${conditionPhrase(condition)}`).toMatch(/: \w/)
        }
      }),
      { numRuns: 500 },
    )
    expect(Object.keys(CONDITION_PHRASES).every((reason) => reason in GATE_SENTENCES)).toBe(true)
  })
})

describe('what a person reads', () => {
  it('names the condition beside the standing', () => {
    const ledger = fitOf(
      buildApplicant(),
      buildProgram({ facts: [buildFact({ field: 'offers_place_this_season', value: 'yes', season: 2028 })] }),
    )
    expect(standingSentence(ledger)).toBe('Solid, if it sponsors the J-1.')
  })

  it('says of an old no when it was said and by whom', () => {
    const ledger = fitOf(
      buildApplicant(),
      buildProgram({ facts: [buildFact({ field: 'j1_accepted', value: 'no', year: 2013 })] }),
    )
    const gate = ledger.gates.find((candidate) => candidate.code === 'visa')
    expect(gate && gateSentence(gate)).toBe(
      'Whether it sponsors the J-1 is not known. Last known: J-1 no, 2013, from the program.',
    )
  })

  it('speaks calmly of a result that did not pass', () => {
    const ledger = fitOf(
      buildApplicant({ attempts: [buildAttempt({ takenOn: '2026-06-20', outcome: 'fail', score: 210 })] }),
    )
    const gate = ledger.gates.find((candidate) => candidate.code === 'step2ck')
    expect(gate && gateSentence(gate)).toMatch(
      /^This attempt did not pass\. It stays on the transcript\. 210 is below 218, the passing standard on 20 June 2026\./,
    )
  })

  it('never sends a graduate to hands-on work', () => {
    const ledger = fitOf(
      buildApplicant({ clinical: [] }),
      buildOpenProgram({ facts: [buildFact({ field: 'us_clinical_experience', value: 'required' })] }),
    )
    const gate = ledger.gates.find((candidate) => candidate.code === 'us_clinical_required')
    expect(gate && `${gateSentence(gate)} ${gateOpener(gate)}`).toMatch(/may observe only/)
  })

  it('says which facts are missing when they are not enough', () => {
    expect(standingSentence(fitOf(buildEmptyApplicant()))).toBe(
      'Not enough facts yet. Enter your exam results, your research and your publications.',
    )
  })

  it('says what the number is not', () => {
    expect(fitSentence({ point: 62, low: 50, high: 71, neutral: 50 })).toBe(
      'On a scale to 100 the fit reads 62, where 50 is neutral. What is not known could make it 50 to 71. It compares programs with each other and is not a chance of matching.',
    )
  })

  it('has a word and a sign of its own for each standing', () => {
    expect(new Set(STANDINGS.map((standing) => STANDING_WORDS[standing].sign)).size).toBe(STANDINGS.length)
    expect(GATE_CODES.every((code) => gateTitle({ code }).length > 0)).toBe(true)
  })

  it('cites the criterion with its section of the article', () => {
    expect(factorCitation({ criteria: ['C4', 'G3'] })).toBe('C4, Target ranges; G3, Question 3')
    expect(sectionOf('A1')).toBe('Role of Step scores')
  })
})
