import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import type { ClusterKeys } from '../../db/embedded-keys'
import { loadFacts } from '../../db/seed/load'
import type { UserViewer } from '../../lib/access/viewer'
import { createMentees } from '../factories/roster'
import { createUser } from '../factories/user'
import { createWork, type Work } from '../factories/work'
import { SESSION_COOKIE, sessionToken } from '../support/session-token'
import { createDatabase, makeTemplate, startTestCluster } from '../support/test-cluster'
import { type ListedMember, makeListedMember } from './listed-member'
import { simulatorInput } from './simulator-input'

/** What stands on the measured list. */
export const LISTED_PROGRAMS = 60

/** A database of the bench's own, with the shipped facts and one member who has a full profile and a long list. */
export type World = {
  folder: string
  /** Of the bench's cluster, for a part that needs databases of its own. */
  keys: ClusterKeys
  appUrl: string
  secret: string
  /** The server's settings, as a line for the report. */
  database: string
  member: UserViewer
  work: Work
  /** Signs a request in as the member. */
  cookie: string
  /** The same for one who has not sat Step 2 CK yet, and has practised for it. */
  plannerCookie: string
  /** Another member, with a list of that length. Made when asked for, so that the other parts measure without. */
  addMember: (programs: number) => Promise<ListedMember>
  /** A mentor of so many applicants with full cycles, and one of these. Made when asked for. */
  addMentor: (mentees: number, programs: number) => Promise<MeasuredMentor>
  stop: () => Promise<void>
}

type MeasuredMentor = { mentor: { cookie: string }; mentee: { id: string; cookie: string } }

export async function makeWorld(): Promise<World> {
  const { folder, cluster, stop } = await startTestCluster()
  try {
    await makeTemplate(cluster.keys)
    const { ownerUrl, appUrl } = await createDatabase(cluster.keys)
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
    await loadFacts(owner)
    const member = await createUser(owner, { timeZone: 'Asia/Kathmandu' })
    const work = await createWork(owner, member.userId, { programs: LISTED_PROGRAMS, hasOwnProgram: false })
    const planner = await createUser(owner, { timeZone: 'Asia/Kathmandu' })
    for (const { exam, kind, takenOn, score, isTimed } of simulatorInput().results) {
      await owner`insert into practice_results ${owner({
        applicant_id: planner.userId,
        exam,
        kind,
        taken_on: takenOn,
        score,
        is_timed: isTimed,
      })}`
    }
    await owner`analyze`
    const [server] = await owner<{ version: string; fsync: string; commit: string }[]>`
      select current_setting('server_version') as version, current_setting('fsync') as fsync,
        current_setting('synchronous_commit') as commit`
    await owner.end()
    const secret = randomBytes(32).toString('base64url')
    const cookieOf = async (of: UserViewer) => `${SESSION_COOKIE}=${await sessionToken(of.sessionId, secret)}`
    return {
      folder,
      keys: cluster.keys,
      appUrl,
      secret,
      database: `PostgreSQL ${server?.version}, fsync ${server?.fsync}, synchronous_commit ${server?.commit}`,
      member,
      work,
      cookie: await cookieOf(member),
      plannerCookie: await cookieOf(planner),
      addMember: async (programs) => {
        const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
        return makeListedMember(sql, secret, programs).finally(() => sql.end())
      },
      addMentor: async (mentees, programs) => {
        const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
        const mentor = await createUser(sql, { timeZone: 'Asia/Kathmandu' })
        const [mentee] = await createMentees(sql, mentor, { count: mentees, programs })
        await sql`analyze`
        await sql.end()
        if (!mentee) throw new Error('a mentor without mentees')
        return {
          mentor: { cookie: await cookieOf(mentor) },
          mentee: { id: mentee.viewer.userId, cookie: await cookieOf(mentee.viewer) },
        }
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
