import { dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { asSentence, LaunchError } from './failure.mjs'
import { baseEnvironment, install, isInstalled } from './install.mjs'
import { birthOf, ended, stopGroup } from './processes.mjs'
import { workerProcess } from './worker.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
const NEEDED = ['DATABASE_JOBS_URL', 'APP_URL', 'NEXTAUTH_SECRET']
const SLOWEST_MS = 60_000

/** `npm run worker`: one more worker, on another machine than `npm start` or beside it, until it is asked to end. */
export async function main() {
  process.chdir(ROOT)
  let record = null
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    if (record) await stopGroup(record)
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop())
  try {
    requireSettings()
    if (!isInstalled(ROOT)) {
      console.log('Installing the packages, which takes a minute or two the first time ...')
      await install(ROOT, () => {})
    }
    for (let restarts = 0; !isStopping; restarts += 1) {
      const worker = workerProcess({ root: ROOT, env: workerEnvironment() })
      const started = await worker.start()
      record = { pid: started.child.pid, birth: birthOf(started.child.pid) }
      const end = ended(started.child)
      // The first start must succeed; later the database may be away for a while.
      const ready = worker.ready(started)
      await (restarts === 0 ? ready : ready.catch((error) => console.error(error.message)))
      if (restarts === 0) console.log('The worker is ready. Ctrl-C stops it.')
      await end
      if (isStopping) return
      console.log('The worker ended unexpectedly; starting it again.')
      await pause(Math.min(2 ** restarts * 500, SLOWEST_MS))
    }
  } catch (error) {
    if (isStopping) return
    console.error(asSentence(error, ROOT))
    process.exitCode = 1
  }
}

function requireSettings() {
  const missing = NEEDED.filter((name) => !process.env[name]?.trim())
  if (missing.length === 0) return
  throw new LaunchError(
    `npm run worker needs ${missing.join(', ')}, the same as npm start of this installation has: set ${missing.length === 1 ? 'it' : 'them'} and start again.`,
  )
}

function workerEnvironment() {
  const env = baseEnvironment()
  delete env.DATABASE_URL
  delete env.DATABASE_APP_URL
  return env
}
