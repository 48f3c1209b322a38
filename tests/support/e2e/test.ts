import { type BrowserContext, test as base } from '@playwright/test'
import postgres from 'postgres'
import { e2eDatabaseUrl } from '../e2e-database'
import { People, type Person, signIn } from './people'

export { expect } from '@playwright/test'

type Fixtures = {
  /** Of the server under test. */
  origin: string
  /** Makes people: `await people.memberAtWork({ programs: 5 })`. */
  people: People
  /** Signs this test's browser in, or another context: `await signInAs(ana)`. */
  signInAs: (person: Person, context?: BrowserContext) => Promise<void>
}

/** The owner's connection to the database of the server under test: for making rows and for looking at what is there. */
type WorkerFixtures = { owner: postgres.Sql }

/** Playwright's `test`, with people who are made and signed in without clicking. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  owner: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
    async ({}, use) => {
      const owner = postgres(e2eDatabaseUrl('owner'), { max: 2, onnotice: () => {} })
      await use(owner)
      await owner.end()
    },
    { scope: 'worker' },
  ],
  origin: async ({ baseURL }, use) => use(new URL(baseURL ?? '').origin),
  people: async ({ owner }, use) => use(new People(owner)),
  signInAs: async ({ context, origin }, use) =>
    use((person, other) => signIn(other ?? context, person, origin)),
})
