import type postgres from 'postgres'
import { createUser } from '../factories/user'
import { createWork, type Work } from '../factories/work'
import { SESSION_COOKIE, sessionToken } from '../support/session-token'

/** Someone with a full profile and a list of that length, who may be signed in by the cookie. */
export type ListedMember = { work: Work; programs: number; cookie: string }

/**
 * Makes a member whose list holds that many programs. The catalogue is not that long, so the rest are the person's own,
 * each a copy of one of the catalogue with its facts: as much to read and to compute as the real thing.
 */
export async function makeListedMember(
  owner: postgres.Sql,
  secret: string,
  programs: number,
): Promise<ListedMember> {
  const member = await createUser(owner, { timeZone: 'Asia/Kathmandu' })
  const work = await createWork(owner, member.userId, { programs, hasOwnProgram: false })
  const missing = programs - work.entryIds.length
  if (missing > 0) await addCopies(owner, { ownerId: member.userId, cycleId: work.cycleId, missing })
  await owner`analyze`
  const [count] = await owner<{ entries: number }[]>`
    select count(*)::int as entries from list_entries where applicant_id = ${member.userId}`
  if (count?.entries !== programs) throw new Error(`The list holds ${count?.entries} of ${programs} programs`)
  return { work, programs, cookie: `${SESSION_COOKIE}=${await sessionToken(member.sessionId, secret)}` }
}

async function addCopies(
  owner: postgres.Sql,
  { ownerId, cycleId, missing }: { ownerId: string; cycleId: string; missing: number },
): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`create temporary table copies on commit drop as
      select p.id, 'own-' || gen_random_uuid() as own_id, n
      from programs p cross join generate_series(1, 20) n
      where p.owner_id is null and p.retired_at is null order by n, p.id limit ${missing}`
    await sql`insert into programs (id, owner_id, sponsor, name, city, state, pathway)
      select own_id, ${ownerId}, p.sponsor || ' ' || n, p.name, p.city, p.state, p.pathway
      from copies join programs p using (id)`
    await sql`insert into program_facts (id, program_id, owner_id, field, value_text, value_number, scope, year,
        season, origin, stated_on, confidence, source_kind, source_title, source_url, note)
      select own_id || f.id, own_id, ${ownerId}, f.field, f.value_text, f.value_number, f.scope, f.year, f.season,
        'own', '2026-10-01', f.confidence, f.source_kind, f.source_title, f.source_url, f.note
      from copies join program_facts f on f.program_id = copies.id and f.owner_id is null`
    await sql`insert into list_entries (applicant_id, cycle_id, program_id, status)
      select ${ownerId}, ${cycleId}, own_id, 'considering' from copies`
  })
}
