import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, inject, test } from 'vitest'
import { type Launched, launch } from '../support/installation'
import { expectRefusal } from '../support/refusal'

const checkout = inject('checkout')
const DATA = '.locus-refusals'
const running: Launched[] = []

function start(options: Parameters<typeof launch>[1] = {}): Launched {
  const launched = launch(checkout, { data: DATA, ...options })
  running.push(launched)
  return launched
}

afterEach(async () => {
  for (const launched of running.splice(0)) await launched.stop('SIGTERM')
})

test.each([
  ['not an address', 'locus', /^DATABASE_URL must look like postgres:\/\//],
  [
    'nobody there',
    'postgres://a:hunter2@127.0.0.1:1/locus',
    /^DATABASE_URL .*nothing answers at 127\.0\.0\.1:1/,
  ],
  ['no such host', 'postgres://a:hunter2@db.invalid/locus', /^DATABASE_URL names the host db\.invalid/],
])('a DATABASE_URL that is broken: %s', async (_, url, sentence) => {
  const launched = start({ settings: { DATABASE_URL: url } })
  await expectRefusal(launched, checkout, sentence)
  expect(launched.output()).not.toContain('hunter2')
})

test.each([
  ['PORT', '70000'],
  ['APP_URL', 'locus.example.org'],
  ['SMTP_URL', 'mail.example.org'],
  ['TRUST_PROXY', 'everyone'],
])('a bad %s is named', async (name, value) => {
  await expectRefusal(start({ settings: { [name]: value } }), checkout, new RegExp(`^${name} must `))
})

test('a Node that is too old is refused by both commands before anything else', async () => {
  const pretend = `data:text/javascript,${encodeURIComponent(
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })",
  )}`
  for (const script of ['lib/launch/start.mjs', 'lib/launch/dev.mjs', 'tests/run.mjs']) {
    const launched = start({ script, args: ['--import', pretend] })
    await expectRefusal(
      launched,
      checkout,
      /^Locus needs Node 20\.19 or newer and this is Node 18\.20\.4: install /,
    )
  }
})

// A small disk of its own needs the right to mount one, which an ordinary user and many containers lack.
const SMALL = join(checkout, '.locus-small')

function mountSmall(options: string): boolean {
  mkdirSync(SMALL, { recursive: true })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `mode=755,${options}`, 'tmpfs', SMALL]).status === 0
}

const canMount = process.getuid?.() === 0 && mountSmall('size=40m')

test.skipIf(!canMount)('a full disk is said in one sentence, before it is used', async () => {
  try {
    await expectRefusal(
      start({ data: '.locus-small/data' }),
      checkout,
      /^The disk that holds .* is full: .*MB are free/,
    )
  } finally {
    spawnSync('umount', [SMALL])
  }
})

test.skipIf(!canMount)(
  'a disk that fills up while the database is made is said in one sentence',
  async () => {
    // Space enough by the count, but no room for the thousand files of a cluster.
    mountSmall('size=500m,nr_inodes=300')
    try {
      await expectRefusal(
        start({ data: '.locus-small/data' }),
        checkout,
        /^The disk that holds .* is full: free some space/,
      )
    } finally {
      spawnSync('umount', [SMALL])
      rmSync(SMALL, { recursive: true, force: true })
    }
  },
)
