import type { Pathway } from '@/lib/programs/pathway'

/** A line of the rank list as it leaves the app. */
export type RankRow = {
  place: number
  sponsor: string
  name: string
  where: string
  pathway: Pathway
  /** NRMP's code; null where it is not known here. */
  code: string | null
}

/** Where a code is found that is not known here. */
export const CODE_LOOKUP =
  'look it up in NRMP’s R3 system when you add the program, and check it against the program’s own page'

const IN_MAIN_MATCH: readonly Pathway[] = [
  'peds_mgg',
  'im_mgg',
  'pediatrics',
  'internal_medicine',
  'prelim_or_ty',
]

/** Whether a pathway is ranked in the Main Match. The others use a fellowship match or none: ask the program. */
export function isInMainMatch(pathway: Pathway): boolean {
  return IN_MAIN_MATCH.includes(pathway)
}
