import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { clusterUrl } from '../../db/embedded-keys'
import { type Launched, launch, runState } from '../support/installation'
import { listGuests, saveGuest } from '../support/person'
import { expectRefusal } from '../support/refusal'
import { startTestCluster, type TestCluster } from '../support/test-cluster'

const checkout = inject('checkout')
const DATA = '.locus-operator'
const running: Launched[] = []
let theirs: TestCluster
let admin: postgres.Sql

beforeAll(async () => {
  theirs = await startTestCluster()
  admin = postgres(clusterUrl(theirs.cluster.keys, 'superuser', 'postgres'), { max: 1, onnotice: () => {} })
})

afterEach(async () => {
  for (const launched of running.splice(0)) await launched.stop('SIGTERM')
})

afterAll(async () => {
  await admin.end()
  await theirs.stop()
})

function start(settings: Record<string, string>): Launched {
  const launched = launch(checkout, { data: DATA, settings })
  running.push(launched)
  return launched
}

function url(user: string, database: string): string {
  return `postgres://${user}:secret-${user}@127.0.0.1:${theirs.cluster.port}/${database}`
}

/** A role and, where it is to own one, a database; as an administrator would make them. */
async function make(user: string, rights: string, database?: string): Promise<void> {
  await admin.unsafe(`create role ${user} login password 'secret-${user}' ${rights}`)
  if (database) await admin.unsafe(`create database ${database} owner ${user}`)
}

/** The connection that the web process was given. */
function webConnection(): string {
  const web = runState(checkout, DATA).children.find(({ name }) => name === 'web')
  const found = readFileSync(`/proc/${web?.pid}/environ`, 'utf8').match(/DATABASE_APP_URL=([^\0]*)/)?.[1]
  if (!found) throw new Error('the web process has no connection')
  return found
}

test('an owner who may not make roles is asked for DATABASE_APP_URL', async () => {
  await make('bare', '', 'bare_db')
  await expectRefusal(
    start({ DATABASE_URL: url('bare', 'bare_db') }),
    checkout,
    /^The user of DATABASE_URL may not make the role locus_app: give it CREATEROLE, or .*DATABASE_APP_URL/,
  )
})

test('with DATABASE_APP_URL the web uses that user, who becomes a member of locus_app', async () => {
  await make('landlord', 'createrole', 'landlord_db')
  await make('desk', '')
  const settings = {
    DATABASE_URL: url('landlord', 'landlord_db'),
    DATABASE_APP_URL: url('desk', 'landlord_db'),
  }
  const address = await start(settings).address()
  expect((await fetch(`${address}/api/health`)).status).toBe(200)
  expect(webConnection()).toBe(settings.DATABASE_APP_URL)
  const app = postgres(webConnection(), { max: 1 })
  await saveGuest(app, 'Ñ 李')
  expect(await listGuests(app)).toEqual(['Ñ 李'])
  await app.end()
  const [role] = await admin`select rolcanlogin, rolbypassrls from pg_roles where rolname = 'locus_app'`
  expect(role).toEqual({ rolcanlogin: false, rolbypassrls: false })
})

test('an app user whom row-level security would not bind is refused', async () => {
  await make('walker', 'bypassrls')
  await expectRefusal(
    start({ DATABASE_URL: url('landlord', 'landlord_db'), DATABASE_APP_URL: url('walker', 'landlord_db') }),
    checkout,
    /^DATABASE_APP_URL names the user walker, whom row-level security does not bind/,
  )
  await expectRefusal(
    start({ DATABASE_URL: url('landlord', 'landlord_db'), DATABASE_APP_URL: url('landlord', 'landlord_db') }),
    checkout,
    /^DATABASE_APP_URL names the user landlord, whom row-level security does not bind/,
  )
})

test('an owner with CREATEROLE needs nothing else: locus_app is made, and its password kept', async () => {
  const [before] = await admin`select rolcanlogin from pg_roles where rolname = 'locus_app'`
  expect(before?.rolcanlogin).toBe(false)
  const settings = { DATABASE_URL: url('landlord', 'landlord_db') }
  const first = start(settings)
  await first.address()
  const connection = webConnection()
  expect(new URL(connection).username).toBe('locus_app')
  await first.stop()
  await start(settings).address()
  expect(webConnection()).toBe(connection)
})

test('a database that is newer than the code is refused, and left as it is', async () => {
  const owner = postgres(url('landlord', 'landlord_db'), { max: 1 })
  await owner`
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${Date.UTC(2099, 0, 1)})`
  const before = await contents(owner)
  await expectRefusal(
    start({ DATABASE_URL: url('landlord', 'landlord_db') }),
    checkout,
    /^This database is newer than this checkout .*2099-01-01.* update the checkout/,
  )
  expect(await contents(owner)).toEqual(before)
  await owner.end()
})

test('a wrong password and a missing database are told apart', async () => {
  const wrong = url('landlord', 'landlord_db').replace('secret-landlord', 'wrong')
  await expectRefusal(
    start({ DATABASE_URL: wrong }),
    checkout,
    /^DATABASE_URL was refused .*landlord.* password/,
  )
  const missing = url('landlord', 'nowhere')
  await expectRefusal(start({ DATABASE_URL: missing }), checkout, /^DATABASE_URL names the database nowhere/)
})

/** Every table with its number of changes so far, and every migration. */
async function contents(sql: postgres.Sql): Promise<unknown> {
  const tables = await sql`
    select relname, n_tup_ins + n_tup_upd + n_tup_del as changes from pg_stat_user_tables
    where schemaname = 'public' order by relname`
  const migrations = await sql`select hash from drizzle.__drizzle_migrations order by hash`
  return [...tables, ...migrations]
}
