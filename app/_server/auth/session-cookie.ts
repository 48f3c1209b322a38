import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { isUuid } from '@/db/access'
import { now } from '@/lib/io/clock'
import { env } from '@/lib/io/env'

/*
 * next-auth's own cookie, in next-auth's own form, holding nothing but a session id. It outlives the session on
 * purpose: how long someone stays signed in is decided by the row, which moves on with each visit.
 */

/** The longest that browsers keep a cookie. */
const LONGEST_SECONDS = 400 * 24 * 60 * 60
const RENEW_AFTER_SECONDS = 30 * 24 * 60 * 60

function isSecure(): boolean {
  return env().appUrl.startsWith('https://')
}

/** The name that next-auth gives its session cookie, which depends on how people reach the app. */
export function sessionCookieName(): string {
  return `${isSecure() ? '__Secure-' : ''}next-auth.session-token`
}

/** Attributes of every cookie that signs someone in. */
export function cookieOptions(maxAge: number) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge } as const
}

/** What the browser's cookie says: a session id, and whether the cookie should be written anew before it runs out. */
export type HeldSession = { sessionId: string; isOld: boolean }

/** The browser's session cookie, or null when there is none that this server made. */
export async function readSessionCookie(): Promise<HeldSession | null> {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  try {
    const held = await decode({ token, secret: env().authSecret })
    if (typeof held?.sid !== 'string' || !isUuid(held.sid)) return null
    const madeAt = typeof held.iat === 'number' ? held.iat : 0
    return { sessionId: held.sid, isOld: now().getTime() / 1000 - madeAt > RENEW_AFTER_SECONDS }
  } catch {
    // Made with another secret, altered, or past its end: the same as none.
    return null
  }
}

/** Signs this browser in; possible in actions and route handlers only. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({ token: { sid: sessionId }, secret: env().authSecret, maxAge: LONGEST_SECONDS })
  const jar = await cookies()
  jar.set(sessionCookieName(), token, cookieOptions(LONGEST_SECONDS))
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookieName(), '', cookieOptions(0))
}
