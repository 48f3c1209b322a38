import { setTimeout as pause } from 'node:timers/promises'
import { nextBin } from './build.mjs'
import { LaunchError } from './failure.mjs'
import { listenTo, spawnNode } from './processes.mjs'

const PATIENCE_MS = 120_000
/**
 * Half of the room for what lives as long as one request, in MB. In Node's own 16 a mentor's page of thirty does not fit, and
 * what is left over is copied about: a quarter of its time.
 */
const SHORT_LIVED_MB = 32

/**
 * How Next is started; `where` is the folder of the app, if not the root.
 * @param {{ root: string, mode: string, port: number, where?: string[] }} how
 */
export function webArgs({ root, mode, port, where = [] }) {
  return [`--max-semi-space-size=${SHORT_LIVED_MB}`, nextBin(root), mode, ...where, '--port', String(port)]
}

/** The web server as the supervisor wants a process: how it starts, and when it counts as started. */
export function webProcess({ root, mode, port, env }) {
  return {
    name: 'web',
    title: 'The web server',
    async start() {
      const child = spawnNode(webArgs({ root, mode, port }), {
        cwd: root,
        env: { ...env, NODE_ENV: mode === 'dev' ? 'development' : 'production' },
      })
      return { child, said: listenTo(child) }
    },
    /** Next's own banner is kept back unless it turns out to be the reason why nothing starts. */
    async ready({ child, said }) {
      for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new LaunchError(whyNot(said.text, port))
        if (await answers(port)) {
          said.sink = (chunk) => process.stdout.write(chunk)
          return
        }
        await pause(50)
      }
      throw new LaunchError(
        `The web server did not answer on port ${port} within two minutes: ${lastOf(said.text)}`,
      )
    },
  }
}

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(30_000),
    })
    return response.ok
  } catch {
    return false
  }
}

function whyNot(text, port) {
  if (/EADDRINUSE/.test(text)) {
    return `Port ${port} was taken by another program in the meantime: start again, or set PORT to a free one.`
  }
  return `The web server did not start: ${lastOf(text)}`
}

function lastOf(text) {
  const lines = text.split('\n').filter((line) => line.trim() && !/^\s+at /.test(line))
  return lines.find((line) => /error/i.test(line))?.trim() ?? lines.at(-1)?.trim() ?? 'it gave no reason'
}
