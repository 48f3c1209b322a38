import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withOwnScope } from '@/db/access'
import { findAdditionalInformation } from '@/db/queries/additional-information'
import { loadApplicant } from '@/db/queries/applicant'
import { listEntries } from '@/db/queries/list'
import { countOwnRows } from '@/db/queries/owned-rows'
import { endSample, fillWithSample } from '@/db/queries/sample'
import { listAssignments } from '@/db/queries/statement-assignments'
import { listVersions } from '@/db/queries/statement-versions'
import { listStatements } from '@/db/queries/statements'
import { listStorySentences } from '@/db/queries/story'
import { listToldPlaces } from '@/db/queries/told-places'
import { loadFacts } from '@/db/seed/load'
import { checkPassage } from '@/lib/exams/additional-information'
import { createEvaluator } from '@/lib/fit/evaluate'
import { FIT_POLICY } from '@/lib/fit/policy'
import type { Applicant } from '@/lib/profile/applicant'
import { SAMPLE_PROGRAMS, sampleApplicant } from '@/lib/profile/sample-applicant'
import { readText } from '@/lib/statement/text-reading'
import { disagreements } from '@/lib/story/disagreements'
import { shippedSeason } from '@/tests/factories/season'
import { shippedPrograms } from '@/tests/factories/shipped-programs'
import { buildRecord } from '@/tests/factories/story'
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

test('a visitor meets a statement on its way, told as the profile tells it', async () => {
  const guest = await createUser(owner, { email: null, isSample: true })
  await withOwnScope(guest, (scope) => fillWithSample(scope, 2028))
  const { statement, versions, assigned, passage, applicant, sentences, places } = await withOwnScope(
    guest,
    async (scope) => {
      const [statement] = await listStatements(scope)
      if (!statement) throw new Error('the sample has no statement')
      return {
        statement,
        versions: await listVersions(scope, statement.id),
        assigned: [...(await listAssignments(scope)).values()],
        passage: await findAdditionalInformation(scope),
        applicant: await loadApplicant(scope),
        sentences: await listStorySentences(scope),
        places: await listToldPlaces(scope),
      }
    },
  )
  const { findings, presences, mentions } = readText(statement.text)
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['comparison', 'named_again']))
  expect(presences.filter(({ carriedBy }) => carriedBy.length === 0)).toHaveLength(1)
  expect(mentions.length).toBeGreaterThan(1)
  expect(versions).toHaveLength(2)
  expect(versions.every(({ keptAt }) => keptAt < statement.savedAt)).toBe(true)
  expect(new Set(assigned)).toEqual(new Set([statement.id]))
  expect(assigned.length).toBeLessThan(SAMPLE_PROGRAMS.length)
  expect(passage.attempt).not.toBeNull()
  if (passage.attempt) {
    expect(checkPassage(passage.passage, passage.attempt).filter(({ state }) => state === 'look')).toEqual([])
  }
  expect(readText(passage.passage, { isAboutExam: true }).findings).toEqual([])
  expect(places.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['statement', 'additional_information']),
  )
  const told = sentences.map(({ text }) => text)
  expect(disagreements(buildRecord(applicant), told, places)).toEqual([])
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
