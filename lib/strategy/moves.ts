import { createEvaluator } from '@/lib/fit/evaluate'
import type { Gate, Ledger, Standing } from '@/lib/fit/ledger'
import type { ListedProgram, StrategySetting } from './setting'
import { isOpen, standingRank } from './standing-order'

/* A list read twice: what stands otherwise the second time, by program, with the gates that make it so. */

export type Moved = {
  programId: string
  now: Standing
  next: Standing
  /** The gates that stand otherwise the second time, as they stand then. */
  gates: readonly Gate[]
}

export type Moves = {
  opens: readonly Moved[]
  closes: readonly Moved[]
  raised: readonly Moved[]
  lowered: readonly Moved[]
  /** The same standing, though a gate changed behind it. */
  gatesOnly: readonly Moved[]
}

export type Ledgers = ReadonlyMap<string, Ledger>

/** Every program's ledger, by program id and in that order, whatever order the list has. */
export function readList(setting: StrategySetting, programs: readonly ListedProgram[]): Ledgers {
  const evaluate = createEvaluator(setting)
  return new Map(
    [...programs]
      .sort((a, b) => (a.program.id < b.program.id ? -1 : 1))
      .map(({ program, appliedOn }) => [program.id, evaluate(program, appliedOn)]),
  )
}

/** What stands otherwise in `next`. A program that only one of the two holds is left out. */
export function movesBetween(now: Ledgers, next: Ledgers): Moves {
  const found: Record<keyof Moves, Moved[]> = {
    opens: [],
    closes: [],
    raised: [],
    lowered: [],
    gatesOnly: [],
  }
  for (const [programId, before] of now) {
    const after = next.get(programId)
    if (after === undefined) continue
    const gates = changedGates(before, after)
    const moved = { programId, now: before.standing, next: after.standing, gates }
    if (after.standing === before.standing) {
      if (gates.length > 0) found.gatesOnly.push(moved)
      continue
    }
    const isUp = standingRank(after.standing) > standingRank(before.standing)
    if (isOpen(after.standing) && !isOpen(before.standing)) found.opens.push(moved)
    else if (isOpen(before.standing) && !isOpen(after.standing)) found.closes.push(moved)
    else if (isUp) found.raised.push(moved)
    else found.lowered.push(moved)
  }
  return found
}

function changedGates(before: Ledger, after: Ledger): readonly Gate[] {
  const states = new Map(before.gates.map((gate) => [gate.code, gate.state]))
  return after.gates.filter((gate) => states.get(gate.code) !== gate.state)
}
