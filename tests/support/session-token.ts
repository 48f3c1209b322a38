import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'

/** Of a server that is reached by http; behind https its name has a prefix. */
export const SESSION_COOKIE = 'next-auth.session-token'

/** The content of the cookie that signs a browser in: the same token that the app makes, from the same secret. */
export function sessionToken(sessionId: string, secret: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret })
}

/** The secret that a launcher made in its data folder. */
export function secretIn(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'secret'), 'utf8').trim()
}
