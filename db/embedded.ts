import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { BootError } from './boot-error'
import { type ClusterKeys, clusterUrl, readKeys, SUPERUSER, writeKeys } from './embedded-keys'
import { type Place, placeFor, serverEnvironment } from './embedded-place'
import { freePort, isAlive, isFree, stopPostgres } from './embedded-process'

/** A running embedded PostgreSQL. It outlives the process that started it; whoever started it stops it. */
export interface Cluster {
  pid: number
  port: number
  place: Place
  /** `created` now, `started` again, or `found` running, left over by a launcher that was killed. */
  how: 'created' | 'started' | 'found'
  keys: ClusterKeys
}

const START_LIMIT_MS = 10 * 60_000
const LOG_LIMIT_BYTES = 10_000_000

/**
 * Starts the cluster that belongs to a data folder, making it first where there is none. A server left over from a
 * killed run is used again if it answers, and stopped otherwise. `settings` are for tests and never for people's
 * data: durability stays at PostgreSQL's defaults.
 */
export async function startCluster(folder: string, settings: readonly string[] = []): Promise<Cluster> {
  const place = placeFor(folder)
  const created = !existsSync(place.data)
  const keys = readKeys(folder) ?? (await newKeys(folder, place))
  // Clusters made before there were jobs have no password for them.
  if (!keys.jobs) keys.jobs = newPassword()
  if (created) await initialise(place, keys)
  else checkMajorVersion(place)

  const left = await leftOver(place)
  if (left && (await answers(keys, left.port, place))) {
    keys.port = left.port
    writeKeys(folder, keys)
    return { pid: left.pid, port: left.port, place, how: 'found', keys }
  }
  if (left) await stopPostgres(left.pid)
  rmSync(join(place.data, 'postmaster.pid'), { force: true })

  if (!(await isFree(keys.port))) keys.port = await freePort()
  writeKeys(folder, keys)
  const pid = await launch(place, keys, settings)
  return { pid, port: keys.port, place, how: created ? 'created' : 'started', keys }
}

async function newKeys(folder: string, place: Place): Promise<ClusterKeys> {
  if (existsSync(place.data)) {
    throw new BootError(
      `The database in ${place.data} is there but its keys (${join(folder, 'cluster.json')}) are gone: put that file back from your backup.`,
    )
  }
  const keys = {
    port: await freePort(),
    superuser: newPassword(),
    owner: newPassword(),
    app: newPassword(),
    jobs: newPassword(),
  }
  writeKeys(folder, keys)
  return keys
}

const newPassword = () => randomBytes(24).toString('base64url')

/** Made beside its place and moved there when whole, so that a run killed here leaves nothing half-made in use. */
async function initialise(place: Place, keys: ClusterKeys): Promise<void> {
  for (const entry of readdirSync(place.home)) {
    if (entry.startsWith('data-new-')) rmSync(join(place.home, entry), { recursive: true, force: true })
  }
  const fresh = join(place.home, `data-new-${process.pid}`)
  const passwordFile = `${fresh}-password`
  writeFileSync(passwordFile, keys.superuser, { mode: 0o600 })
  if (place.account) {
    chownSync(passwordFile, place.account.uid, place.account.gid)
    // initdb makes its folder as the account, so the account must own an empty one.
    mkdirSync(fresh, { mode: 0o700 })
    chmodSync(fresh, 0o700)
    chownSync(fresh, place.account.uid, place.account.gid)
  }
  try {
    const { code, output } = await run(place, 'initdb', [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ])
    if (code !== 0)
      throw new BootError(explain(output, place) ?? `The database could not be made: ${lastLine(output)}`)
    renameSync(fresh, place.data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

function checkMajorVersion(place: Place): void {
  const made = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  const share = join(place.binaries, 'share', 'postgresql', 'postgres.bki')
  const ours = readFileSync(share, 'utf8')
    .slice(0, 40)
    .match(/PostgreSQL (\d+)/)?.[1]
  if (ours && made !== ours) {
    throw new BootError(
      `The database in ${place.data} was made by PostgreSQL ${made} and this version of Locus brings PostgreSQL ${ours}: export your data with the old version, or go back to it.`,
    )
  }
}

/** The server that `postmaster.pid` names, if it lives and really serves this folder (process ids are used again). */
async function leftOver(place: Place): Promise<{ pid: number; port: number } | null> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const found = readPostmaster(place)
    if (!found || !isAlive(found.pid) || !serves(found.pid, place)) return null
    // One that is starting up or going down says so; wait for what it becomes.
    if (found.status === 'ready') return found
    await pause(50)
  }
  return readPostmaster(place)
}

function readPostmaster(place: Place): { pid: number; port: number; status: string } | null {
  const file = join(place.data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, data, , port] = lines
  if (!pid || !data || !port || resolve(data) !== resolve(place.data)) return null
  return { pid: Number(pid), port: Number(port), status: (lines[7] ?? '').trim() }
}

function serves(pid: number, place: Place): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === resolve(place.data)
  } catch {
    return false
  }
}

async function answers(keys: ClusterKeys, port: number, place: Place): Promise<boolean> {
  const sql = postgres(clusterUrl({ ...keys, port }, 'superuser', 'postgres'), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  })
  try {
    const [row] = await sql<{ data: string }[]>`select current_setting('data_directory') as data`
    return row !== undefined && resolve(row.data) === resolve(place.data)
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Starts the server in a session of its own, so that Ctrl-C in the terminal reaches the launcher alone. */
async function launch(place: Place, keys: ClusterKeys, settings: readonly string[]): Promise<number> {
  const logFile = join(place.home, 'postgres.log')
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) truncateSync(logFile)
  const begun = Date.now()
  for (let attempt = 1; ; attempt += 1) {
    const log = openSync(logFile, 'a', 0o600)
    const before = statSync(logFile).size
    const child = spawn(
      join(place.binaries, 'bin', 'postgres'),
      ['-D', place.data, ...serverSettings(keys.port), ...settings].flatMap((one, index) =>
        index < 2 ? [one] : ['-c', one],
      ),
      {
        ...identity(place),
        cwd: place.home,
        env: serverEnvironment(place.home),
        detached: true,
        stdio: ['ignore', log, log],
      },
    )
    closeSync(log)
    child.unref()
    const ended = new Promise<string>((done) => {
      child.once('error', (error) => done(error.message))
      child.once('exit', () => done(readFileSync(logFile).subarray(before).toString('utf8')))
    })
    const outcome = await Promise.race([ended, ready(place, child.pid ?? 0)])
    if (typeof outcome === 'number') return outcome
    // Another process took the port between our look and the start.
    if (/could not bind|could not create any TCP/.test(outcome) && attempt < 5) {
      keys.port = await freePort()
      continue
    }
    // Only the postmaster was killed: its orphans notice within seconds, and hold the shared memory until then.
    if (/shared memory block|lock file .* already exists/.test(outcome) && Date.now() - begun < 60_000) {
      await pause(300)
      continue
    }
    throw new BootError(
      explain(outcome, place) ?? `PostgreSQL did not start (${lastLine(outcome)}): see ${logFile}.`,
    )
  }
}

function serverSettings(port: number): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    // Statements can hold what people wrote; the log is for the operator.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ]
}

async function ready(place: Place, pid: number): Promise<number> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += 20) {
    const found = readPostmaster(place)
    if (found?.pid === pid && found.status === 'ready') return pid
    await pause(20)
  }
  throw new BootError(
    `PostgreSQL is still not ready after ten minutes: see ${join(place.home, 'postgres.log')}.`,
  )
}

async function run(place: Place, program: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(join(place.binaries, 'bin', program), args, {
      ...identity(place),
      cwd: place.home,
      env: serverEnvironment(place.home),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', (error) => done({ code: 1, output: error.message }))
    child.once('close', (code) => done({ code: code ?? 1, output }))
  })
}

function identity(place: Place): { uid?: number; gid?: number } {
  return place.account ? { uid: place.account.uid, gid: place.account.gid } : {}
}

function explain(output: string, place: Place): string | null {
  if (/No space left on device|ENOSPC|Disk quota exceeded/i.test(output)) {
    return `The disk that holds ${place.home} is full: free some space and start again.`
  }
  if (/could not look up effective user ID/.test(output)) {
    return 'PostgreSQL needs an account for the user that runs Locus, and this user has no entry in /etc/passwd: start Locus as a user that has one.'
  }
  if (/Permission denied|EACCES/.test(output)) {
    return `${place.home} belongs to another user: start Locus as the user who started it first.`
  }
  return null
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? 'no reason given'
}
