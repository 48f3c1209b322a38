'use server'
import { redirect } from 'next/navigation'
import { getViewer } from '@/app/_server/auth'
import { clearSessionCookie } from '@/app/_server/auth/session-cookie'
import { withAuthScope } from '@/db/access'
import { endSession } from '@/db/queries/sessions'

/**
 * Signs this browser out. A guest has no other way back to what they entered, so they are led to the page that says so
 * before anything is lost.
 */
export async function signOutAction(): Promise<void> {
  const viewer = await getViewer()
  if (viewer?.isGuest) redirect('/settings/delete')
  if (viewer) await withAuthScope((scope) => endSession(scope, viewer.sessionId))
  await clearSessionCookie()
  redirect('/sign-in?done=signed-out')
}
