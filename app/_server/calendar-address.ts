import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { appLink } from './mail'

/** A new private address for a person's calendar, and the hash under which it is kept. */
export function newCalendarAddress(): { address: string; tokenHash: string } {
  const token = randomBytes(24).toString('base64url')
  return { address: appLink(`/feed/${token}.ics`), tokenHash: calendarTokenHash(token) }
}

export function calendarTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
