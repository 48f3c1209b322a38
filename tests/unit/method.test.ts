import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type ArticleCriterion,
  CRITERIA_PLACES,
  criteriaGroups,
} from '@/app/(public)/method/_components/criteria-places'
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

/** The article's criteria by group, counted apart from the page's own list. */
const COUNTS = { A: 5, B: 7, C: 14, D: 3, E: 5, F: 8, G: 4, H: 2 } as const
const IDS = Object.entries(COUNTS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
)

describe('the table of criteria', () => {
  const APP = resolve(import.meta.dirname, '../../app')
  const pages = new Set(
    readdirSync(APP, { recursive: true, encoding: 'utf8' })
      .filter((path) => path === 'page.tsx' || path.endsWith('/page.tsx'))
      .map(
        (path) =>
          `/${path
            .split('/')
            .slice(0, -1)
            .filter((part) => !part.startsWith('('))
            .join('/')}`,
      ),
  )

  test('names every criterion once, in the article’s order, and shows each', () => {
    expect(Object.keys(CRITERIA_PLACES)).toEqual(IDS)
    expect(criteriaGroups().flatMap(({ ids }) => ids)).toEqual(IDS)
  })

  test.each(IDS)('%s has a place that does something about it, on a page that exists', (id) => {
    const row = CRITERIA_PLACES[id as ArticleCriterion]
    expect(row.asks.length).toBeGreaterThan(10)
    expect(row.places.length).toBeGreaterThan(0)
    for (const { href, does, label } of row.places) {
      expect(pages, `${id}: ${href}`).toContain(href.split('#')[0])
      expect(does).toMatch(/^[A-Z0-9].*\.$/)
      expect(label).not.toBe('')
    }
  })

  test('a criterion that a factor or a gate cites leads to it', () => {
    const cited = new Set([
      ...Object.values(FACTOR_CRITERIA).flat(),
      ...Object.values(GATE_QUESTIONS).flatMap(({ rules }) => rules.flatMap(({ criteria }) => criteria)),
    ])
    expect([...cited].every((id) => id in CRITERIA_PLACES)).toBe(true)
  })
})
