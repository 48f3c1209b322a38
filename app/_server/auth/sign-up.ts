import 'server-only'
import { randomUUID } from 'node:crypto'
import { withAdoptionScope, withAuthScope } from '@/db/access'
import { addMember, findGuest, findLogin, removeGuest, setSample } from '@/db/queries/accounts'
import { addToken, findToken, spendToken } from '@/db/queries/auth-tokens'
import { countBoth, type Holdings, moveGuestRows } from '@/db/queries/owned-rows'
import { alreadyMemberMail, signUpMail } from '@/lib/account/mail-texts'
import { AFTER_SIGN_IN, safeNextPath } from '@/lib/account/next-path'
import { AppError } from '@/lib/errors/app-error'
import { getViewer } from '../auth'
import { appLink, sendMailLater } from '../mail'
import { signInHere } from './arrival'
import { guessedZone } from './guessed-zone'
import { hashPassword, refuseWeakPassword } from './passwords'
import { openPath, sealPath } from './sealed-path'

/**
 * Mails a link to the address, whether or not it has an account: only the mail says which. The guest who asked goes on
 * as they are until the link is followed.
 */
export async function requestSignUp(email: string, next: string | null): Promise<void> {
  const viewer = await getViewer()
  const sealed = next && (await sealPath(next))
  const { token, isMember } = await withAuthScope(async (scope) => ({
    token: await addToken(scope, 'sign_up', {
      email,
      userId: viewer?.isGuest ? viewer.userId : null,
      payload: sealed ? { next: sealed } : {},
    }),
    isMember: (await findLogin(scope, email)) !== null,
  }))
  const link = appLink(`/sign-up/${token}`)
  sendMailLater(
    isMember
      ? alreadyMemberMail(email, { join: link, signIn: appLink('/sign-in'), reset: appLink('/reset') })
      : signUpMail(email, link),
  )
}

export type SignUpOffer = {
  email: string
  /** The address has an account already: the link signs in. */
  isMember: boolean
  /** The guest who asked, if still there, and what they have. */
  guest: { isHere: boolean; isSample: boolean; holdings: Holdings } | null
}

/** What the page behind a sign-up link offers; null when the link has ended. Nothing is spent by looking. */
export async function findSignUpOffer(token: string): Promise<SignUpOffer | null> {
  const viewer = await getViewer()
  const found = await withAuthScope(async (scope) => {
    const content = await findToken(scope, 'sign_up', token)
    return content && { ...content, isMember: (await findLogin(scope, content.email)) !== null }
  })
  if (!found) return null
  const { email, isMember, userId: guestId } = found
  if (isMember || !guestId) return { email, isMember, guest: null }
  const guest = await withAdoptionScope({ guestId, accountId: randomUUID() }, async (scope) => {
    const person = await findGuest(scope, guestId)
    return person && { isSample: person.isSample, holdings: (await countBoth(scope)).guest }
  })
  return { email, isMember, guest: guest && { ...guest, isHere: viewer?.userId === guestId } }
}

/**
 * Follows a sign-up link: makes the account, or joins the one that has the address by now, and signs in. With `bring`
 * the rows of the guest who asked move over in the same transaction. Returns where to go.
 */
export async function finishSignUp(
  token: string,
  { newPassword, bring }: { newPassword: string; bring: boolean },
): Promise<string> {
  const offer = await findSignUpOffer(token)
  if (!offer) throw new AppError('expired')
  if (offer.isMember) {
    const { userId, next } = await withAuthScope(async (scope) => {
      const { email, payload } = await spendToken(scope, 'sign_up', token)
      const login = await findLogin(scope, email)
      if (!login) throw new AppError('expired')
      return { userId: login.userId, next: payload.next }
    })
    return signInHere(userId, safeNextPath(await openPath(next)) ?? AFTER_SIGN_IN)
  }
  refuseWeakPassword(newPassword, offer.email)
  const passwordHash = await hashPassword(newPassword)
  const viewer = await getViewer()
  const zone = await guessedZone()
  const accountId = randomUUID()
  const found = await withAuthScope((scope) => findToken(scope, 'sign_up', token))
  // A guest id that nobody has stands in where no guest asked: there is nothing to move then.
  const guestId = found?.userId ?? randomUUID()
  const next = await withAdoptionScope({ guestId, accountId }, async (scope) => {
    const { email, payload } = await spendToken(scope, 'sign_up', token)
    const guest = await findGuest(scope, guestId)
    await addMember(scope, {
      id: accountId,
      email,
      passwordHash,
      zone: guest?.isTimeZoneChosen ? guest.timeZone : zone,
      isZoneChosen: guest?.isTimeZoneChosen ?? false,
    })
    if (guest && bring) {
      await moveGuestRows(scope)
      await setSample(scope, guest.isSample)
    }
    // Left alone when it is another browser's and was not asked for: it may be somebody else's work.
    if (guest && (bring || viewer?.userId === guestId)) await removeGuest(scope)
    return payload.next
  })
  return signInHere(accountId, safeNextPath(await openPath(next)) ?? AFTER_SIGN_IN)
}
