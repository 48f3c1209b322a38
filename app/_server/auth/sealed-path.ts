import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { TOKEN_HOURS } from '@/db/queries/auth-tokens'
import { env } from '@/lib/io/env'

/*
 * Where a person goes after following a mailed link is kept with that link. The path may hold a secret of its own, such as
 * an invitation's, and secrets are not kept so that they can be read out of the database.
 */

const SALT = 'locus.next'

export function sealPath(path: string): Promise<string> {
  return encode({
    token: { path },
    secret: env().authSecret,
    salt: SALT,
    maxAge: TOKEN_HOURS.sign_up * 60 * 60,
  })
}

/** The path, or null for none, one that was not sealed here, or one too old. */
export async function openPath(sealed: string | undefined): Promise<string | null> {
  if (!sealed) return null
  const held = await decode({ token: sealed, secret: env().authSecret, salt: SALT }).catch(() => null)
  return typeof held?.path === 'string' ? held.path : null
}
