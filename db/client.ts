import 'server-only'
import postgres from 'postgres'
import { env } from '@/lib/io/env'

/** Hot reload evaluates this module anew; the pool must not be opened again each time. */
const kept = globalThis as typeof globalThis & { locusAppSql?: postgres.Sql }

/**
 * The app role's pool, opened on first use (a build imports this file without a database). Row-level security shows
 * nothing of anyone's here until a viewer is set, which `db/access.ts` does and nothing else may.
 */
export function appSql(): postgres.Sql {
  kept.locusAppSql ??= connectAsApp()
  return kept.locusAppSql
}

function connectAsApp(): postgres.Sql {
  const { databaseAppUrl, databasePrepare } = env()
  return postgres(databaseAppUrl, {
    max: 10,
    idle_timeout: 300,
    connect_timeout: 10,
    prepare: databasePrepare,
    onnotice: () => {},
    connection: { application_name: 'locus-web', TimeZone: 'UTC' },
  })
}
