import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Gate, Standing } from '@/lib/fit/ledger'
import type { EntryStatus } from '@/lib/list/status'
import type { FactField, Program, ProgramFact } from '@/lib/programs/fact'
import { factYear, isDeciding } from '@/lib/programs/resolve-fact'
import type { Season } from '@/lib/season/season'
import { readList } from './moves'
import type { StrategySetting } from './setting'

/* Reapplying: each program of a former list, then and now. The profile is today's in both, since a former one is not kept:
 * what differs is what the season, the facts and the years since graduation bring. */

export type FormerEntry = {
  entryId: string
  program: Program
  status: EntryStatus
  appliedOn: CalendarDate | null
}

export type ReapplyDifference = {
  programId: string
  entryId: string
  /** Where the application stood at the end. */
  lastStatus: EntryStatus
  before: Standing
  after: Standing
  /** Gates that stand otherwise in the season to come, as they stand there; the graduation limit is one of them. */
  gates: readonly Gate[]
  /** Fields whose facts decided then and are too old, or too undated, to decide now. */
  grewOld: readonly FactField[]
  /** Fields of facts that were stated since the former season's application. */
  isNew: readonly FactField[]
  /** Copied unless the person says otherwise: all that is not closed next time. */
  isSuggested: boolean
}

/** What is different this year, program by program, in the order of the former list. */
export function reapplyDifferences(
  setting: Pick<StrategySetting, 'applicant' | 'policy' | 'today'>,
  { entries, former, next }: { entries: readonly FormerEntry[]; former: Season; next: Season },
): ReapplyDifference[] {
  const listed = entries.map(({ program, appliedOn }) => ({ program, appliedOn }))
  const then = readList({ ...setting, season: former }, listed)
  // Nobody has applied yet in the season to come.
  const now = readList(
    { ...setting, season: next },
    listed.map(({ program }) => ({ program, appliedOn: null })),
  )
  return entries.flatMap(({ entryId, program, status }) => {
    const before = then.get(program.id)
    const after = now.get(program.id)
    if (!before || !after) return []
    const states = new Map(before.gates.map((gate) => [gate.code, gate.state]))
    return [
      {
        programId: program.id,
        entryId,
        lastStatus: status,
        before: before.standing,
        after: after.standing,
        gates: after.gates.filter((gate) => states.get(gate.code) !== gate.state && !isOfTheDay(gate)),
        grewOld: fieldsOf(
          program.facts.filter((fact) => isDeciding(fact, former.year) && !isDeciding(fact, next.year)),
        ),
        isNew: fieldsOf(program.facts.filter((fact) => isStatedSince(fact, former))),
        isSuggested: after.standing !== 'closed',
      },
    ]
  })
}

/** A deadline that has passed says that the former season is over, which everyone knows. */
function isOfTheDay({ code }: Gate): boolean {
  return code === 'deadline'
}

function fieldsOf(facts: readonly ProgramFact[]): FactField[] {
  return [...new Set(facts.map(({ field }) => field))]
}

/** Stated in the year of the former Match or later: after the applications of that season went out. */
function isStatedSince(fact: ProgramFact, former: Season): boolean {
  const year = factYear(fact)
  return year !== null && year >= former.year
}
