import { afterAll, inject } from 'vitest'
import { createDatabase, type TestDatabase } from './test-cluster'

// Each test file has a database of its own, and the app's settings name it before any of the app's code is loaded.
const database = await createDatabase(inject('cluster'))
process.env.DATABASE_APP_URL = database.appUrl
process.env.DATABASE_JOBS_URL = database.jobsUrl
process.env.NEXTAUTH_SECRET = 'a-secret-of-the-database-tests-only'
process.env.APP_URL = 'http://localhost:3000'
process.env.LOCUS_DATA = '.locus/test/unused'

const kept = globalThis as typeof globalThis & { testDatabase?: TestDatabase }
kept.testDatabase = database

afterAll(() => database.drop())
