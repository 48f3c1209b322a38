import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { CatalogueProgram, ProgramLead } from '@/lib/programs/catalogue-program'
import type { ProgramFact } from '@/lib/programs/fact'
import type { GroupScope, PublicScope, Scope } from '../access'
import { programFacts, programLeads, programs } from '../schema'
import { byApplicant, isOneOf } from './by-applicant'
import { readCatalogue } from './catalogue'
import { FACT_COLUMNS, factsByProgram, PROGRAM_COLUMNS, toPrograms } from './program-rows'

/** Public, or one applicant's: then that applicant's own programs stand beside the catalogue, for their mentor too. */
export type ProgramScope = PublicScope | Scope<'list:read'>

function ownerOf(scope: ProgramScope): string | null {
  return 'applicantId' in scope ? scope.applicantId : scope.viewerId
}

/**
 * The catalogue and the person's own programs, with every known fact; what a program told this person stands beside the
 * catalogue's own facts. Retired programs are marked, not left out.
 */
export async function listPrograms(scope: ProgramScope): Promise<CatalogueProgram[]> {
  const [catalogue, own] = await Promise.all([readCatalogue(scope), readOwn(scope)])
  const known = catalogue.map((program) => withFacts(program, own.facts.get(program.id)))
  if (own.programs.length === 0) return known
  return [...known, ...own.programs].sort((a, b) =>
    a.sponsor < b.sponsor ? -1 : a.sponsor > b.sponsor ? 1 : 0,
  )
}

/**
 * The programs that several applicants may have on their lists, by applicant and id, in as many statements as for one: the
 * catalogue, and of each applicant what they added and were told.
 */
export async function listProgramsOf(
  group: GroupScope<'list:read'>,
): Promise<(applicantId: string, programId: string) => CatalogueProgram | undefined> {
  const owners = group.applicantIds
  const [catalogue, programRows, factRows] = await Promise.all([
    readCatalogue({ tx: group.tx, viewerId: null }),
    group.tx
      .select({ ...PROGRAM_COLUMNS, applicantId: programs.ownerId })
      .from(programs)
      .where(isOneOf(programs.ownerId, owners)),
    group.tx
      .select({ ...FACT_COLUMNS, applicantId: programFacts.ownerId })
      .from(programFacts)
      .where(isOneOf(programFacts.ownerId, owners))
      .orderBy(asc(programFacts.createdAt), asc(programFacts.id)),
  ])
  const shared = new Map(catalogue.map((program) => [program.id, program]))
  const [ownRows, ownFacts] = [byOwner(programRows), byOwner(factRows)]
  const known = new Map(
    owners.map((owner) => {
      const facts = ownFacts.get(owner) ?? []
      const added = toPrograms(ownRows.get(owner) ?? [], facts)
      return [owner, { facts: factsByProgram(facts), programs: new Map(added.map((one) => [one.id, one])) }]
    }),
  )
  return (applicantId, programId) => {
    const own = known.get(applicantId)
    const listed = shared.get(programId)
    return listed ? withFacts(listed, own?.facts.get(programId)) : own?.programs.get(programId)
  }
}

/** Rows that somebody owns, by owner. */
function byOwner<R extends { applicantId: string | null }>(rows: readonly R[]) {
  return byApplicant(
    rows.flatMap((row) => (row.applicantId === null ? [] : { ...row, applicantId: row.applicantId })),
  )
}

/** One program with every known fact; throws not_found for an unknown id and for another person's own program. */
export async function getProgram(scope: ProgramScope, id: string): Promise<CatalogueProgram> {
  const [catalogue, own] = await Promise.all([
    id.startsWith('own-') ? [] : readCatalogue(scope),
    readOwn(scope, id),
  ])
  const listed = catalogue.find((program) => program.id === id)
  const found = listed ? withFacts(listed, own.facts.get(id)) : own.programs[0]
  if (!found) throw new AppError('not_found')
  return found
}

/** The programs that this person added. */
export async function listOwnPrograms(scope: ProgramScope): Promise<CatalogueProgram[]> {
  return (await readOwn(scope)).programs
}

type Own = { programs: CatalogueProgram[]; facts: ReadonlyMap<string, readonly ProgramFact[]> }

/** A person's own programs, and all facts of their own by program: entered with an own program, or told by any. */
async function readOwn(scope: ProgramScope, id?: string): Promise<Own> {
  const owner = ownerOf(scope)
  if (!owner) return { programs: [], facts: new Map() }
  const [programRows, factRows] = await Promise.all([
    scope.tx
      .select(PROGRAM_COLUMNS)
      .from(programs)
      .where(and(eq(programs.ownerId, owner), id === undefined ? undefined : eq(programs.id, id)))
      .orderBy(asc(programs.sponsor), asc(programs.id)),
    scope.tx
      .select(FACT_COLUMNS)
      .from(programFacts)
      .where(
        and(eq(programFacts.ownerId, owner), id === undefined ? undefined : eq(programFacts.programId, id)),
      )
      .orderBy(asc(programFacts.createdAt), asc(programFacts.id)),
  ])
  return { programs: toPrograms(programRows, factRows), facts: factsByProgram(factRows) }
}

function withFacts(program: CatalogueProgram, own: readonly ProgramFact[] | undefined): CatalogueProgram {
  return own ? { ...program, facts: [...program.facts, ...own] } : program
}

/** Institutions named for checking; see ProgramLead. */
export async function listLeads(scope: PublicScope): Promise<ProgramLead[]> {
  return scope.tx
    .select({
      id: programLeads.id,
      sponsor: programLeads.sponsor,
      city: programLeads.city,
      state: programLeads.state,
      found: programLeads.found,
      pathways: programLeads.pathways,
    })
    .from(programLeads)
    .orderBy(asc(programLeads.state), asc(programLeads.sponsor))
}

/** A program to store as one's own; `id` carries the form's id, so that a form sent twice adds one program. */
export type OwnProgram = {
  sponsor: string
  name: string
  city: string | null
  state: string | null
  pathway: CatalogueProgram['pathway']
  acgmeId: string | null
  nrmpCode: string | null
  url: string | null
  facts: readonly Omit<ProgramFact, 'id' | 'origin' | 'confidence' | 'sourceKind'>[]
}

/** Adds a program that only this person sees, and returns its id. */
export async function addOwnProgram(
  scope: Scope<'list:read' | 'list:write'>,
  formId: string,
  program: OwnProgram,
): Promise<string> {
  const id = `own-${formId}`
  const { facts, ...columns } = program
  const [added] = await scope.tx
    .insert(programs)
    .values({ ...columns, id, ownerId: scope.applicantId })
    .onConflictDoNothing()
    .returning({ id: programs.id })
  if (added) await insertOwnFacts(scope, id, facts)
  // Sent before: the program is there, unless the id is someone else's.
  else await getProgram(scope, id)
  return id
}

/** Replaces an own program and its facts; refused as a conflict when it was saved elsewhere since that version. */
export async function saveOwnProgram(
  scope: Scope<'list:read' | 'list:write'>,
  id: string,
  version: number,
  program: OwnProgram,
): Promise<void> {
  const { facts, ...columns } = program
  const [saved] = await scope.tx
    .update(programs)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(programs.id, id), eq(programs.ownerId, scope.applicantId), eq(programs.version, version)))
    .returning({ id: programs.id })
  if (!saved) {
    const current = await getProgram(scope, id)
    throw new AppError('conflict', { fields: changedSince(current, program) })
  }
  await scope.tx.delete(programFacts).where(
    and(
      eq(programFacts.programId, id),
      eq(programFacts.ownerId, scope.applicantId),
      // What the program told this person is not in its form, and stays.
      eq(programFacts.origin, 'own'),
    ),
  )
  await insertOwnFacts(scope, id, facts)
}

/** Removes an own program with its facts and its place on any list; throws not_found when it is not this person's. */
export async function removeOwnProgram(scope: Scope<'list:read' | 'list:write'>, id: string): Promise<void> {
  const [gone] = await scope.tx
    .delete(programs)
    .where(and(eq(programs.id, id), eq(programs.ownerId, scope.applicantId)))
    .returning({ id: programs.id })
  if (!gone) throw new AppError('not_found')
}

async function insertOwnFacts(
  scope: Scope<'list:read' | 'list:write'>,
  programId: string,
  facts: OwnProgram['facts'],
) {
  if (facts.length === 0) return
  await scope.tx.insert(programFacts).values(
    facts.map((fact, index) => ({
      id: `${programId}-${index}-${fact.field}`,
      programId,
      ownerId: scope.applicantId,
      field: fact.field,
      valueText: typeof fact.value === 'string' ? fact.value : null,
      valueNumber: typeof fact.value === 'number' ? fact.value : null,
      scope: fact.scope,
      year: fact.year,
      season: fact.season,
      origin: 'own' as const,
      statedOn: fact.statedOn,
      confidence: 'secondary' as const,
      sourceKind: 'own' as const,
      sourceTitle: fact.source.title,
      sourceUrl: fact.source.url,
      note: fact.note,
    })),
  )
}

/** What is stored now, beside each field that the refused form would have changed. */
function changedSince(current: CatalogueProgram, wanted: OwnProgram): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const field of [
    'sponsor',
    'name',
    'city',
    'state',
    'pathway',
    'acgmeId',
    'nrmpCode',
    'url',
  ] as const) {
    if (current[field] !== wanted[field]) fields[field] = [`Now saved: ${current[field] ?? 'nothing'}`]
  }
  const values = (facts: readonly { field: string; value: string | number }[]) =>
    new Map(facts.map((fact) => [fact.field, String(fact.value)]))
  const [stored, typed] = [
    values(current.facts.filter(({ origin }) => origin === 'own')),
    values(wanted.facts),
  ]
  for (const field of new Set([...stored.keys(), ...typed.keys()])) {
    if (stored.get(field) !== typed.get(field))
      fields[field] = [`Now saved: ${stored.get(field) ?? 'unknown'}`]
  }
  return fields
}
