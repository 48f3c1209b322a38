import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOwnScope } from '@/db/access'
import { loadApplicant } from '@/db/queries/applicant'
import { listEntries } from '@/db/queries/list'
import { findCycleSeason } from '@/db/queries/seasons'
import { loadFacts } from '@/db/seed/load'
import { createUser } from '@/tests/factories/user'
import { WRITTEN_NAMES, written } from '@/tests/factories/written-lists'
import { createWrittenWork } from '@/tests/factories/written-work'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  await loadFacts(owner)
})
afterAll(() => owner.end())

test.each(WRITTEN_NAMES)('%s, entered as the pages enter a person, is read back whole', async (name) => {
  const person = await createUser(owner)
  const { applicant, programIds } = written(name)
  await withOwnScope(person, (scope) =>
    createWrittenWork(scope, written(name), { seasonYear: 2028, today: '2026-11-22' }),
  )
  const stored = await withOwnScope(person, async (scope) => ({
    applicant: await loadApplicant(scope),
    season: (await findCycleSeason(scope))?.season.year,
    programIds: (await listEntries(scope)).map(({ programId }) => programId),
  }))
  const withoutIds = (attempts: typeof applicant.attempts) => attempts?.map(({ id: _id, ...rest }) => rest)
  const sorted = (letters: typeof applicant.letters) =>
    letters?.toSorted((a, b) => (a.author < b.author ? -1 : 1))
  expect({
    ...stored.applicant,
    attempts: withoutIds(stored.applicant.attempts),
    letters: sorted(stored.applicant.letters),
  }).toEqual({ ...applicant, attempts: withoutIds(applicant.attempts), letters: sorted(applicant.letters) })
  expect(stored.season).toBe(2028)
  expect(stored.programIds.toSorted()).toEqual([...programIds].toSorted())
})
