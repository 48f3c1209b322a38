import 'server-only'
import postgres from 'postgres'
import { databaseUrlOf, env } from '@/lib/io/env'

/** Hot reload evaluates this module anew; the pool must not be opened again each time. */
const kept = globalThis as typeof globalThis & { locusAppSql?: postgres.Sql; locusJobsSql?: postgres.Sql }

/**
 * The app role's pool, opened on first use (a build imports this file without a database). Row-level security shows
 * nothing of anyone's here until a viewer is set, which `db/access.ts` does and nothing else may.
 */
export function appSql(): postgres.Sql {
  kept.locusAppSql ??= connectAsApp()
  return kept.locusAppSql
}

/** The pool of the jobs' role, in a worker alone; the same rule holds for it. */
export function jobsSql(): postgres.Sql {
  kept.locusJobsSql ??= connectAsJobs()
  return kept.locusJobsSql
}

function connectAsApp(): postgres.Sql {
  return postgres(databaseUrlOf('app'), {
    ...shared(),
    idle_timeout: 300,
    connection: { application_name: 'locus-web', TimeZone: 'UTC' },
  })
}

function connectAsJobs(): postgres.Sql {
  return postgres(databaseUrlOf('jobs'), {
    ...shared(),
    connection: {
      application_name: 'locus-worker',
      TimeZone: 'UTC',
      // A worker whose machine vanished holds its row locks no longer than this; a mail server is given up on sooner.
      idle_in_transaction_session_timeout: 120_000,
    },
  })
}

function shared() {
  return { max: 10, connect_timeout: 10, prepare: env().databasePrepare, onnotice: () => {} }
}
