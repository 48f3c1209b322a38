import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/app/_server/security-policy'
import { env } from '@/lib/io/env'

/**
 * Gives each page request its own nonce and policy, and an id that its log lines carry. It authorises nothing: every
 * page, action and handler does that for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  // Next reads the nonce off this request header and puts it on its own scripts.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-request-id', crypto.randomUUID())
  headers.set('x-locus-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (env().appUrl.startsWith('https:')) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|icon.svg|robots.txt).*)'],
}
