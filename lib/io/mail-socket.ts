import { connect, type Socket } from 'node:net'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'

type Where = Pick<SMTPTransport.Options, 'host' | 'port' | 'secure' | 'connectionTimeout'>
type Done = (error: Error | null, opened?: { connection: Socket }) => void

/**
 * Opens a line to the mail server that sends what it is given at once. Left to itself the kernel holds back the end of
 * each mail until the server has confirmed what came before, which servers do late: 40 ms a mail. nodemailer calls this for
 * every connection, and itself begins TLS on it where the settings ask for it.
 */
export function openMailSocket({ host, port, secure, connectionTimeout = 10_000 }: Where, done: Done): void {
  const socket = connect({
    host: host ?? 'localhost',
    port: Number(port) || (secure ? 465 : 587),
    noDelay: true,
    keepAlive: true,
  })
  const fail = (error: Error) => {
    socket.destroy()
    done(error)
  }
  socket.once('error', fail)
  socket.setTimeout(connectionTimeout, () => {
    socket.destroy(Object.assign(new Error('The mail server does not answer'), { code: 'ETIMEDOUT' }))
  })
  socket.once('connect', () => {
    socket.off('error', fail)
    socket.setTimeout(0)
    socket.removeAllListeners('timeout')
    done(null, { connection: socket })
  })
}
