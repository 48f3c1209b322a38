import { addDays } from '@/lib/dates/calendar-date'
import { timingDecision } from '@/lib/timing/decision'
import { type SimulationInput, simulateSittings } from '@/lib/timing/simulate'

/** Three sittings, the first of them moved by a day each time, as a drag does. Bundled for the browser by the bench. */
export function prepare(input: SimulationInput): (run: number) => unknown {
  const [first, ...others] = input.sittings
  return (run) => {
    if (!first) return null
    const moved = { ...first, examOn: addDays(first.examOn, run % 60) }
    return timingDecision(simulateSittings({ ...input, sittings: [moved, ...others] }), input.season.year)
  }
}
