import type { Program } from './fact'

/** A program of the catalogue or of one's own, with what names it elsewhere. */
export type CatalogueProgram = Program & {
  acgmeId: string | null
  nrmpCode: string | null
  url: string | null
  /** No longer in the shipped data, and kept because people may have it on their lists. */
  isRetired: boolean
  /** Of an own program: sent back by its form, so that a stale edit is refused. */
  version: number
}

/** An institution named somewhere, for which no page showed a genetics residency: a suggestion to check, never a program. */
export type ProgramLead = {
  id: string
  sponsor: string
  city: string | null
  state: string | null
  found: string
  pathways: readonly string[]
}
