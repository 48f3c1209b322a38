import 'server-only'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { ListEntry } from '@/lib/list/entry'
import { EMPTY_APPLICANT } from '@/lib/profile/empty-applicant'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { createFactReader } from '@/lib/programs/resolve-fact'
import type { ListedProgram, StrategySetting } from '@/lib/strategy/setting'
import { getViewer, type SignedIn } from './auth'
import { type FitBasis, readFitBasis } from './fit-basis'

export type Listed = ListedProgram & { program: CatalogueProgram; entry: ListEntry }

/** What every strategy page reads: the person's setting, the catalogue, and their list with its programs. */
export type StrategyBasis = {
  viewer: SignedIn | null
  setting: StrategySetting
  programs: readonly CatalogueProgram[]
  listed: readonly Listed[]
  cycleId: string | null
}

/** Read in one transaction; for a visitor an empty person with an empty list, so that every page can be looked at. */
export async function readStrategyBasis(): Promise<StrategyBasis> {
  const viewer = await getViewer()
  const basis = await readFitBasis(viewer)
  return { viewer, ...strategyOf(basis) }
}

function strategyOf({ today, season, programs, person }: FitBasis): Omit<StrategyBasis, 'viewer'> {
  const byId = new Map(programs.map((program) => [program.id, program]))
  return {
    setting: {
      applicant: person?.applicant ?? EMPTY_APPLICANT,
      season,
      policy: FIT_POLICY,
      today,
      facts: createFactReader(),
    },
    programs,
    listed: (person?.entries ?? []).flatMap((entry) => {
      const program = byId.get(entry.programId)
      return program ? [{ program, entry, appliedOn: entry.appliedOn }] : []
    }),
    cycleId: person?.cycle?.id ?? null,
  }
}
