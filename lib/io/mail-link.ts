import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { MAIL_STREAMS, type MailStream } from '@/lib/reminders/mail-kind'
import { env } from './env'

/*
 * A link out of a reminder's mail works without signing in and for as long as the mail is kept, so it names the person
 * and the stream and is signed with the installation's secret. It opens nothing but these two switches.
 */

const UUID_BYTES = 16
const SIGNATURE_BYTES = 18

/** What stands in the address of a link that turns one stream of a person's mails off. */
export function mailLinkToken(personId: string, stream: MailStream): string {
  const named = Buffer.concat([
    Buffer.from(personId.replaceAll('-', ''), 'hex'),
    Buffer.from([MAIL_STREAMS.indexOf(stream)]),
  ])
  return Buffer.concat([named, signature(named)]).toString('base64url')
}

/** Whose mails a link is about; null for one that was not signed here. */
export function readMailLink(token: string): { personId: string; stream: MailStream } | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== UUID_BYTES + 1 + SIGNATURE_BYTES) return null
  const named = bytes.subarray(0, UUID_BYTES + 1)
  if (!timingSafeEqual(signature(named), bytes.subarray(UUID_BYTES + 1))) return null
  const stream = MAIL_STREAMS[named[UUID_BYTES] ?? -1]
  const hex = named.subarray(0, UUID_BYTES).toString('hex')
  const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return stream ? { personId, stream } : null
}

function signature(named: Buffer): Buffer {
  return createHmac('sha256', env().authSecret)
    .update('mail-link:')
    .update(named)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
}
