import { createHash } from 'node:crypto'
import { calendarTokenHash } from '@/app/_server/calendar-address'
import { withFeedScope } from '@/db/access'
import { findCalendarFeed } from '@/db/queries/calendar-feeds'
import { listDatedThings } from '@/db/queries/dated-things'
import { calendarFile } from '@/lib/io/calendar-file'
import { now } from '@/lib/io/clock'
import { env } from '@/lib/io/env'
import { calendarEntries } from '@/lib/reminders/calendar'

/**
 * A person's calendar at its private address, for calendar programs, which sign in nowhere. An address that is not, or no
 * longer, anyone's is not found. An unchanged calendar is answered in a line.
 */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const token = /^([\w-]{32})\.ics$/.exec((await params).token)?.[1]
  const text = token
    ? await withFeedScope(calendarTokenHash(token), async (scope) => {
        const feed = await findCalendarFeed(scope)
        if (!feed) return null
        return calendarFile(calendarEntries(await listDatedThings(scope, now().toISOString())), {
          name: 'Locus',
          origin: env().appUrl,
          stamp: feed.createdAt,
        })
      })
    : null
  const headers = { 'cache-control': 'private, max-age=900', 'x-robots-tag': 'noindex' }
  if (text === null) return new Response('Not found.\n', { status: 404, headers })
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
  if (known?.includes(etag)) return new Response(null, { status: 304, headers: { ...headers, etag } })
  return new Response(text, {
    headers: {
      ...headers,
      etag,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="locus.ics"',
    },
  })
}
