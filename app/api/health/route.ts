import { withoutViewer } from '@/db/access'
import { isDatabaseReady } from '@/db/queries/health'
import { workHealth } from '@/db/queries/work'
import { now } from '@/lib/io/clock'
import { env } from '@/lib/io/env'

export const dynamic = 'force-dynamic'

/** A worker says every twenty seconds that it is there. */
const LATE_MS = 3 * 60_000

/**
 * Live whenever it answers at all; ready (200, else 503) when the database answers too. `?check=live` asks only for
 * the first, for a supervisor that must not restart the web because the database is away. Beside it, for the operator:
 * whether a worker is there, when reminders last went, and since when mail waits. None of that makes the web unready.
 */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.get('check') === 'live') return answer({ live: true }, 200)
  const ready = await withoutViewer(isDatabaseReady)
  if (!ready) return answer({ live: true, ready }, 503)
  const { workerSeenAt, remindersSentAt, waitingSince, mailFailingSince } = await withoutViewer(workHealth)
  const isLate = workerSeenAt === null || now().getTime() - new Date(workerSeenAt).getTime() > LATE_MS
  return answer(
    {
      live: true,
      ready,
      worker: { running: !isLate, seenAt: workerSeenAt },
      reminders: {
        mail: env().smtp === null ? 'not_configured' : mailFailingSince ? 'failing' : 'configured',
        failingSince: mailFailingSince,
        waitingSince,
        lastSentAt: remindersSentAt,
      },
    },
    200,
  )
}

function answer(body: Record<string, unknown>, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
