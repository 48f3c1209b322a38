import { withOwnScope } from '../../db/access'
import { loadApplicant } from '../../db/queries/applicant'
import { listPrograms } from '../../db/queries/programs'
import { findCycleSeason } from '../../db/queries/seasons'
import { createEvaluator, evaluateFit } from '../../lib/fit/evaluate'
import { FIT_POLICY } from '../../lib/fit/policy'
import { median } from './load'
import type { World } from './world'

const RUNS = 5
const RUN_MS = 600

export type FitRates = { programs: number; facts: number; evaluateFit: number; createEvaluator: number }

/** Ledgers in a second of processor time on this one thread, of the measured member at every program of the catalogue. */
export async function measureFit(world: World): Promise<FitRates> {
  const { applicant, season, programs } = await withOwnScope(world.member, async (scope) => {
    const current = await findCycleSeason(scope)
    if (!current) throw new Error('the measured member has no cycle')
    return {
      season: current.season,
      applicant: await loadApplicant(scope),
      programs: await listPrograms(scope),
    }
  })
  const input = { applicant, season, policy: FIT_POLICY, today: '2026-11-22' } as const
  const evaluate = createEvaluator(input)
  return {
    programs: programs.length,
    facts: programs.reduce((sum, { facts }) => sum + facts.length, 0),
    evaluateFit: rate(programs, (program) => evaluateFit({ ...input, program })),
    createEvaluator: rate(programs, (program) => evaluate(program)),
  }
}

/** Rounds of the whole catalogue; the median of several runs after a warm-up. */
function rate<T>(programs: readonly T[], once: (program: T) => { fit: { point: number } }): number {
  let sum = 0
  const run = (milliseconds: number) => {
    // Processor time, and not the clock's, so that other programs on the machine do not count.
    const start = process.cpuUsage()
    const used = () => {
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }
    let count = 0
    while (used() < milliseconds) {
      for (const program of programs) sum += once(program).fit.point
      count += programs.length
    }
    return (count / used()) * 1000
  }
  run(RUN_MS)
  const rates = Array.from({ length: RUNS }, () => run(RUN_MS))
  // Read, so that no clever compiler finds the work useless.
  if (!(sum > 0)) throw new Error('every fit was zero')
  return median(rates)
}
