import type { Program, ProgramFact } from '@/lib/programs/fact'

/** One claim of the program's own, dated 2026, unless overridden. */
export function buildFact(
  overrides: Partial<ProgramFact> & Pick<ProgramFact, 'field' | 'value'>,
): ProgramFact {
  const year = overrides.year === undefined ? 2026 : overrides.year
  return {
    id: `${overrides.field}-${overrides.scope ?? 'program'}-${year ?? 'undated'}-${overrides.origin ?? 'catalogue'}-${overrides.value}`,
    scope: 'program',
    year,
    season: null,
    origin: 'catalogue',
    statedOn: null,
    confidence: 'official',
    sourceKind: 'official',
    source: { title: 'A page of the program', url: 'https://example.org/apply', year },
    note: null,
    ...overrides,
  }
}

/** A combined pediatrics and genetics program of which nothing is known. */
export function buildProgram(overrides: Partial<Program> = {}): Program {
  return {
    id: 'program-1',
    sponsor: 'A university hospital',
    name: 'Pediatrics and medical genetics',
    city: 'Springfield',
    state: 'OH',
    pathway: 'peds_mgg',
    isOwn: false,
    facts: [],
    ...overrides,
  }
}

/** A program that answers every first question well: it offers a place this season and sponsors the J-1, said this year. */
export function buildOpenProgram(overrides: Partial<Program> = {}): Program {
  const { facts = [], ...rest } = overrides
  return buildProgram({
    ...rest,
    facts: [
      buildFact({ field: 'offers_place_this_season', value: 'yes', season: 2028 }),
      buildFact({ field: 'j1_accepted', value: 'yes' }),
      ...facts,
    ],
  })
}
