import 'server-only'
import { withOwnScope } from '@/db/access'
import { findRank, type Rank } from '@/db/queries/rank'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { pathwayShortName } from '@/lib/programs/pathway-words'
import { criteriaOf, type MarksByCode, type RankCriterion, seededMarks } from '@/lib/rank/criteria'
import { type WeightedReading, weightedOrder, weightedReading } from '@/lib/rank/weighted'
import { getViewer, type SignedIn } from './auth'
import { type FitBasis, readFitBasis } from './fit-basis'

export type RankBasis = FitBasis & {
  viewer: SignedIn | null
  rank: Rank | null
  programs: readonly CatalogueProgram[]
  programOf: (entryId: string) => CatalogueProgram | undefined
  /** The sponsor, with the pathway where several programs of one sponsor are candidates. */
  nameOf: (entryId: string) => string
  criteria: readonly RankCriterion[]
  marksOf: (entryId: string) => MarksByCode
  /** From the best down. Programs without any mark are left out. */
  readings: readonly WeightedReading[]
}

/** What the pages about the rank list read: who may stand on it, how each is marked, and the order as it is. */
export async function readRankBasis(): Promise<RankBasis> {
  const viewer = await getViewer()
  const [basis, rank] = await Promise.all([
    readFitBasis(viewer),
    viewer ? withOwnScope(viewer, findRank) : null,
  ])
  const byId = new Map(basis.programs.map((program) => [program.id, program]))
  const candidates = rank?.candidates ?? []
  const byEntry = new Map(candidates.map(({ entryId, programId }) => [entryId, byId.get(programId)]))
  const sponsors = candidates.map(({ programId }) => byId.get(programId)?.sponsor)
  const criteria = criteriaOf(rank?.criteria ?? [])
  const marksOf = (entryId: string) =>
    seededMarks(rank?.noted.get(entryId) ?? {}, rank?.said.get(entryId) ?? {})
  const nameOf = (entryId: string) => {
    const program = byEntry.get(entryId)
    if (!program) return 'a program'
    const isAlone = sponsors.filter((sponsor) => sponsor === program.sponsor).length < 2
    return isAlone ? program.sponsor : `${program.sponsor} (${pathwayShortName(program.pathway)})`
  }
  return {
    ...basis,
    viewer,
    rank,
    programOf: (entryId) => byEntry.get(entryId),
    nameOf,
    criteria,
    marksOf,
    readings: weightedOrder(
      candidates.flatMap(({ entryId }) => weightedReading(entryId, marksOf(entryId), criteria) ?? []),
    ),
  }
}
