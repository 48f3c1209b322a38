import { fullDisk, LaunchError, mentionsFullDisk } from './failure.mjs'
import { ended, listenTo, spawnNode } from './processes.mjs'

/**
 * Runs `db/boot.ts` to its end: a database that is up, migrated and filled. Resolves with the app role's connection and
 * the embedded server's process id, and repeats the boot's own steps as they happen.
 */
export async function bootDatabase({ root, env, report, supervisor }) {
  const child = spawnNode(['--conditions=react-server', '--import', 'tsx', 'db/boot.ts'], {
    cwd: root,
    env,
    channel: true,
  })
  const record = supervisor.adopt('boot', child)
  const said = listenTo(child)
  let booted = null
  let failed = null
  child.on('message', (message) => {
    if (message.step) report.done(message.step.name, message.step.detail, message.step.ms)
    if (message.postgresPid) supervisor.postgresPid = message.postgresPid
    if (message.booted) booted = message.booted
    if ('failed' in message) failed = message
  })
  await ended(child)
  supervisor.release(record)
  if (booted) return booted
  if (failed?.failed) throw new LaunchError(failed.failed)
  const detail = failed?.detail ?? said.text
  if (mentionsFullDisk(detail)) throw new LaunchError(fullDisk(env.LOCUS_DATA))
  const error = new Error(`the database could not be made ready: ${detail.split('\n')[0]}`)
  throw Object.assign(error, { detail })
}
