import 'server-only'
import type { CatalogueProgram } from '@/lib/programs/catalogue-program'
import { FACT_FIELDS, type FactField, type ProgramFact } from '@/lib/programs/fact'
import { programFacts, programs } from '../schema'

export const PROGRAM_COLUMNS = {
  id: programs.id,
  ownerId: programs.ownerId,
  sponsor: programs.sponsor,
  name: programs.name,
  city: programs.city,
  state: programs.state,
  pathway: programs.pathway,
  acgmeId: programs.acgmeId,
  nrmpCode: programs.nrmpCode,
  url: programs.url,
  retiredAt: programs.retiredAt,
  version: programs.version,
}

export const FACT_COLUMNS = {
  id: programFacts.id,
  programId: programFacts.programId,
  field: programFacts.field,
  valueText: programFacts.valueText,
  valueNumber: programFacts.valueNumber,
  scope: programFacts.scope,
  year: programFacts.year,
  season: programFacts.season,
  origin: programFacts.origin,
  statedOn: programFacts.statedOn,
  confidence: programFacts.confidence,
  sourceKind: programFacts.sourceKind,
  sourceTitle: programFacts.sourceTitle,
  sourceUrl: programFacts.sourceUrl,
  note: programFacts.note,
}

type ProgramRow = Pick<typeof programs.$inferSelect, keyof typeof PROGRAM_COLUMNS>
type FactRow = Pick<typeof programFacts.$inferSelect, keyof typeof FACT_COLUMNS>

/** Rows as the domain knows them, each program with its facts in the order in which they came. */
export function toPrograms(
  programRows: readonly ProgramRow[],
  factRows: readonly FactRow[],
): CatalogueProgram[] {
  const facts = factsByProgram(factRows)
  return programRows.map((row) => ({
    id: row.id,
    sponsor: row.sponsor,
    name: row.name,
    city: row.city,
    state: row.state,
    pathway: row.pathway,
    isOwn: row.ownerId !== null,
    acgmeId: row.acgmeId,
    nrmpCode: row.nrmpCode,
    url: row.url,
    isRetired: row.retiredAt !== null,
    version: row.version,
    facts: facts.get(row.id) ?? [],
  }))
}

/** Facts in the order in which they came, by the program that they speak of. */
export function factsByProgram(factRows: readonly FactRow[]): ReadonlyMap<string, readonly ProgramFact[]> {
  const facts = new Map<string, ProgramFact[]>()
  for (const row of factRows) {
    const fact = toFact(row)
    if (!fact) continue
    const known = facts.get(row.programId)
    if (known) known.push(fact)
    else facts.set(row.programId, [fact])
  }
  return facts
}

/** A field that this version does not know is left out rather than shown as something else. */
function toFact(row: FactRow): ProgramFact | null {
  const value = row.valueNumber ?? row.valueText
  if (!isFactField(row.field) || value === null) return null
  return {
    id: row.id,
    field: row.field,
    value,
    scope: row.scope,
    year: row.year,
    season: row.season,
    origin: row.origin,
    statedOn: row.statedOn,
    confidence: row.confidence,
    sourceKind: row.sourceKind,
    source: { title: row.sourceTitle, url: row.sourceUrl, year: row.year },
    note: row.note,
  }
}

function isFactField(name: string): name is FactField {
  return Object.hasOwn(FACT_FIELDS, name)
}
