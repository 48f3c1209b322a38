import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type ClusterKeys, clusterUrl, readKeys } from '../../db/embedded-keys'
import { forgetThePersonsSettings } from './clean-env.mjs'
import { isAlive, removeInstallation } from './test-folders.mjs'

const ROOT = resolve(import.meta.dirname, '..', '..')
const NOT_CLONED = new Set(['node_modules', '.next', '.locus', '.git'])
/** What the browser tests built: of the same sources, a checkout of ours need not build it again. */
const BROWSER_BUILD = join('.locus', 'test', 'build')
const PREFIX = 'locus-launch-'

/** A copy of the working tree as a clone would be, with the installed packages linked in. Takes about two seconds. */
export function makeCheckout(name: string): string {
  const checkout = join(tmpdir(), `${PREFIX}${process.pid}-${name}`, 'locus')
  mkdirSync(checkout, { recursive: true })
  for (const entry of readdirSync(ROOT)) {
    if (!NOT_CLONED.has(entry) && !entry.endsWith('.tsbuildinfo')) {
      const filter = (path: string) => basename(path) !== '.next'
      cpSync(join(ROOT, entry), join(checkout, entry), { recursive: true, filter })
    }
  }
  if (existsSync(join(ROOT, BROWSER_BUILD))) {
    cpSync(join(ROOT, BROWSER_BUILD), join(checkout, BROWSER_BUILD), { recursive: true })
  }
  // Hard links where the temporary folder is on the same disk; Next refuses a symbolic link that leads out.
  const from = join(ROOT, 'node_modules')
  const to = join(checkout, 'node_modules')
  if (spawnSync('cp', ['-al', from, to]).status !== 0) {
    rmSync(to, { recursive: true, force: true })
    if (spawnSync('cp', ['-a', from, to]).status !== 0)
      throw new Error(`The packages could not be copied to ${to}`)
  }
  return checkout
}

/** Ends whatever still runs in a checkout and removes it. */
export async function removeCheckout(checkout: string): Promise<void> {
  for (const entry of readdirSync(checkout)) {
    if (entry.startsWith('.locus')) await removeInstallation(join(checkout, entry))
  }
  rmSync(dirname(checkout), { recursive: true, force: true })
}

/** Removes the checkouts of runs that were killed. */
export async function sweepCheckouts(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = Number(name.match(new RegExp(`^${PREFIX}(\\d+)-`))?.[1])
    const checkout = join(tmpdir(), name, 'locus')
    if (maker && !isAlive(maker) && existsSync(checkout)) await removeCheckout(checkout)
  }
}

export interface Launched {
  child: ChildProcess
  output: () => string
  /** Resolves with the printed address; throws with everything printed when the launcher ends before. */
  address: () => Promise<string>
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string>
  stop: (signal?: NodeJS.Signals) => Promise<number | string>
}

/** Runs `npm start` (as npm does) or another command of a checkout. `env` replaces the whole environment. */
export function launch(
  checkout: string,
  {
    data = '.locus',
    script = 'lib/launch/start.mjs',
    args = [],
    scriptArgs = [],
    settings = {},
    env = ordinaryEnvironment(),
    user,
  }: {
    data?: string
    script?: string
    args?: string[]
    scriptArgs?: string[]
    settings?: Record<string, string>
    env?: Record<string, string>
    user?: { uid: number; gid: number }
  } = {},
): Launched {
  const child = spawn(process.execPath, [...args, join(checkout, script), ...scriptArgs], {
    cwd: checkout,
    env: {
      ...env,
      ...(data === '.locus' ? {} : { LOCUS_DATA: data }),
      ...settings,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      printed += chunk
    })
  }
  const ended = new Promise<number | string>((done) => {
    child.once('close', (code, signal) => done(code ?? signal ?? 'unknown'))
  })
  const address = async () => {
    for (let waited = 0; waited < 240_000; waited += 20) {
      const url = printed.match(/(?:ready after .*|runs already): (http:\S+)/)?.[1]
      if (url) return url
      if (child.exitCode !== null || child.signalCode !== null) break
      await pause(20)
    }
    throw new Error(`No address was printed:\n${printed}`)
  }
  const stop = async (signal: NodeJS.Signals = 'SIGINT') => {
    child.kill(signal)
    return ended
  }
  return { child, output: () => printed, address, ended, stop }
}

/** What a terminal has, without the person's own settings. */
export function ordinaryEnvironment(): Record<string, string> {
  const env = { ...process.env }
  forgetThePersonsSettings(env)
  for (const name of Object.keys(env)) {
    if (/^(npm_|VITEST|NODE_ENV|NODE_OPTIONS|TEST|LOCUS_)/.test(name)) delete env[name]
  }
  return env as Record<string, string>
}

/** The keys of a data folder's cluster. */
export function keysOf(checkout: string, data = '.locus'): ClusterKeys {
  const keys = readKeys(join(checkout, data))
  if (!keys) throw new Error(`There is no cluster in ${data}`)
  return keys
}

export function urlOf(checkout: string, role: 'owner' | 'app' | 'jobs', data = '.locus'): string {
  return clusterUrl(keysOf(checkout, data), role, 'locus')
}

export function runState(
  checkout: string,
  data = '.locus',
): { pid: number; children: { name: string; pid: number }[] } {
  return JSON.parse(readFileSync(join(checkout, data, 'run.json'), 'utf8'))
}

/** Ids of living processes that run from a checkout, PostgreSQL's among them. */
export function processesOf(checkout: string): number[] {
  const real = resolve(checkout)
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]
        return state !== 'Z' && command.includes(real)
      } catch {
        return false
      }
    })
}
