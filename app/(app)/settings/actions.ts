'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { accountAction } from '@/app/_server/account-action'
import {
  changePassword,
  confirmPassword,
  requestEmailChange,
  requestReset,
} from '@/app/_server/auth/account-changes'
import { limitAttempts } from '@/app/_server/auth/limits'
import { clearSessionCookie } from '@/app/_server/auth/session-cookie'
import { withAuthScope, withOwnScope } from '@/db/access'
import { removeIdentity, removeOwnAccount, saveSettings } from '@/db/queries/accounts'
import { revokeSession, revokeSessions } from '@/db/queries/sessions'
import {
  changeEmailInput,
  changePasswordInput,
  deleteAccountInput,
  nameInput,
  revokeSessionInput,
  themeInput,
  unlinkInput,
  zoneInput,
} from '@/lib/account/account-input'
import { AppError } from '@/lib/errors/app-error'

export const saveNameAction = accountAction(nameInput, async (viewer, { name }) => {
  await withOwnScope(viewer, (scope) => saveSettings(scope, { name }))
  redirect('/settings?done=name')
})

export const saveZoneAction = accountAction(zoneInput, async (viewer, { timeZone }) => {
  await withOwnScope(viewer, (scope) => saveSettings(scope, { timeZone }))
  redirect('/settings?done=zone')
})

export const saveThemeAction = accountAction(themeInput, async (viewer, { theme }) => {
  await withOwnScope(viewer, (scope) => saveSettings(scope, { theme }))
  const jar = await cookies()
  jar.set('theme', theme, { path: '/', sameSite: 'lax', maxAge: 400 * 24 * 60 * 60 })
  redirect('/settings?done=theme')
})

export const changePasswordAction = accountAction(changePasswordInput, async (viewer, input) => {
  await changePassword(viewer, input)
  redirect('/settings?done=password')
})

/** For a member who came by a provider and has no password yet: the link proves that the address is still theirs. */
export const mailPasswordLinkAction = accountAction(z.object({}), async (viewer) => {
  if (!viewer.email) throw new AppError('not_found')
  await limitAttempts('mail', viewer.email)
  await requestReset(viewer.email)
  redirect('/settings?done=password-link')
})

export const changeEmailAction = accountAction(
  changeEmailInput,
  async (viewer, { email, currentPassword }) => {
    if (!viewer.email) throw new AppError('not_found')
    await confirmPassword(viewer, currentPassword)
    await limitAttempts('mail', email)
    await requestEmailChange(viewer, email)
    redirect('/settings?done=email-links')
  },
)

export const revokeSessionAction = accountAction(revokeSessionInput, async (viewer, { session }) => {
  await withOwnScope(viewer, (scope) => revokeSession(scope, session))
  redirect('/settings?done=session')
})

export const revokeOthersAction = accountAction(z.object({}), async (viewer) => {
  await withAuthScope((scope) => revokeSessions(scope, viewer.userId, { except: viewer.sessionId }))
  redirect('/settings?done=sessions')
})

export const unlinkAction = accountAction(unlinkInput, async (viewer, { provider }) => {
  await withOwnScope(viewer, (scope) => removeIdentity(scope, provider))
  redirect('/settings?done=unlinked')
})

export const deleteAccountAction = accountAction(deleteAccountInput, async (viewer, { currentPassword }) => {
  await confirmPassword(viewer, currentPassword)
  await withOwnScope(viewer, removeOwnAccount)
  await clearSessionCookie()
  const jar = await cookies()
  jar.delete('theme')
  redirect('/sign-in?done=deleted')
})
