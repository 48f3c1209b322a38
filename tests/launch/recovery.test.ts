import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { type Launched, launch, runState, urlOf } from '../support/installation'
import { listGuests } from '../support/person'
import { homeOf } from '../support/test-folders.mjs'

const checkout = inject('checkout')
const DATA = '.locus-recovery'
const ROUNDS = 20
let last: Launched | undefined

afterAll(async () => {
  await last?.stop()
})

test('killed twenty times while a client writes, it loses no row that was answered as saved', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const launched = launch(checkout, { data: DATA })
    last = launched
    await launched.address()
    const writer = write(urlOf(checkout, 'app', DATA), `round ${round}`, acknowledged)
    // Long enough that every round kills in the midst of writing, and at another moment each time.
    await writer.hasWritten(5 + ((round * 7) % 20))
    for (const pid of victims(round)) kill(pid)
    await launched.ended
    await writer.stop()
  }

  last = launch(checkout, { data: DATA })
  await last.address()
  const app = postgres(urlOf(checkout, 'app', DATA), { max: 1 })
  const kept = new Set(await listGuests(app))
  await app.end()
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 5)
  expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
})

test('the worker, the web and the database each come back by themselves', async () => {
  const url = (await last?.address()) ?? ''
  const workerPid = () => runState(checkout, DATA).children.find(({ name }) => name === 'worker')?.pid ?? 0
  const worker = workerPid()
  process.kill(worker, 'SIGKILL')
  await eventually(async () => workerPid() !== worker && workerPid() > 0)
  const web = runState(checkout, DATA).children.find(({ name }) => name === 'web')
  process.kill(web?.pid ?? 0, 'SIGKILL')
  await eventually(async () => (await health(url)) === 200)
  const before = postmaster()
  process.kill(before, 'SIGKILL')
  await eventually(async () => postmaster() !== before && (await health(url)) === 200)
})

/** One of them may have ended of itself, since it lost the one that was killed before it. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** In turn: the launcher alone, it and the web, it and the whole database, and everything at once. */
function victims(round: number): number[] {
  const { pid, children } = runState(checkout, DATA)
  const web = children.map((child) => child.pid)
  const server = postmaster()
  return [
    [pid],
    [pid, ...web],
    [pid, server, ...childrenOf(server)],
    [server, ...childrenOf(server), ...web, pid],
  ][round % 4] as number[]
}

function postmaster(): number {
  const file = join(homeOf(join(checkout, DATA)), 'data', 'postmaster.pid')
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return (
          pid > 0 &&
          Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === parent
        )
      } catch {
        return false
      }
    })
}

/** A client in a process of its own, whose rows count as acknowledged once it has printed them. */
function write(url: string, label: string, acknowledged: string[]) {
  const client = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'support', 'writer.mjs'), url, label],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const before = acknowledged.length
  let printed = ''
  client.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (printed + chunk).split('\n')
    printed = lines.pop() ?? ''
    acknowledged.push(...lines)
  })
  const closed = new Promise((done) => client.once('close', done))
  return {
    hasWritten: (rows: number) => eventually(async () => acknowledged.length - before >= rows),
    async stop() {
      client.kill('SIGKILL')
      await closed
    },
  }
}

async function health(url: string): Promise<number> {
  return fetch(`${url}/api/health`).then(
    ({ status }) => status,
    () => 0,
  )
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (await holds()) return
    await pause(20)
  }
  throw new Error('it did not come about within a minute')
}
