import { withoutViewer } from '@/db/access'
import { isDatabaseReady } from '@/db/queries/health'

export const dynamic = 'force-dynamic'

/**
 * Live whenever it answers at all; ready (200, else 503) when the database answers too. `?check=live` asks only for
 * the first, for a supervisor that must not restart the web because the database is away.
 */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.get('check') === 'live') return answer({ live: true }, 200)
  const ready = await withoutViewer(isDatabaseReady)
  return answer({ live: true, ready }, ready ? 200 : 503)
}

function answer(body: Record<string, boolean>, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
