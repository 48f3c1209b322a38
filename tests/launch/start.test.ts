import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, expect, inject, test } from 'vitest'
import { keysOf, type Launched, launch, processesOf, runState, urlOf } from '../support/installation'
import { listGuests, saveGuest } from '../support/person'

const checkout = inject('checkout')
const DATA = '.locus-start'
const running: Launched[] = []

function start(options: Parameters<typeof launch>[1] = {}): Launched {
  const launched = launch(checkout, { data: DATA, ...options })
  running.push(launched)
  return launched
}

afterEach(async () => {
  for (const launched of running.splice(0)) await launched.stop('SIGTERM')
})

test('the first start goes step by step, and says how long each took', () => {
  const printed = inject('firstStart')
  for (const step of ['Node', 'Packages', 'Database', 'Tables', 'Facts', 'Pages', 'Server', 'Worker']) {
    expect(printed).toMatch(new RegExp(`^ +${step} .*\\(\\d+\\.\\d s\\)$`, 'm'))
  }
  expect(printed).toMatch(/Locus is ready after \d+\.\d s: http:\/\/localhost:\d+/)
})

test('a second start installs and builds nothing', async () => {
  const launched = start()
  const url = await launched.address()
  expect(launched.output()).toContain('built already')
  expect(launched.output()).toContain('installed already')
  const health = await fetch(`${url}/api/health`)
  expect(await health.json()).toMatchObject({ live: true, ready: true, worker: { running: true } })
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends everything and frees the port', async (signal) => {
  const launched = start()
  const url = await launched.address()
  expect(processesOf(checkout)).not.toEqual([])
  expect(await launched.stop(signal)).toBe(0)
  await expect(fetch(url)).rejects.toThrow()
  expect(processesOf(checkout)).toEqual([])
})

test('npm start while it runs prints the address that serves, and ends well', async () => {
  const url = await start().address()
  const second = start()
  expect(await second.ended).toBe(0)
  expect(second.output().trim()).toBe(`Locus runs already: ${url}`)
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
})

test('npm run dev beside a running npm start is refused with a sentence', async () => {
  const url = await start().address()
  const dev = start({ script: 'lib/launch/dev.mjs' })
  expect(await dev.ended).toBe(1)
  expect(dev.output().trim()).toBe(
    `Locus runs already, by npm start, at ${url}: end that one with Ctrl-C first.`,
  )
})

test('what serves the web holds the app role alone, the worker the jobs’ role alone, and neither the owner', async () => {
  await start().address()
  const { owner, superuser, app, jobs } = keysOf(checkout, DATA)
  const environmentOf = (process: string) => {
    const child = runState(checkout, DATA).children.find(({ name }) => name === process)
    return readFileSync(`/proc/${child?.pid}/environ`, 'utf8').split('\0')
  }
  expect(environmentOf('web')).toContain(`DATABASE_APP_URL=${urlOf(checkout, 'app', DATA)}`)
  expect(environmentOf('worker')).toContain(`DATABASE_JOBS_URL=${urlOf(checkout, 'jobs', DATA)}`)
  for (const [process, others] of [
    ['web', [owner, superuser, jobs]],
    ['worker', [owner, superuser, app]],
  ] as const) {
    const environment = environmentOf(process)
    expect(environment.some((one) => one.startsWith('DATABASE_URL='))).toBe(false)
    expect(environment.some((one) => others.some((password) => one.includes(password)))).toBe(false)
  }
})

test('secrets are readable to their owner alone and survive a restart', async () => {
  await start().address()
  const secret = join(checkout, DATA, 'secret')
  const before = readFileSync(secret, 'utf8')
  expect(before.trim().length).toBeGreaterThanOrEqual(32)
  for (const file of ['secret', 'cluster.json']) {
    expect(statSync(join(checkout, DATA, file)).mode & 0o077).toBe(0)
  }
  await running.splice(0)[0]?.stop()
  await start().address()
  expect(readFileSync(secret, 'utf8')).toBe(before)
})

test('with an empty environment it starts, and keeps every script', async () => {
  const launched = start({ env: {} })
  await launched.address()
  const app = postgres(urlOf(checkout, 'app', DATA), { max: 1 })
  try {
    await saveGuest(app, 'Ñ 李')
    expect(await listGuests(app)).toContain('Ñ 李')
    const [row] = await app`select current_setting('server_encoding') as encoding`
    expect(row?.encoding).toBe('UTF8')
  } finally {
    await app.end()
  }
})

test('where 3000 is taken it takes a free port and says so; a PORT that is taken is refused', async () => {
  const taken = await hold(3000)
  try {
    const launched = start()
    const url = await launched.address()
    expect(url).not.toBe('http://localhost:3000')
    expect(launched.output()).toContain('since 3000 is taken by another program')
    await launched.stop()

    const refused = start({ settings: { PORT: '3000' } })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toContain(
      'PORT 3000 is taken by another program: stop that program, or set PORT to a free one.',
    )
  } finally {
    taken?.close()
  }
})

test('PORT and APP_URL are honoured', async () => {
  const port = await freePort()
  const launched = start({ settings: { PORT: String(port), APP_URL: 'https://locus.example.org/' } })
  expect(await launched.address()).toBe(`http://localhost:${port}`)
  expect(launched.output()).toContain('People open it as https://locus.example.org')
  const web = runState(checkout, DATA).children.find(({ name }) => name === 'web')
  expect(readFileSync(`/proc/${web?.pid}/environ`, 'utf8').split('\0')).toContain(
    'NEXTAUTH_URL=https://locus.example.org',
  )
})

/** Null when somebody else holds the port already, which serves the test as well. */
function hold(port: number): Promise<Server | null> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(null))
    server.listen(port, '127.0.0.1', () => done(server))
  })
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer()
    server.listen(0, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
