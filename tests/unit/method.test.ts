import { expect, test } from 'vitest'
import { FACTOR_CRITERIA } from '@/app/(public)/method/_components/factor-criteria'
import { GATE_QUESTIONS } from '@/app/(public)/method/_components/gate-questions'
import { createEvaluator } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import { sampleApplicant } from '@/lib/profile/sample-applicant'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-programs'

const season = shippedSeason(2028)
const sample = sampleApplicant(2028)
const APPLICANTS = [
  EMPTY_APPLICANT,
  sample,
  { ...sample, attempts: [], letters: [], research: [], publications: [], clinical: [], niches: [] },
  { ...sample, visa: { ...sample.visa, need: 'no_visa_needed' as const } },
  { ...sample, visa: { ...sample.visa, acceptable: ['h1b'] as const } },
  {
    ...sample,
    attempts: [
      {
        id: 'a',
        exam: 'step2ck' as const,
        takenOn: '2026-01-10',
        outcome: 'pass' as const,
        score: 218,
        oet: null,
      },
    ],
  },
]

/** What the method page says is what the engine does: a rule that the page does not name would fail here. */
test('the method page names every rule and criterion that a ledger cites', () => {
  for (const applicant of APPLICANTS) {
    const evaluate = createEvaluator({ applicant, season, policy: FIT_POLICY, today: '2026-11-22' })
    for (const program of shippedPrograms()) {
      const ledger = evaluate(program)
      for (const factor of ledger.factors) {
        expect(FACTOR_CRITERIA[factor.code], factor.code).toEqual(
          expect.arrayContaining([...factor.criteria]),
        )
      }
      for (const gate of ledger.gates) {
        expect(
          GATE_QUESTIONS[gate.code].rules.map((rule) => rule.code),
          gate.code,
        ).toContain(gate.rule.code)
      }
    }
  }
})
