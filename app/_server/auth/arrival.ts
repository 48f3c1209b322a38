import 'server-only'
import { cookies, headers } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { isUuid, withAdoptionScope, withAuthScope, withoutViewer } from '@/db/access'
import { findGuest, findTheme, removeGuest, setSample } from '@/db/queries/accounts'
import { countBoth, type Holdings, moveGuestRows } from '@/db/queries/owned-rows'
import {
  addSession,
  endSession,
  findSession,
  lengthenSession,
  type SessionPerson,
} from '@/db/queries/sessions'
import { deviceLabel } from '@/lib/account/device'
import { AppError } from '@/lib/errors/app-error'
import { env } from '@/lib/io/env'
import { getViewer } from '../auth'
import { cookieOptions, writeSessionCookie } from './session-cookie'

/*
 * What happens once someone has proven that an account is theirs, however they did it. A visitor is signed in. A guest's
 * work comes along when the account is empty; when both have something, the guest stays a guest until they have chosen,
 * and the proof waits in a short session of its own.
 */

const CHOICE_COOKIE = 'locus.choice'
const CHOICE_MINUTES = 15

export type Arrival = { sessionId: string; isChoiceOpen: boolean }

/**
 * Opens the account in this browser, as far as nothing needs to be asked. The caller writes the session cookie (or lets
 * next-auth write it) and sends the person on; with an open choice that is to `CHOICE_PATH`, and the cookie stays.
 */
export async function arrive(userId: string): Promise<Arrival> {
  const viewer = await getViewer()
  const device = await thisDevice()
  const member = { userId, isGuest: false }
  if (viewer?.isGuest && viewer.userId !== userId) {
    const arrival = await withAdoptionScope({ guestId: viewer.userId, accountId: userId }, async (scope) => {
      const guest = await findGuest(scope, viewer.userId)
      const both = guest && (await countBoth(scope))
      if (guest && both && !both.guest.isEmpty && (guest.isSample || !both.account.isEmpty)) {
        const sessionId = await addSession(scope, member, { device, minutes: CHOICE_MINUTES })
        return { sessionId, isChoiceOpen: true }
      }
      if (guest) {
        await moveGuestRows(scope)
        await removeGuest(scope)
      }
      return { sessionId: await addSession(scope, member, { device }), isChoiceOpen: false }
    })
    if (arrival.isChoiceOpen) await rememberChoice(arrival.sessionId)
    else await wearLook(userId)
    return arrival
  }
  const sessionId = await withAuthScope(async (scope) => {
    // Someone who signs in over an old session leaves none behind in this browser.
    if (viewer && !viewer.isGuest) await endSession(scope, viewer.sessionId)
    return addSession(scope, member, { device })
  })
  await wearLook(userId)
  return { sessionId, isChoiceOpen: false }
}

/** Signs in after `arrive` in an action, and returns where to go: to the choice, or on to `next`. */
export async function signInHere(userId: string, next: string): Promise<string> {
  const { sessionId, isChoiceOpen } = await arrive(userId)
  if (isChoiceOpen) return choicePath(next)
  await writeSessionCookie(sessionId)
  return next
}

export function choicePath(next: string): string {
  return `/sign-in/choose?next=${encodeURIComponent(next)}`
}

export async function thisDevice(): Promise<string> {
  return deviceLabel((await headers()).get('user-agent'))
}

/** The account's theme, where the layout reads it. */
export async function wearLook(userId: string): Promise<void> {
  const theme = await withAuthScope((scope) => findTheme(scope, userId))
  const jar = await cookies()
  if (theme) jar.set('theme', theme, { ...cookieOptions(400 * 24 * 60 * 60), httpOnly: false })
}

async function rememberChoice(sessionId: string): Promise<void> {
  const maxAge = CHOICE_MINUTES * 60
  const token = await encode({
    token: { sid: sessionId },
    secret: env().authSecret,
    salt: CHOICE_COOKIE,
    maxAge,
  })
  const jar = await cookies()
  jar.set(CHOICE_COOKIE, token, cookieOptions(maxAge))
}

async function forgetChoice(): Promise<void> {
  const jar = await cookies()
  jar.set(CHOICE_COOKIE, '', cookieOptions(0))
}

/** The account whose owner has been proven and who has yet to choose; null when there is none or it took too long. */
export async function findChoosing(): Promise<SessionPerson | null> {
  const token = (await cookies()).get(CHOICE_COOKIE)?.value
  if (!token) return null
  const held = await decode({ token, secret: env().authSecret, salt: CHOICE_COOKIE }).catch(() => null)
  const sessionId = typeof held?.sid === 'string' && isUuid(held.sid) ? held.sid : null
  return sessionId ? withoutViewer((tx) => findSession(tx, sessionId)) : null
}

export type Choice = { email: string; isSample: boolean; guest: Holdings; account: Holdings }

/** Both sides of an open choice, or null when there is nothing to choose. */
export async function findChoice(): Promise<Choice | null> {
  const viewer = await getViewer()
  const account = await findChoosing()
  if (!viewer?.isGuest || !account?.email) return null
  const both = await withAdoptionScope({ guestId: viewer.userId, accountId: account.userId }, countBoth)
  return { email: account.email, isSample: viewer.isSample, ...both }
}

/**
 * Carries out the choice in one transaction and signs in: the account's work stays and the guest's goes, or the other way
 * round. Throws expired when the proof is too old.
 */
export async function settleChoice(keep: 'account' | 'guest'): Promise<void> {
  const viewer = await getViewer()
  const account = await findChoosing()
  if (!account) {
    throw new AppError('expired', { readerMessage: 'That took too long. Sign in once more to choose.' })
  }
  if (viewer?.isGuest) {
    await withAdoptionScope({ guestId: viewer.userId, accountId: account.userId }, async (scope) => {
      const guest = await findGuest(scope, viewer.userId)
      if (guest && keep === 'guest') {
        await moveGuestRows(scope, { replace: true })
        await setSample(scope, guest.isSample)
      }
      if (guest) await removeGuest(scope)
    })
  }
  await withAuthScope((scope) => lengthenSession(scope, account.sessionId, account.userId))
  await writeSessionCookie(account.sessionId)
  await forgetChoice()
  await wearLook(account.userId)
}

/** Leaves both as they are: the guest goes on, and the waiting session ends. */
export async function dropChoice(): Promise<void> {
  const account = await findChoosing()
  if (account) await withAuthScope((scope) => endSession(scope, account.sessionId))
  await forgetChoice()
}
