import { describe, expect, test } from 'vitest'
import { evaluateFit } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import { resolveFact } from '@/lib/programs/resolve-fact'
import {
  ASKABLE_FIELDS,
  createQuestioner,
  isPlaceQuestion,
  listQuestions,
  programQuestions,
  spreadGroups,
} from '@/lib/strategy/open-questions'
import {
  answersWords,
  coordinatorMessage,
  MOST_ASKED,
  MOST_STRENGTHS,
  questionReason,
  questionText,
  settlingWords,
  spreadGroupWords,
  spreadWords,
} from '@/lib/strategy/question-words'
import { standingRank } from '@/lib/strategy/standing-order'
import { strengthsOf, strengthWords } from '@/lib/strategy/strengths'
import { answerProblem, toldFact, withToldFact } from '@/lib/strategy/told-fact'
import {
  buildApplicant,
  buildEmptyApplicant,
  buildPublication,
  buildResearch,
} from '@/tests/factories/applicant'
import { buildFact, buildProgram } from '@/tests/factories/program'
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
const PEOPLE = [
  buildHighScoreWithoutGenetics(),
  buildLowScoreWithResearch(),
  buildPermanentResident(),
  buildApplicant({
    visa: { need: 'needs_visa', acceptable: ['h1b'], j1YearsUsed: 0, entryLimitMayApply: null },
  }),
]

describe('the reported spread', () => {
  test('is what entering each possible answer shows, at every program and for each person', () => {
    let asked = 0
    for (const applicant of PEOPLE) {
      const { questionsOf } = createQuestioner(setting(applicant))
      for (const program of shippedPrograms) {
        const { questions } = questionsOf({ program, appliedOn: null })
        for (const question of questions) {
          asked += 1
          const standings = question.answers.map((answer) => {
            const fact = toldFact({
              id: 'told-1',
              field: question.field,
              value: answer.value,
              statedOn: today,
              seasonYear: season.year,
            })
            expect(answerProblem({ ...fact, statedOn: today }, today)).toBeNull()
            const ledger = evaluateFit({ ...setting(applicant), program: withToldFact(program, fact) })
            expect(ledger.standing, `${program.id} ${question.field} ${answer.value}`).toBe(answer.standing)
            expect(ledger.conditions.length).toBe(answer.conditions)
            return standingRank(ledger.standing)
          })
          expect(question.spread).toBe(Math.max(...standings) - Math.min(...standings))
        }
      }
    }
    expect(asked).toBeGreaterThan(200)
  })

  test('the place this season comes first wherever it is not known', () => {
    for (const program of shippedPrograms) {
      const { questions } = programQuestions({ ...setting(buildApplicant()), program, appliedOn: null })
      const place = questions.findIndex((question) => question.field === 'offers_place_this_season')
      expect(place).toBeLessThanOrEqual(0)
      const rest = questions.slice(place + 1).map((question) => question.spread)
      expect(rest).toEqual([...rest].sort((a, b) => b - a))
    }
  })

  test('an old, an undated and a parent’s "no" are asked about; a fresh one of the program is not', () => {
    const at = (fact: Partial<Parameters<typeof buildFact>[0]>) => {
      const program = buildProgram({ facts: [buildFact({ field: 'j1_accepted', value: 'no', ...fact })] })
      return programQuestions({ ...setting(buildApplicant()), program, appliedOn: null }).questions.find(
        (question) => question.field === 'j1_accepted',
      )
    }
    expect(at({ year: 2013 })).toMatchObject({ why: 'old', lowest: 'closed' })
    expect(at({ year: null })).toMatchObject({ why: 'undated' })
    expect(at({ scope: 'parent' })).toMatchObject({ why: 'borrowed' })
    expect(at({ year: 2026 })).toBeUndefined()
    const old = at({ year: 2013 })
    expect(old && questionReason(old)).toBe('Last known: no, 2013: old, so it is a question.')
  })

  test('a limit that nobody stated is not asked about, and neither is a visa that is not needed', () => {
    const program = buildProgram()
    const fields = (applicant: Applicant) =>
      programQuestions({ ...setting(applicant), program, appliedOn: null }).questions.map(
        ({ field }) => field,
      )
    expect(fields(buildApplicant()).slice(0, 2)).toEqual(['offers_place_this_season', 'j1_accepted'])
    expect(fields(buildApplicant())).not.toContain('min_step2ck')
    expect(fields(buildApplicant())).not.toContain('h1b_accepted')
    expect(fields(buildPermanentResident())).not.toContain('j1_accepted')
  })

  test('one question to many programs falls into groups by what it decides, and no program is lost', () => {
    const listed = shippedPrograms.map((program) => ({ program, appliedOn: null }))
    const place = listQuestions(setting(buildLowScoreWithResearch()), listed).flatMap(({ questions }) =>
      questions.filter(isPlaceQuestion),
    )
    const groups = spreadGroups(place)
    expect(groups.flatMap(({ programIds }) => programIds).sort()).toEqual(
      place.map(({ programId }) => programId).sort(),
    )
    for (const { lowest, highest, programIds } of groups) {
      const of = place.filter((question) => programIds.includes(question.programId))
      expect(of.every((question) => question.lowest === lowest && question.highest === highest)).toBe(true)
    }
    const spreads = groups.map(({ lowest, highest }) => standingRank(highest) - standingRank(lowest))
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a))
    expect(spreadGroupWords({ lowest: 'closed', highest: 'solid', programIds: ['a'] })).toBe(
      'At 1 program the answer decides between closed and solid.',
    )
    expect(settlingWords([{ field: 'j1_accepted' }, { field: 'years_since_graduation_max' }])).toBe(
      'Also open, though the standing stays: J-1 accepted; most years since graduation.',
    )
  })

  test('a list is ranked by the largest spread, whatever its order', () => {
    const listed = shippedPrograms.map((program) => ({ program, appliedOn: null }))
    const found = listQuestions(setting(buildLowScoreWithResearch()), listed)
    const spreads = found.map(({ spread }) => spread)
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a))
    expect(listQuestions(setting(buildLowScoreWithResearch()), [...listed].reverse())).toEqual(found)
  })
})

describe('a told fact', () => {
  test('wins over the catalogue, says who said it and when, and is gone when withdrawn', () => {
    const program = buildProgram({ facts: [buildFact({ field: 'j1_accepted', value: 'no', year: 2026 })] })
    const fact = toldFact({
      id: 't',
      field: 'j1_accepted',
      value: 'yes',
      statedOn: '2026-11-20',
      seasonYear: 2028,
    })
    expect(fact.source.title).toBe('Told by the program on 20 November 2026')
    expect(fact.origin).toBe('told')
    const told = withToldFact(program, fact)
    expect(resolveFact(told, 'j1_accepted', 2028).value).toBe('yes')
    expect(
      resolveFact({ ...told, facts: told.facts.filter(({ id }) => id !== 't') }, 'j1_accepted', 2028).value,
    ).toBe('no')
  })

  test('a second answer replaces the first, also on the same day', () => {
    const say = (value: string) =>
      toldFact({ id: value, field: 'j1_accepted', value, statedOn: today, seasonYear: 2028 })
    const twice = withToldFact(withToldFact(buildProgram(), say('no')), say('yes'))
    expect(resolveFact(twice, 'j1_accepted', 2028).value).toBe('yes')
  })

  test('a place is told of one season and says nothing of the next', () => {
    const fact = toldFact({
      id: 't',
      field: 'offers_place_this_season',
      value: 'no',
      statedOn: today,
      seasonYear: 2028,
    })
    const told = withToldFact(buildProgram(), fact)
    expect(resolveFact(told, 'offers_place_this_season', 2028).value).toBe('no')
    expect(resolveFact(told, 'offers_place_this_season', 2029).value).toBeNull()
  })

  test('what cannot be an answer is refused', () => {
    const on = { statedOn: today }
    expect(answerProblem({ field: 'j1_accepted', value: 'perhaps', ...on }, today)).toBe('not_an_answer')
    expect(answerProblem({ field: 'min_step2ck', value: '230', ...on }, today)).toBe('not_a_number')
    expect(answerProblem({ field: 'j1_accepted', value: 'yes', statedOn: '2026-11-23' }, today)).toBe(
      'said_in_future',
    )
    expect(answerProblem({ field: 'j1_accepted', value: 'case_by_case', ...on }, today)).toBeNull()
  })
})

describe('the message', () => {
  test('fits one screen, names three true strengths at most, asks three things at most, and commits to nothing', () => {
    for (const applicant of [...PEOPLE, buildEmptyApplicant()]) {
      for (const program of shippedPrograms) {
        const questions = programQuestions({ ...setting(applicant), program, appliedOn: null })
        const message = coordinatorMessage(questions, program, applicant, 2028)
        if (message === null) {
          expect(questions.questions).toEqual([])
          continue
        }
        const text = `${message.subject}\n${message.body}`
        expect(text.length).toBeLessThan(1300)
        expect(text).not.toMatch(/rank|number one|first choice|top choice|guarantee|chance|commit|match you/i)
        expect(text).not.toMatch(/undefined|null|NaN|low score|I know my/i)
        expect([...text.matchAll(/^\d\. /gm)].length).toBeLessThanOrEqual(MOST_ASKED)
        const said = strengthsOf(applicant).map(strengthWords)
        expect(said.filter((words) => text.includes(words)).length).toBeLessThanOrEqual(MOST_STRENGTHS)
        if (questions.questions[0]?.field === 'offers_place_this_season') {
          expect(text).toContain('offer a place')
        }
      }
    }
  })

  test('invents nothing: an empty profile has no strength, a submitted paper is submitted, observing is observing', () => {
    expect(strengthsOf(buildEmptyApplicant())).toEqual([])
    expect(strengthsOf(buildHighScoreWithoutGenetics())).toEqual([
      { code: 'honors', subjects: ['pediatrics', 'medicine'] },
      { code: 'step2ck', score: 252 },
    ])
    const submitted = buildApplicant({
      research: [buildResearch({ field: 'other', months: 30 })],
      publications: [buildPublication({ state: 'submitted' })],
    })
    const words = strengthsOf(submitted).map(strengthWords)
    expect(words).toContain('a submitted first-author paper in genetics')
    expect(words).toContain('8 weeks of observing in a genetics clinic')
    expect(words.join()).not.toContain('research')
  })

  test('a 228 after a failed Step 1 speaks of the research and not of the score', () => {
    const words = strengthsOf(buildLowScoreWithResearch()).map(strengthWords)
    expect(words.slice(0, 2)).toEqual(['24 months of genetics research', 'a first-author paper in genetics'])
    expect(words.join()).not.toContain('Step 2 CK')
  })

  test('every field has its question, spread and answers in words', () => {
    const seen = new Set<string>()
    for (const applicant of PEOPLE) {
      for (const program of shippedPrograms) {
        for (const question of programQuestions({ ...setting(applicant), program, appliedOn: null })
          .questions) {
          seen.add(question.field)
          const all = [
            questionText(question),
            questionReason(question),
            spreadWords(question),
            answersWords(question),
          ]
          expect(all.join(' ')).not.toMatch(/undefined|null|NaN|%|chance/)
          expect(questionText(question)).toMatch(/\?$/)
          expect(question.criteria.length).toBeGreaterThan(0)
        }
      }
    }
    expect(seen.size).toBeGreaterThan(5)
    expect([...seen].every((field) => ASKABLE_FIELDS.some((known) => known === field))).toBe(true)
  })
})
