import { createServer } from 'node:net'
import { LaunchError } from './failure.mjs'

const FIRST = 3000
const LAST = 3099

/** The port to serve on, and whether another program made us leave the usual one. */
export async function choosePort(wanted) {
  if (wanted) {
    if (!/^\d{1,5}$/.test(wanted) || Number(wanted) < 1 || Number(wanted) > 65535) {
      throw new LaunchError('PORT must be a whole number from 1 to 65535.')
    }
    const fault = await tryPort(Number(wanted))
    if (fault === 'EACCES') {
      throw new LaunchError(`PORT ${wanted} may only be used by an administrator: choose one above 1023.`)
    }
    if (fault) {
      throw new LaunchError(
        `PORT ${wanted} is taken by another program: stop that program, or set PORT to a free one.`,
      )
    }
    return { port: Number(wanted), isUsual: true }
  }
  for (let port = FIRST; port <= LAST; port += 1) {
    if (!(await tryPort(port))) return { port, isUsual: port === FIRST }
  }
  throw new LaunchError(`All ports from ${FIRST} to ${LAST} are taken: set PORT to a free one.`)
}

/** Both kinds of address: a program that holds only one of them would still answer instead of us. */
async function tryPort(port) {
  return (await fault(port, undefined)) ?? (await fault(port, '127.0.0.1'))
}

function fault(port, host) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', (error) => done(error.code))
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(null)))
  })
}
