import type postgres from 'postgres'
import type { ProgramFact } from '@/lib/programs/fact'
import type { Pathway } from '@/lib/programs/pathway'

type CatalogueFact = Partial<Pick<ProgramFact, 'scope' | 'year' | 'season' | 'note' | 'confidence'>> &
  Pick<ProgramFact, 'field' | 'value'>

/** Inserts a program of the shipped catalogue (as the database's owner) with its facts, and returns its id. */
export async function createCatalogueProgram(
  owner: postgres.Sql,
  program: {
    id: string
    sponsor?: string
    city?: string | null
    state?: string | null
    pathway?: Pathway
    acgmeId?: string
    nrmpCode?: string
    facts?: readonly CatalogueFact[]
  },
): Promise<string> {
  await owner`insert into programs ${owner({
    id: program.id,
    sponsor: program.sponsor ?? `Sponsor of ${program.id}`,
    name: 'Medical genetics and genomics',
    city: program.city ?? 'Salt Lake City',
    state: program.state ?? 'UT',
    pathway: program.pathway ?? 'peds_mgg',
    acgme_id: program.acgmeId ?? null,
    nrmp_code: program.nrmpCode ?? null,
  })}`
  for (const [index, fact] of (program.facts ?? []).entries()) {
    await owner`insert into program_facts ${owner({
      id: `${program.id}-${index}`,
      program_id: program.id,
      field: fact.field,
      value_text: typeof fact.value === 'string' ? fact.value : null,
      value_number: typeof fact.value === 'number' ? fact.value : null,
      scope: fact.scope ?? 'program',
      year: fact.year ?? null,
      season: fact.season ?? null,
      origin: 'catalogue',
      confidence: fact.confidence ?? 'official',
      source_kind: 'official',
      source_title: 'Program page',
      source_url: 'https://example.org/program',
      note: fact.note ?? null,
    })}`
  }
  return program.id
}

/** Inserts a season without events (as the database's owner). */
export async function createSeason(owner: postgres.Sql, year: number): Promise<number> {
  await owner`insert into seasons (year, label) values (${year}, ${`${year - 1}/${String(year).slice(2)}`})
    on conflict do nothing`
  return year
}
