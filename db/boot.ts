import 'server-only'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type postgres from 'postgres'
import { readSettings, type Settings, SettingsError } from '@/lib/io/env'
import { BootError } from './boot-error'
import { cleanUp, GUEST_DAYS } from './clean-up'
import { connect, logsIn } from './connect'
import { startCluster } from './embedded'
import { clusterUrl } from './embedded-keys'
import { migrateJobs } from './jobs-schema'
import { migrateDatabase } from './migrate'
import { APP_ROLE, admitUser, JOBS_ROLE, makeLogin, makeOwnRoles, type ServingRole } from './roles'
import { loadFacts } from './seed/load'

/** What the launcher learns from a start-up of the database. The owner's connection stays here. */
export interface Booted {
  appUrl: string
  /** The connection of the role that background jobs run as. */
  jobsUrl: string
  /** Of the embedded server; null when the operator brings a PostgreSQL. */
  postgresPid: number | null
}

export interface Reporter {
  step: (step: { name: string; detail: string; ms: number }) => void
  /** Called as soon as the embedded server runs, so that it can be stopped whatever happens next. */
  running: (postgresPid: number) => void
}

const OLDEST_SERVER = 150_000
export const DATABASE = 'locus'

/**
 * Makes a database ready to serve: the embedded one or the operator's, its roles, its tables and the facts. Safe to
 * repeat, and to run twice at once. Throws a SettingsError or a BootError whose message is for the operator.
 */
export async function boot(settings: Settings, report: Reporter): Promise<Booted> {
  const timed = stopwatch(report)
  for (const [name, url] of [
    ['DATABASE_APP_URL', settings.databaseAppUrl],
    ['DATABASE_JOBS_URL', settings.databaseJobsUrl],
  ]) {
    if (url && !settings.databaseUrl) {
      throw new SettingsError(`${name} needs DATABASE_URL, the owner of the same database: set it too.`)
    }
  }
  const folder = resolve(settings.dataFolder)
  const { ownerUrl, appUrl, jobsUrl, postgresPid } = settings.databaseUrl
    ? await operatorsDatabase(settings.databaseUrl, settings, folder, timed)
    : await embeddedDatabase(folder, timed, report.running)

  const migrator = await connect(ownerUrl, 'DATABASE_URL')
  try {
    await migrateDatabase(migrator, {
      migrated: (count) => {
        timed(
          'Tables',
          count === 0 ? 'up to date' : `${count} ${count === 1 ? 'migration' : 'migrations'} applied`,
        )
      },
      work: async () => {
        // Drizzle changes how the connection it migrates on writes dates and JSON; the facts come on one of their own.
        const owner = await connect(ownerUrl, 'DATABASE_URL')
        try {
          const { programs, facts, seasons } = await loadFacts(owner)
          timed('Facts', `${programs} programs, ${facts} facts, ${seasons} seasons`)
          const { guests } = await cleanUp(owner)
          if (guests > 0) {
            timed('Guests', `${guests} unseen for ${GUEST_DAYS} days forgotten, as the privacy page promises`)
          }
        } finally {
          await owner.end({ timeout: 5 })
        }
        await migrateJobs(ownerUrl)
      },
    })
  } finally {
    await migrator.end({ timeout: 5 })
  }
  return { appUrl, jobsUrl, postgresPid }
}

interface Connections {
  ownerUrl: string
  appUrl: string
  jobsUrl: string
  postgresPid: number | null
}

async function embeddedDatabase(
  folder: string,
  timed: (name: string, detail: string) => void,
  running: Reporter['running'],
): Promise<Connections> {
  const { keys, pid, how, place } = await startCluster(folder)
  running(pid)
  const superuser = await connect(clusterUrl(keys, 'superuser', 'postgres'), 'The embedded PostgreSQL')
  try {
    await makeOwnRoles(superuser, {
      owner: keys.owner,
      app: keys.app,
      jobs: keys.jobs,
      database: DATABASE,
    })
  } finally {
    await superuser.end({ timeout: 5 })
  }
  const verb = { created: 'made and started', started: 'started', found: 'was still running' }[how]
  const account = place.account ? `, as ${place.account.name}` : ''
  timed('Database', `embedded PostgreSQL ${verb} in ${place.home}${account}`)
  return {
    ownerUrl: clusterUrl(keys, 'owner', DATABASE),
    appUrl: clusterUrl(keys, 'app', DATABASE),
    jobsUrl: clusterUrl(keys, 'jobs', DATABASE),
    postgresPid: pid,
  }
}

async function operatorsDatabase(
  ownerUrl: string,
  given: Pick<Settings, 'databaseAppUrl' | 'databaseJobsUrl'>,
  folder: string,
  timed: (name: string, detail: string) => void,
): Promise<Connections> {
  const owner = await connect(ownerUrl, 'DATABASE_URL')
  try {
    await checkServer(owner)
    const login = { owner, ownerUrl, folder }
    const appUrl = await servingLogin(APP_ROLE, given.databaseAppUrl, 'DATABASE_APP_URL', login)
    const jobsUrl = await servingLogin(JOBS_ROLE, given.databaseJobsUrl, 'DATABASE_JOBS_URL', login)
    timed('Database', `PostgreSQL at ${new URL(ownerUrl).host}`)
    return { ownerUrl, appUrl, jobsUrl, postgresPid: null }
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** The connection of a role that serves: the operator's own login for it, or one that is made here; proved to answer. */
async function servingLogin(
  role: ServingRole,
  givenUrl: string | null,
  setting: string,
  { owner, ownerUrl, folder }: { owner: postgres.Sql; ownerUrl: string; folder: string },
): Promise<string> {
  const url = givenUrl ?? asRole(ownerUrl, role, keptPassword(folder, role))
  if (givenUrl) await admitUser(owner, role, decodeURIComponent(new URL(givenUrl).username))
  else await makeLogin(owner, role, { password: new URL(url).password, logsIn: () => logsIn(url) })
  const login = await connect(url, givenUrl ? setting : `The login of ${role}`)
  await login.end({ timeout: 5 })
  return url
}

async function checkServer(owner: postgres.Sql): Promise<void> {
  const [server] = await owner<{ version: number; name: string; encoding: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding`
  if (server && server.version < OLDEST_SERVER) {
    throw new BootError(
      `DATABASE_URL leads to PostgreSQL ${server.name}, and Locus needs 15 or newer: upgrade it.`,
    )
  }
  if (server && server.encoding !== 'UTF8') {
    throw new BootError(
      `DATABASE_URL leads to a database in ${server.encoding}, which cannot hold every name: create one with encoding UTF8.`,
    )
  }
}

function asRole(ownerUrl: string, role: ServingRole, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

/** Made once and kept, so that a restart does not lock out a process that still serves. */
function keptPassword(folder: string, role: ServingRole): string {
  const file = join(folder, role === APP_ROLE ? 'app-password' : 'jobs-password')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

function stopwatch(report: Reporter): (name: string, detail: string) => void {
  let since = performance.now()
  return (name, detail) => {
    const at = performance.now()
    report.step({ name, detail, ms: Math.round(at - since) })
    since = at
  }
}

/** When started by the launcher, which listens on the other end of the channel. */
async function main(send: NonNullable<typeof process.send>): Promise<void> {
  const tell = (message: unknown) => new Promise<void>((done) => send.call(process, message, () => done()))
  try {
    const booted = await boot(readSettings(process.env), {
      step: (step) => void tell({ step }),
      running: (postgresPid) => void tell({ postgresPid }),
    })
    await tell({ booted })
  } catch (error) {
    const expected = error instanceof BootError || error instanceof SettingsError
    await tell({ failed: expected ? error.message : null, detail: String((error as Error)?.stack ?? error) })
    process.exitCode = 1
  }
  process.disconnect()
}

if (process.send && process.argv[1]?.endsWith('boot.ts')) await main(process.send)
