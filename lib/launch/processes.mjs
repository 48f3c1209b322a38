import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Makes a child end when the launcher does, however that ends. */
const WITH_PARENT = new URL('./with-parent.mjs', import.meta.url).href

/**
 * A process by id and birth, since ids are used again. Null when there is none, or only a zombie that nobody reaps.
 */
export function birthOf(pid) {
  if (!pid) return null
  if (process.platform !== 'linux') return birthByPs(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields after the name, which may itself hold spaces and brackets: state is the first, start time the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
  } catch {
    return null
  }
}

function birthByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

export function isSame({ pid, birth }) {
  return birth !== null && birthOf(pid) === birth
}

/**
 * Starts a Node program in a process group of its own: Ctrl-C in the terminal then reaches the launcher alone, which
 * stops things in order. The child sees its standard input close when the launcher is gone.
 */
export function spawnNode(args, { env, cwd, channel = false }) {
  return spawn(process.execPath, ['--import', WITH_PARENT, ...args], {
    cwd,
    env: { ...env, LOCUS_LAUNCHER: String(process.pid) },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', ...(channel ? ['ipc'] : [])],
  })
}

/** All that a child says, kept to its last part and handed on line by line to whoever listens. */
export function listenTo(child, limit = 64_000) {
  const said = { text: '', sink: null }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8')
    stream?.on('data', (chunk) => {
      said.text = (said.text + chunk).slice(-limit)
      said.sink?.(chunk)
    })
  }
  return said
}

export function ended(child) {
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, error }))
    child.once('close', (code, signal) => done({ code: code ?? 1, signal }))
  })
}

/** Asks a whole group to end, and makes it after `patience` milliseconds. */
export async function stopGroup({ pid, birth }, patience = 10_000) {
  for (const [signal, wait] of [
    ['SIGTERM', patience],
    ['SIGKILL', 5_000],
  ]) {
    if (!isSame({ pid, birth })) return
    signalGroup(pid, signal)
    for (let waited = 0; waited < wait && isSame({ pid, birth }); waited += 20) await pause(20)
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // It ended in between.
  }
}

/** PostgreSQL's own ladder: disconnect everybody, then end at once, then by force. Committed rows stay in each case. */
export async function stopPostgres(pid) {
  const birth = birthOf(pid)
  for (const [signal, wait] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ]) {
    if (birth === null || !isSame({ pid, birth })) return
    process.kill(pid, signal)
    for (let waited = 0; waited < wait && isSame({ pid, birth }); waited += 20) await pause(20)
  }
}
