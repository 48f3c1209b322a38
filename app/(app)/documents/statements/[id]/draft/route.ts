import { getViewer } from '@/app/_server/auth'
import { withOwnScope } from '@/db/access'
import { getStatement, writeStatement } from '@/db/queries/statements'
import { AppError } from '@/lib/errors/app-error'
import { draftInput } from '@/lib/statement/statement-input'

type Params = { params: Promise<{ id: string }> }

/**
 * Where the editor saves by itself while one types: a request of its own, since it must be given up when the network hangs
 * and may outlive its page. JSON alone is taken, which no form of another site can send, and the session's cookie does not
 * come with a request from there.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (request.headers.get('content-type') !== 'application/json') return answer({}, 415)
  const viewer = await getViewer()
  if (!viewer) return answer({}, 401)
  const sent = draftInput.safeParse(await request.json().catch(() => null))
  if (!sent.success) return answer({}, sent.error.issues.some(({ path }) => path[0] === 'text') ? 413 : 400)
  const { id } = await params
  return found(async () => {
    const { isConflict, stored } = await withOwnScope(viewer, (scope) =>
      writeStatement(scope, { id, ...sent.data }),
    )
    return isConflict
      ? answer({ text: stored.text, stamp: stored.stamp }, 409)
      : answer({ stamp: stored.stamp }, 200)
  })
}

/** What is stored now, for a page that was left and is shown again. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return answer({}, 404)
  const { id } = await params
  return found(async () => {
    const { text, stamp } = await withOwnScope(viewer, (scope) => getStatement(scope, id))
    return answer({ text, stamp }, 200)
  })
}

async function found(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return answer({}, 404)
    throw error
  }
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
}
