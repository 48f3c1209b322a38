import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { type Letter, linkIn } from './outbox'

export type MailServer = {
  /** For SMTP_URL. */
  url: string
  /** The newest mail to an address, once there is one. */
  lastTo: (address: string) => Promise<Letter>
  received: { to: string; text: string }[]
  stop: () => Promise<void>
}

/** A mail server on loopback that takes every mail and keeps it. */
export async function startMailServer(): Promise<MailServer> {
  const received: { to: string; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        raw += chunk
      })
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, text: unfolded(raw) })
        done()
      })
    },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  return {
    url: `smtp://localhost:${(server.server.address() as AddressInfo).port}`,
    received,
    async lastTo(address) {
      for (let waited = 0; waited < 10_000; waited += 100) {
        const found = received.findLast(({ to }) => to === address)
        if (found) return { ...found, link: linkIn(found.text) }
        await new Promise((again) => setTimeout(again, 100))
      }
      throw new Error(`No mail reached ${address}`)
    },
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

/** Mail bodies may come as quoted-printable, in which a long line, such as a link, is broken. */
function unfolded(raw: string): string {
  if (!/^content-transfer-encoding: quoted-printable/im.test(raw)) return raw
  return raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
