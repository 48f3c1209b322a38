import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import { loadApplicant } from '@/db/queries/applicant'
import {
  addExamAttempt,
  listExamAttempts,
  removeExamAttempt,
  saveExamAttempt,
  saveNoAttempts,
} from '@/db/queries/exams'
import { addPracticeResult, listPracticeResults, removePracticeResult } from '@/db/queries/practice-results'
import type { UserViewer } from '@/lib/access/viewer'
import type { ExamAttemptInput } from '@/lib/exams/attempt-input'
import type { PracticeResultInput } from '@/lib/exams/practice-input'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

const TODAY = '2026-11-22'
let owner: postgres.Sql
let applicant: UserViewer
let stranger: UserViewer

beforeAll(() => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())
beforeEach(async () => {
  applicant = await createUser(owner)
  stranger = await createUser(owner)
})

const PASSED: ExamAttemptInput = {
  exam: 'step2ck',
  takenOn: '2026-06-28',
  outcome: 'pass',
  score: 243,
  oet: null,
}
const failed = (takenOn: string): ExamAttemptInput => ({
  exam: 'step1',
  takenOn,
  outcome: 'fail',
  score: null,
  oet: null,
})
const formId = () => crypto.randomUUID()
const add = (viewer: UserViewer, input: ExamAttemptInput, form = formId()) =>
  withOwnScope(viewer, (scope) => addExamAttempt(scope, input, { formId: form, today: TODAY }))
const attemptsOf = (viewer: UserViewer) => withOwnScope(viewer, listExamAttempts)

describe('an exam attempt', () => {
  test('is added, read back, changed and removed by its owner', async () => {
    await add(applicant, PASSED)
    const [stored] = await attemptsOf(applicant)
    expect(stored).toMatchObject({ ...PASSED, version: 1 })
    const id = stored?.id ?? ''
    await withOwnScope(applicant, (scope) =>
      saveExamAttempt(scope, id, { input: { ...PASSED, score: 245 }, version: 1, today: TODAY }),
    )
    expect(await attemptsOf(applicant)).toMatchObject([{ id, score: 245, version: 2 }])
    await expect(
      withOwnScope(applicant, (scope) =>
        saveExamAttempt(scope, id, { input: PASSED, version: 1, today: TODAY }),
      ),
    ).rejects.toMatchObject({ code: 'conflict' })
    await withOwnScope(applicant, (scope) => removeExamAttempt(scope, id))
    expect(await attemptsOf(applicant)).toEqual([])
  })

  test('of OET keeps its four parts', async () => {
    const oet = { listening: 360, reading: 370, speaking: 380, writing: 300 }
    await add(applicant, { exam: 'oet', takenOn: '2026-05-02', outcome: 'pass', score: null, oet })
    expect(await attemptsOf(applicant)).toMatchObject([{ exam: 'oet', oet }])
  })

  test('is added once when its form is sent twice', async () => {
    const form = formId()
    await add(applicant, PASSED, form)
    await add(applicant, PASSED, form)
    expect(await attemptsOf(applicant)).toHaveLength(1)
  })

  test('that cannot be is refused at its field, with the rule and where it was read', async () => {
    await expect(add(applicant, { ...PASSED, score: 217 })).rejects.toMatchObject({
      code: 'invalid',
      fields: { outcome: [expect.stringMatching(/218.*Source: /)] },
    })
    await expect(
      add(applicant, { ...PASSED, exam: 'step1', takenOn: '2023-02-01', score: 240 }),
    ).rejects.toMatchObject({ fields: { score: [expect.stringContaining('pass or fail')] } })
    expect(await attemptsOf(applicant)).toEqual([])
  })

  test('never is a fifth one, though two windows try at once', async () => {
    await add(applicant, failed('2022-02-01'))
    await add(applicant, failed('2022-09-01'))
    await add(applicant, failed('2023-06-01'))
    const results = await Promise.allSettled([
      add(applicant, failed('2024-06-01')),
      add(applicant, failed('2024-07-01')),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await attemptsOf(applicant)).toHaveLength(4)
    await expect(add(applicant, failed('2025-06-01'))).rejects.toMatchObject({
      fields: { takenOn: [expect.stringContaining('at most 4 times')] },
    })
  })

  test('is edited under the same rules as it was added', async () => {
    await add(applicant, PASSED)
    const [stored] = await attemptsOf(applicant)
    await expect(
      withOwnScope(applicant, (scope) =>
        saveExamAttempt(scope, stored?.id ?? '', {
          input: { ...PASSED, outcome: 'fail' },
          version: 1,
          today: TODAY,
        }),
      ),
    ).rejects.toMatchObject({ code: 'invalid', fields: { outcome: [expect.stringContaining('218')] } })
    expect(await attemptsOf(applicant)).toMatchObject([PASSED])
  })

  test('is not there for a stranger, not even by its id', async () => {
    await add(applicant, PASSED)
    const [stored] = await attemptsOf(applicant)
    const id = stored?.id ?? ''
    const asStranger = { code: 'not_found' }
    await expect(withOwnScope(stranger, (scope) => removeExamAttempt(scope, 'x'))).rejects.toMatchObject(
      asStranger,
    )
    await expect(withOwnScope(stranger, (scope) => removeExamAttempt(scope, id))).rejects.toMatchObject(
      asStranger,
    )
    await expect(
      withOwnScope(stranger, (scope) =>
        saveExamAttempt(scope, id, { input: PASSED, version: 1, today: TODAY }),
      ),
    ).rejects.toMatchObject(asStranger)
    await expect(withScope(stranger, applicant.userId, 'exams:read', listExamAttempts)).rejects.toMatchObject(
      asStranger,
    )
    expect(await attemptsOf(stranger)).toEqual([])
    expect(await attemptsOf(applicant)).toHaveLength(1)
  })

  test('is read by a mentor with a grant, never written, and gone once revoked', async () => {
    await add(applicant, PASSED)
    const mentor = await createUser(owner)
    const grant = await createGrant(owner, { applicant, mentor, read: ['exams'] })
    const asMentor = () => withScope(mentor, applicant.userId, 'exams:read', listExamAttempts)
    expect(await asMentor()).toMatchObject([PASSED])
    await expect(
      withScope(mentor, applicant.userId, 'exams:read', (scope) =>
        // The second lock: a scope that was got for reading is handed to a query that writes.
        addExamAttempt(scope as never, failed('2022-02-01'), { formId: formId(), today: TODAY }),
      ),
    ).rejects.toThrow()
    await owner`update grants set revoked_at = now() where id = ${grant}`
    await expect(asMentor()).rejects.toMatchObject({ code: 'not_found' })
    expect(await attemptsOf(applicant)).toHaveLength(1)
  })
})

describe('no attempt yet', () => {
  const say = (recorded: 'none' | null) => withOwnScope(applicant, (scope) => saveNoAttempts(scope, recorded))
  const said = async () => (await withOwnScope(applicant, loadApplicant)).attempts

  test('is an answer of its own, apart from not having said', async () => {
    expect(await said()).toBeNull()
    await say('none')
    expect(await said()).toEqual([])
    await say(null)
    expect(await said()).toBeNull()
  })

  test('cannot be said beside attempts, and is over with the first one', async () => {
    await say('none')
    await add(applicant, PASSED)
    expect(await said()).toMatchObject([PASSED])
    await expect(say('none')).rejects.toMatchObject({ code: 'invalid' })
    const [stored] = await attemptsOf(applicant)
    await withOwnScope(applicant, (scope) => removeExamAttempt(scope, stored?.id ?? ''))
    expect(await said()).toBeNull()
  })
})

describe('a practice result', () => {
  const NBME: PracticeResultInput = {
    exam: 'step2ck',
    kind: 'nbme_ccssa',
    takenOn: '2026-10-01',
    score: 232,
    percent: null,
    isTimed: true,
    form: '12',
  }
  const log = (viewer: UserViewer, input = NBME, form = formId()) =>
    withOwnScope(viewer, (scope) => addPracticeResult(scope, input, { formId: form, today: TODAY }))
  const resultsOf = (viewer: UserViewer) => withOwnScope(viewer, listPracticeResults)

  test('is logged once, newest first, with its decimal', async () => {
    const form = formId()
    await log(applicant, NBME, form)
    await log(applicant, NBME, form)
    const free = { ...NBME, exam: 'step1', kind: 'free120', score: null, percent: 71.5, form: '' } as const
    await log(applicant, { ...free, takenOn: '2026-10-20' })
    expect(await resultsOf(applicant)).toMatchObject([{ ...free, takenOn: '2026-10-20' }, NBME])
  })

  test('that no report prints is refused at its field', async () => {
    await expect(log(applicant, { ...NBME, score: null, percent: 70 })).rejects.toMatchObject({
      code: 'invalid',
      fields: expect.objectContaining({ percent: expect.anything() }),
    })
    await expect(log(applicant, { ...NBME, takenOn: '2027-01-01' })).rejects.toMatchObject({
      fields: { takenOn: expect.anything() },
    })
    expect(await resultsOf(applicant)).toEqual([])
  })

  test('is its owner’s alone, and a mentor’s to read while the grant lives', async () => {
    await log(applicant)
    const [stored] = await resultsOf(applicant)
    const id = stored?.id ?? ''
    await expect(withOwnScope(stranger, (scope) => removePracticeResult(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await resultsOf(stranger)).toEqual([])
    const mentor = await createUser(owner)
    const grant = await createGrant(owner, { applicant, mentor, comment: ['exams'] })
    const asMentor = () => withScope(mentor, applicant.userId, 'exams:read', listPracticeResults)
    expect(await asMentor()).toHaveLength(1)
    await expect(withOwnScope(mentor, (scope) => removePracticeResult(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await owner`update grants set revoked_at = now() where id = ${grant}`
    await expect(asMentor()).rejects.toMatchObject({ code: 'not_found' })
    await withOwnScope(applicant, (scope) => removePracticeResult(scope, id))
    expect(await resultsOf(applicant)).toEqual([])
  })
})
