import 'server-only'
import type { Scope } from '@/db/access'
import { type ChecklistRows, loadChecklistRows } from '@/db/queries/checklist'
import { listTrackedLetters } from '@/db/queries/letter-tracks'
import { listPaperTracks } from '@/db/queries/papers'
import { findVisit, noteVisit, type Visit } from '@/db/queries/visits'
import { buildChecklist, type Checklist, type ChecklistInput } from '@/lib/checklist/checklist'
import { checklistPrograms } from '@/lib/checklist/programs'
import { now } from '@/lib/io/clock'
import { letterCounts } from '@/lib/letters/counts'
import type { TrackedLetter } from '@/lib/letters/letter'
import type { PaperTrack } from '@/lib/papers/paper'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import type { SignedIn } from './auth'
import { type FitBasis, readFitBasisAnd } from './fit-basis'

/** What Home and the checklist show: the basis of every standing, the checklist, and what was seen at the last visit. */
export type Desk = {
  basis: FitBasis
  checklist: Checklist
  /** What the checklist was made from, to be made again with the dates seen before. */
  input: ChecklistInput
  letters: readonly TrackedLetter[]
  paperTracks: readonly PaperTrack[]
  /** Null for a visitor, and for someone who has not begun a cycle. */
  visit: Visit | null
}

const NO_ROWS: ChecklistRows = { marks: [], ownItems: [], rankCertifiedOn: null }

/** Reads the desk in the round trips of its basis, and notes the visit: a write at most twice an hour. */
export async function readDesk(viewer: SignedIn | null): Promise<Desk> {
  return (await readDeskAnd(viewer, async () => null)).desk
}

/** The desk, and for a person what `also` reads in the same transaction: its statements go out with the others. */
export async function readDeskAnd<T>(
  viewer: SignedIn | null,
  also: (scope: Scope) => Promise<T>,
): Promise<{ desk: Desk; also: T | null }> {
  const { basis, beside } = await readFitBasisAnd(viewer, async (scope, current) => {
    const [rows, letters, paperTracks, seen, found, more] = await Promise.all([
      loadChecklistRows(scope),
      listTrackedLetters(scope),
      listPaperTracks(scope),
      findVisit(scope),
      current,
      also(scope),
    ])
    const visit =
      found &&
      (await noteVisit(scope, {
        visit: seen,
        cycleId: found.cycle.id,
        season: found.season,
        at: now().toISOString(),
      }))
    return { rows, letters, paperTracks, visit, more }
  })
  const letters = beside?.letters ?? []
  const input = checklistInput(basis, beside ? { ...beside.rows, letters } : NO_ROWS)
  const desk: Desk = {
    basis,
    checklist: buildChecklist(input),
    input,
    letters,
    paperTracks: beside?.paperTracks ?? [],
    visit: beside?.visit ?? null,
  }
  return { desk, also: beside?.more ?? null }
}

/** What the checklist of a basis is made from. Without letters, those of the profile alone count. */
export function checklistInput(
  { season, today, programs, person }: FitBasis,
  { letters, ...rows }: ChecklistRows & { letters?: readonly TrackedLetter[] },
): ChecklistInput {
  const byId = new Map(programs.map((program) => [program.id, program]))
  return {
    applicant: person?.applicant ?? EMPTY_APPLICANT,
    programs: checklistPrograms(person?.entries ?? [], byId, season.year),
    season,
    ...rows,
    ...(letters && { letters: letterCounts(letters) }),
    today,
  }
}
