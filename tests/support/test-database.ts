import type { TestDatabase } from './test-cluster'

/**
 * The database of this test file: migrated, empty, dropped when the file ends. The app's own code (`db/access`)
 * already talks to it as `locus_app`.
 */
export function testDatabase(): TestDatabase {
  const { testDatabase: database } = globalThis as typeof globalThis & { testDatabase?: TestDatabase }
  if (!database) throw new Error('testDatabase() is for the tests in tests/db')
  return database
}
