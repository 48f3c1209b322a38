import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js'

export type TakenMail = { to: string; messageId: string; raw: string }

/**
 * What becomes of a mail: 'take' it; 'take_and_drop' it, which takes the mail and cuts the line before the answer; 'drop'
 * the line without taking it; or refuse it with a number of the protocol.
 */
export type Fate = 'take' | 'take_and_drop' | 'drop' | 450 | 550

export type CountingMailServer = {
  url: string
  taken: TakenMail[]
  /** Decides about each mail by its recipient; takes all at first. */
  decide: (fate: (to: string) => Fate) => void
  /** How often each Message-ID was taken. */
  counts: () => Map<string, number>
  close: () => Promise<void>
}

/** A real mail server on loopback that can misbehave. `keepsText` off keeps memory small where thousands come. */
export async function startCountingMailServer({
  port = 0,
  keepsText = true,
  answerAfterMs = 0,
  greetsAtOnce = false,
}: {
  port?: number
  keepsText?: boolean
  /** Time between taking a mail and saying so: the moment in which a kill makes it arrive twice. */
  answerAfterMs?: number
  /** Else it waits a tenth of a second for those who talk before they are greeted, as the package does. */
  greetsAtOnce?: boolean
} = {}): Promise<CountingMailServer> {
  if (greetsAtOnce) {
    SMTPConnection.prototype.init = function init() {
      this._setListeners(() => this.connectionReady())
    }
  }
  const taken: TakenMail[] = []
  let fateOf: (to: string) => Fate = () => 'take'
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const fate = fateOf(address)
      if (typeof fate !== 'number') return done()
      done(Object.assign(new Error(`no mail for ${address}`), { responseCode: fate }))
    },
    onData(stream, session, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        raw += chunk
      })
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const fate = fateOf(to)
        if (fate !== 'drop') {
          const messageId = /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? ''
          taken.push({ to, messageId, raw: keepsText ? raw : '' })
        }
        if (fate === 'take') return answerAfterMs > 0 ? void setTimeout(done, answerAfterMs) : done()
        for (const socket of sockets) {
          if (socket.remotePort === session.remotePort) socket.destroy()
        }
      })
    },
  })
  // A client that is killed resets its line.
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', () => done()))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    decide: (fate) => {
      fateOf = fate
    },
    counts: () => {
      const counts = new Map<string, number>()
      for (const { messageId } of taken) counts.set(messageId, (counts.get(messageId) ?? 0) + 1)
      return counts
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
      }),
  }
}
