import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Everything that tests keep on disk lies here, apart from the person's `.locus/pg`. */
export const TEST_FOLDER = resolve(import.meta.dirname, '..', '..', '.locus', 'test')

/** A folder whose name says which process made it, so that `sweep` knows when nobody needs it. */
export function newTestFolder(kind) {
  return join(TEST_FOLDER, `${kind}-${process.pid}-${randomBytes(3).toString('hex')}`)
}

/** Ends and takes away the clusters of runs that are over, also of those that were killed. */
export async function sweep() {
  if (!existsSync(TEST_FOLDER)) return
  for (const name of readdirSync(TEST_FOLDER)) {
    const maker = Number(name.match(/^[a-z0-9]+-(\d+)-[0-9a-f]{6}$/)?.[1])
    if (maker && !isAlive(maker)) await removeInstallation(join(TEST_FOLDER, name))
  }
}

/** Removes a data folder with its cluster, wherever that lives (see DESIGN: /var/lib/locus under a closed checkout). */
export async function removeInstallation(folder) {
  const home = homeOf(folder)
  const data = join(home, 'data')
  const pid = Number(readText(join(data, 'postmaster.pid')).split('\n')[0])
  if (pid && servesFrom(pid, data)) {
    process.kill(pid, 'SIGQUIT')
    for (let waited = 0; waited < 20_000 && isAlive(pid); waited += 20) await pause(20)
  }
  rmSync(home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** The folder of a data folder's cluster and of its log. */
export function homeOf(folder) {
  const id = readText(join(folder, 'id')).trim()
  return /^[0-9a-f]{12}$/.test(id) ? join('/var/lib/locus', id) : join(folder, 'pg')
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function servesFrom(pid, data) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === resolve(data)
  } catch {
    return false
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
