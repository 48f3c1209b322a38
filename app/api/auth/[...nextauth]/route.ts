import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { limitAttempts } from '@/app/_server/auth/limits'
import { authOptions, configuredProviders } from '@/app/_server/auth/providers'
import { cookieOptions } from '@/app/_server/auth/session-cookie'
import { AFTER_SIGN_IN } from '@/lib/account/next-path'
import { AppError } from '@/lib/errors/app-error'
import { env } from '@/lib/io/env'

/*
 * next-auth's route, for OpenID Connect alone: a plain form on the sign-in page posts to signin/<provider>, the provider
 * sends the browser back to callback/<provider>. Everything else that next-auth could do here is not found.
 */

type Context = { params: Promise<{ nextauth: string[] }> }

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const [action, provider] = (await context.params).nextauth
  // 'signin' and 'error' without a provider are where next-auth sends a browser when an exchange has failed.
  if (action === 'signin' || action === 'error') return toSignIn(request.nextUrl.searchParams.get('error'))
  if (action !== 'callback' || !isConfigured(provider)) return notFound()
  return handled(request, context)
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const [action, provider] = (await context.params).nextauth
  if (action !== 'signin' || !isConfigured(provider)) return notFound()
  // Stands in for next-auth's token, which a page rendered without scripts could not be given a cookie for.
  if (request.headers.get('origin') !== env().appUrl) return toSignIn('origin')
  try {
    await limitAttempts('link')
  } catch (error) {
    if (error instanceof AppError) return toSignIn('limit')
    throw error
  }
  const form = await request.formData()
  const next = form.get('next')
  const body = new URLSearchParams({
    csrfToken: await freshCsrfToken(),
    callbackUrl: typeof next === 'string' ? next : AFTER_SIGN_IN,
  })
  const url = new URL(request.nextUrl.pathname, env().appUrl)
  const posted = new (request.constructor as typeof NextRequest)(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
  return handled(posted, context)
}

async function handled(request: NextRequest, context: Context): Promise<Response> {
  // next-auth reads its own address from here and nowhere else.
  process.env.NEXTAUTH_URL = env().appUrl
  return NextAuth(request, context, authOptions())
}

/** The pair that next-auth compares, made for this one request, since the origin has been checked already. */
async function freshCsrfToken(): Promise<string> {
  const { appUrl, authSecret } = env()
  const token = randomBytes(32).toString('hex')
  const hash = createHash('sha256').update(`${token}${authSecret}`).digest('hex')
  const prefix = appUrl.startsWith('https://') ? '__Host-' : ''
  const jar = await cookies()
  jar.set(`${prefix}next-auth.csrf-token`, `${token}|${hash}`, cookieOptions(600))
  return token
}

function isConfigured(provider: string | undefined): boolean {
  return configuredProviders().some(({ id }) => id === provider)
}

function toSignIn(error: string | null): Response {
  const known = error && /^[A-Za-z]{1,40}$/.test(error) ? `?error=${error}` : ''
  return new Response(null, { status: 303, headers: { location: `${env().appUrl}/sign-in${known}` } })
}

function notFound(): Response {
  return new Response('Not found', { status: 404 })
}
