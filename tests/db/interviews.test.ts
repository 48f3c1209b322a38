import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Scope, withOwnScope, withScope } from '@/db/access'
import { addContact, removeContact } from '@/db/queries/contacts'
import { ensureCycle } from '@/db/queries/cycles'
import { addInterview, removeInterview, saveInvitation } from '@/db/queries/interview-invitation'
import { saveImpressions, saveInterviewNotes, setThankYou } from '@/db/queries/interview-notes'
import {
  addInterviewQuestion,
  removeInterviewQuestion,
  saveInterviewQuestion,
} from '@/db/queries/interview-questions'
import { stampsOf } from '@/db/queries/interview-stamps'
import { bookInterview, moveInterview } from '@/db/queries/interview-steps'
import { getInterview, listInterviews } from '@/db/queries/interviews'
import { addEntry, addStatusChange, getEntry } from '@/db/queries/list'
import {
  addChoice,
  addOwnCriterion,
  certifyOrder,
  findRank,
  removeOwnCriterion,
  saveMarks,
  saveOrder,
  saveWeights,
} from '@/db/queries/rank'
import type { UserViewer } from '@/lib/access/viewer'
import type { InvitationDetails } from '@/lib/interviews/interview'
import { orderKey } from '@/lib/rank/rank-list'
import { createCatalogueProgram, createSeason } from '../factories/catalogue'
import { createGrant, createUser } from '../factories/user'
import { testDatabase } from '../support/test-database'

const owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
const PROGRAMS = ['iv-utah', 'iv-duke', 'iv-penn']
const NOT_FOUND = { code: 'not_found' }
const CONFLICT = { code: 'conflict' }
let person: UserViewer
let stranger: UserViewer
let entryIds: string[]
let id: string

const as = <T>(viewer: UserViewer, work: (scope: Scope) => Promise<T>) => withOwnScope(viewer, work)
const mine = <T>(work: (scope: Scope) => Promise<T>) => as(person, work)

const arrive = (entryId: string, formId = randomUUID()) =>
  mine((scope) =>
    addInterview(scope, {
      entryId,
      state: 'invited',
      invitedAt: '2026-11-20T12:00:00.000Z',
      isInvitedHourKnown: true,
      invitationText: 'We invite you',
      on: '2026-11-20',
      formId,
    }),
  )
const details = (more: Partial<InvitationDetails> = {}): InvitationDetails => ({
  format: 'video',
  zone: 'America/Denver',
  bookingUrl: '',
  place: '',
  replyBy: { date: '2026-11-22', time: null },
  slots: [{ date: '2026-12-08', time: '09:00', pass: null, minutes: 240 }],
  ...more,
})
const book = (date: string, formId = randomUUID(), on = '2026-11-21') =>
  mine(async (scope) => {
    const { version } = await getInterview(scope, id)
    await bookInterview(scope, id, {
      slot: { date, time: '09:00', pass: null },
      minutes: 240,
      zone: 'America/Denver',
      version,
      formId,
      note: date,
      on,
    })
  })
const step = (to: 'done' | 'declined' | 'waitlisted', on: string, formId = randomUUID()) =>
  mine(async (scope) => {
    const { version } = await getInterview(scope, id)
    await moveInterview(scope, id, { to, on, version, formId, note: '' })
  })
const entry = (entryId = entryIds[0] ?? '') => mine((scope) => getEntry(scope, entryId))
const read = () => mine((scope) => getInterview(scope, id))

beforeAll(async () => {
  await createSeason(owner, 2028)
  for (const program of PROGRAMS) await createCatalogueProgram(owner, { id: program })
})
afterAll(() => owner.end())

beforeEach(async () => {
  person = await createUser(owner)
  stranger = await createUser(owner)
  entryIds = await mine(async (scope) => {
    const cycle = await ensureCycle(scope, 2028)
    const made: string[] = []
    for (const programId of PROGRAMS) made.push(await addEntry(scope, { cycleId: cycle.id, programId }))
    return made
  })
  id = await arrive(entryIds[0] ?? '')
})

describe('an interview', () => {
  test('moves its program’s status step by step, and the history keeps each day', async () => {
    expect(await entry()).toMatchObject({ status: 'interview_invited' })
    await book('2026-12-08')
    await book('2026-12-10', randomUUID(), '2026-11-25')
    await step('done', '2026-12-10')
    const { status, history } = await entry()
    expect(status).toBe('interviewed')
    expect(history.map((change) => [change.status, change.on, change.note])).toEqual([
      ['interviewed', '2026-12-10', ''],
      ['interview_scheduled', '2026-11-25', '2026-12-10'],
      ['interview_scheduled', '2026-11-21', '2026-12-08'],
      ['interview_invited', '2026-11-20', ''],
    ])
    expect(await read()).toMatchObject({ state: 'done', booked: { date: '2026-12-10', time: '09:00' } })
  })

  test('entered late still ends as interviewed, though it was booked here after its day', async () => {
    await book('2026-11-18', randomUUID(), '2026-11-22')
    await step('done', '2026-11-18')
    expect(await entry()).toMatchObject({ status: 'interviewed' })
  })

  test('sent twice is there once, and so is each step', async () => {
    const [formId, bookId] = [randomUUID(), randomUUID()]
    const second = entryIds[1] ?? ''
    expect(await arrive(second, formId)).toBe(await arrive(second, formId))
    expect(await mine(listInterviews)).toHaveLength(2)
    await book('2026-12-08', bookId)
    await book('2026-12-08', bookId)
    expect((await entry()).history.filter(({ status }) => status === 'interview_scheduled')).toHaveLength(1)
  })

  test('refuses a step from an old page, and one that cannot follow, and changes nothing', async () => {
    const { version } = await read()
    await book('2026-12-08')
    const stale = mine((scope) =>
      moveInterview(scope, id, { to: 'declined', on: '2026-11-22', version, formId: randomUUID(), note: '' }),
    )
    await expect(stale).rejects.toMatchObject(CONFLICT)
    await step('declined', '2026-11-23')
    await expect(step('done', '2026-11-24')).rejects.toMatchObject(CONFLICT)
    expect(await read()).toMatchObject({ state: 'declined' })
    expect(await entry()).toMatchObject({ status: 'interview_declined' })
  })

  test('keeps what its invitation says; a stale save is refused, a resend is not', async () => {
    const seen = stampsOf(await read()).invitation
    const save = (next: InvitationDetails) =>
      mine((scope) => saveInvitation(scope, id, { details: next, seen }))
    await save(details())
    await save(details())
    expect(await read()).toMatchObject({
      zone: 'America/Denver',
      slots: [{ date: '2026-12-08', time: '09:00', minutes: 240 }],
      replyBy: { date: '2026-11-22', time: null },
    })
    await expect(save(details({ format: 'in_person' }))).rejects.toMatchObject(CONFLICT)
  })

  test('does not let the zone slip from under a booked time', async () => {
    await book('2026-12-08')
    const seen = stampsOf(await read()).invitation
    const moved = mine((scope) =>
      saveInvitation(scope, id, { details: details({ zone: 'America/New_York' }), seen }),
    )
    await expect(moved).rejects.toMatchObject({ code: 'invalid' })
  })

  test('holds notes, questions once each, impressions and thanks', async () => {
    const seen = stampsOf(await read())
    const question = { interviewId: id, text: 'Who teaches dysmorphology?', field: 'j1_accepted' }
    await mine(async (scope) => {
      await saveInterviewNotes(scope, id, { notes: 'Ask about the clinic', people: 'Dr Ñ', seen: seen.notes })
      await addInterviewQuestion(scope, { ...question, formId: randomUUID() })
      await addInterviewQuestion(scope, { ...question, formId: randomUUID() })
      await saveImpressions(scope, id, {
        impressions: [
          { criterion: 'people', mark: 5, note: 'kind' },
          { criterion: 'place', mark: null, note: '' },
        ],
        note: '',
        on: '2026-12-08',
        seen: seen.impressions,
      })
      await setThankYou(scope, id, { state: 'sent', on: '2026-12-09' })
    })
    const found = await read()
    expect(found).toMatchObject({
      notes: 'Ask about the clinic',
      impressions: [{ criterion: 'people', mark: 5, note: 'kind' }],
      impressionsOn: '2026-12-08',
      thankYou: 'sent',
      thankYouOn: '2026-12-09',
    })
    expect(found.questions).toHaveLength(1)
    const [asked] = found.questions
    await mine((scope) =>
      saveInterviewQuestion(scope, asked?.id ?? '', { isAsked: true, answer: 'Dr Ñ does' }),
    )
    expect((await read()).questions).toMatchObject([{ isAsked: true, answer: 'Dr Ñ does' }])
  })

  test('is thanked for by a message in the log, as long as it stands there and is not older than the talk', async () => {
    await book('2026-12-08')
    await step('done', '2026-12-08')
    const entryId = (await read()).entryId
    const log = (on: string, kind: 'thank_you' | 'question' = 'thank_you') =>
      mine((scope) =>
        addContact(scope, {
          entryId,
          on,
          kind,
          direction: 'sent',
          channel: 'email',
          outcome: 'none_needed',
          followUpOn: null,
          person: '',
          text: '',
          formId: randomUUID(),
        }),
      )
    await log('2026-12-07')
    await log('2026-12-09', 'question')
    expect(await read()).toMatchObject({ thankYou: 'open', thankYouOn: null, thanksContactId: null })
    const contactId = await log('2026-12-09')
    expect(await read()).toMatchObject({
      thankYou: 'sent',
      thankYouOn: '2026-12-09',
      thanksContactId: contactId,
    })
    await mine((scope) => removeContact(scope, contactId))
    const [listed] = await mine(listInterviews)
    expect(listed).toMatchObject({ thankYou: 'open', thanksContactId: null })
  })

  test('of one person is nobody else’s to see or to change', async () => {
    await mine((scope) =>
      addInterviewQuestion(scope, { interviewId: id, text: 'Mine', field: null, formId: randomUUID() }),
    )
    const { questions, version } = await read()
    const questionId = questions[0]?.id ?? ''
    const before = await read()
    const attempts: ((scope: Scope) => Promise<unknown>)[] = [
      (scope) => getInterview(scope, id),
      (scope) => saveInvitation(scope, id, { details: details(), seen: stampsOf(before).invitation }),
      (scope) =>
        moveInterview(scope, id, {
          to: 'declined',
          on: '2026-11-22',
          version,
          formId: randomUUID(),
          note: '',
        }),
      (scope) => saveInterviewNotes(scope, id, { notes: 'x', people: '', seen: stampsOf(before).notes }),
      (scope) =>
        saveImpressions(scope, id, {
          impressions: [],
          note: 'x',
          on: '2026-12-01',
          seen: stampsOf(before).impressions,
        }),
      (scope) => setThankYou(scope, id, { state: 'not_wanted', on: null }),
      (scope) =>
        addInterviewQuestion(scope, { interviewId: id, text: 'x', field: null, formId: randomUUID() }),
      (scope) => saveInterviewQuestion(scope, questionId, { isAsked: true, answer: 'x' }),
      (scope) => removeInterviewQuestion(scope, questionId),
      (scope) => removeInterview(scope, id),
      (scope) =>
        addInterview(scope, {
          entryId: entryIds[1] ?? '',
          state: 'invited',
          invitedAt: null,
          isInvitedHourKnown: false,
          invitationText: '',
          on: '2026-11-20',
          formId: randomUUID(),
        }),
    ]
    for (const attempt of attempts) await expect(as(stranger, attempt)).rejects.toMatchObject(NOT_FOUND)
    expect(await as(stranger, listInterviews)).toEqual([])
    expect(await read()).toEqual(before)
  })

  test('is read by a mentor with a grant for interviews, and the rank list never with it', async () => {
    const mentor = await createUser(owner)
    await createGrant(owner, { applicant: person, mentor, read: ['interviews', 'list'] })
    expect(await withScope(mentor, person.userId, 'interviews:read', listInterviews)).toHaveLength(1)
    await expect(withScope(mentor, person.userId, 'rank:read', async () => true)).rejects.toMatchObject(
      NOT_FOUND,
    )
    await mine((scope) =>
      addStatusChange(scope, {
        entryId: entryIds[0] ?? '',
        status: 'interviewed',
        on: '2026-12-08',
        note: '',
        formId: randomUUID(),
      }),
    )
    await mine((scope) =>
      saveOrder(scope, { next: { order: [entryIds[0] ?? ''], leftOff: [] }, before: '|' }),
    )
    const [seen] = await withScope(mentor, person.userId, 'interviews:read', (scope) =>
      scope.tx.execute<{ count: number }>('select count(*)::int as count from rank_lists'),
    )
    expect(seen?.count).toBe(0)
  })

  test('is gone for good when removed, and the history stays', async () => {
    await mine((scope) => removeInterview(scope, id))
    await expect(read()).rejects.toMatchObject(NOT_FOUND)
    expect((await entry()).history).toHaveLength(1)
  })
})

describe('the rank list', () => {
  const held = (entryId: string) =>
    mine((scope) =>
      addStatusChange(scope, {
        entryId,
        status: 'interviewed',
        on: '2026-12-08',
        note: '',
        formId: randomUUID(),
      }),
    )
  const rank = async () => {
    const found = await mine(findRank)
    if (!found) throw new Error('no cycle')
    return found
  }
  const order = (next: string[], before?: string) =>
    mine(async (scope) =>
      saveOrder(scope, { next: { order: next, leftOff: [] }, before: before ?? orderKey(await rank()) }),
    )

  test('holds only programs interviewed at, by status or by the interview itself', async () => {
    const [first = '', second = '', third = ''] = entryIds
    expect((await rank()).candidates).toEqual([])
    await held(second)
    await book('2026-11-18')
    await step('done', '2026-11-18')
    const candidates = (await rank()).candidates.map(({ entryId }) => entryId)
    expect(candidates.toSorted()).toEqual([first, second].toSorted())
    await expect(order([first, third])).rejects.toMatchObject(NOT_FOUND)
    await order([second, first])
    expect((await rank()).order).toEqual([second, first])
  })

  test('is never overwritten from an old page, and a resend changes nothing', async () => {
    const [first = '', second = ''] = entryIds
    for (const one of [first, second]) await held(one)
    const before = orderKey(await rank())
    await order([first, second], before)
    await order([first, second], before)
    await expect(order([second, first], before)).rejects.toMatchObject(CONFLICT)
    expect((await rank()).order).toEqual([first, second])
  })

  test('once certified makes its programs ranked, those left off not ranked, each once', async () => {
    const [first = '', second = ''] = entryIds
    for (const one of [first, second]) await held(one)
    await mine((scope) => saveOrder(scope, { next: { order: [first], leftOff: [second] }, before: '|' }))
    const certify = (before: string) => mine((scope) => certifyOrder(scope, { before, on: '2027-02-20' }))
    await expect(certify('old')).rejects.toMatchObject(CONFLICT)
    const key = orderKey(await rank())
    await certify(key)
    await certify(key)
    expect(await entry(first)).toMatchObject({ status: 'ranked' })
    expect(await entry(second)).toMatchObject({ status: 'not_ranked' })
    expect((await entry(first)).history).toHaveLength(3)
    await order([second, first])
    expect(await rank()).toMatchObject({ certifiedOn: '2027-02-20', certifiedOrder: [first] })
  })

  test('takes marks from the day’s impressions until they are said anew', async () => {
    const [first = ''] = entryIds
    await mine(async (scope) => {
      const seen = stampsOf(await getInterview(scope, id)).impressions
      await saveImpressions(scope, id, {
        impressions: [{ criterion: 'people', mark: 4, note: '' }],
        note: '',
        on: '2026-12-08',
        seen,
      })
    })
    await held(first)
    await mine((scope) =>
      saveMarks(scope, {
        entryId: first,
        marks: [
          { code: 'people', mark: 4 },
          { code: 'place', mark: 2 },
        ],
      }),
    )
    const found = await rank()
    expect(found.noted.get(first)).toEqual({ people: 4 })
    expect(found.said.get(first)).toEqual({ place: 2 })
  })

  test('keeps the newest answer about a pair, weights, and criteria of one’s own', async () => {
    const [first = '', second = ''] = entryIds
    for (const one of [first, second]) await held(one)
    const formId = randomUUID()
    await mine(async (scope) => {
      await addChoice(scope, { preferredId: first, otherId: second })
      await addChoice(scope, { preferredId: second, otherId: first })
      await addOwnCriterion(scope, { formId, label: 'Near my sister', weight: 5 })
      await addOwnCriterion(scope, { formId, label: 'Near my sister', weight: 5 })
      await saveWeights(scope, [{ code: 'people', weight: 1 }])
    })
    const found = await rank()
    expect(found.choices).toEqual([{ preferredId: second, otherId: first }])
    expect(found.criteria).toHaveLength(2)
    await mine((scope) => removeOwnCriterion(scope, `own-${formId}`))
    expect((await rank()).criteria).toMatchObject([{ code: 'people', weight: 1 }])
    await expect(
      mine((scope) => saveWeights(scope, [{ code: 'nonsense', weight: 1 }])),
    ).rejects.toMatchObject(NOT_FOUND)
  })

  test('of one person is nobody else’s', async () => {
    const [first = '', second = ''] = entryIds
    for (const one of [first, second]) await held(one)
    await as(stranger, (scope) => ensureCycle(scope, 2028))
    const attempts: ((scope: Scope) => Promise<unknown>)[] = [
      (scope) => saveOrder(scope, { next: { order: [first], leftOff: [] }, before: '|' }),
      (scope) => addChoice(scope, { preferredId: first, otherId: second }),
      (scope) => saveMarks(scope, { entryId: first, marks: [{ code: 'people', mark: 1 }] }),
    ]
    for (const attempt of attempts) await expect(as(stranger, attempt)).rejects.toMatchObject(NOT_FOUND)
    expect((await as(stranger, findRank))?.candidates).toEqual([])
    expect(await rank()).toMatchObject({ order: [], choices: [] })
  })
})
