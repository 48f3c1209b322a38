import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { UserViewer } from '@/lib/access/viewer'

/** Inserts a person (as the database's owner) and returns the viewer they are when signed in. */
export async function createUser(
  owner: postgres.Sql,
  overrides: { email?: string | null; isSample?: boolean; timeZone?: string } = {},
): Promise<UserViewer> {
  const userId = randomUUID()
  const email = overrides.email === undefined ? `${userId}@example.org` : overrides.email
  await owner`insert into users ${owner({
    id: userId,
    kind: email === null ? 'guest' : 'member',
    email,
    time_zone: overrides.timeZone ?? 'Asia/Kathmandu',
    is_sample: overrides.isSample ?? false,
  })}`
  const [session] = await owner<{ id: string }[]>`
    insert into sessions (user_id, device, expires_at) values (${userId}, 'Test browser', now() + interval '30 days')
    returning id`
  return { kind: 'user', userId, sessionId: session?.id ?? '', isGuest: email === null }
}

/**
 * Lets a mentor read (and comment on) sections of an applicant's cycle; returns the grant's id. The mentor works at no
 * program unless a seat says otherwise.
 */
export async function createGrant(
  owner: postgres.Sql,
  grant: {
    applicant: Pick<UserViewer, 'userId'>
    mentor: Pick<UserViewer, 'userId'>
    read?: string[]
    comment?: string[]
    /** What the mentor reads above the pages. */
    name?: string
    expiresAt?: Date
    revokedAt?: Date
  },
): Promise<string> {
  await createSeat(owner, { mentor: grant.mentor })
  const [row] = await owner<{ id: string }[]>`insert into grants ${owner({
    applicant_id: grant.applicant.userId,
    mentor_id: grant.mentor.userId,
    applicant_name: grant.name ?? '',
    read_sections: grant.read ?? [],
    comment_sections: grant.comment ?? [],
    expires_at: grant.expiresAt ?? null,
    revoked_at: grant.revokedAt ?? null,
  })} returning id`
  return row?.id ?? ''
}

/** Says where a mentor works, unless they have said so. */
export async function createSeat(
  owner: postgres.Sql,
  seat: {
    mentor: Pick<UserViewer, 'userId'>
    name?: string
    institution?: string | null
    programIds?: string[]
  },
): Promise<void> {
  await owner`insert into mentor_seats ${owner({
    user_id: seat.mentor.userId,
    name: seat.name ?? 'Dr. Mentor',
    institution: seat.institution ?? null,
    program_ids: seat.programIds ?? [],
  })} on conflict do nothing`
}
