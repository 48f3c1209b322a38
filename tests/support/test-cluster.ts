import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { type Cluster, startCluster } from '../../db/embedded'
import { type ClusterKeys, clusterUrl } from '../../db/embedded-keys'
import { migrateJobs } from '../../db/jobs-schema'
import { migrateDatabase } from '../../db/migrate'
import { makeOwnRoles } from '../../db/roles'
import { newTestFolder, removeInstallation, sweep } from './test-folders.mjs'

const TEMPLATE = 'locus_template'
/** Test rows need not survive a power cut. Never for people's data. */
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

export interface TestCluster {
  folder: string
  cluster: Cluster
  stop: () => Promise<void>
}

/** A PostgreSQL of this run's own, so that two runs at once do not meet; its owner is no superuser. */
export async function startTestCluster(settings: readonly string[] = []): Promise<TestCluster> {
  await sweep()
  const folder = newTestFolder('cluster')
  const cluster = await startCluster(folder, [...QUICK, ...settings])
  return { folder, cluster, stop: () => removeInstallation(folder) }
}

/** The migrated database that every test file's own is copied from. */
export async function makeTemplate(keys: ClusterKeys): Promise<void> {
  await asSuperuser(keys, (sql) =>
    makeOwnRoles(sql, { owner: keys.owner, app: keys.app, jobs: keys.jobs, database: TEMPLATE }),
  )
  const ownerUrl = clusterUrl(keys, 'owner', TEMPLATE)
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await migrateDatabase(owner)
    await migrateJobs(ownerUrl)
  } finally {
    await owner.end()
  }
}

export interface TestDatabase {
  /** As the owner, who is no superuser: for factories and for looking at what is really there. */
  ownerUrl: string
  /** As `locus_app`, which row-level security binds. */
  appUrl: string
  /** As `locus_jobs`, the role of background jobs, which it binds too. */
  jobsUrl: string
  drop: () => Promise<void>
}

/** A freshly migrated, empty database. */
export async function createDatabase(keys: ClusterKeys): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  await asSuperuser(keys, async (sql) => {
    await sql.unsafe(`create database ${name} template ${TEMPLATE} owner locus_owner`)
    await sql.unsafe(`revoke all on database ${name} from public`)
    await sql.unsafe(`grant connect on database ${name} to locus_app, locus_jobs`)
  })
  return {
    ownerUrl: clusterUrl(keys, 'owner', name),
    appUrl: clusterUrl(keys, 'app', name),
    jobsUrl: clusterUrl(keys, 'jobs', name),
    drop: () =>
      asSuperuser(keys, async (sql) => {
        await sql.unsafe(`drop database if exists ${name} with (force)`)
      }),
  }
}

async function asSuperuser<T>(keys: ClusterKeys, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(clusterUrl(keys, 'superuser', 'postgres'), { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
