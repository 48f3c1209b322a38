import 'server-only'
import { sql } from 'drizzle-orm'
import type { Pathway } from '@/lib/programs/pathway'
import type { MenteeScope } from '../access'

/** A program of the list as far as its name goes: for readers to whom interviews are open and the list is not. */
export type NamedProgram = {
  entryId: string
  programId: string
  sponsor: string
  state: string | null
  pathway: Pathway
}

/** The programs that name a mentee's interviews, contacts and ranks, where any of these is open to the reader. */
export async function listNamedPrograms(scope: MenteeScope): Promise<readonly NamedProgram[]> {
  const rows = await scope.tx.execute<{
    entry_id: string
    program_id: string
    sponsor: string
    state: string | null
    pathway: Pathway
  }>(sql`select entry_id, program_id, sponsor, state, pathway from app_named_entries(${scope.applicantId})`)
  return rows.map(({ entry_id, program_id, sponsor, state, pathway }) => ({
    entryId: entry_id,
    programId: program_id,
    sponsor,
    state,
    pathway,
  }))
}
