import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { AppError } from '@/lib/errors/app-error'
import type { AuthScope } from '../access'
import { authTokens, type TOKEN_PURPOSES } from '../schema'

export type TokenPurpose = (typeof TOKEN_PURPOSES)[number]

/** How long a mailed link works. */
export const TOKEN_HOURS: Readonly<Record<TokenPurpose, number>> = {
  sign_up: 24,
  reset_password: 1,
  change_email_old: 24,
  change_email_new: 24,
}

export type TokenContent = {
  email: string
  userId: string | null
  payload: Readonly<Record<string, string>>
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * Makes the secret of a link and stores only its hash. Earlier links for the same purpose end: those to the same address,
 * or, when a member's own change is confirmed, those of the same member.
 */
export async function addToken(
  scope: AuthScope,
  purpose: TokenPurpose,
  { email, userId, payload = {} }: { email: string; userId: string | null; payload?: Record<string, string> },
): Promise<string> {
  const isOwnChange = purpose === 'change_email_old' || purpose === 'change_email_new'
  await scope.tx
    .update(authTokens)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(authTokens.purpose, purpose),
        isOwnChange && userId ? eq(authTokens.userId, userId) : eq(authTokens.email, email),
        isNull(authTokens.usedAt),
      ),
    )
  const token = randomBytes(32).toString('base64url')
  await scope.tx.insert(authTokens).values({
    purpose,
    tokenHash: hashOf(token),
    email,
    userId,
    payload,
    expiresAt: sql`now() + make_interval(hours => ${TOKEN_HOURS[purpose]})`,
  })
  return token
}

const live = (purpose: TokenPurpose, token: string) =>
  and(
    eq(authTokens.tokenHash, hashOf(token)),
    eq(authTokens.purpose, purpose),
    isNull(authTokens.usedAt),
    gt(authTokens.expiresAt, sql`now()`),
  )

const content = { email: authTokens.email, userId: authTokens.userId, payload: authTokens.payload }

/** What a link would do, or null when it has ended, was used or never was. Reading does not spend it. */
export async function findToken(
  scope: AuthScope,
  purpose: TokenPurpose,
  token: string,
): Promise<TokenContent | null> {
  const [row] = await scope.tx.select(content).from(authTokens).where(live(purpose, token))
  return row ?? null
}

/** Spends a link; throws expired when it has ended or was used, also by someone a moment ago. */
export async function spendToken(
  scope: AuthScope,
  purpose: TokenPurpose,
  token: string,
): Promise<TokenContent> {
  const [row] = await scope.tx
    .update(authTokens)
    // The mark tells a link that was followed apart from one that a newer link ended.
    .set({ usedAt: sql`now()`, payload: sql`${authTokens.payload} || '{"confirmed":"yes"}'::jsonb` })
    .where(live(purpose, token))
    .returning(content)
  if (!row) throw new AppError('expired')
  return row
}

/** Ends a member's links of these purposes, once what they were for is done or no longer wanted. */
export async function endTokens(
  scope: AuthScope,
  userId: string,
  purposes: readonly TokenPurpose[],
): Promise<void> {
  for (const purpose of purposes) {
    await scope.tx
      .update(authTokens)
      .set({ usedAt: sql`now()` })
      .where(and(eq(authTokens.userId, userId), eq(authTokens.purpose, purpose), isNull(authTokens.usedAt)))
  }
}

/** Whether the other half of a change of address has been confirmed: a followed link of the same change. */
export async function isConfirmed(
  scope: AuthScope,
  userId: string,
  change: string,
  purpose: TokenPurpose,
): Promise<boolean> {
  const rows = await scope.tx
    .select({ id: authTokens.id })
    .from(authTokens)
    .where(
      and(
        eq(authTokens.userId, userId),
        eq(authTokens.purpose, purpose),
        sql`${authTokens.payload} ->> 'change' = ${change}`,
        sql`${authTokens.payload} ? 'confirmed'`,
        gt(authTokens.expiresAt, sql`now()`),
      ),
    )
  return rows.length > 0
}
