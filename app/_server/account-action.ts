import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { signInPath } from '@/lib/account/next-path'
import type { ActionState } from '@/lib/errors/action-state'
import { type FormAction, publicAction } from './action'
import { getViewer, getViewerOrRefuse, type SignedIn } from './auth'

/**
 * An action on settings, which are of someone who is here already: a session that has ended must not turn into a new
 * guest's settings.
 */
export function accountAction<Schema extends z.ZodType>(
  schema: Schema,
  handler: (viewer: SignedIn, input: z.output<Schema>) => Promise<ActionState | undefined>,
): FormAction {
  const act = publicAction(schema, async (input) => handler(await getViewerOrRefuse(), input))
  return async (previous, form) => {
    // Without script the page is drawn again beneath the answer, and it needs a viewer: its own redirect would send the
    // form on to the sign-in page. This one only leads there.
    const isPlainForm = !(await headers()).has('next-action')
    if (isPlainForm && !(await getViewer())) redirect(signInPath('/settings'))
    return act(previous, form)
  }
}
