import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOwnScope } from '@/db/access'
import { loadApplicant } from '@/db/queries/applicant'
import { listEntries } from '@/db/queries/list'
import { countOwnRows } from '@/db/queries/owned-rows'
import { endSample, fillWithSample } from '@/db/queries/sample'
import { loadFacts } from '@/db/seed/load'
import { createEvaluator } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import { SAMPLE_PROGRAMS, sampleApplicant } from '@/lib/profile/sample-applicant'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-programs'
import { createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  await loadFacts(owner)
})
afterAll(() => owner.end())

test('the rows of the sample are read by the fit as the sample applicant', async () => {
  const guest = await createUser(owner, { email: null, isSample: true })
  await withOwnScope(guest, (scope) => fillWithSample(scope, 2028))
  const stored = await withOwnScope(guest, loadApplicant)
  const ledgersOf = (applicant: Applicant) =>
    shippedPrograms().map((program) =>
      createEvaluator({ applicant, season: shippedSeason(2028), policy: FIT_POLICY, today: '2026-11-22' })(
        program,
      ),
    )
  // The same ledgers for all 62 programs: every answer arrived, in whatever order the rows come back.
  expect(ledgersOf(stored)).toEqual(ledgersOf(sampleApplicant(2028)))
  const entries = await withOwnScope(guest, listEntries)
  expect(entries.map((entry) => entry.programId).toSorted()).toEqual([...SAMPLE_PROGRAMS].toSorted())
})

test('clearing the sample leaves an empty guest, and touches nobody who is no sample', async () => {
  const guest = await createUser(owner, { email: null, isSample: true })
  const member = await createUser(owner)
  for (const person of [guest, member]) await withOwnScope(person, (scope) => fillWithSample(scope, 2028))
  await withOwnScope(guest, endSample)
  await withOwnScope(member, endSample)
  expect((await withOwnScope(guest, countOwnRows)).isEmpty).toBe(true)
  expect((await withOwnScope(member, countOwnRows)).isEmpty).toBe(false)
  const [row] = await owner`select is_sample from users where id = ${guest.userId}`
  expect(row?.is_sample).toBe(false)
})
