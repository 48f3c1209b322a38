import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import type { Pathway } from '@/lib/programs/pathway'
import { readBalance } from '@/lib/strategy/balance'
import { balanceSentence, gapSentence, suggestionReasonWords } from '@/lib/strategy/balance-words'
import {
  actionEffectWords,
  changeNeedWords,
  changeTimingWords,
  changeTitle,
} from '@/lib/strategy/change-words'
import { changeKey, possibleChanges } from '@/lib/strategy/changes'
import { compareDelay, NO_GAINS } from '@/lib/strategy/delay'
import {
  delaySentence,
  delayVerdictWords,
  needsNoYearWords,
  waitingAloneWords,
  yearTaskWords,
} from '@/lib/strategy/delay-words'
import { type Grounds, groundsWords } from '@/lib/strategy/grounds'
import { listQuestions } from '@/lib/strategy/open-questions'
import { eligibilitySentence, pathwayAdviceWords } from '@/lib/strategy/pathway-advice-words'
import { comparePathways } from '@/lib/strategy/pathways'
import { profileAdvice } from '@/lib/strategy/profile-advice'
import { profileAdviceWords } from '@/lib/strategy/profile-advice-words'
import { coordinatorMessage, questionText } from '@/lib/strategy/question-words'
import { suggestPrograms } from '@/lib/strategy/suggestions'
import { createUnlocker, listActions, readActions, smallestUnlock } from '@/lib/strategy/unlocks'
import { buildSeason, shippedSeason } from '@/tests/factories/season'
import { shippedProgram, shippedPrograms } from '@/tests/factories/shipped-catalogue'
import {
  buildHighScoreWithoutGenetics,
  buildLowScoreWithResearch,
  buildPermanentResident,
} from '@/tests/factories/written-applicants'

/*
 * Three people over the catalogue as it ships: the advice that a good adviser would sign, and nothing that they would not.
 */

const listed = shippedPrograms.map((program) => ({ program, appliedOn: null }))

function adviseOn(applicant: Applicant) {
  const setting = { applicant, season: shippedSeason(2028), policy: FIT_POLICY, today: '2026-11-22' }
  const doors = comparePathways(setting, shippedPrograms)
  const unlocker = createUnlocker(setting)
  return {
    setting,
    actions: listActions(setting, listed),
    read: readActions(setting, listed),
    first: profileAdvice(setting, listed),
    questions: listQuestions(setting, listed),
    balance: readBalance(setting, listed, shippedPrograms),
    suggestions: suggestPrograms(setting, { programs: [], catalogue: shippedPrograms, dismissals: [] }),
    delay: compareDelay(setting, { programs: listed, next: buildSeason(2029), gains: NO_GAINS }),
    doors,
    door: (pathway: Pathway) => {
      const found = doors.find((view) => view.pathway === pathway)
      if (!found) throw new Error(pathway)
      return found
    },
    smallest: (id: string) => smallestUnlock(unlocker.unlocksOf(shippedProgram(id))),
  }
}

/** Everything that the pages would say to this person, each with what it rests on where it is an advice. */
function everySentence(advice: ReturnType<typeof adviseOn>): string[] {
  const { applicant } = advice.setting
  return [
    ...advice.actions.flatMap((action) => [
      changeTitle(action.change),
      actionEffectWords(action),
      changeTimingWords(action.timing),
      ...action.needs.map(changeNeedWords),
    ]),
    ...advice.questions.flatMap((asked) => [
      ...asked.questions.map(questionText),
      coordinatorMessage(asked, shippedProgram(asked.programId), applicant, 2028)?.body ?? '',
    ]),
    ...advice.doors.flatMap((view) => [
      eligibilitySentence(view),
      ...view.advice.map(({ code }) => pathwayAdviceWords(code)),
    ]),
    balanceSentence(advice.balance),
    ...advice.balance.gaps.map(({ code }) => gapSentence(code)),
    ...advice.suggestions.flatMap(({ reasons }) => reasons.map(suggestionReasonWords)),
    delayVerdictWords(advice.delay.verdict),
    delaySentence(advice.delay) ?? '',
    needsNoYearWords(advice.delay) ?? '',
    waitingAloneWords(advice.delay),
    ...advice.delay.tasks.map(yearTaskWords),
    ...advice.first.map(profileAdviceWords),
  ]
}

function groundsOf(advice: ReturnType<typeof adviseOn>): readonly Grounds[] {
  return [
    ...advice.actions.map((action) => action.grounds),
    ...advice.first.map((one) => one.grounds),
    ...advice.doors.flatMap((view) => view.advice.map((one) => one.grounds)),
    ...advice.balance.gaps.map((gap) => gap.grounds),
    ...advice.suggestions.flatMap(({ reasons }) => reasons.map((reason) => reason.grounds)),
    advice.delay.grounds,
  ]
}

function criteriaOf(advice: ReturnType<typeof adviseOn>): readonly string[] {
  return [...new Set(groundsOf(advice).flatMap(({ criteria }) => criteria))]
}

const highScore = adviseOn(buildHighScoreWithoutGenetics())
const lowScore = adviseOn(buildLowScoreWithResearch())
const resident = adviseOn(buildPermanentResident())

describe('a 252 with nothing in genetics, who needs a J-1', () => {
  const keys = highScore.actions.map(({ change }) => changeKey(change))

  test('is told to get into genetics, and not to chase a higher score', () => {
    expect(keys).toContain('genetics_research:6')
    expect(keys).toContain('us_geneticist_letter')
    expect(keys).toContain('genetics_observership:4')
    expect(keys.some((key) => key.startsWith('step2ck'))).toBe(false)
    expect(highScore.door('peds_mgg').advice.map(({ code }) => code)).toContain('combined_needs_exposure')
  })

  test('hears first that genetics is missing and not the score, and observes before asking for a letter', () => {
    expect(highScore.first.map(({ code }) => code)).toEqual(['genetics_is_missing', 'visa_to_confirm'])
    expect(highScore.first.map(profileAdviceWords).join(' ')).toMatch(
      /252 is not what is missing.*observing.*letter from a US geneticist.*research/,
    )
    expect(keys.indexOf('us_geneticist_letter')).toBeGreaterThan(keys.indexOf('genetics_observership:4'))
    expect(keys.indexOf('first_author_paper')).toBeGreaterThan(keys.indexOf('genetics_research:6'))
  })

  test('is not told that a longer stay in research would change nothing (G3)', () => {
    const idle = highScore.read.idle.map(({ change }) => changeKey(change))
    expect(idle).not.toContain('genetics_research:12')
    expect(idle).not.toContain('genetics_observership:12')
    const known = [...keys, ...highScore.read.noMore.map(changeKey), ...idle]
    expect(known.toSorted()).toEqual(possibleChanges(highScore.setting.applicant).map(changeKey).toSorted())
  })

  test('is cited nothing of low scores or failed attempts', () => {
    expect(criteriaOf(highScore).filter((id) => /^(B[367]|C5|D[13]|G2)$/.test(id))).toEqual([])
  })

  test('is a graduate: is sent to observe and never to an elective', () => {
    expect(keys.some((key) => key.startsWith('genetics_elective'))).toBe(false)
    expect(everySentence(highScore).join(' ')).not.toMatch(/elective|sub-internship|externship/i)
    const observing = highScore.actions.find(({ change }) => change.code === 'genetics_observership')
    expect(observing?.needs).toContain('observing_only')
  })

  test('hears that a paper and a letter need someone and something first', () => {
    const needs = (code: string) => highScore.actions.find(({ change }) => change.code === code)?.needs
    expect(needs('first_author_paper')).toContain('project_first')
    expect(needs('us_geneticist_letter')).toContain('someone_who_saw_you_work')
  })

  test('finds two-year genetics explained as not open yet, and opened by an ACGME year alone', () => {
    expect(highScore.door('mgg').eligibility).toBe('when')
    for (const { id } of shippedPrograms.filter(({ pathway }) => pathway === 'mgg')) {
      const smallest = highScore.smallest(id)
      if (smallest !== null) expect(smallest.change.code, id).toBe('acgme_training')
    }
    expect(
      highScore.balance.cannotTake.filter(({ standing }) => standing === 'not_yet_eligible').length,
    ).toBe(24)
  })

  test('asks about the place and the J-1, never about the H-1B, and boasts of nothing in genetics', () => {
    for (const asked of highScore.questions) {
      expect(asked.questions[0]?.field).toBe('offers_place_this_season')
      expect(asked.questions.map(({ field }) => field)).not.toContain('h1b_accepted')
      const { body } =
        coordinatorMessage(asked, shippedProgram(asked.programId), highScore.setting.applicant, 2028) ?? {}
      expect(body).not.toMatch(/research|paper|weeks of|observing/)
    }
  })

  test('writes to no program that no answer could open', () => {
    const asked = highScore.questions.map(({ programId }) => shippedProgram(programId).pathway)
    expect(asked).not.toContain('mgg')
    expect(asked).not.toContain('mfm_mgg')
    expect(asked).toContain('peds_mgg')
  })

  test('does not wait for what still counts in this season', () => {
    expect(highScore.delay.winsIf.map(({ change }) => changeKey(change))).toEqual(['acgme_training:12'])
    expect(highScore.delay.needsNoYear.map(changeKey)).toContain('genetics_observership:4')
    expect(needsNoYearWords(highScore.delay)).toMatch(/still count in season 2028.*begin with them/)
  })

  test('is told to weigh a year, and that the certificate would end before the later start', () => {
    expect(highScore.delay.verdict).toBe('weigh')
    expect(highScore.delay.renewCertificateBefore).toBe('2028-12-31')
    expect(highScore.delay.tasks.map(({ state }) => state)).toEqual(['missing', 'missing', 'missing'])
  })
})

describe('a 228 with a failed Step 1, two years in a genetics laboratory abroad and a first-author paper', () => {
  const keys = lowScore.actions.map(({ change }) => changeKey(change))

  test('is told to apply, broadly, with research that sponsors and with backups', () => {
    expect(lowScore.delay.verdict).toBe('now_is_reasonable')
    expect(lowScore.door('peds_mgg').eligibility).toBe('now')
    expect(lowScore.door('pediatrics').advice.map(({ code }) => code)).toContain('backup_with_low_score')
    expect(lowScore.balance.gaps.map(({ code }) => code)).toContain('backup')
    const sponsoring = lowScore.suggestions.filter(({ fills }) => fills.includes('research_that_sponsors'))
    expect(sponsoring.length).toBeGreaterThan(0)
  })

  test('is told to explain the fail once, to find a US letter and to observe: what G2 and A4 ask', () => {
    expect(keys).toContain('explanation_on_file')
    expect(keys).toContain('us_geneticist_letter')
    expect(keys[0]).toBe('genetics_observership:12')
    const explanation = lowScore.actions.find(({ change }) => change.code === 'explanation_on_file')
    expect(explanation?.strengthened.length).toBeGreaterThan(30)
    expect(explanation?.grounds.criteria).toContain('G2')
  })

  test('hears what eases the fail, what carries the application, and to apply broadly; never what C5 says below 220', () => {
    expect(lowScore.first.map(({ code }) => code)).toEqual([
      'fail_is_eased',
      'research_carries',
      'apply_broadly',
      'niche_counts',
      'visa_to_confirm',
    ])
    const [fail] = lowScore.first
    if (fail === undefined) throw new Error('nothing is said')
    expect(profileAdviceWords(fail)).toBe(
      'Attempts that did not pass: 1 at Step 1. Three things ease it: a clearly stronger Step 2 CK (partly there), an explanation on file (not there yet) and strong clinical evaluations (partly there).',
    )
    expect(fail.grounds.criteria).toEqual(['B3', 'G2', 'B6'])
    expect(criteriaOf(lowScore)).toEqual(expect.arrayContaining(['B3', 'D1', 'D2', 'D3', 'G2', 'G3']))
    expect(criteriaOf(lowScore)).not.toContain('C5')
  })

  test('writes to programs about the research, and not about the score', () => {
    for (const asked of lowScore.questions) {
      const { body } =
        coordinatorMessage(asked, shippedProgram(asked.programId), lowScore.setting.applicant, 2028) ?? {}
      expect(body).toContain('24 months of genetics research, a first-author paper in genetics')
      expect(body).not.toMatch(/228|Step 1|fail/)
    }
  })

  test('is not told that research lifts over a published minimum: no change opens what a minimum closes', () => {
    const minimum = {
      ...shippedProgram('ut-utah-peds-mgg'),
      facts: [
        {
          ...shippedProgram('ut-utah-peds-mgg').facts[0],
          id: 'm',
          field: 'min_step2ck',
          value: 230,
          scope: 'program',
          year: 2026,
        } as (typeof shippedPrograms)[number]['facts'][number],
      ],
    }
    expect(
      createUnlocker(lowScore.setting)
        .unlocksOf(minimum)
        .filter(({ effect }) => effect === 'opens'),
    ).toEqual([])
  })
})

describe('a permanent resident with an ACGME year', () => {
  test('finds two-year genetics open, with its own calendar and fees', () => {
    const door = resident.door('mgg')
    expect(door.eligibility).toBe('now')
    expect(door.advice.map(({ code }) => code)).toEqual(['two_year_is_open'])
    expect(door.fees?.of[0]).toEqual({ programs: 1, fee: 115 })
    expect(resident.suggestions.some(({ programId }) => shippedProgram(programId).pathway === 'mgg')).toBe(
      true,
    )
  })

  test('hears that the door is open, by calendars of its own', () => {
    expect(resident.first.map(({ code }) => code)).toEqual(['two_year_is_open'])
    expect(resident.first.map(profileAdviceWords).join()).toMatch(
      /July cycle.*December cycle \(projected\).*ask each/,
    )
    expect(resident.delay.now.fellowshipReview?.on).toBe('2027-07-21')
  })

  test('is cited no visa rule, and nothing of low scores', () => {
    const cited = groundsOf(resident).map(groundsWords).join(' ')
    expect(cited).not.toMatch(/FAM|EVSP|J-1|H-1B/)
    expect(criteriaOf(resident).filter((id) => /^(B[367]|C5|D[13]|G2)$/.test(id))).toEqual([])
  })

  test('is asked, told and warned of no visa anywhere', () => {
    const fields = resident.questions.flatMap(({ questions }) => questions.map(({ field }) => field))
    expect(fields).not.toContain('j1_accepted')
    expect(fields).not.toContain('h1b_accepted')
    expect(everySentence(resident).join(' ')).not.toMatch(/J-1|H-1B|Intealth|visitor/)
  })

  test('keeps a permanent certificate, so that waiting alone closes nothing', () => {
    expect(resident.delay.renewCertificateBefore).toBeNull()
    // Four weeks count this season as much as twelve do: no reason to wait for either.
    expect(resident.delay.winsIf.map(({ change }) => change.code)).not.toContain('genetics_observership')
    expect(needsNoYearWords(resident.delay)).toContain(
      'opens on 21 July 2027 in the July cycle and on 22 September 2027',
    )
    expect(resident.delay.waitingAlone.closes).toEqual([])
  })
})

describe('all of it', () => {
  test('can be traced: each advice has a criterion or a source', () => {
    for (const advice of [highScore, lowScore, resident]) {
      for (const on of groundsOf(advice)) expect(groundsWords(on)).not.toBe('')
      for (const { questions } of advice.questions) {
        for (const question of questions) expect(question.criteria.length).toBeGreaterThan(0)
      }
    }
  })

  test('reads as no chance of matching, no pity and no rank-list promise, and is whole', () => {
    for (const advice of [highScore, lowScore, resident]) {
      for (const words of everySentence(advice)) {
        expect(words).not.toMatch(/undefined|NaN|\bnull\b|%/)
        expect(words).not.toMatch(/chance|probab|odds|likely to match|will match|guarantee/i)
        expect(words).not.toMatch(/rank you|my first choice|number one/i)
      }
    }
  })

  test('no file of strategy holds a sentence about a chance', () => {
    const folder = new URL('../../../lib/strategy/', import.meta.url)
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
      const code = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      expect(code, name).not.toMatch(/\bchance|probab|\bodds\b|percent/i)
    }
  })
})
