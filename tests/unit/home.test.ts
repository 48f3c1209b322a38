import { describe, expect, test } from 'vitest'
import { createEvaluator } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import { countStandings, examMarks, namedProblems, PROBLEM_CODES, problemWords } from '@/lib/home'
import type { Applicant } from '@/lib/profile/applicant'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { SAMPLE_PROGRAMS, sampleApplicant } from '@/lib/profile/sample-applicant'
import { timingVerdict } from '@/lib/timing/verdict'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-programs'
import {
  buildHighScoreWithoutGenetics,
  buildLowScoreWithResearch,
  buildPermanentResident,
} from '@/tests/factories/written-applicants'

const season = shippedSeason(2028)
const today = '2026-11-22'
const sample = sampleApplicant(2028)

function ledgersOf(applicant: Applicant) {
  const evaluate = createEvaluator({ applicant, season, policy: FIT_POLICY, today })
  return SAMPLE_PROGRAMS.map((id) => {
    const program = shippedPrograms().find((candidate) => candidate.id === id)
    if (!program) throw new Error(`${id} is not in the catalogue`)
    return evaluate(program)
  })
}

function problemsOf(
  applicant: Applicant,
  ledgers = ledgersOf(applicant),
  interviews = { unanswered: 0, clashes: 0, unsaid: 0 },
) {
  const verdict = timingVerdict({
    season,
    today,
    attempts: applicant.attempts ?? [],
    examOn: null,
    zone: 'Asia/Kathmandu',
  })
  return namedProblems({ applicant, ledgers, verdict, interviews })
}

describe('the sample applicant', () => {
  test('shows open, conditional and not yet eligible programs, all of the catalogue', () => {
    const standings = new Set(ledgersOf(sample).map((ledger) => ledger.standing))
    expect([...standings]).toEqual(expect.arrayContaining(['solid', 'possible', 'not_yet_eligible']))
  })

  test('is told the letter it lacks and what to ask, and no problem that it has not', () => {
    const codes = problemsOf(sample).map((problem) => problem.code)
    expect(codes).toContain('no_us_geneticist_letter')
    expect(codes).toContain('place_unknown')
    expect(codes).not.toContain('oet_open')
    expect(codes).not.toContain('step2ck_open')
    expect(codes).not.toContain('list_empty')
  })
})

describe('named problems', () => {
  test('name what is missing most: anything in genetics, and the explanation of a fail', () => {
    const high = problemsOf(buildHighScoreWithoutGenetics()).map((problem) => problem.code)
    expect(high).toContain('no_genetics')
    expect(high).not.toContain('no_explanation')
    const low = problemsOf(buildLowScoreWithResearch()).map((problem) => problem.code)
    expect(low).not.toContain('no_genetics')
    expect(low).toContain('no_explanation')
    expect(problemsOf(buildPermanentResident()).map((problem) => problem.code)).toEqual(['place_unknown'])
  })

  test('send nobody to ask a program that asks for training first', () => {
    const applicant = buildHighScoreWithoutGenetics()
    const evaluate = createEvaluator({ applicant, season, policy: FIT_POLICY, today })
    const twoYear = shippedPrograms().filter(({ pathway }) => pathway === 'mgg')
    const codes = problemsOf(
      applicant,
      twoYear.map((program) => evaluate(program)),
    ).map((problem) => problem.code)
    expect(codes).not.toContain('visa_unknown')
    expect(codes).not.toContain('place_unknown')
  })

  test('make nothing of what is not said', () => {
    expect(problemsOf(EMPTY_APPLICANT, []).map((problem) => problem.code)).toEqual(['list_empty'])
  })

  test('name every exam that is said not to be taken and has no date', () => {
    const codes = problemsOf({ ...sample, attempts: [] }).map((problem) => problem.code)
    expect(codes).toEqual(expect.arrayContaining(['step1_open', 'step2ck_open', 'oet_open']))
  })

  test('ask for no date where the attempts are used up', () => {
    const days = ['2023-02-01', '2023-06-01', '2023-09-01', '2024-05-01']
    const attempts = days.map((takenOn) => ({
      id: takenOn,
      exam: 'step2ck' as const,
      takenOn,
      outcome: 'fail' as const,
      score: null,
      oet: null,
    }))
    const codes = problemsOf({ ...sample, attempts }).map((problem) => problem.code)
    expect(codes).not.toContain('step2ck_open')
    expect(codes).not.toContain('step1_open')
  })

  test('count a late Step 2 CK date first', () => {
    const late: Applicant = {
      ...sample,
      attempts: [
        { id: 'late', exam: 'step2ck', takenOn: '2027-09-10', outcome: 'planned', score: null, oet: null },
      ],
    }
    expect(problemsOf(late)[0]?.code).toBe('exam_date_misses_review')
  })

  test('begin with interviews that ask for the person, before any document', () => {
    const codes = problemsOf(sample, ledgersOf(sample), { unanswered: 1, clashes: 2, unsaid: 1 }).map(
      ({ code }) => code,
    )
    expect(codes.slice(0, 3)).toEqual(['invitations_unanswered', 'interviews_clash', 'interviews_unsaid'])
    expect(problemsOf(sample).map(({ code }) => code)).not.toContain('interviews_clash')
  })

  test('each have words and a way to mend them', () => {
    for (const code of PROBLEM_CODES) {
      for (const count of [1, 7]) {
        const words = problemWords({ code, count })
        expect(words.text).not.toBe('')
        expect(words.href).toMatch(/^\//)
      }
    }
    expect(problemWords({ code: 'visa_unknown', count: 1 }).text).toBe(
      'Visa not known at 1 program of your list',
    )
  })
})

test('standings are counted whole, each program once', () => {
  const ledgers = ledgersOf(sample)
  expect(countStandings(ledgers).reduce((sum, { count }) => sum + count, 0)).toBe(ledgers.length)
})

describe('the exam strip', () => {
  test('says what is passed, planned and open', () => {
    expect(examMarks(sample, today).map(({ exam, state, score }) => [exam, state, score])).toEqual([
      ['step1', 'passed', null],
      ['step2ck', 'passed', 233],
      ['oet', 'planned', null],
      ['step3', 'open', null],
    ])
  })

  test('asks for the outcome of a planned day that is over', () => {
    expect(examMarks(sample, '2027-08-15').find((mark) => mark.exam === 'oet')?.state).toBe('overdue')
  })

  test('does not take silence for "none"', () => {
    expect(examMarks(EMPTY_APPLICANT, today).every((mark) => mark.state === 'not_said')).toBe(true)
  })
})
