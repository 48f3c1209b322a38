import { withMailLinkScope } from '@/db/access'
import { turnMails } from '@/db/queries/reminder-settings'
import { env } from '@/lib/io/env'
import { readMailLink } from '@/lib/io/mail-link'

/**
 * Where mail programs turn mails off for their reader (RFC 8058): one POST of `List-Unsubscribe=One-Click`, without a
 * cookie, answered in place. Whoever opens the address instead is led to the page.
 */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const link = readMailLink((await params).token)
  if (!link) return answer('This link does not work.', 404)
  const form = await request.formData().catch(() => null)
  if (form?.get('List-Unsubscribe') !== 'One-Click')
    return answer('Expected List-Unsubscribe=One-Click.', 400)
  await withMailLinkScope(link.personId, (scope) => turnMails(scope, [link.stream], false))
  return answer('These mails are turned off.', 200)
}

export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return Response.redirect(new URL(`/unsubscribe/${encodeURIComponent(token)}`, env().appUrl), 303)
}

function answer(text: string, status: number): Response {
  return new Response(`${text}\n`, { status, headers: { 'cache-control': 'no-store' } })
}
