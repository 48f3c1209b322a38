import 'server-only'
import { appLink } from './mail'
import { newSecret, secretHash } from './secret'

/** A new private address for a person's calendar, and the hash under which it is kept. */
export function newCalendarAddress(): { address: string; tokenHash: string } {
  const { token, tokenHash } = newSecret()
  return { address: appLink(`/feed/${token}.ics`), tokenHash }
}

export const calendarTokenHash = secretHash
