import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a cluster's folder remembers; readable to its owner alone. */
export interface ClusterKeys {
  port: number
  superuser: string
  owner: string
  app: string
  jobs: string
}

export const SUPERUSER = 'postgres'

/** The connection strings of a cluster's databases; the superuser's is for boot and tests only. */
export function clusterUrl(
  keys: ClusterKeys,
  role: 'superuser' | 'owner' | 'app' | 'jobs',
  database: string,
): string {
  const user = { superuser: SUPERUSER, owner: 'locus_owner', app: 'locus_app', jobs: 'locus_jobs' }[role]
  return `postgres://${user}:${keys[role]}@127.0.0.1:${keys.port}/${database}`
}

/** The keys of the cluster in a data folder, or null where there is none yet. */
export function readKeys(folder: string): ClusterKeys | null {
  const file = join(folder, 'cluster.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ClusterKeys) : null
}

/** Written whole or not at all: a lost password would lock the person out of their own rows. */
export function writeKeys(folder: string, keys: ClusterKeys): void {
  const file = join(folder, 'cluster.json')
  const half = `${file}.${process.pid}`
  writeFileSync(half, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(half, file)
}
