import type { CatalogueProgram } from '@/lib/programs/catalogue-program'

/** The program of an interview; undefined where the catalogue lost it. */
export type ProgramOf = (programId: string) => CatalogueProgram | undefined
