import type { Instant } from '@/lib/dates/calendar-date'

/** The parts of an applicant's cycle that a grant can open, one by one. */
export const SECTIONS = [
  'profile',
  'exams',
  'list',
  'documents',
  'story',
  'contacts',
  'interviews',
  'rank',
  'checklist',
] as const
export type Section = (typeof SECTIONS)[number]

export const DEEDS = ['read', 'comment', 'write'] as const
export type Deed = (typeof DEEDS)[number]
export type Permission = `${Section}:${Deed}`

/** What an applicant has allowed one mentor, as stored. Times are instants. */
export type Grant = {
  readSections: readonly string[]
  commentSections: readonly string[]
  expiresAt: Instant | null
  revokedAt: Instant | null
}

/**
 * Where a mentor stands who works at a program of this applicant's list: `programIds` are theirs, of the catalogue and of
 * the applicant's own. `isLifted`: the applicant shows them the whole list all the same.
 */
export type Conflict = { programIds: readonly string[]; institution: string | null; isLifted: boolean }

/** Of these nothing is shown in conflict, lifted or not: each says which program the applicant prefers. */
export const CLOSED_IN_CONFLICT: readonly Section[] = ['contacts', 'interviews', 'rank']

/**
 * Whether this grant allows this deed at this instant. Only the applicant ever writes; to comment includes to read;
 * everything not named is refused, an unknown section or deed too. In conflict, what says where the applicant would rather
 * train is refused whatever the grant names.
 */
export function grantAllows(
  grant: Grant | null,
  permission: Permission,
  now: Instant,
  conflict: Conflict | null = null,
): boolean {
  if (!grant || grant.revokedAt !== null) return false
  if (grant.expiresAt !== null && grant.expiresAt <= now) return false
  const [section, deed] = permission.split(':')
  if (!section || !SECTIONS.some((known) => known === section)) return false
  if (conflict && CLOSED_IN_CONFLICT.some((closed) => closed === section)) return false
  switch (deed) {
    case 'read':
      return grant.readSections.includes(section) || grant.commentSections.includes(section)
    case 'comment':
      return grant.commentSections.includes(section)
    default:
      return false
  }
}
