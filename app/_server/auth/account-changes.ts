import 'server-only'
import { randomUUID } from 'node:crypto'
import { withAuthScope, withOwnScope } from '@/db/access'
import { findLogin, findOwnPasswordHash, lockAccount, setEmail, setPassword } from '@/db/queries/accounts'
import { addToken, endTokens, findToken, isConfirmed, spendToken } from '@/db/queries/auth-tokens'
import { revokeSessions } from '@/db/queries/sessions'
import {
  addressTakenMail,
  newAddressMail,
  oldAddressMail,
  resetMail,
  securityMail,
} from '@/lib/account/mail-texts'
import { AFTER_SIGN_IN } from '@/lib/account/next-path'
import { AppError } from '@/lib/errors/app-error'
import type { SignedIn } from '../auth'
import { appLink, sendMailLater } from '../mail'
import { signInHere } from './arrival'
import { limitAttempts } from './limits'
import { hashPassword, isPassword, refuseWeakPassword } from './passwords'

/** Mails a reset link when the address has an account; stores the same either way, so that it takes the same time. */
export async function requestReset(email: string): Promise<void> {
  const { token, isMember } = await withAuthScope(async (scope) => {
    const login = await findLogin(scope, email)
    const token = await addToken(scope, 'reset_password', { email, userId: login?.userId ?? null })
    return { token, isMember: login !== null }
  })
  if (isMember) sendMailLater(resetMail(email, appLink(`/reset/${token}`)))
}

/** The address that a reset link is for; null when the link has ended. */
export async function findReset(token: string): Promise<string | null> {
  const content = await withAuthScope((scope) => findToken(scope, 'reset_password', token))
  return content?.userId ? content.email : null
}

/** Sets the password, ends every session and every other pending change, and signs this browser in. */
export async function finishReset(token: string, newPassword: string): Promise<string> {
  const email = await findReset(token)
  if (!email) throw new AppError('expired')
  refuseWeakPassword(newPassword, email)
  const passwordHash = await hashPassword(newPassword)
  const userId = await withAuthScope(async (scope) => {
    const { userId } = await spendToken(scope, 'reset_password', token)
    if (!userId) throw new AppError('expired')
    await setPassword(scope, userId, passwordHash)
    await revokeSessions(scope, userId)
    await endTokens(scope, userId, ['reset_password', 'change_email_old', 'change_email_new'])
    return userId
  })
  sendMailLater(securityMail(email, 'password'))
  return signInHere(userId, AFTER_SIGN_IN)
}

/** Throws `invalid` at `currentPassword` unless it is right; someone without a password has none to show. */
export async function confirmPassword(viewer: SignedIn, currentPassword: string): Promise<void> {
  await limitAttempts('password', viewer.userId)
  const passwordHash = await withOwnScope(viewer, findOwnPasswordHash)
  if (passwordHash === null) return
  if (currentPassword && (await isPassword(currentPassword, passwordHash))) return
  throw new AppError('invalid', {
    readerMessage: 'The present password needs another look.',
    fields: { currentPassword: ['This is not your present password.'] },
  })
}

/** Changes the password of someone who knows the present one, and signs out every other browser. */
export async function changePassword(
  viewer: SignedIn,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  if (viewer.isGuest || !viewer.email) throw new AppError('not_found')
  // Without a password there is nothing to confirm with here: such a member sets their first by a mailed link.
  if (!(await withOwnScope(viewer, findOwnPasswordHash))) throw new AppError('not_found')
  refuseWeakPassword(newPassword, viewer.email)
  await confirmPassword(viewer, currentPassword)
  const passwordHash = await hashPassword(newPassword)
  await withAuthScope(async (scope) => {
    await setPassword(scope, viewer.userId, passwordHash)
    await revokeSessions(scope, viewer.userId, { except: viewer.sessionId })
    await endTokens(scope, viewer.userId, ['reset_password', 'change_email_old', 'change_email_new'])
  })
  sendMailLater(securityMail(viewer.email, 'password'))
}

/** Mails a link to the present and to the new address; the account moves once both have been followed. */
export async function requestEmailChange(viewer: SignedIn, newEmail: string): Promise<void> {
  const { email, userId } = viewer
  if (viewer.isGuest || !email) throw new AppError('not_found')
  if (newEmail === email) {
    throw new AppError('invalid', { fields: { email: ['This is the address that you have now.'] } })
  }
  const change = randomUUID()
  const { oldToken, newToken, isTaken } = await withAuthScope(async (scope) => ({
    oldToken: await addToken(scope, 'change_email_old', { email, userId, payload: { change, newEmail } }),
    newToken: await addToken(scope, 'change_email_new', {
      email: newEmail,
      userId,
      payload: { change, newEmail },
    }),
    isTaken: (await findLogin(scope, newEmail)) !== null,
  }))
  sendMailLater(
    oldAddressMail(email, newEmail, appLink(`/verify/${oldToken}`)),
    isTaken ? addressTakenMail(newEmail) : newAddressMail(newEmail, appLink(`/verify/${newToken}`)),
  )
}

const HALVES = ['change_email_old', 'change_email_new'] as const

/** What an address link would confirm; null when it has ended. */
export async function findEmailChange(token: string): Promise<{ newEmail: string; isOld: boolean } | null> {
  return withAuthScope(async (scope) => {
    for (const half of HALVES) {
      const content = await findToken(scope, half, token)
      const newEmail = content?.payload.newEmail
      if (newEmail) return { newEmail, isOld: half === 'change_email_old' }
    }
    return null
  })
}

/** Confirms one half of a change of address. True when that was the second half and the account has moved. */
export async function confirmEmailChange(token: string): Promise<boolean> {
  const pending = await findEmailChange(token)
  if (!pending) throw new AppError('expired')
  const [half, other] = pending.isOld ? HALVES : ([HALVES[1], HALVES[0]] as const)
  const moved = await withAuthScope(async (scope) => {
    const content = await findToken(scope, half, token)
    if (!content?.userId) throw new AppError('expired')
    await lockAccount(scope, content.userId)
    const { userId, payload } = await spendToken(scope, half, token)
    const { change, newEmail } = payload
    if (!userId || !change || !newEmail) throw new AppError('expired')
    if (!(await isConfirmed(scope, userId, change, other))) return null
    const oldEmail = await setEmail(scope, userId, newEmail)
    // A reset link that went to the old address must not open the account any more.
    await endTokens(scope, userId, ['reset_password'])
    return { oldEmail, newEmail }
  })
  if (moved?.oldEmail) sendMailLater(securityMail(moved.oldEmail, 'address', moved.newEmail))
  return moved !== null
}
