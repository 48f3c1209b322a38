import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A secret for an address that somebody is given, and the hash under which it is kept: it can be shown this once. */
export function newSecret(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, tokenHash: secretHash(token) }
}

export function secretHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
