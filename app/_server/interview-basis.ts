import 'server-only'
import { withOwnScope } from '@/db/access'
import { listInterviews } from '@/db/queries/interviews'
import type { Instant } from '@/lib/dates/calendar-date'
import type { Interview } from '@/lib/interviews/interview'
import { now } from '@/lib/io/clock'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { getViewer, type SignedIn } from './auth'
import { type FitBasis, readFitBasis } from './fit-basis'

export type InterviewBasis = FitBasis & {
  viewer: SignedIn | null
  now: Instant
  interviews: readonly Interview[]
  programOf: (programId: string) => CatalogueProgram | undefined
}

/** What every page about interviews and ranking reads: the fit's basis with the interviews of the current cycle. */
export async function readInterviewBasis(): Promise<InterviewBasis> {
  const viewer = await getViewer()
  const [basis, interviews] = await Promise.all([
    readFitBasis(viewer),
    viewer ? withOwnScope(viewer, listInterviews) : [],
  ])
  const byId = new Map(basis.programs.map((program) => [program.id, program]))
  return {
    ...basis,
    viewer,
    now: now().toISOString(),
    interviews: interviews.filter(({ programId }) => byId.has(programId)),
    programOf: (programId) => byId.get(programId),
  }
}
