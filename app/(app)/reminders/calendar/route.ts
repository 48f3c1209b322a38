import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { getDatedThing } from '@/db/queries/open-reminders'
import { AppError } from '@/lib/errors/app-error'
import { calendarFile } from '@/lib/io/calendar-file'
import { now } from '@/lib/io/clock'
import { env } from '@/lib/io/env'
import { calendarEntries } from '@/lib/reminders/calendar'
import { thingInput } from '@/lib/reminders/reminder-input'

/** One dated thing of the viewer's as a calendar file: `?kind=exam&id=…`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer()
  const asked = thingInput.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!viewer || !asked.success) return notFound()
  const thing = await withOwnScope(viewer, (scope) =>
    getDatedThing(scope, asked.data, now().toISOString()),
  ).catch((error) => {
    if (error instanceof AppError) return null
    throw error
  })
  if (!thing) return notFound()
  const file = calendarFile(calendarEntries([{ ...thing, isDone: false }]), {
    name: 'Locus',
    origin: env().appUrl,
    stamp: now().toISOString(),
  })
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="locus-date.ics"',
      'cache-control': 'private, no-store',
    },
  })
}

function notFound(): Response {
  return new Response('Not found.\n', { status: 404, headers: { 'cache-control': 'private, no-store' } })
}
