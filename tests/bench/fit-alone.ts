import { createEvaluator, evaluateFit } from '../../lib/fit/evaluate'
import { FIT_POLICY } from '../../lib/fit/policy'
import { buildApplicant } from '../factories/applicant'
import { buildFact, buildOpenProgram } from '../factories/program'
import { buildSeason } from '../factories/season'

/* Prints how many ledgers a second one core makes: `npx tsx tests/bench/fit-alone.ts`. */

const SECONDS = 2
const season = buildSeason(2028)
const applicant = buildApplicant()
const programs = Array.from({ length: 60 }, (_, index) =>
  buildOpenProgram({
    id: `program-${index}`,
    facts: [
      buildFact({ field: 'setting', value: 'university', scope: 'classification', year: null }),
      buildFact({ field: 'research_orientation', value: 'high', scope: 'classification', year: null }),
      buildFact({ field: 'h1b_accepted', value: 'no', scope: 'institution', year: null }),
      buildFact({ field: 'nrmp_last_year_with_position', value: 2025, year: 2025 }),
      buildFact({ field: 'official_url', value: 'https://example.org', year: null }),
      buildFact({ field: 'duration_years', value: 4, year: null }),
    ],
  }),
)
const input = { applicant, season, policy: FIT_POLICY, today: '2026-11-22' }

function measure(name: string, once: (index: number) => { fit: { point: number } }): void {
  let sum = 0
  for (let index = 0; index < 20_000; index += 1) sum += once(index).fit.point
  const start = performance.now()
  let count = 0
  while (performance.now() - start < SECONDS * 1000) {
    for (let index = 0; index < 1000; index += 1) sum += once(index).fit.point
    count += 1000
  }
  const perSecond = Math.round((count / (performance.now() - start)) * 1000)
  console.log(`${name}: ${perSecond.toLocaleString('en-US')} a second (check ${sum > 0 ? 'ok' : 'empty'})`)
}

const evaluate = createEvaluator(input)
const at = (index: number) => programs[index % programs.length] ?? programs[0]
measure('evaluateFit', (index) => {
  const program = at(index)
  if (!program) throw new Error('no program')
  return evaluateFit({ ...input, program })
})
measure('createEvaluator, one list', (index) => {
  const program = at(index)
  if (!program) throw new Error('no program')
  return evaluate(program)
})
