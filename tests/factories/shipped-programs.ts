import { readFileSync } from 'node:fs'
import { catalogueInput } from '@/lib/programs/catalogue-input'
import type { Program } from '@/lib/programs/fact'

let shipped: readonly Program[] | undefined

/** The catalogue as the app ships it, in the engine's form. */
export function shippedPrograms(): readonly Program[] {
  shipped ??= catalogueInput
    .parse(JSON.parse(readFileSync(new URL('../../db/seed/facts/programs.json', import.meta.url), 'utf8')))
    .programs.map(({ id, sponsor, name, city, state, pathway, facts }) => ({
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
    }))
  return shipped
}
