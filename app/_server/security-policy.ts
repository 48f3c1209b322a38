import 'server-only'
import { env } from '@/lib/io/env'

const GOOGLE_SIGN_IN = 'https://accounts.google.com'

/**
 * The Content-Security-Policy of one response. Scripts run by nonce only; style attributes are allowed because charts
 * and popovers place themselves with them; a form may lead to this site and to the configured sign-in providers, since
 * browsers check the redirect that a sign-in form ends in.
 */
export function contentSecurityPolicy(nonce: string): string {
  const { appUrl, oidc, google } = env()
  const isDevelopment = process.env.NODE_ENV === 'development'
  const providers = [oidc ? new URL(oidc.issuer).origin : null, google ? GOOGLE_SIGN_IN : null].filter(
    Boolean,
  )
  const rules: Record<string, string> = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': isDevelopment ? "'self' ws: wss:" : "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'form-action': ["'self'", ...providers].join(' '),
  }
  const policy = Object.entries(rules).map(([name, value]) => `${name} ${value}`)
  if (appUrl.startsWith('https:')) policy.push('upgrade-insecure-requests')
  return policy.join('; ')
}
