import { randomUUID } from 'node:crypto'
import { simpleParser } from 'mailparser'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { remind } from '@/app/_server/jobs/remind'
import { withJobsPersonScope, withMailLinkScope, withNotesScope, withOwnScope } from '@/db/access'
import { acceptInvitation, addInvitation } from '@/db/queries/invitations'
import { addMentorQuestion } from '@/db/queries/mentor-questions'
import { leaveMentee, saveSeat } from '@/db/queries/mentor-seat'
import { revokeGrant } from '@/db/queries/mentors'
import { addComment, listThreads } from '@/db/queries/notes'
import { turnMails } from '@/db/queries/reminder-settings'
import { claimReminders } from '@/db/queries/reminders'
import { acceptTask, suggestTask } from '@/db/queries/suggested-tasks'
import type { UserViewer } from '@/lib/access/viewer'
import { targetOf } from '@/lib/notes/target'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createGrant, createUser } from '@/tests/factories/user'
import { type CountingMailServer, startCountingMailServer } from '@/tests/support/counting-mail-server'
import { testDatabase } from '@/tests/support/test-database'

/* Mails about notes, through the worker's own round and a real mail server. */

type Person = UserViewer & { email: string }
let owner: postgres.Sql
let server: CountingMailServer
let ana: Person
let rao: Person

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  server = await startCountingMailServer()
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'Locus <locus@example.org>'
})
beforeEach(async () => {
  await owner`delete from users`
  server.decide(() => 'take')
  server.taken.length = 0
  ana = await person()
  rao = await person()
  await owner`delete from reminder_settings where applicant_id = ${ana.userId}`
  await createRowsOfEveryKind(owner, ana.userId, 241)
  await wishes(ana)
  const id = await createGrant(owner, { applicant: ana, mentor: rao, comment: ['exams', 'list'] })
  await owner`update grants set applicant_name = 'Ana', mentor_name = 'Dr Rao' where id = ${id}`
  await owner`update mentor_seats set institution = null`
})
afterAll(async () => {
  await server.close()
  await owner.end()
})

async function person(): Promise<Person> {
  const viewer = await createUser(owner, { timeZone: 'UTC' })
  const one = { ...viewer, email: `${viewer.userId}@example.org` }
  await owner`insert into reminder_clocks (applicant_id) values (${one.userId})`
  await wishes(one)
  return one
}

/** Due at any hour of the day: notes of before this midnight, and no reminders of dates. */
async function wishes({ userId }: Person): Promise<void> {
  await owner`insert into reminder_settings (applicant_id, digest_hour, quiet_from, quiet_until, is_digest_on, is_urgent_on)
    values (${userId}, 0, 0, 0, false, false)
    on conflict (applicant_id) do update set digest_hour = 0, quiet_from = 0, quiet_until = 0, is_digest_on = false, is_urgent_on = false`
}

const practice = async () => {
  const [row] = await owner<
    { id: string }[]
  >`select id from practice_results where applicant_id = ${ana.userId}`
  return targetOf('practice', row?.id ?? '')
}
const say = async (viewer: Person, body: string) => {
  const target = await practice()
  await withNotesScope(viewer, ana.userId, (scope) =>
    addComment(scope, { target, mentorId: rao.userId, body, formId: randomUUID() }),
  )
}
/** As if all was written yesterday, so that today's mail may tell of it. */
const dayPasses = async () => {
  await owner`update comments set created_at = created_at - interval '1 day'`
  await owner`update suggested_tasks set created_at = created_at - interval '1 day', decided_at = decided_at - interval '1 day'`
  await owner`update mentor_questions set asked_at = asked_at - interval '1 day'`
  await owner`update reminder_clocks set next_look_at = now(), retry_at = null`
}
const mailsTo = ({ email }: Person) => server.taken.filter(({ to }) => to === email)
const readMail = async (to: Person) => simpleParser(mailsTo(to).at(-1)?.raw ?? '')

describe('the mail about notes', () => {
  test('tells each side once of what the other wrote, without a word of it, and can be turned off', async () => {
    await say(rao, 'Secretword one')
    await say(rao, 'Secretword two')
    await say(ana, 'Secretword answer')
    await withNotesScope(rao, ana.userId, (scope) =>
      suggestTask(scope, {
        target: targetOf('section', 'exams'),
        formId: randomUUID(),
        title: 'Secretword task',
        note: '',
        dueOn: null,
      }),
    )
    await withOwnScope(ana, (scope) =>
      addMentorQuestion(scope, { text: 'Secretword?', mentorId: rao.userId, formId: randomUUID() }),
    )
    // What was written after today's hour waits for tomorrow's mail.
    expect(await remind()).toMatchObject({ claimed: 0, sent: 0 })
    await dayPasses()
    expect(await remind()).toMatchObject({ claimed: 2, sent: 2 })
    await dayPasses()
    expect(await remind()).toMatchObject({ claimed: 0, sent: 0 })

    const toAna = await readMail(ana)
    expect(toAna.subject).toMatch(/^New notes for you, as of \d+ \w+$/)
    expect(toAna.text).toContain(
      'Dr Rao: 2 comments on a practice result\n  http://localhost:3000/mentors/notes',
    )
    expect(toAna.text).toContain('Dr Rao: a suggested task, about the exams as a whole')
    const toRao = await readMail(rao)
    expect(toRao.text).toContain(
      `Ana: a comment on a practice result\n  http://localhost:3000/mentees/${ana.userId}/notes`,
    )
    expect(toRao.text).toContain('Ana: a question to you')
    for (const mail of server.taken) expect(mail.raw).not.toMatch(/Secretword|UWorld|UWSA/)
    expect(toRao.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining('/one-click') },
    })

    await withMailLinkScope(rao.userId, (scope) => turnMails(scope, ['notes'], false))
    await owner`delete from note_deliveries`
    await owner`delete from reminder_mails`
    await dayPasses()
    await remind()
    expect(mailsTo(rao)).toHaveLength(1)
    expect(mailsTo(ana)).toHaveLength(2)
  })

  test('leaves out the kinds that a person has turned off, and answers a suggested task once it is decided', async () => {
    await withNotesScope(rao, ana.userId, (scope) =>
      suggestTask(scope, {
        target: targetOf('section', 'exams'),
        formId: randomUUID(),
        title: 'x',
        note: '',
        dueOn: null,
      }),
    )
    await say(rao, 'x')
    await owner`update reminder_settings set notes_off = '{task}' where applicant_id = ${ana.userId}`
    await dayPasses()
    await remind()
    expect((await readMail(ana)).text).toContain('a comment')
    expect((await readMail(ana)).text).not.toContain('suggested task')
    const [thread] = (await withNotesScope(ana, ana.userId, listThreads)).filter(
      ({ tasks }) => tasks.length > 0,
    )
    const [cycle] = await owner<{ id: string }[]>`select id from cycles where applicant_id = ${ana.userId}`
    await withOwnScope(ana, (scope) =>
      acceptTask(scope, { id: thread?.tasks[0]?.id ?? '', cycleId: cycle?.id ?? '' }),
    )
    await dayPasses()
    await remind()
    expect((await readMail(rao)).text).toContain('Ana: an answer to a task that you suggested')
  })

  test('goes to nobody whose grant has ended, not even when it was written down before', async () => {
    await say(ana, 'Before')
    await dayPasses()
    server.decide(() => 450)
    expect(await remind()).toMatchObject({ claimed: 1, sent: 0 })
    await owner`update grants set revoked_at = now()`
    server.decide(() => 'take')
    await owner`update reminder_clocks set retry_at = null`
    expect(await remind()).toMatchObject({ sent: 0 })
    expect(mailsTo(rao)).toEqual([])
    expect(await owner`select state from reminder_mails where applicant_id = ${rao.userId}`).toEqual([
      { state: 'released' },
    ])
    // Let in again, the mentor is told then; nothing was lost.
    await owner`update grants set revoked_at = null`
    await dayPasses()
    await remind()
    expect((await readMail(rao)).text).toContain('Ana: a comment on a practice result')
  })

  test('is claimed once by two workers at once', async () => {
    await say(ana, 'x')
    await say(rao, 'y')
    await dayPasses()
    const [one, two] = await Promise.all([remind(), remind()])
    expect(one.sent + two.sent).toBe(2)
    expect([mailsTo(ana).length, mailsTo(rao).length]).toEqual([1, 1])
  })

  test('waits for the person’s hour and for the end of their quiet hours', async () => {
    await say(ana, 'x')
    await owner`update comments set created_at = '2027-01-10T03:00:00Z'`
    const claimAt = async (hour: string, wish: { digest: number; quiet: [number, number] }) => {
      await owner`update reminder_settings set digest_hour = ${wish.digest}, quiet_from = ${wish.quiet[0]}, quiet_until = ${wish.quiet[1]}
        where applicant_id = ${rao.userId}`
      return withJobsPersonScope(rao.userId, (scope) =>
        claimReminders(scope, {
          now: `2027-01-10T${hour}:00.000Z`,
          resumedAt: null,
          mailDomain: 'example.org',
        }),
      )
    }
    expect(await claimAt('07:59', { digest: 8, quiet: [21, 7] })).toEqual({ mails: 0, lines: 0 })
    expect(await claimAt('08:30', { digest: 8, quiet: [7, 9] })).toEqual({ mails: 0, lines: 0 })
    expect(await claimAt('08:30', { digest: 8, quiet: [21, 7] })).toEqual({ mails: 1, lines: 1 })
    expect(await claimAt('12:00', { digest: 8, quiet: [21, 7] })).toEqual({ mails: 0, lines: 0 })
  })
})

describe('the mail about who may look', () => {
  let mentor: Person
  beforeEach(async () => {
    mentor = await person()
    await wishes(mentor)
  })

  /** As a mentor does it: by the link, saying who they are. */
  async function accept({ ends = null }: { ends?: string | null } = {}): Promise<string> {
    const tokenHash = randomUUID()
    await withOwnScope(ana, (scope) =>
      addInvitation(scope, {
        formId: randomUUID(),
        tokenHash,
        email: null,
        mentorLabel: 'My adviser',
        applicantName: 'Ana',
        message: '',
        levels: { exams: 'comment', list: 'read', documents: 'none', interviews: 'none', checklist: 'none' },
        grantExpiresAt: ends,
      }),
    )
    await owner`update reminder_clocks set next_look_at = now() + interval '50 minutes'`
    await withOwnScope(mentor, async (scope) => {
      await saveSeat(scope, { name: 'Dr Okafor', institution: null, programIds: [] })
      expect(await acceptInvitation(scope, tokenHash)).toMatchObject({ outcome: 'accepted' })
    })
    const [grant] = await owner<{ id: string }[]>`select id from grants where mentor_id = ${mentor.userId}`
    return grant?.id ?? ''
  }

  test('tells the applicant soon who accepted and what is open to them, once, and the mentor nothing', async () => {
    const grantId = await accept()
    const [one, two] = await Promise.all([remind(), remind()])
    expect(one.sent + two.sent).toBe(1)
    await dayPasses()
    await remind()
    expect(mailsTo(ana)).toHaveLength(1)
    expect(mailsTo(mentor)).toEqual([])
    const mail = await readMail(ana)
    expect(mail.subject).toBe('Who can see your cycle in Locus has changed')
    expect(mail.text).toContain(`Dr Okafor (${mentor.email}) accepted your invitation on`)
    expect(mail.text).toContain('Open to them: Exams (may comment), list and fit.')
    expect(mail.text).toContain(`http://localhost:3000/mentors/${grantId}`)
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining('/one-click') },
    })
  })

  test('waits for the end of the quiet hours, and is not sent where it is turned off', async () => {
    await accept()
    const [{ hour } = { hour: 0 }] = await owner<{ hour: number }[]>`
      select extract(hour from now() at time zone 'UTC')::int as hour`
    const quiet = (from: number, until: number) =>
      owner`update reminder_settings set digest_hour = ${until}, quiet_from = ${from}, quiet_until = ${until}`
    await quiet(hour, (hour + 2) % 24)
    expect(await remind()).toMatchObject({ claimed: 0 })
    await quiet((hour + 3) % 24, (hour + 4) % 24)
    for (const off of [{ notes_off: ['accepted'] }, { notes_off: [], is_notes_on: false }]) {
      await owner`update reminder_settings set ${owner(off)} where applicant_id = ${ana.userId}`
      await owner`update reminder_clocks set next_look_at = now()`
      expect(await remind()).toMatchObject({ claimed: 0 })
    }
    await owner`update reminder_settings set is_notes_on = true`
    await owner`update reminder_clocks set next_look_at = now()`
    expect(await remind()).toMatchObject({ claimed: 1, sent: 1 })
  })

  test('says nothing of an access that has ended before it is sent, and nothing of what the applicant ended', async () => {
    const grantId = await accept()
    server.decide(() => 450)
    expect(await remind()).toMatchObject({ claimed: 1, sent: 0 })
    await withOwnScope(ana, (scope) => revokeGrant(scope, grantId))
    server.decide(() => 'take')
    await owner`update reminder_clocks set retry_at = null, next_look_at = now()`
    await remind()
    expect(mailsTo(ana)).toEqual([])
  })

  test('tells of a mentor who stops, and of one whose time is over, once each', async () => {
    const grantId = await accept()
    await remind()
    await withOwnScope(mentor, (scope) => leaveMentee(scope, ana.userId))
    await remind()
    expect((await readMail(ana)).text).toContain(`Dr Okafor (${mentor.email}) stopped being your mentor on`)
    await owner`update grants set revoked_at = null, ended_by = null, expires_at = now() - interval '1 minute'
      where id = ${grantId}`
    await owner`delete from note_deliveries where kind = 'ended'`
    await owner`update reminder_clocks set next_look_at = now()`
    await remind()
    expect((await readMail(ana)).text).toContain(', as you had set')
    await owner`update reminder_clocks set next_look_at = now()`
    await remind()
    expect(mailsTo(ana)).toHaveLength(3)
  })
})

test('jobs read of one person’s conversations that they are there, and never the words', async () => {
  await say(rao, 'Words')
  const jobs = postgres(testDatabase().jobsUrl, { max: 1, onnotice: () => {} })
  try {
    expect(await jobs`select id from comments`).toEqual([])
    for (const person of [ana, rao]) {
      await jobs.begin(async (tx) => {
        await tx`select set_config('app.viewer', ${person.userId}, true)`
        expect(await tx`select side from comments`).toEqual([{ side: 'mentor' }])
      })
    }
    const stranger = await createUser(owner)
    await jobs.begin(async (tx) => {
      await tx`select set_config('app.viewer', ${stranger.userId}, true)`
      expect(await tx`select id from comments`).toEqual([])
      expect(await tx`select id from mentor_questions`).toEqual([])
    })
    for (const secret of [
      'select body from comments',
      'select title from suggested_tasks',
      'select text from mentor_questions',
    ])
      await expect(jobs.unsafe(secret), secret).rejects.toMatchObject({ code: '42501' })
  } finally {
    await jobs.end()
  }
})
