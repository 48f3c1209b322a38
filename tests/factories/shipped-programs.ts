import { readFileSync } from 'node:fs'

import type { Program, ProgramFact } from '@/lib/programs/fact'

type ShippedFact = Omit<ProgramFact, 'origin' | 'statedOn' | 'source'> & {
  source: { title: string; url: string | null }
}
type Shipped = { programs: (Omit<Program, 'facts' | 'isOwn'> & { facts: ShippedFact[] })[] }

const shipped = JSON.parse(
  readFileSync(new URL('../../db/seed/facts/programs.json', import.meta.url), 'utf8'),
) as Shipped

/** The programs as the app ships them. */
export const shippedPrograms: readonly Program[] = shipped.programs.map(
  ({ id, sponsor, name, city, state, pathway, facts }) => ({
    id,
    sponsor,
    name,
    city,
    state,
    pathway,
    isOwn: false,
    facts: facts.map((fact) => ({
      ...fact,
      origin: 'catalogue' as const,
      statedOn: null,
      source: { ...fact.source, year: fact.year },
    })),
  }),
)

export function shippedProgram(id: string): Program {
  const program = shippedPrograms.find((candidate) => candidate.id === id)
  if (!program) throw new Error(`No program ${id} is shipped`)
  return program
}
