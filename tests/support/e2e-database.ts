import { clusterUrl, readKeys } from '../../db/embedded-keys'

/** The database behind the server under test: `owner` sees and makes everything, `app` is what the web process holds. */
export function e2eDatabaseUrl(role: 'owner' | 'app'): string {
  const keys = readKeys(e2eDataFolder())
  if (!keys) throw new Error('The server under test has no cluster yet')
  return clusterUrl(keys, role, 'locus')
}

/** What the server under test keeps on disk: its secret, its outbox. */
export function e2eDataFolder(): string {
  const folder = process.env.LOCUS_E2E_DATA
  if (!folder) throw new Error('Run browser tests with tests/playwright.config.ts')
  return folder
}
