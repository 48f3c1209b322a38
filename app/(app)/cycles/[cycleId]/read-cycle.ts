import 'server-only'
import { notFound } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { readFitBasisAnd } from '@/app/_server/fit-basis'
import { listContactsOfCycle } from '@/db/queries/contacts'
import { getCycle } from '@/db/queries/cycles'
import { listEntriesOfCycle } from '@/db/queries/reapply'
import { listSeasons } from '@/db/queries/seasons'
import { logLines } from '@/lib/contacts/log'
import { AppError } from '@/lib/errors/app-error'

/** A cycle of the viewer's own with its list, the basis and every season; anyone else's is not found. */
export async function readCycle(cycleId: string) {
  const viewer = await getViewer()
  if (!viewer) notFound()
  try {
    const { basis, beside } = await readFitBasisAnd(viewer, async (scope) => {
      const [cycle, entries, seasons, logged] = await Promise.all([
        getCycle(scope, cycleId),
        listEntriesOfCycle(scope, cycleId),
        listSeasons(scope),
        listContactsOfCycle(scope, cycleId),
      ])
      return { cycle, entries, seasons, contacts: logLines(logged, []) }
    })
    if (!beside || !basis.person) notFound()
    const byId = new Map(basis.programs.map((program) => [program.id, program]))
    const listed = beside.entries.flatMap((entry) => {
      const program = byId.get(entry.programId)
      return program ? [{ entry, program }] : []
    })
    const { cycle, seasons, contacts } = beside
    return { ...basis, person: basis.person, cycle, seasons, contacts, listed }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
