import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { withAuthScope, withOwnScope, withoutViewer } from '@/db/access'
import { addGuest } from '@/db/queries/accounts'
import { addSession, findSession, type SessionPerson, touchSession } from '@/db/queries/sessions'
import type { UserViewer } from '@/lib/access/viewer'
import { deviceLabel } from '@/lib/account/device'
import { signInPath } from '@/lib/account/next-path'
import { AppError } from '@/lib/errors/app-error'
import { guessedZone } from './auth/guessed-zone'
import { limitAttempts } from './auth/limits'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './auth/session-cookie'

export type SignedIn = UserViewer & {
  email: string | null
  name: string | null
  timeZone: string
  isTimeZoneChosen: boolean
  theme: 'system' | 'light' | 'dark'
  isSample: boolean
}

/**
 * Who is asking, resolved once per request with one round trip: a member, a guest, or null for a visitor without a
 * session. A session revoked a moment ago is null already. Pages of a person with a cycle show a visitor the empty
 * form; the first save makes them a guest (`ensureViewer`).
 */
export const getViewer = cache(async (): Promise<SignedIn | null> => {
  const held = await readSessionCookie()
  if (!held) return null
  const person = await withoutViewer((tx) => findSession(tx, held.sessionId))
  if (!person) return null
  const viewer = signedIn(person)
  if (person.isStale) {
    after(() => withOwnScope(viewer, (scope) => touchSession(scope, viewer.sessionId, viewer.isGuest)))
  }
  return viewer
})

/** The viewer, or a redirect to the sign-in page that leads back to `path` (by default the page asked for). */
export async function requireViewer(path?: string): Promise<SignedIn> {
  const viewer = await getViewer()
  if (viewer) return viewer
  redirect(signInPath(path ?? (await headers()).get('x-locus-path')))
}

/**
 * For actions that save something: the viewer, or a new guest whose session cookie goes out with the answer. Someone
 * whose session was ended meanwhile is told so (`unauthenticated`) instead of saving into a guest they do not know of.
 */
export async function ensureViewer(): Promise<SignedIn> {
  const held = await readSessionCookie()
  if (!held) return startGuest()
  const viewer = await getViewer()
  if (!viewer) {
    await clearSessionCookie()
    throw new AppError('unauthenticated')
  }
  if (held.isOld) await writeSessionCookie(viewer.sessionId)
  return viewer
}

/** For actions on what exists already, such as an account: the viewer, or `unauthenticated`. Makes nobody a guest. */
export async function getViewerOrRefuse(): Promise<SignedIn> {
  const viewer = await getViewer()
  if (!viewer) throw new AppError('unauthenticated')
  return viewer
}

/** Makes a guest and signs this browser in as them; `isSample` marks one who walks about in the sample's rows. */
export async function startGuest({ isSample = false }: { isSample?: boolean } = {}): Promise<SignedIn> {
  await limitAttempts('guest')
  const zone = await guessedZone()
  const device = deviceLabel((await headers()).get('user-agent'))
  const { userId, sessionId } = await withAuthScope(async (scope) => {
    const userId = await addGuest(scope, { zone, isSample })
    return { userId, sessionId: await addSession(scope, { userId, isGuest: true }, { device }) }
  })
  await writeSessionCookie(sessionId)
  return {
    kind: 'user',
    userId,
    sessionId,
    isGuest: true,
    email: null,
    name: null,
    timeZone: zone,
    isTimeZoneChosen: false,
    theme: 'system',
    isSample,
  }
}

function signedIn({ isStale: _, ...person }: SessionPerson): SignedIn {
  return { kind: 'user', ...person }
}
