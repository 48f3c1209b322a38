import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { AdoptionScope, AuthScope, Scope } from '../access'
import { identities, type THEMES, users } from '../schema'
import { dropOwnedRows } from './owned-rows'

/** Starts a guest: a person without an address. `zone` is a guess until they confirm it. */
export async function addGuest(
  scope: AuthScope,
  { zone, isSample = false }: { zone: string; isSample?: boolean },
): Promise<string> {
  const [row] = await scope.tx
    .insert(users)
    .values({ kind: 'guest', timeZone: zone, isSample })
    .returning({ id: users.id })
  if (!row) throw new Error('A guest was not stored')
  return row.id
}

/** Starts an account for a proven address; throws conflict when the address has one by now. `id` is a new uuid. */
export async function addMember(
  scope: AuthScope,
  member: {
    id?: string
    email: string
    passwordHash: string | null
    name?: string | null
    zone: string
    isZoneChosen: boolean
  },
): Promise<string> {
  const [row] = await scope.tx
    .insert(users)
    .values({
      ...(member.id && { id: member.id }),
      kind: 'member',
      email: member.email,
      passwordHash: member.passwordHash,
      name: member.name ?? null,
      timeZone: member.zone,
      isTimeZoneChosen: member.isZoneChosen,
    })
    .onConflictDoNothing()
    .returning({ id: users.id })
  if (!row) throw new AppError('conflict')
  return row.id
}

export type Login = { userId: string; passwordHash: string | null }

/** What is needed to check a password; null when the address has no account. */
export async function findLogin(scope: AuthScope, email: string): Promise<Login | null> {
  const [row] = await scope.tx
    .select({ userId: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.email, email), eq(users.kind, 'member')))
  return row ?? null
}

/** What a browser takes over from an account on signing in. */
export async function findTheme(scope: AuthScope, userId: string): Promise<(typeof THEMES)[number] | null> {
  const [row] = await scope.tx.select({ theme: users.theme }).from(users).where(eq(users.id, userId))
  return row?.theme ?? null
}

/** A guest as it may be adopted: null once it is an account, is gone, or never was. */
export async function findGuest(
  scope: AuthScope,
  guestId: string,
): Promise<{ isSample: boolean; timeZone: string; isTimeZoneChosen: boolean } | null> {
  const [row] = await scope.tx
    .select({ isSample: users.isSample, timeZone: users.timeZone, isTimeZoneChosen: users.isTimeZoneChosen })
    .from(users)
    .where(and(eq(users.id, guestId), eq(users.kind, 'guest')))
    .for('update')
  return row ?? null
}

/** Removes a guest with every row and session that is still theirs; throws not_found when it is no guest. */
export async function removeGuest(scope: AdoptionScope): Promise<void> {
  if (!(await findGuest(scope, scope.guestId))) throw new AppError('not_found')
  await dropOwnedRows(scope.tx, scope.guestId)
  await scope.tx.delete(users).where(and(eq(users.id, scope.guestId), eq(users.kind, 'guest')))
}

/** Marks an account that took over the sample's rows, so that its pages go on saying so. */
export async function setSample(scope: AdoptionScope, isSample: boolean): Promise<void> {
  await scope.tx.update(users).set({ isSample }).where(eq(users.id, scope.accountId))
}

/** Sets a new password for an account that has proven its address by a link. */
export async function setPassword(scope: AuthScope, userId: string, passwordHash: string): Promise<void> {
  await scope.tx
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, userId), eq(users.kind, 'member')))
}

/** Holds the account still until the transaction ends: of two links followed at once, the second sees the first. */
export async function lockAccount(scope: AuthScope, userId: string): Promise<void> {
  await scope.tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update')
}

/** Moves an account to a proven address and returns the one it had; throws conflict when the new one is taken. */
export async function setEmail(scope: AuthScope, userId: string, email: string): Promise<string | null> {
  const [before] = await scope.tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
  const [taken] = await scope.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), ne(users.id, userId)))
  if (taken) throw new AppError('conflict', { readerMessage: 'This address cannot be used for the account.' })
  await scope.tx
    .update(users)
    .set({ email })
    .where(and(eq(users.id, userId), eq(users.kind, 'member')))
  return before?.email ?? null
}

/** The person's own password hash, null when they have none (guests, and members who came by a provider). */
export async function findOwnPasswordHash(scope: Scope): Promise<string | null> {
  const [row] = await scope.tx
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, scope.applicantId))
  return row?.passwordHash ?? null
}

/** Changes what a person may set about themselves; only the named columns are written. */
export async function saveSettings(
  scope: Scope,
  changed: { name?: string | null; timeZone?: string; theme?: (typeof THEMES)[number] },
): Promise<void> {
  await scope.tx
    .update(users)
    .set({
      ...(changed.name !== undefined && { name: changed.name }),
      ...(changed.timeZone !== undefined && { timeZone: changed.timeZone, isTimeZoneChosen: true }),
      ...(changed.theme !== undefined && { theme: changed.theme }),
    })
    .where(eq(users.id, scope.applicantId))
}

/** The person's own entry, for their export. */
export async function getOwnAccount(scope: Scope) {
  const [row] = await scope.tx
    .select({
      kind: users.kind,
      email: users.email,
      name: users.name,
      timeZone: users.timeZone,
      isTimeZoneChosen: users.isTimeZoneChosen,
      theme: users.theme,
      isSample: users.isSample,
      lastSeenAt: users.lastSeenAt,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(eq(users.id, scope.applicantId))
  if (!row) throw new AppError('not_found')
  return row
}

/** Deletes the person and every row of theirs, for good, in one transaction. */
export async function removeOwnAccount(scope: Scope): Promise<void> {
  await dropOwnedRows(scope.tx, scope.applicantId)
  const [gone] = await scope.tx
    .delete(users)
    .where(eq(users.id, scope.applicantId))
    .returning({ id: users.id })
  if (!gone) throw new AppError('not_found')
}

/** Whose account an identity at a provider opens; null when it opens none. */
export async function findByIdentity(
  scope: AuthScope,
  provider: string,
  subject: string,
): Promise<string | null> {
  const [row] = await scope.tx
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)))
  return row?.userId ?? null
}

/** Lets an identity open an account; throws conflict when it opens another one. */
export async function addIdentity(
  scope: AuthScope,
  identity: { provider: string; subject: string; userId: string },
): Promise<void> {
  const [row] = await scope.tx
    .insert(identities)
    .values(identity)
    .onConflictDoNothing()
    .returning({ userId: identities.userId })
  if (row) return
  if ((await findByIdentity(scope, identity.provider, identity.subject)) !== identity.userId)
    throw new AppError('conflict')
}

/** The providers that open the person's own account. */
export function listIdentities(scope: Scope): Promise<{ provider: string; createdAt: Date }[]> {
  return scope.tx
    .select({ provider: identities.provider, createdAt: identities.createdAt })
    .from(identities)
    .where(eq(identities.userId, scope.applicantId))
    .orderBy(identities.createdAt)
}

/**
 * Takes a provider away from the person's account; throws conflict when nothing would be left to sign in with.
 */
export async function removeIdentity(scope: Scope, provider: string): Promise<void> {
  // The row is held, so that two removals at once cannot take the last two ways in.
  await scope.tx.select({ id: users.id }).from(users).where(eq(users.id, scope.applicantId)).for('update')
  const left = (await listIdentities(scope)).filter((identity) => identity.provider !== provider)
  if (left.length === 0 && !(await findOwnPasswordHash(scope))) {
    throw new AppError('conflict', {
      readerMessage: 'This is your only way to sign in. Set a password first.',
    })
  }
  const gone = await scope.tx
    .delete(identities)
    .where(and(eq(identities.userId, scope.applicantId), eq(identities.provider, provider)))
    .returning({ provider: identities.provider })
  if (gone.length === 0) throw new AppError('not_found')
}
