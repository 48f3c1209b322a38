import { eq, sql as raw } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withOwnScope, withPublicScope, withScope } from '@/db/access'
import { practiceResults } from '@/db/schema'
import type { UserViewer } from '@/lib/access/viewer'
import { AppError } from '@/lib/errors/app-error'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

let owner: postgres.Sql
let applicant: UserViewer
let stranger: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  applicant = await createUser(owner)
  stranger = await createUser(owner)
  await owner`insert into practice_results (applicant_id, kind, taken_on, score) values (${applicant.userId}, 'uwsa', '2026-10-01', 231)`
})

afterAll(() => owner.end())

const scores = (viewer: UserViewer) =>
  // No WHERE on purpose: what comes back is what the database itself lets this viewer see.
  withOwnScope(viewer, (scope) => scope.tx.select({ score: practiceResults.score }).from(practiceResults))

describe('a scope', () => {
  test('knows its viewer from the very first statement', async () => {
    expect(await scores(applicant)).toEqual([{ score: 231 }])
    expect(await scores(stranger)).toEqual([])
  })

  test('forgets the viewer when it ends', async () => {
    await scores(applicant)
    const rows = await withPublicScope(null, (scope) =>
      scope.tx.select({ score: practiceResults.score }).from(practiceResults),
    )
    expect(rows).toEqual([])
  })

  test('refuses someone who is nobody', async () => {
    await expect(withOwnScope(null, async () => 1)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(withOwnScope({ kind: 'system', actor: 'jobs' }, async () => 1)).rejects.toBeInstanceOf(
      AppError,
    )
  })

  test('takes back everything when the work throws', async () => {
    const failing = withOwnScope(applicant, async (scope) => {
      await scope.tx
        .insert(practiceResults)
        .values({ applicantId: scope.applicantId, kind: 'uwsa', takenOn: '2026-10-02', score: 240 })
      throw new Error('halfway')
    })
    await expect(failing).rejects.toThrow('halfway')
    expect(await scores(applicant)).toEqual([{ score: 231 }])
  })

  test('keeps 32 people apart who work at the same time', async () => {
    const people = await Promise.all(Array.from({ length: 32 }, () => createUser(owner)))
    const seen = await Promise.all(
      people.map(async (person, index) => {
        await withOwnScope(person, (scope) =>
          scope.tx.insert(practiceResults).values({
            applicantId: scope.applicantId,
            kind: 'amboss',
            takenOn: '2026-10-03',
            score: 100 + index,
          }),
        )
        const rounds = await Promise.all(Array.from({ length: 8 }, () => scores(person)))
        return rounds.flat().map((row) => row.score)
      }),
    )
    expect(seen).toEqual(people.map((_, index) => Array(8).fill(100 + index)))
  })

  test('sets the viewer for the transaction alone, so a pooled connection carries nobody over', async () => {
    await scores(applicant)
    const [row] = await withPublicScope(null, (scope) =>
      scope.tx.execute(raw`select coalesce(current_setting('app.viewer', true), '') as viewer`),
    )
    expect(row?.viewer).toBe('')
  })
})

describe('a mentor', () => {
  const read = (mentor: UserViewer) =>
    withScope(mentor, applicant.userId, 'exams:read', (scope) =>
      scope.tx
        .select({ score: practiceResults.score })
        .from(practiceResults)
        .where(eq(practiceResults.applicantId, scope.applicantId)),
    )

  test('reads with a grant for the section, and not a day longer', async () => {
    const mentor = await createUser(owner)
    await expect(read(mentor)).rejects.toMatchObject({ code: 'not_found' })
    const grant = await createGrant(owner, { applicant, mentor, read: ['exams'] })
    expect(await read(mentor)).toEqual([{ score: 231 }])
    await owner`update grants set revoked_at = now() where id = ${grant}`
    await expect(read(mentor)).rejects.toMatchObject({ code: 'not_found' })
    expect(await scores(mentor)).toEqual([])
  })

  test('does not read with a grant for something else, or one that has ended', async () => {
    const other = await createUser(owner)
    await createGrant(owner, { applicant, mentor: other, read: ['documents'] })
    await expect(read(other)).rejects.toMatchObject({ code: 'not_found' })
    const late = await createUser(owner)
    await createGrant(owner, { applicant, mentor: late, read: ['exams'], expiresAt: new Date('2026-01-01') })
    await expect(read(late)).rejects.toMatchObject({ code: 'not_found' })
    expect(await scores(other)).toEqual([])
    expect(await scores(late)).toEqual([])
  })

  test('changes nothing, whatever the grant', async () => {
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant, mentor, read: ['exams'], comment: ['exams'] })
    await expect(withScope(mentor, applicant.userId, 'exams:write', async () => 1)).rejects.toMatchObject({
      code: 'not_found',
    })
    const changed = await withOwnScope(mentor, (scope) =>
      scope.tx.update(practiceResults).set({ score: 1 }).returning({ id: practiceResults.id }),
    )
    expect(changed).toEqual([])
  })

  test('learns nothing from a mangled id', async () => {
    await expect(withScope(stranger, 'not-an-id', 'exams:read', async () => 1)).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
