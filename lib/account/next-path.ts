/** Where a person goes after signing in when nothing else was asked for. */
export const AFTER_SIGN_IN = '/home'

/**
 * A path of this app that is safe to be sent to, or null. Anything a browser could read as another site is refused:
 * 'https://…', '//host', '/\host', control characters that browsers drop, and the sign-in pages themselves.
 */
export function safeNextPath(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 500) return null
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return null
  const base = 'http://app.invalid'
  let url: URL
  try {
    url = new URL(value, base)
  } catch {
    return null
  }
  // '/..//host' is normalised to '//host', which as an address alone would be another site.
  if (url.origin !== base || url.pathname.startsWith('//')) return null
  if (/^\/(?:sign-in|sign-up|reset|verify|api)(?:\/|$)/.test(url.pathname)) return null
  return url.pathname + url.search + url.hash
}

/** The address of the sign-in page that leads back to `path` when that is safe. */
export function signInPath(path: unknown): string {
  const next = safeNextPath(path)
  return next && next !== AFTER_SIGN_IN ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'
}
