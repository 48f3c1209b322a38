import { createFactReader } from '../../lib/programs/resolve-fact'
import { suggestPrograms } from '../../lib/strategy/suggestions'
import { listActions } from '../../lib/strategy/unlocks'
import { createWhatIf, NO_WHAT_IF } from '../../lib/strategy/what-if'
import { shippedPrograms } from '../factories/shipped-catalogue'
import { whatIfInput } from './what-if-input'

/*
 * What a moving slider costs on the whole catalogue: `npx tsx tests/bench/what-if.mts`. A frame is 16 ms; on a CPU that
 * is throttled six times everything takes six times as long, so the try itself has 2.7 ms.
 */

const FRAME = 16
const THROTTLED = 6
const { setting: plain, listed } = whatIfInput()
const setting = { ...plain, facts: createFactReader() }
const look = createWhatIf(setting, listed)

/** CPU time of this process, so that a busy machine does not show as a slow engine. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function measure(name: string, runs: number, once: (index: number) => unknown): void {
  const cold = cpu()
  once(0)
  const first = cpu() - cold
  for (let index = 0; index < runs; index += 1) once(index)
  const times: number[] = []
  for (let batch = 0; batch < 15; batch += 1) {
    const start = cpu()
    for (let index = 0; index < runs; index += 1) once(batch * runs + index)
    times.push((cpu() - start) / runs)
  }
  times.sort((a, b) => a - b)
  const median = times[7] ?? 0
  console.log(
    `${name}: ${median.toFixed(2)} ms (best ${times[0]?.toFixed(2)}), cold ${first.toFixed(0)} ms; throttled ${THROTTLED} times ${((median * THROTTLED) / FRAME).toFixed(2)} of a frame`,
  )
}

measure(`a try on ${listed.length} programs`, 40, (index) =>
  look({ ...NO_WHAT_IF, step2ck: 218 + (index % 60) }),
)
measure('suggestions after a try', 10, (index) => {
  const { applicant } = look({ ...NO_WHAT_IF, step2ck: 218 + (index % 60) })
  return suggestPrograms(
    { ...setting, applicant },
    { programs: listed.slice(0, 20), catalogue: shippedPrograms, dismissals: [] },
  )
})
measure('actions for the whole list', 3, () => listActions(setting, listed))
