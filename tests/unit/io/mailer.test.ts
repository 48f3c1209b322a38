import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { expect, test } from 'vitest'
import { openMailer } from '@/lib/io/mailer'

const MAIL = { to: 'ana@example.org', subject: 'S', text: 'T', html: '<p>T</p>', oneClickUrl: null }

/** Sends mails one after the other to a real mail server; counts what it took and over how many lines. */
async function deliver(mails: number, options: SMTPServerOptions, address: (port: number) => string) {
  let taken = 0
  let lines = 0
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    ...options,
    onData(stream, session, done) {
      if (options.secure && !session.secure) return done(new Error('in the clear'))
      stream.resume().on('end', () => {
        taken += 1
        done()
      })
    },
  })
  server.server.on('connection', () => {
    lines += 1
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  const mailer = openMailer({ url: address(port), from: 'Locus <l@example.org>' }, { connections: 2 })
  for (let index = 0; index < mails; index += 1) {
    await mailer.post({ ...MAIL, messageId: `<${index}@example.org>` })
  }
  mailer.close()
  await new Promise<void>((closed) => server.close(() => closed()))
  return { taken, lines }
}

test('the mails of one round go over the same line', async () => {
  const clear = { disabledCommands: ['STARTTLS', 'AUTH'] }
  expect(await deliver(12, clear, (port) => `smtp://127.0.0.1:${port}`)).toEqual({ taken: 12, lines: 1 })
})

test.each([
  ['from the first byte', { secure: true }, 'smtps'],
  ['after STARTTLS', {}, 'smtp'],
] as const)('a line is encrypted %s', async (_, options, protocol) => {
  const at = (port: number) => `${protocol}://localhost:${port}?tls.rejectUnauthorized=false`
  expect(await deliver(3, options, at)).toEqual({ taken: 3, lines: 1 })
})

test('a server that asks for a name and a password is given those of the address', async () => {
  const asked: string[] = []
  const options: SMTPServerOptions = {
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      asked.push(`${username}:${password}`)
      done(null, { user: username })
    },
  }
  await deliver(1, options, (port) => `smtp://ana%40x:s%3Acret@127.0.0.1:${port}`)
  expect(asked).toEqual(['ana@x:s:cret'])
})
