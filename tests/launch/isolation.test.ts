import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { clusterUrl } from '../../db/embedded-keys'
import { keysOf, type Launched, launch, urlOf } from '../support/installation'
import { saveGuest } from '../support/person'

// A person's installation serves, with their row in it, from the usual data folder; their shell even names its database
// as a setting. The test suites run in the same checkout meanwhile.
const checkout = inject('checkout')
let person: Launched
let superuser: postgres.Sql

beforeAll(async () => {
  // Without the worker, who notes in the database every so often that it is there.
  person = launch(checkout, { settings: { LOCUS_WORKER: 'off' } })
  await person.address()
  const app = postgres(urlOf(checkout, 'app'), { max: 1 })
  await saveGuest(app, 'Ñ 李')
  // Closed, since an idle connection hands in its part of the statistics only later.
  await app.end()
  superuser = postgres(clusterUrl(keysOf(checkout), 'superuser', 'locus'), { max: 1 })
  await settled()
})

afterAll(async () => {
  await superuser.end()
  await person.stop()
})

test.each([
  [
    'database tests',
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', 'tests/db/roles'],
  ],
  [
    'browser tests',
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/playwright.config.ts',
      'health',
      '--project=desktop',
    ],
  ],
])('the %s leave the person and their database alone', async (_, [script, ...args]) => {
  const before = await footprint()
  const run = launch(checkout, {
    script: script ?? '',
    scriptArgs: args,
    settings: {
      DATABASE_URL: urlOf(checkout, 'owner'),
      DATABASE_APP_URL: urlOf(checkout, 'app'),
      LOCUS_DATA: join(checkout, '.locus'),
      PGPORT: String(keysOf(checkout).port),
    },
  })
  expect(await run.ended, run.output()).toBe(0)
  expect(run.output()).toMatch(/\d passed/)
  expect(await footprint()).toEqual(before)
  expect((await fetch(`${await person.address()}/api/health`)).status).toBe(200)
})

/** What a visit would leave: databases, roles, and how often anybody but the person's own processes ever connected. */
async function footprint(): Promise<unknown> {
  await settled()
  const databases = await superuser`
    select datname, sessions::int from pg_stat_database where datname is not null order by datname`
  // Of the person's own tables only: the server itself writes to its catalog when it gathers statistics.
  const tables = await superuser`
    select relname, (n_tup_ins + n_tup_upd + n_tup_del)::int as changes
    from pg_stat_user_tables order by schemaname, relname`
  const roles = await superuser`select rolname from pg_roles order by rolname`
  return { databases: [...databases], tables: [...tables], roles: [...roles] }
}

/** Statistics of a connection arrive when it next idles; ask for ours, and let the server's own come in. */
async function settled(): Promise<void> {
  await superuser`select pg_stat_force_next_flush()`
  await superuser`select pg_sleep(1.5)`
  await superuser`select pg_stat_clear_snapshot()`
}
