'use server'
import { redirect } from 'next/navigation'
import { viewerAction } from '@/app/_server/action'
import type { SignedIn } from '@/app/_server/auth'
import { limitAttempts } from '@/app/_server/auth/limits'
import { appLink, sendMailLater } from '@/app/_server/mail'
import { newSecret } from '@/app/_server/secret'
import { withOwnScope } from '@/db/access'
import { addInvitation, withdrawInvitation } from '@/db/queries/invitations'
import { liftMask, revokeGrant, saveGrant } from '@/db/queries/mentors'
import { addShareLink, revokeShareLink } from '@/db/queries/share-links'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import { now } from '@/lib/io/clock'
import { invitationMail } from '@/lib/mentors/invitation-mail'
import {
  grantIdInput,
  grantInput,
  invitationIdInput,
  inviteInput,
  linkIdInput,
  maskInput,
  shareLinkInput,
} from '@/lib/mentors/mentor-input'
import { endOfDay } from '@/lib/mentors/until'
import { levelsWords } from '@/lib/mentors/words'

/** Only an account can share: a guest's pages hang on one browser and are deleted when unused. */
function refuseGuest(viewer: SignedIn): void {
  if (!viewer.isGuest) return
  throw new AppError('unavailable', {
    readerMessage:
      'Sign up first: what a guest enters hangs on this browser, and others could lose sight of it.',
  })
}

function untilInstant(day: CalendarDate | null, zone: string): Instant | null {
  if (day === null) return null
  const at = endOfDay(day, zone)
  if (at > now().toISOString()) return at
  throw new AppError('invalid', {
    fields: { until: ['This day is over. Choose a later one, or leave it empty.'] },
  })
}

export const inviteAction = viewerAction(inviteInput, async (viewer, { until, ...input }) => {
  refuseGuest(viewer)
  const grantExpiresAt = untilInstant(until, viewer.timeZone)
  if (input.email) await limitAttempts('mail', input.email)
  const { token, tokenHash } = newSecret()
  await withOwnScope(viewer, (scope) => addInvitation(scope, { ...input, tokenHash, grantExpiresAt }))
  const href = appLink(`/invite/${token}`)
  if (!input.email) return { status: 'done', message: `The link, shown this once: ${href}` }
  const { applicantName, message, levels } = input
  sendMailLater(invitationMail(input.email, { applicantName, message, opens: levelsWords(levels), href }))
  redirect('/mentors?done=invited')
})

export const withdrawInvitationAction = viewerAction(invitationIdInput, async (viewer, { invitationId }) => {
  await withOwnScope(viewer, (scope) => withdrawInvitation(scope, invitationId))
  redirect('/mentors?done=withdrawn')
})

export const saveGrantAction = viewerAction(grantInput, async (viewer, { until, grantId, ...changed }) => {
  const expiresAt = untilInstant(until, viewer.timeZone)
  await withOwnScope(viewer, (scope) => saveGrant(scope, { ...changed, id: grantId, expiresAt }))
  redirect(`/mentors/${grantId}?done=saved`)
})

export const revokeGrantAction = viewerAction(grantIdInput, async (viewer, { grantId }) => {
  await withOwnScope(viewer, (scope) => revokeGrant(scope, grantId))
  redirect('/mentors?done=ended')
})

export const liftMaskAction = viewerAction(maskInput, async (viewer, { grantId, lift }) => {
  await withOwnScope(viewer, (scope) => liftMask(scope, grantId, lift === 'yes'))
  redirect(`/mentors/${grantId}?done=${lift === 'yes' ? 'lifted' : 'masked'}`)
})

export const addLinkAction = viewerAction(shareLinkInput, async (viewer, input) => {
  refuseGuest(viewer)
  const { token, tokenHash } = newSecret()
  await withOwnScope(viewer, (scope) => addShareLink(scope, { ...input, tokenHash }))
  return { status: 'done', message: `The link, shown this once: ${appLink(`/look/${token}`)}` }
})

export const revokeLinkAction = viewerAction(linkIdInput, async (viewer, { linkId }) => {
  await withOwnScope(viewer, (scope) => revokeShareLink(scope, linkId))
  redirect('/mentors?done=link-ended')
})
