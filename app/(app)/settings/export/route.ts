import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { getOwnAccount } from '@/db/queries/accounts'
import { exportOwnedRows } from '@/db/queries/owned-rows'
import { signInPath } from '@/lib/account/next-path'
import { now } from '@/lib/io/clock'
import { env } from '@/lib/io/env'

/** Raised when the shape changes, so that an import knows what it reads. */
const EXPORT_VERSION = 1

/** Everything of the viewer's as one JSON file, without what would let someone in. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return Response.redirect(new URL(signInPath('/settings'), env().appUrl), 303)
  const content = await withOwnScope(viewer, async (scope) => ({
    format: 'locus-export',
    version: EXPORT_VERSION,
    exportedAt: now().toISOString(),
    account: await getOwnAccount(scope),
    tables: await exportOwnedRows(scope),
  }))
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="locus-${content.exportedAt.slice(0, 10)}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
