import 'server-only'
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ActionState } from '@/lib/errors/action-state'

/**
 * The end of a save on a page that holds several forms. With JavaScript the page is read anew beneath the forms, so that
 * what was typed into the other ones stays and the focus too: a redirect would mount the page again and lose both.
 * Without JavaScript it redirects, so that a reload sends nothing twice; `href` then names the place and the message.
 */
export async function savedInPlace(page: string, href: string, message: string): Promise<ActionState> {
  // Sent by Next's own fetch, never by a plain form.
  if (!(await headers()).has('next-action')) redirect(href)
  revalidatePath(page)
  return { status: 'done', message }
}
