import { readFileSync } from 'node:fs'
import type { Program, ProgramFact } from '@/lib/programs/fact'

type ShippedFact = Omit<ProgramFact, 'origin' | 'statedOn' | 'source'> & {
  source: { title: string; url: string | null }
}
type Shipped = { programs: (Omit<Program, 'isOwn' | 'facts'> & { facts: ShippedFact[] })[] }

const shipped = JSON.parse(
  readFileSync(new URL('../../db/seed/facts/programs.json', import.meta.url), 'utf8'),
) as Shipped

/** Every program of the catalogue as the app ships it, as the fit reads it. */
export const shippedPrograms: readonly Program[] = shipped.programs.map((program) => ({
  id: program.id,
  sponsor: program.sponsor,
  name: program.name,
  city: program.city,
  state: program.state,
  pathway: program.pathway,
  isOwn: false,
  facts: program.facts.map((fact) => ({
    ...fact,
    origin: 'catalogue',
    statedOn: null,
    source: { ...fact.source, year: fact.year },
  })),
}))

export function shippedProgram(id: string): Program {
  const program = shippedPrograms.find((candidate) => candidate.id === id)
  if (!program) throw new Error(`No program ${id} is shipped`)
  return program
}
