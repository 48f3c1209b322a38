import 'server-only'
import type { Scope } from '@/db/access'
import { checklistPrograms } from '@/lib/checklist/programs'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { coverageOf, type TopicCoverage } from '@/lib/letters/coverage'
import type { TrackedLetter } from '@/lib/letters/letter'
import { neededBy } from '@/lib/letters/needed-by'
import { type LetterProblem, letterProblems } from '@/lib/letters/problems'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { getViewer, type SignedIn } from './auth'
import { type Desk, readDeskAnd } from './desk'

/** A program of the list that the season is still about. */
export type LetterProgram = { entryId: string; program: CatalogueProgram }

export type LettersBasis = {
  viewer: SignedIn | null
  desk: Desk
  letters: readonly TrackedLetter[]
  programs: readonly LetterProgram[]
  coverage: readonly TopicCoverage[]
  problems: readonly LetterProblem[]
  /** The day by which the checklist wants the letters uploaded. */
  needBy: CalendarDate | null
}

/** What every page about letters reads, in one transaction. */
export async function readLettersBasis(): Promise<LettersBasis> {
  return (await readLettersBasisAnd(async () => null)).letters
}

/** The same, and what `also` reads for a person in the same transaction. */
export async function readLettersBasisAnd<T>(
  also: (scope: Scope) => Promise<T>,
): Promise<{ letters: LettersBasis; also: T | null }> {
  const viewer = await getViewer()
  const { desk, also: more } = await readDeskAnd(viewer, also)
  const { basis, checklist, letters } = desk
  const byId = new Map(basis.programs.map((program) => [program.id, program]))
  const programs = (basis.person?.entries ?? []).flatMap((entry) => {
    const program = byId.get(entry.programId)
    const isInPlay = checklistPrograms([entry], byId, basis.season.year).length > 0
    return program && isInPlay ? [{ entryId: entry.id, program }] : []
  })
  const needBy = neededBy(checklist)
  return {
    letters: {
      viewer,
      desk,
      letters,
      programs,
      coverage: coverageOf(letters),
      problems: letterProblems({ letters, programs, needBy, today: basis.today }),
      needBy,
    },
    also: more,
  }
}
