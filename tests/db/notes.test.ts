import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  menteeNotes,
  ownNotes,
  previewedNotes,
  withMenteeScope,
  withNotesScope,
  withOwnScope,
} from '@/db/access'
import { removeOwnAccount } from '@/db/queries/accounts'
import { loadChecklistRows } from '@/db/queries/checklist'
import {
  addMentorQuestion,
  closeMentorQuestion,
  listMentorQuestions,
  listQuestionsToMe,
  listWaitingQuestions,
  moveMentorQuestion,
} from '@/db/queries/mentor-questions'
import { nameTargets, targetKey } from '@/db/queries/note-names'
import {
  addComment,
  editComment,
  listThreads,
  loadNotesOn,
  removeComment,
  resolveThread,
} from '@/db/queries/notes'
import {
  acceptTask,
  declineTask,
  listSuggestedItems,
  suggestTask,
  withdrawTask,
} from '@/db/queries/suggested-tasks'
import { listNewMentors, listWaitingThreads } from '@/db/queries/waiting-notes'
import type { UserViewer } from '@/lib/access/viewer'
import { type NoteKind, type NoteTarget, targetOf } from '@/lib/notes/target'
import { createCatalogueProgram } from '@/tests/factories/catalogue'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createGrant, createSeat, createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

/*
 * What an applicant and a mentor say to each other, through the app's queries and as raw SQL in its role: who sees it, who
 * may write, and that each write asks for the grant itself.
 */

let owner: postgres.Sql
let app: postgres.Sql
let ana: UserViewer
let rao: UserViewer
let stranger: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  app = postgres(testDatabase().appUrl, { max: 2, onnotice: () => {} })
})
beforeEach(async () => {
  await owner`delete from users`
  ana = await createUser(owner)
  rao = await createUser(owner)
  stranger = await createUser(owner)
  await createRowsOfEveryKind(owner, ana.userId, 241)
  for (const mentor of [rao, stranger]) await createSeat(owner, { mentor, institution: null })
})
afterAll(async () => {
  await app.end()
  await owner.end()
})

const grant = async (options: Partial<Parameters<typeof createGrant>[1]> = {}) => {
  const id = await createGrant(owner, { applicant: ana, mentor: rao, ...options })
  await owner`update grants set applicant_name = 'Ana', mentor_name = 'Dr Rao' where id = ${id}`
  return id
}
const revoke = () => owner`update grants set revoked_at = now() where applicant_id = ${ana.userId}`

const WHOLE_EXAMS = targetOf('section', 'exams')

/** A target of Ana's of each kind, as one that is there. */
async function targets(): Promise<Record<Exclude<NoteKind, 'question'>, NoteTarget>> {
  const idIn = async (table: string) =>
    (
      await owner<{ id: string }[]>`select id from ${owner(table)} where applicant_id = ${ana.userId} limit 1`
    )[0]?.id ?? ''
  return {
    entry: targetOf('entry', await idIn('list_entries')),
    letter: targetOf('letter', await idIn('letters')),
    practice: targetOf('practice', await idIn('practice_results')),
    attempt: targetOf('attempt', await idIn('exam_attempts')),
    item: targetOf('item', `own.${await idIn('checklist_items')}`),
    interview: targetOf('interview', await idIn('interviews')),
    paragraph: { kind: 'paragraph', id: await idIn('statements'), anchor: 'Why genetics.' },
    section: WHOLE_EXAMS,
  }
}

const say = (viewer: UserViewer, target: NoteTarget, body = 'Look again.', formId: string = randomUUID()) =>
  withNotesScope(viewer, ana.userId, (scope) =>
    addComment(scope, { target, mentorId: rao.userId, body, formId }),
  )
const threadsOf = (viewer: UserViewer) => withNotesScope(viewer, ana.userId, listThreads)
const wordsOf = async (viewer: UserViewer) =>
  (await threadsOf(viewer)).flatMap(({ comments }) => comments.map(({ body }) => body))

const NOT_FOUND = { code: 'not_found' }

describe('who may say something', () => {
  test('a mentor on what the grant lets them comment on, of every kind, and on nothing else', async () => {
    const all = await targets()
    const sections = {
      entry: 'list',
      letter: 'documents',
      paragraph: 'documents',
      practice: 'exams',
      attempt: 'exams',
      item: 'checklist',
      interview: 'interviews',
      section: 'exams',
    }
    for (const [kind, target] of Object.entries(all)) {
      await owner`delete from grants`
      await owner`delete from comment_threads`
      const section = sections[kind as keyof typeof sections]
      const others = ['profile', 'exams', 'list', 'documents', 'interviews', 'checklist'].filter(
        (one) => one !== section,
      )
      await grant({ read: [section], comment: others })
      await expect(say(rao, target), `${kind} to read`).rejects.toMatchObject(NOT_FOUND)
      await owner`update grants set comment_sections = ${[section]}, read_sections = '{}'`
      await say(rao, target)
      expect(await wordsOf(rao), kind).toEqual(['Look again.'])
      expect(await wordsOf(ana), kind).toEqual(['Look again.'])
      await owner`update grants set comment_sections = ${others}`
      expect(await wordsOf(rao), `${kind} withheld`).toEqual([])
      expect(await wordsOf(ana), kind).toEqual(['Look again.'])
    }
  })

  test('the applicant to a mentor who may read it, and to nobody else', async () => {
    const { practice, entry } = await targets()
    await expect(say(ana, practice)).rejects.toMatchObject(NOT_FOUND)
    await grant({ read: ['exams'] })
    await say(ana, practice, 'Is this enough?')
    await expect(say(ana, entry)).rejects.toMatchObject(NOT_FOUND)
    expect(await wordsOf(rao)).toEqual(['Is this enough?'])
    // To read is not to write.
    await expect(say(rao, practice)).rejects.toMatchObject(NOT_FOUND)
  })

  test('nobody on what is not there, is somebody else’s, or is not spoken of', async () => {
    const bob = await createUser(owner)
    await createRowsOfEveryKind(owner, bob.userId, 217)
    const [his] = await owner<
      { id: string }[]
    >`select id from practice_results where applicant_id = ${bob.userId}`
    await grant({ comment: ['profile', 'exams', 'list', 'documents', 'interviews', 'rank', 'checklist'] })
    for (const target of [
      targetOf('practice', his?.id ?? ''),
      targetOf('practice', randomUUID()),
      targetOf('section', 'rank'),
      targetOf('question', randomUUID()),
      targetOf('item', `own.${randomUUID()}`),
    ]) {
      await expect(say(rao, target), target.kind).rejects.toMatchObject(NOT_FOUND)
      await expect(say(ana, target), target.kind).rejects.toMatchObject(NOT_FOUND)
    }
    expect(await owner`select 1 as x from comment_threads`).toEqual([])
  })

  test('a stranger nothing, by the queries and by raw SQL', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    await say(rao, practice)
    const [thread] = await threadsOf(ana)
    await expect(say(stranger, practice)).rejects.toMatchObject(NOT_FOUND)
    expect(await threadsOf(stranger)).toEqual([])
    const found = await asApp(stranger, (tx) => tx`select body from comments`)
    expect(found).toEqual([])
    for (const [side, author] of [
      ['mentor', stranger.userId],
      ['mentor', rao.userId],
      ['applicant', ana.userId],
    ] as const) {
      await expect(
        asApp(
          stranger,
          (tx) => tx`insert into comments (applicant_id, thread_id, side, author_id, body)
            values (${ana.userId}, ${thread?.id ?? ''}, ${side}, ${author}, 'x')`,
        ),
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('another mentor of the same applicant sees nothing of it', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    await createGrant(owner, { applicant: ana, mentor: stranger, comment: ['exams'] })
    await say(rao, practice, 'Between us.')
    await say(ana, practice, 'Yes.')
    expect(await wordsOf(stranger)).toEqual([])
    expect(await asApp(stranger, (tx) => tx`select body from comments`)).toEqual([])
    expect(await asApp(stranger, (tx) => tx`select id from comment_threads`)).toEqual([])
    const notes = await withNotesScope(stranger, ana.userId, (scope) => loadNotesOn(scope, practice))
    expect(notes.threads).toEqual([])
    expect(notes.partners.map(({ mentorId }) => mentorId)).toEqual([stranger.userId])
  })

  test('a mentor in conflict on their own programs, and on no other that the mask hides', async () => {
    const entries = await owner<{ id: string; program_id: string }[]>`
      select id, program_id from list_entries where applicant_id = ${ana.userId}`
    const mine = entries.find(({ program_id }) => program_id === 'shared-mgg')
    const other = entries.find(({ program_id }) => program_id !== 'shared-mgg')
    await grant({ comment: ['list', 'checklist', 'interviews'] })
    await say(rao, targetOf('entry', other?.id ?? ''), 'Before the conflict.')
    await owner`update mentor_seats set institution = 'Shared', program_ids = '{shared-mgg}' where user_id = ${rao.userId}`
    await say(rao, targetOf('entry', mine?.id ?? ''), 'On ours.')
    expect(await wordsOf(rao)).toEqual(['On ours.'])
    await expect(say(rao, targetOf('entry', other?.id ?? ''))).rejects.toMatchObject(NOT_FOUND)
    const { item, interview } = await targets()
    await expect(say(rao, item)).rejects.toMatchObject(NOT_FOUND)
    await expect(say(rao, interview)).rejects.toMatchObject(NOT_FOUND)
    expect(await asApp(rao, (tx) => tx`select body from comments order by 1`)).toEqual([{ body: 'On ours.' }])
    await owner`update grants set mask_lifted_at = now()`
    expect((await wordsOf(rao)).toSorted()).toEqual(['Before the conflict.', 'On ours.'])
  })
})

/** Raw statements in the app's role as this viewer; rolled back. */
async function asApp<T>(viewer: UserViewer, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const undo = new Error('undo')
  let value: T | undefined
  try {
    await app.begin(async (tx) => {
      await tx`select set_config('app.viewer', ${viewer.userId}, true)`
      value = await work(tx)
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return value as T
}

describe('a grant that ends', () => {
  test('takes everything away from the mentor at once, to read and to write, and nothing from the applicant', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    await say(rao, practice)
    await withNotesScope(rao, ana.userId, (scope) =>
      suggestTask(scope, {
        target: practice,
        formId: randomUUID(),
        title: 'Sit one more',
        note: '',
        dueOn: null,
      }),
    )
    const [thread] = await threadsOf(rao)
    const comment = thread?.comments[0]
    await revoke()
    expect(await threadsOf(rao)).toEqual([])
    expect(await asApp(rao, (tx) => tx`select body from comments`)).toEqual([])
    expect(await asApp(rao, (tx) => tx`select title from suggested_tasks`)).toEqual([])
    const tries: [string, () => Promise<unknown>][] = [
      ['say', () => say(rao, practice)],
      [
        'edit',
        () =>
          withNotesScope(rao, ana.userId, (scope) =>
            editComment(scope, comment?.id ?? '', { body: 'x', version: 1 }),
          ),
      ],
      ['remove', () => withNotesScope(rao, ana.userId, (scope) => removeComment(scope, comment?.id ?? ''))],
      [
        'resolve',
        () =>
          withNotesScope(rao, ana.userId, (scope) =>
            resolveThread(scope, { threadId: thread?.id ?? '', isResolved: true }),
          ),
      ],
      [
        'withdraw',
        () => withNotesScope(rao, ana.userId, (scope) => withdrawTask(scope, thread?.tasks[0]?.id ?? '')),
      ],
    ]
    for (const [what, tried] of tries) await expect(tried(), what).rejects.toMatchObject(NOT_FOUND)
    expect(
      await asApp(rao, async (tx) => (await tx`update comments set body = 'x', version = 2`).count),
    ).toBe(0)
    expect(await wordsOf(ana)).toEqual(['Look again.'])
    // The applicant may still read and clear up, and writes to nobody.
    await expect(say(ana, practice)).rejects.toMatchObject(NOT_FOUND)
  })

  test('during a running action stops its write: the statement itself asks', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    const running = withNotesScope(rao, ana.userId, async (scope) => {
      // The action has begun and has read; the applicant revokes in another connection before it writes.
      expect((await loadNotesOn(scope, practice)).partners[0]?.mayComment).toBe(true)
      await revoke()
      await addComment(scope, {
        target: practice,
        mentorId: rao.userId,
        body: 'Too late.',
        formId: randomUUID(),
      })
    })
    await expect(running).rejects.toMatchObject(NOT_FOUND)
    expect(await owner`select 1 as x from comments`).toEqual([])
  })

  test('by the day that was set is the same', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    await say(rao, practice)
    await owner`update grants set expires_at = now() - interval '1 second'`
    expect(await threadsOf(rao)).toEqual([])
    await expect(say(rao, practice)).rejects.toMatchObject(NOT_FOUND)
  })
})

describe('a comment', () => {
  test('sent twice is said once; edited keeps its last wordings; stale edits are refused; taken back it has no words', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    const formId = randomUUID()
    await say(rao, practice, 'One', formId)
    await say(rao, practice, 'One', formId)
    const read = async () => (await threadsOf(rao))[0]?.comments[0]
    const id = (await read())?.id ?? ''
    const edit = (viewer: UserViewer, body: string, version: number) =>
      withNotesScope(viewer, ana.userId, (scope) => editComment(scope, id, { body, version }))
    for (const [index, body] of ['Two', 'Three', 'Four', 'Five'].entries()) await edit(rao, body, index + 1)
    expect(await read()).toMatchObject({
      body: 'Five',
      version: 5,
      isMine: true,
      earlier: [{ body: 'Four' }, { body: 'Three' }, { body: 'Two' }],
    })
    // A resend of what is stored is no conflict; another wording from a stale page is.
    await edit(rao, 'Five', 4)
    await expect(edit(rao, 'Six', 4)).rejects.toMatchObject({ code: 'conflict' })
    await expect(edit(ana, 'Mine now', 5)).rejects.toMatchObject(NOT_FOUND)
    await expect(withNotesScope(ana, ana.userId, (scope) => removeComment(scope, id))).rejects.toMatchObject(
      NOT_FOUND,
    )

    await say(ana, practice, 'An answer')
    await withNotesScope(rao, ana.userId, (scope) => removeComment(scope, id))
    await withNotesScope(rao, ana.userId, (scope) => removeComment(scope, id))
    expect((await threadsOf(ana))[0]?.comments).toMatchObject([
      { body: '', earlier: [], isRemoved: true },
      { body: 'An answer' },
    ])
    expect(JSON.stringify(await owner`select * from comments where id = ${id}`)).not.toContain('Five')
    await expect(edit(rao, 'Back', 6)).rejects.toMatchObject(NOT_FOUND)
  })

  test('cannot be put in somebody’s mouth, moved, or changed by the other side in raw SQL', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    await say(rao, practice)
    const [thread] = await threadsOf(ana)
    for (const [who, side, author] of [
      [rao, 'applicant', rao.userId],
      [rao, 'applicant', ana.userId],
      [rao, 'mentor', ana.userId],
      [ana, 'mentor', ana.userId],
      [ana, 'mentor', rao.userId],
    ] as const) {
      const forged = asApp(
        who,
        (tx) => tx`insert into comments (applicant_id, thread_id, side, author_id, body)
          values (${ana.userId}, ${thread?.id ?? ''}, ${side}, ${author}, 'x')`,
      )
      await expect(forged, `${side} by ${author}`).rejects.toMatchObject({ code: '42501' })
    }
    for (const change of [
      `author_id = '${ana.userId}'`,
      `side = 'applicant'`,
      `applicant_id = '${rao.userId}'`,
      `created_at = now()`,
    ]) {
      await expect(
        asApp(rao, (tx) => tx.unsafe(`update comments set ${change}`)),
        change,
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
    expect(
      await asApp(ana, async (tx) => (await tx`update comments set body = 'x', version = 9`).count),
    ).toBe(0)
  })

  test('resolves with its thread, by either side, and a new word opens it again', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    await say(rao, practice)
    const threadId = (await threadsOf(ana))[0]?.id ?? ''
    await withNotesScope(ana, ana.userId, (scope) => resolveThread(scope, { threadId, isResolved: true }))
    expect((await threadsOf(rao))[0]).toMatchObject({
      resolvedBy: 'applicant',
      resolvedAt: expect.any(String),
    })
    await say(rao, practice, 'One more thing')
    expect((await threadsOf(ana))[0]).toMatchObject({ resolvedAt: null, resolvedBy: null })
  })

  test('of a mentor who deletes their account stays, and names nobody', async () => {
    const { practice } = await targets()
    await grant({ comment: ['exams'] })
    await say(rao, practice)
    await withOwnScope(rao, removeOwnAccount)
    const notes = await withOwnScope(ana, (scope) => loadNotesOn(ownNotes(scope), practice))
    expect(notes.partners).toEqual([])
    expect(notes.threads).toMatchObject([
      { mentorId: null, comments: [{ side: 'mentor', isMine: false, body: 'Look again.' }] },
    ])
    expect(JSON.stringify(await owner`select * from comments`)).not.toContain(rao.userId)
  })
})

describe('a suggested task', () => {
  const suggest = (title = 'Sit one more CCSSA') =>
    withNotesScope(rao, ana.userId, (scope) =>
      suggestTask(scope, {
        target: WHOLE_EXAMS,
        formId: randomUUID(),
        title,
        note: 'Timed',
        dueOn: '2027-03-01',
      }),
    )
  const tasks = async (viewer: UserViewer) => (await threadsOf(viewer)).flatMap((thread) => thread.tasks)
  const cycleId = async () =>
    (
      await owner<{ id: string }[]>`select id from cycles where applicant_id = ${ana.userId} and is_current`
    )[0]?.id ?? ''
  const accept = async (id: string) => {
    const cycle = await cycleId()
    return withOwnScope(ana, (scope) => acceptTask(scope, { id, cycleId: cycle }))
  }
  const itemsWith = async (title: string) =>
    (await withOwnScope(ana, loadChecklistRows)).ownItems.filter((item) => item.title === title)

  test('lands on the checklist once, however often and at once it is accepted, and says who suggested it', async () => {
    await grant({ comment: ['exams'] })
    await suggest()
    const id = (await tasks(ana))[0]?.id ?? ''
    await Promise.all([accept(id), accept(id), accept(id)])
    await accept(id)
    const found = await itemsWith('Sit one more CCSSA')
    expect(found).toMatchObject([{ dueOn: '2027-03-01', note: 'Timed' }])
    expect(await tasks(rao)).toMatchObject([{ state: 'accepted', itemId: found[0]?.id }])
    const origins = await withOwnScope(ana, listSuggestedItems)
    expect([...origins]).toEqual([[`own.${found[0]?.id}`, 'Dr Rao']])
    await expect(withOwnScope(ana, (scope) => declineTask(scope, { id, reason: '' }))).rejects.toMatchObject({
      code: 'conflict',
    })
    await withOwnScope(rao, removeOwnAccount)
    expect([...(await withOwnScope(ana, listSuggestedItems)).values()]).toEqual([null])
  })

  test('is declined with a reason or none, withdrawn by its mentor, and then not accepted', async () => {
    await grant({ comment: ['exams'] })
    await suggest('Declined')
    await suggest('Withdrawn')
    const [declined, withdrawn] = (await tasks(ana)).map(({ id }) => id)
    await withOwnScope(ana, (scope) => declineTask(scope, { id: declined ?? '', reason: 'No time' }))
    await withNotesScope(rao, ana.userId, (scope) => withdrawTask(scope, withdrawn ?? ''))
    for (const id of [declined, withdrawn])
      await expect(accept(id ?? '')).rejects.toMatchObject({ code: 'conflict' })
    expect(await tasks(rao)).toMatchObject([{ state: 'declined', reason: 'No time' }, { state: 'withdrawn' }])
    expect([...(await itemsWith('Declined')), ...(await itemsWith('Withdrawn'))]).toEqual([])
  })

  test('is the mentor’s to suggest and the applicant’s to answer', async () => {
    await grant({ comment: ['exams'] })
    await suggest()
    const id = (await tasks(ana))[0]?.id ?? ''
    await expect(
      withOwnScope(ana, (scope) =>
        suggestTask(ownNotes(scope), {
          target: WHOLE_EXAMS,
          formId: randomUUID(),
          title: 'x',
          note: '',
          dueOn: null,
        }),
      ),
    ).rejects.toMatchObject(NOT_FOUND)
    for (const state of ['accepted', 'declined']) {
      await expect(
        asApp(
          rao,
          (tx) => tx`update suggested_tasks set state = ${state}, decided_at = now() where id = ${id}`,
        ),
        state,
      ).rejects.toMatchObject({ code: '42501' })
    }
    expect(
      await asApp(
        stranger,
        async (tx) => (await tx`update suggested_tasks set state = 'declined', decided_at = now()`).count,
      ),
    ).toBe(0)
    await expect(asApp(ana, (tx) => tx`update suggested_tasks set title = 'x'`)).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('a question for a talk', () => {
  const ask = (text: string, mentorId: string | null = rao.userId) =>
    withOwnScope(ana, (scope) => addMentorQuestion(scope, { text, mentorId, formId: randomUUID() }))
  const mine = () => withOwnScope(ana, listMentorQuestions)
  const waiting = (viewer: UserViewer) =>
    withNotesScope(viewer, ana.userId, (scope) => listWaitingQuestions(scope))

  test('is seen by its mentor alone, with any live grant, and waits until they say something or it is closed', async () => {
    await owner`delete from mentor_questions`
    await grant({ read: ['checklist'], comment: ['exams'] })
    await createGrant(owner, { applicant: ana, mentor: stranger, read: ['exams'] })
    await ask('Is June too late?')
    await ask('Which letter first?')
    await ask('For me alone', null)
    const toRao = () => withNotesScope(rao, ana.userId, listQuestionsToMe)
    expect((await toRao()).map(({ text }) => text)).toEqual(['Is June too late?', 'Which letter first?'])
    expect(await waiting(rao)).toMatchObject([{ applicantId: ana.userId, count: 2 }])
    expect(await waiting(stranger)).toEqual([])
    expect(await asApp(stranger, (tx) => tx`select text from mentor_questions`)).toEqual([])

    const [first, second] = await mine()
    await say(rao, targetOf('question', first?.id ?? ''), 'No.')
    await expect(say(stranger, targetOf('question', first?.id ?? ''), 'Yes.')).rejects.toMatchObject(
      NOT_FOUND,
    )
    expect(await waiting(rao)).toMatchObject([{ count: 1 }])
    await withOwnScope(ana, (scope) =>
      closeMentorQuestion(scope, second?.id ?? '', {
        state: 'answered',
        outcome: 'Hers',
        today: '2026-11-22',
      }),
    )
    expect(await waiting(rao)).toEqual([])
    await revoke()
    expect(await toRao()).toEqual([])
  })

  test('can be put only to someone who is let in, moves among the open ones, and is added once', async () => {
    await owner`delete from mentor_questions`
    await expect(ask('Hello?')).rejects.toMatchObject({ code: 'invalid' })
    await grant({ read: ['exams'] })
    const formId = randomUUID()
    for (let time = 0; time < 2; time += 1) {
      await withOwnScope(ana, (scope) =>
        addMentorQuestion(scope, { text: 'A', mentorId: rao.userId, formId }),
      )
    }
    await ask('B')
    await ask('C', null)
    const order = async () => (await mine()).map(({ text }) => text).join('')
    expect(await order()).toBe('ABC')
    const id = (await mine())[2]?.id ?? ''
    await withOwnScope(ana, (scope) => moveMentorQuestion(scope, id, 'up'))
    expect(await order()).toBe('ACB')
    await withOwnScope(ana, (scope) => moveMentorQuestion(scope, id, 'up'))
    await withOwnScope(ana, (scope) => moveMentorQuestion(scope, id, 'up'))
    expect(await order()).toBe('CAB')
  })
})

test('a preview shows the applicant what this mentor finds of the conversation, changes nothing, and ends with the grant', async () => {
  const { practice, entry } = await targets()
  const mine = await grant({ comment: ['exams'], read: ['list'] })
  await say(rao, practice, 'From Rao')
  await say(ana, entry, 'To Rao')
  await withOwnScope(ana, (scope) =>
    addMentorQuestion(scope, { text: 'Which letter?', mentorId: rao.userId, formId: randomUUID() }),
  )
  await createGrant(owner, { applicant: ana, mentor: stranger, comment: ['exams'] })
  await withNotesScope(stranger, ana.userId, (scope) =>
    addComment(scope, {
      target: practice,
      mentorId: stranger.userId,
      body: 'From another',
      formId: randomUUID(),
    }),
  )
  const previewed = (viewer: UserViewer) =>
    withOwnScope(viewer, async (scope) => {
      const notes = await previewedNotes(scope, mine)
      if (!notes) return null
      const [threads, questions] = [await listThreads(notes), await listQuestionsToMe(notes)]
      return [
        ...threads.flatMap(({ comments }) => comments.map(({ body }) => body)),
        ...questions.map(({ text }) => text),
      ].toSorted()
    })
  expect(await previewed(ana)).toEqual(['From Rao', 'To Rao', 'Which letter?'])
  await owner`update grants set read_sections = '{}' where id = ${mine}`
  expect(await previewed(ana)).toEqual(['From Rao', 'Which letter?'])
  for (const other of [rao, stranger]) expect(await previewed(other)).toBeNull()
  await expect(
    withOwnScope(ana, async (scope) => {
      const notes = await previewedNotes(scope, mine)
      if (notes) await addComment(notes, { target: practice, mentorId: rao.userId, body: 'x', formId: mine })
    }),
  ).rejects.toMatchObject({ cause: { code: '25006' } })
  await owner`update grants set revoked_at = now() where id = ${mine}`
  expect(await previewed(ana)).toBeNull()
})

test('what waits for the applicant is a mentor’s last word and a task without an answer, of things that are still there', async () => {
  const { practice, letter } = await targets()
  await grant({ comment: ['exams', 'documents'] })
  const waiting = () => withOwnScope(ana, listWaitingThreads)
  const short = async () =>
    (await waiting()).map(({ target, from, tasks, taskTitle, comments }) => [
      target.kind,
      from,
      tasks,
      taskTitle,
      comments,
    ])
  expect(await waiting()).toEqual([])
  await say(ana, practice, 'Enough?')
  expect(await waiting()).toEqual([])
  await say(rao, practice, 'One more.')
  await say(rao, practice, 'And timed.')
  await say(rao, letter, 'Ask her first.')
  await withNotesScope(rao, ana.userId, (scope) =>
    suggestTask(scope, {
      target: WHOLE_EXAMS,
      formId: randomUUID(),
      title: 'Sit a timed form',
      note: '',
      dueOn: null,
    }),
  )
  expect(await short()).toEqual([
    ['section', 'Dr Rao', 1, 'Sit a timed form', 0],
    ['letter', 'Dr Rao', 0, '', 1],
    ['practice', 'Dr Rao', 0, '', 2],
  ])
  // Answered, resolved, declined, and gone with its thing.
  await say(ana, practice, 'I will.')
  const byKind = async (kind: NoteKind) =>
    (await threadsOf(ana)).find(({ target }) => target.kind === kind) ?? { id: '', tasks: [] }
  await withOwnScope(ana, async (scope) =>
    declineTask(scope, { id: (await byKind('section')).tasks[0]?.id ?? '', reason: '' }),
  )
  expect((await short()).map(([kind]) => kind)).toEqual(['letter'])
  await owner`delete from letters where applicant_id = ${ana.userId}`
  expect(await waiting()).toEqual([])
  await say(rao, practice, 'Good.')
  await withNotesScope(ana, ana.userId, async (scope) =>
    resolveThread(scope, { threadId: (await byKind('practice')).id, isResolved: true }),
  )
  expect(await waiting()).toEqual([])
  expect(await withOwnScope(rao, listWaitingThreads)).toEqual([])
})

test('a mentor is new for a week, while they are let in', async () => {
  await grant({ read: ['exams'] })
  const names = async () => (await withOwnScope(ana, listNewMentors)).map(({ name }) => name)
  expect(await names()).toEqual(['Dr Rao'])
  expect(await withOwnScope(rao, listNewMentors)).toEqual([])
  await owner`update grants set created_at = now() - interval '8 days'`
  expect(await names()).toEqual([])
  await owner`update grants set created_at = now(), revoked_at = now()`
  expect(await names()).toEqual([])
})

test('a mentee’s page reads what is said within its own look; a name is called as far as the mentor may read it', async () => {
  await createCatalogueProgram(owner, { id: 'other-mgg' })
  const { practice, letter } = await targets()
  await grant({ comment: ['exams', 'documents'] })
  await say(rao, practice)
  await say(rao, letter)
  const read = await withMenteeScope(rao, ana.userId, { looks: ['exams'] }, async (scope) => {
    const notes = menteeNotes(scope)
    if (!notes) throw new Error('A mentor has a voice')
    const threads = await listThreads(notes)
    return nameTargets(
      notes,
      threads.map(({ target }) => target),
    )
  })
  expect(read.get(targetKey(practice))).toMatch(/^UWorld/)
  // Letters themselves are of the profile, which is not granted here.
  expect(read.get(targetKey(letter))).toBe('A letter')
})
