import type { FitBasis } from '@/app/_server/fit-basis'
import type { AssignedEntry } from '@/lib/statement/assignment'

/** The programs of the list with the statement that each gets. */
export function assignedEntries(
  { person, programs }: FitBasis,
  assignments: ReadonlyMap<string, string>,
): AssignedEntry[] {
  const byId = new Map(programs.map((program) => [program.id, program]))
  return (person?.entries ?? []).flatMap(({ id, programId, status }) => {
    const program = byId.get(programId)
    if (!program) return []
    const { sponsor, pathway } = program
    return [{ entryId: id, sponsor, pathway, status, statementId: assignments.get(id) ?? null }]
  })
}
