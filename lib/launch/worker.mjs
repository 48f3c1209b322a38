import { setTimeout as pause } from 'node:timers/promises'
import { LaunchError } from './failure.mjs'
import { listenTo, spawnNode } from './processes.mjs'

const PATIENCE_MS = 60_000

/** The worker as the supervisor wants a process. It holds the jobs' connection and never the owner's or the app's. */
export function workerProcess({ root, env }) {
  return {
    name: 'worker',
    title: 'The worker',
    // Pages are worth serving while reminders wait: one that keeps ending is started again, ever more slowly.
    isVital: false,
    async start() {
      const child = spawnNode(['--conditions=react-server', '--import', 'tsx', 'app/_server/worker.ts'], {
        cwd: root,
        env: { ...env, NODE_ENV: 'production' },
        channel: true,
      })
      return { child, said: listenTo(child) }
    },
    async ready({ child, said }) {
      let isReady = false
      child.on('message', (message) => {
        if (message.ready) isReady = true
      })
      for (let waited = 0; waited < PATIENCE_MS && !isReady; waited += 20) {
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new LaunchError(`The worker did not start: ${lastOf(said.text)}`)
        }
        await pause(20)
      }
      if (!isReady) throw new LaunchError('The worker did not become ready within a minute.')
      said.sink = (chunk) => process.stdout.write(chunk)
    },
  }
}

function lastOf(text) {
  return text.trim().split('\n').at(-1) || 'it gave no reason'
}
