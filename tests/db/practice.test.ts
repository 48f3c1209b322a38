import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withOwnScope, withScope } from '@/db/access'
import {
  addBankSnapshot,
  getBankSnapshot,
  listBankSnapshots,
  removeBankSnapshot,
  restoreBankSnapshot,
  saveBankSnapshot,
} from '@/db/queries/bank-snapshots'
import {
  getForecastOwn,
  numbersStamp,
  resetForecastNumbers,
  resetForecastSource,
  saveForecastNumbers,
  saveForecastSource,
  saveTargetScore,
  sourceStamp,
} from '@/db/queries/forecast-settings'
import {
  addPastedResults,
  addPracticeResult,
  countPastedResults,
  findRemovedResult,
  getPracticeResult,
  listPracticeResults,
  type NewPracticeResult,
  removePastedResults,
  removePracticeResult,
  restorePracticeResult,
  savePracticeResult,
} from '@/db/queries/practice-results'
import type { UserViewer } from '@/lib/access/viewer'
import type { BankSnapshotInput } from '@/lib/exams/practice-detail-input'
import { settingsWith } from '@/lib/forecast/overrides'
import { DEFAULT_SETTINGS } from '@/lib/forecast/settings'
import { createGrant, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

const TODAY = '2026-11-22'
let owner: postgres.Sql
let ana: UserViewer
let stranger: UserViewer

beforeAll(() => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())
beforeEach(async () => {
  ana = await createUser(owner)
  stranger = await createUser(owner)
})

const NBME: NewPracticeResult = {
  exam: 'step2ck',
  kind: 'nbme_ccssa',
  takenOn: '2026-10-01',
  score: 232,
  percent: null,
  isTimed: true,
  form: '12',
}
const DETAILS = {
  isMixed: true,
  weakSystems: ['renal', 'skin'],
  weakTopics: [],
  genetics: [{ area: 'prenatal', questions: 9, percent: 77.5 }],
  note: 'After a night shift',
} satisfies Partial<NewPracticeResult>

const formId = () => crypto.randomUUID()
const log = (input: NewPracticeResult = NBME) =>
  withOwnScope(ana, (scope) => addPracticeResult(scope, input, { formId: formId(), today: TODAY }))
const logOf = (viewer: UserViewer) => withOwnScope(viewer, listPracticeResults)
const firstId = async () => (await logOf(ana))[0]?.id ?? ''

describe('the details of a practice result', () => {
  test('are kept as said: mixed, weak areas, genetics, a note; "none stood out" is not "not said"', async () => {
    await log({ ...NBME, ...DETAILS })
    await log({ ...NBME, takenOn: '2026-09-01' })
    expect(await logOf(ana)).toMatchObject([
      { ...NBME, ...DETAILS, version: 1 },
      { isMixed: null, weakSystems: null, weakTopics: null, genetics: [], note: '' },
    ])
  })

  test('are saved whole with the result; a stale edit is refused', async () => {
    await log({ ...NBME, ...DETAILS })
    const id = await firstId()
    const save = (version: number, input: NewPracticeResult) =>
      withOwnScope(ana, (scope) => savePracticeResult(scope, id, { input, version, today: TODAY }))
    const genetics = [{ area: 'metabolism' as const, questions: null, percent: 60 }]
    await save(1, { ...NBME, score: 240, genetics })
    expect(await withOwnScope(ana, (scope) => getPracticeResult(scope, id))).toMatchObject({
      score: 240,
      weakSystems: null,
      genetics,
      version: 2,
    })
    await expect(save(1, NBME)).rejects.toMatchObject({ code: 'conflict' })
    await expect(save(2, { ...NBME, percent: 80 })).rejects.toMatchObject({ code: 'invalid' })
    const twice = { area: 'prenatal' as const, questions: 1, percent: 0 }
    await expect(save(2, { ...NBME, genetics: [twice, twice] })).rejects.toMatchObject({
      fields: { genetics: [expect.stringContaining('once')] },
    })
    expect((await logOf(ana))[0]).toMatchObject({ score: 240, version: 2 })
  })

  test('come back with a result that was removed, until its undo has run out', async () => {
    await log({ ...NBME, ...DETAILS })
    const id = await firstId()
    await withOwnScope(ana, (scope) => removePracticeResult(scope, id))
    expect(await logOf(ana)).toEqual([])
    expect(await withOwnScope(ana, (scope) => findRemovedResult(scope, id))).toMatchObject({ id })
    await expect(withOwnScope(ana, (scope) => getPracticeResult(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await withOwnScope(ana, (scope) => restorePracticeResult(scope, id))
    expect(await logOf(ana)).toMatchObject([DETAILS])

    await withOwnScope(ana, (scope) => removePracticeResult(scope, id))
    await owner`update practice_results set removed_at = now() - interval '2 days' where id = ${id}`
    await log()
    await withOwnScope(ana, async (scope) => removePracticeResult(scope, (await firstIn(scope)).id))
    expect(await owner`select id from practice_results where id = ${id}`).toEqual([])
  })

  test('are nobody else’s to read, save, remove or put back', async () => {
    await log({ ...NBME, ...DETAILS })
    const id = await firstId()
    const tries: ((scope: Parameters<typeof removePracticeResult>[0]) => Promise<unknown>)[] = [
      (scope) => savePracticeResult(scope, id, { input: NBME, version: 1, today: TODAY }),
      (scope) => removePracticeResult(scope, id),
      (scope) => restorePracticeResult(scope, id),
    ]
    for (const attempt of tries) {
      await expect(withOwnScope(stranger, attempt)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(withOwnScope(stranger, (scope) => getPracticeResult(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await logOf(ana)).toMatchObject([DETAILS])
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: ana, mentor, read: ['exams'] })
    expect(await withScope(mentor, ana.userId, 'exams:read', listPracticeResults)).toMatchObject([DETAILS])
  })
})

describe('a paste', () => {
  const pasteId = formId()
  const paste = (inputs: NewPracticeResult[]) =>
    withOwnScope(ana, (scope) => addPastedResults(scope, inputs, { pasteId, today: TODAY }))
  const rows = ['2026-09-01', '2026-09-15', '2026-10-01'].map((takenOn) => ({ ...NBME, takenOn }))

  test('is saved once, whole, and taken back whole', async () => {
    await log()
    await paste(rows)
    await paste(rows)
    expect(await logOf(ana)).toHaveLength(4)
    expect(await withOwnScope(ana, (scope) => countPastedResults(scope, pasteId))).toBe(3)
    await withOwnScope(stranger, (scope) => removePastedResults(scope, pasteId))
    expect(await logOf(ana)).toHaveLength(4)
    await withOwnScope(ana, (scope) => removePastedResults(scope, pasteId))
    expect(await logOf(ana)).toMatchObject([NBME])
  })

  test('with one row that cannot be saves none', async () => {
    await expect(paste([...rows, { ...NBME, score: 400 }])).rejects.toMatchObject({ code: 'invalid' })
    expect(await logOf(ana)).toEqual([])
  })

  test('does not fill the log beyond its end', async () => {
    const many = Array.from({ length: 301 }, () => NBME)
    await expect(paste(many)).rejects.toMatchObject({ code: 'limit' })
    expect(await logOf(ana)).toEqual([])
  })
})

describe('a question-bank snapshot', () => {
  const UWORLD: BankSnapshotInput = {
    exam: 'step2ck',
    bank: 'uworld',
    takenOn: '2026-11-01',
    coveredPercent: 42.5,
    correctPercent: 63,
    mode: 'timed_mixed',
    questions: 400,
  }
  const add = (input = UWORLD, form = formId()) =>
    withOwnScope(ana, (scope) => addBankSnapshot(scope, input, { formId: form, today: TODAY }))
  const all = (viewer: UserViewer) => withOwnScope(viewer, listBankSnapshots)

  test('is added once, changed, removed and put back by its owner alone', async () => {
    const form = formId()
    await add(UWORLD, form)
    await add(UWORLD, form)
    expect(await all(ana)).toMatchObject([UWORLD])
    const id = (await all(ana))[0]?.id ?? ''
    const save = (viewer: UserViewer, version: number) =>
      withOwnScope(viewer, (scope) =>
        saveBankSnapshot(scope, id, { input: { ...UWORLD, coveredPercent: 50 }, version, today: TODAY }),
      )
    await expect(save(stranger, 1)).rejects.toMatchObject({ code: 'not_found' })
    await save(ana, 1)
    await expect(save(ana, 1)).rejects.toMatchObject({ code: 'conflict' })
    expect(await withOwnScope(ana, (scope) => getBankSnapshot(scope, id))).toMatchObject({
      coveredPercent: 50,
      version: 2,
    })
    await expect(withOwnScope(stranger, (scope) => removeBankSnapshot(scope, id))).rejects.toMatchObject({
      code: 'not_found',
    })
    await withOwnScope(ana, (scope) => removeBankSnapshot(scope, id))
    expect(await all(ana)).toEqual([])
    await withOwnScope(ana, (scope) => restoreBankSnapshot(scope, id))
    expect(await all(ana)).toHaveLength(1)
    expect(await all(stranger)).toEqual([])
  })

  test('that says nothing or lies ahead is refused at its field', async () => {
    await expect(add({ ...UWORLD, coveredPercent: null, correctPercent: null })).rejects.toMatchObject({
      fields: { coveredPercent: expect.anything() },
    })
    await expect(add({ ...UWORLD, takenOn: '2026-12-24' })).rejects.toMatchObject({
      fields: { takenOn: expect.anything() },
    })
  })
})

describe('the forecast’s own numbers', () => {
  const own = (viewer: UserViewer) => withOwnScope(viewer, getForecastOwn)
  const line = { atPercent: 70, score: 235, pointsPerPercent: 1.5 }
  const { sources: _, ...numbers } = DEFAULT_SETTINGS

  test('are the defaults until changed, keep only what differs, and go back to them', async () => {
    expect(settingsWith(await own(ana))).toEqual(DEFAULT_SETTINGS)
    const none = await own(ana)
    const seen = sourceStamp(none, 'uwsa')
    await withOwnScope(ana, async (scope) => {
      await saveForecastSource(scope, 'uwsa', { offset: -3.5, spread: 10, conversion: null, seen })
      await saveForecastSource(scope, 'free120', { offset: 0, spread: 14, conversion: line, seen })
      await saveForecastNumbers(scope, { ...numbers, gainPerFourWeeks: 2, seen: numbersStamp(none) })
      await saveTargetScore(scope, 245)
    })
    const stored = await own(ana)
    expect(stored).toMatchObject({ targetScore: 245, numbers: { gainPerFourWeeks: 2, examError: null } })
    const settings = settingsWith(stored)
    expect(settings.sources.uwsa).toMatchObject({
      offset: -3.5,
      offsetGround: 'yours',
      spreadGround: 'assumption',
    })
    expect(settings.sources.free120.conversion).toEqual(line)
    expect(settings.gainPerFourWeeks).toBe(2)
    expect(await own(stranger)).toMatchObject({ targetScore: null, sources: [] })

    await withOwnScope(ana, async (scope) => {
      await resetForecastSource(scope, 'free120')
      const seen = sourceStamp(stored, 'uwsa')
      await saveForecastSource(scope, 'uwsa', { offset: 0, spread: 10, conversion: null, seen })
      await resetForecastNumbers(scope)
    })
    const reset = await own(ana)
    expect(settingsWith(reset)).toEqual(DEFAULT_SETTINGS)
    expect(reset).toMatchObject({ sources: [], targetScore: 245 })
  })

  test('from a stale form are refused and change nothing; the same numbers sent twice are no conflict', async () => {
    const none = await own(ana)
    const source = { offset: -2, spread: 11, conversion: line, seen: sourceStamp(none, 'free120') }
    const some = { ...numbers, gainPerFourWeeks: 3, seen: numbersStamp(none) }
    const save = (change: typeof source) =>
      withOwnScope(ana, (scope) => saveForecastSource(scope, 'free120', change))
    const saveAll = (change: typeof some) => withOwnScope(ana, (scope) => saveForecastNumbers(scope, change))
    for (const _ of ['once', 'twice']) {
      await save(source)
      await saveAll(some)
    }
    const stored = await own(ana)
    await expect(save({ ...source, offset: 4 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(saveAll({ ...some, gainPerFourWeeks: 0 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await own(ana)).toEqual(stored)
    // Made from what is stored now, another source beside it or not.
    await save({ ...source, offset: 4, seen: sourceStamp(stored, 'free120') })
    expect(settingsWith(await own(ana)).sources.free120.offset).toBe(4)
  })

  test('that cannot be used are refused at their field', async () => {
    const none = await own(ana)
    const seen = sourceStamp(none, 'uwsa')
    await expect(
      withOwnScope(ana, (scope) =>
        saveForecastSource(scope, 'uwsa', { offset: 0, spread: 0, conversion: null, seen }),
      ),
    ).rejects.toMatchObject({ fields: { spread: [expect.stringContaining('1 to 60')] } })
    await expect(
      withOwnScope(ana, (scope) =>
        saveForecastNumbers(scope, { ...numbers, untimedFactor: 0.5, seen: numbersStamp(none) }),
      ),
    ).rejects.toMatchObject({ fields: { untimedFactor: expect.anything() } })
    await expect(withOwnScope(ana, (scope) => saveTargetScore(scope, 999))).rejects.toMatchObject({
      fields: { targetScore: expect.anything() },
    })
  })
})

async function firstIn(scope: Parameters<typeof listPracticeResults>[0]) {
  const [first] = await listPracticeResults(scope)
  if (!first) throw new Error('the log is empty')
  return first
}
