import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '@/db/schema'
import { env } from '@/lib/io/env'

export type Database = ReturnType<typeof connectAsApp>

/** Hot reload evaluates this module anew; the pool must not be opened again each time. */
const kept = globalThis as typeof globalThis & { locusDatabase?: Database }

/**
 * The app role's pool, opened on first use (a build imports this file without a database). Row-level security shows
 * nothing here until a viewer is set, which `db/access.ts` does and nothing else may.
 */
export function database(): Database {
  kept.locusDatabase ??= connectAsApp()
  return kept.locusDatabase
}

function connectAsApp() {
  const { databaseAppUrl, databasePrepare } = env()
  const sql = postgres(databaseAppUrl, {
    max: 10,
    idle_timeout: 300,
    connect_timeout: 10,
    prepare: databasePrepare,
    onnotice: () => {},
    connection: { application_name: 'locus-web', TimeZone: 'UTC' },
  })
  return drizzle(sql, { schema })
}
