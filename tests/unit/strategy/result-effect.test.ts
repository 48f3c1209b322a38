import { describe, expect, test } from 'vitest'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { evaluateFit } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import { resultEffect } from '@/lib/strategy/result-effect'
import { effectMovedWords, effectSentence } from '@/lib/strategy/result-effect-words'
import { standingRank } from '@/lib/strategy/standing-order'
import { TRAJECTORY_PARTS, trajectory } from '@/lib/strategy/trajectory'
import { buildApplicant, buildEmptyApplicant } from '@/tests/factories/applicant'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-catalogue'

const today = '2026-11-22'
const season = shippedSeason(2028)
const listed = shippedPrograms.map((program) => ({ program, appliedOn: null }))

const step1: ExamAttempt = {
  id: 'a',
  exam: 'step1',
  takenOn: '2025-03-01',
  outcome: 'pass',
  score: null,
  oet: null,
}
const step2 = (outcome: 'pass' | 'fail', score: number): ExamAttempt => ({
  id: 'b',
  exam: 'step2ck',
  takenOn: '2026-10-01',
  outcome,
  score,
  oet: null,
})
const settingWith = (attempts: readonly ExamAttempt[]) => ({
  applicant: { ...buildApplicant(), attempts },
  season,
  policy: FIT_POLICY,
  today,
})
const effectOf = (result: ExamAttempt) => resultEffect(settingWith([step1, result]), listed, result.id)

describe('what a result changes on a list', () => {
  test('is what the fit says with it and while it was awaited, program by program', () => {
    const result = step2('pass', 251)
    const effect = effectOf(result)
    const all = [effect.opens, effect.closes, effect.raised, effect.lowered, effect.gatesOnly].flat()
    expect(all.length + effect.unchanged).toBe(listed.length)
    const waiting: ExamAttempt = { ...result, outcome: 'pending', score: null }
    for (const { program } of listed) {
      const read = (attempts: readonly ExamAttempt[]) =>
        evaluateFit({ ...settingWith(attempts), program, appliedOn: null }).standing
      const [before, after] = [read([step1, waiting]), read([step1, result])]
      const moved = all.find(({ programId }) => programId === program.id)
      if (before !== after) expect(moved).toMatchObject({ now: before, next: after })
      else if (moved) expect(effect.gatesOnly).toContain(moved)
    }
  })

  test('a strong pass lowers and closes nothing; a fail opens and raises nothing', () => {
    const pass = effectOf(step2('pass', 251))
    expect([...pass.closes, ...pass.lowered]).toEqual([])
    expect(pass.opens.length + pass.raised.length + pass.gatesOnly.length).toBeGreaterThan(0)
    const fail = effectOf(step2('fail', 205))
    expect([...fail.opens, ...fail.raised]).toEqual([])
    for (const { now, next } of [...fail.closes, ...fail.lowered])
      expect(standingRank(next)).toBeLessThan(standingRank(now))
    expect(effectSentence(fail)).not.toEqual(effectSentence(pass))
  })

  test('has words for nothing changed and for a standing that stayed', () => {
    const none = { opens: [], closes: [], raised: [], lowered: [], gatesOnly: [], unchanged: 3 }
    expect(effectSentence(none)).toBe('No standing and no gate on your list changes with this result.')
    const moved = { programId: 'x', now: 'solid', next: 'possible', gates: [] } as const
    expect(effectMovedWords(moved)).toBe('Solid while the result was open, possible with it.')
    expect(effectSentence({ ...none, lowered: [moved] })).toBe(
      'Against waiting for the result, it lowers 1 program. 3 programs stand as before.',
    )
    expect(effectMovedWords({ ...moved, next: 'solid' })).toBe('Solid, as before.')
  })
})

describe('the six parts', () => {
  test('are always six; what is not said is not "none"', () => {
    const silent = trajectory(buildEmptyApplicant())
    expect(silent.map(({ key }) => key)).toEqual([...TRAJECTORY_PARTS])
    expect(silent.every(({ state }) => state === 'not_said')).toBe(true)
    const empty = { ...buildEmptyApplicant(), attempts: [], clinical: [], research: [], letters: [] }
    const none = trajectory({ ...empty, publications: [] }).filter(({ key }) => key !== 'school')
    expect(none.every(({ state }) => state === 'ahead')).toBe(true)
  })

  test('name a later pass by its attempt and a first one as such', () => {
    const fail: ExamAttempt = { ...step1, id: 'f', takenOn: '2024-03-01', outcome: 'fail' }
    const parts = trajectory({ ...buildApplicant(), attempts: [fail, step1, step2('pass', 241)] })
    expect(parts[0]).toMatchObject({ state: 'shown', text: 'Passed at attempt 2.' })
    expect(parts[1]?.text).toBe('Passed at the first attempt with 241.')
  })
})
