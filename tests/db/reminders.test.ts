import { simpleParser } from 'mailparser'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { remind } from '@/app/_server/jobs/remind'
import { withJobsPersonScope, withJobsScope, withOwnScope, withoutViewer } from '@/db/access'
import { claimReminders, loadMailHealth, lockDuePerson } from '@/db/queries/reminders'
import { noteWorkerStart, workHealth } from '@/db/queries/work'
import type { UserViewer } from '@/lib/access/viewer'
import { addDays } from '@/lib/dates/calendar-date'
import { createUser } from '@/tests/factories/user'
import { type CountingMailServer, startCountingMailServer } from '@/tests/support/counting-mail-server'
import { testDatabase } from '@/tests/support/test-database'

/*
 * Reminders against a real database and a real mail server. Times that matter are told; where the code asks the
 * database's clock, people are made so that their digest is due at any hour.
 */

let owner: postgres.Sql
let server: CountingMailServer
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  server = await startCountingMailServer()
  process.env.SMTP_URL = server.url
  process.env.MAIL_FROM = 'Locus <locus@example.org>'
})
beforeEach(async () => {
  await owner`delete from users`
  await owner`delete from worker_marks`
  server.decide(() => 'take')
  server.taken.length = 0
})
afterAll(async () => {
  await server.close()
  await owner.end()
})

/** Someone whose digest is due from midnight on, without quiet hours, with exam days so many days ahead. */
async function person({
  exams = [7],
  digestHour = 0,
  quiet = [0, 0],
}: {
  exams?: number[]
  digestHour?: number
  quiet?: [number, number]
} = {}): Promise<UserViewer & { email: string }> {
  const viewer = await createUser(owner, { timeZone: 'UTC' })
  await owner`insert into reminder_settings (applicant_id, digest_hour, quiet_from, quiet_until)
    values (${viewer.userId}, ${digestHour}, ${quiet[0]}, ${quiet[1]})`
  await owner`insert into reminder_clocks (applicant_id) values (${viewer.userId})`
  for (const days of exams) {
    await owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome)
      values (${viewer.userId}, 'step2ck', ${addDays(today, days)}, 'planned')`
  }
  return { ...viewer, email: `${viewer.userId}@example.org` }
}

const mailsTo = ({ email }: { email: string }) => server.taken.filter(({ to }) => to === email)

/** As if so long had passed that every failed mail may be tried again. */
const waitOut = () => owner`update reminder_clocks set retry_at = null, next_look_at = now()`

describe('what a person gets', () => {
  test('is one digest with all that is due, in two parts, with a way to turn it off, and nothing twice', async () => {
    const ana = await person({ exams: [7, 30] })
    expect(await remind()).toMatchObject({ claimed: 1, lines: 2, sent: 1, failed: 0 })
    await waitOut()
    expect(await remind()).toMatchObject({ looked: 1, claimed: 0, sent: 0 })

    const [mail] = mailsTo(ana)
    const read = await simpleParser(mail?.raw ?? '')
    expect(mailsTo(ana)).toHaveLength(1)
    expect(read.subject).toMatch(/^Dates ahead, as of \d+ \w+$/)
    expect(read.text).toContain('In 7 days: Step 2 CK, exam day')
    expect(read.text).toContain('In 30 days: Step 2 CK, exam day')
    expect(read.html).toContain('In 30 days')
    expect(read.html).not.toMatch(/<img|src=|@import|url\(/)
    // mailparser reads the List- headers into one.
    expect(read.headers.get('list')).toMatchObject({
      unsubscribe: {
        url: expect.stringMatching(/^http:\/\/localhost:3000\/unsubscribe\/[\w-]+\/one-click$/),
      },
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
    })
    expect(read.messageId).toMatch(/^<reminder-[0-9a-f-]{36}@example\.org>$/)
    const [row] =
      await owner`select state, answer, attempts from reminder_mails where applicant_id = ${ana.userId}`
    expect(row).toMatchObject({ state: 'sent', attempts: 1, answer: expect.stringMatching(/^250/) })
  })

  test('is what cannot wait in a mail of its own', async () => {
    const hour = new Date().getUTCHours()
    const ana = await person({ exams: [1, 7], digestHour: hour })
    expect(await remind()).toMatchObject({ claimed: 2, sent: 2 })
    const texts = await Promise.all(mailsTo(ana).map(async ({ raw }) => (await simpleParser(raw)).text ?? ''))
    expect(texts.filter((text) => text.includes('Tomorrow: Step 2 CK')).length).toBe(1)
    expect(texts.filter((text) => text.includes('In 7 days: Step 2 CK')).length).toBe(1)
  })

  test('is nothing in quiet hours, nothing of a kind that is off, nothing that is done or put off', async () => {
    const hour = new Date().getUTCHours()
    const asleep = await person({ quiet: [hour, (hour + 2) % 24] })
    const uninterested = await person()
    await owner`update reminder_settings set kinds_off = '{exam}' where applicant_id = ${uninterested.userId}`
    const done = await person()
    await owner`insert into reminder_things (applicant_id, kind, thing_id, done_at)
      select applicant_id, 'exam', id::text, now() from exam_attempts where applicant_id = ${done.userId}`
    const later = await person()
    await owner`insert into reminder_things (applicant_id, kind, thing_id, snoozed_until)
      select applicant_id, 'exam', id::text, ${addDays(today, 2)} from exam_attempts where applicant_id = ${later.userId}`
    expect(await remind()).toMatchObject({ looked: 4, claimed: 0, sent: 0 })
    expect([asleep, uninterested, done, later].flatMap(mailsTo)).toEqual([])
  })

  test('is said anew when a date moves, and not when the ladder is edited', async () => {
    const ana = await person({ exams: [7] })
    await remind()
    await owner`update reminder_settings set ladder = '{30,14,10}' where applicant_id = ${ana.userId}`
    await waitOut()
    expect(await remind()).toMatchObject({ claimed: 0 })
    // Today's digest is gone; tomorrow's says the new date.
    await owner`update exam_attempts set taken_on = ${addDays(today, 9)} where applicant_id = ${ana.userId}`
    const tomorrow = `${addDays(today, 1)}T09:00:00.000Z`
    expect(await claimAt(ana, tomorrow)).toEqual({ mails: 1, lines: 1 })
  })
})

const claimAt = (viewer: UserViewer, now: string, resumedAt: string | null = null) =>
  withJobsPersonScope(viewer.userId, (scope) =>
    claimReminders(scope, { now, resumedAt, mailDomain: 'example.org' }),
  )

describe('whatever happens to those who send', () => {
  test('two workers at once say nothing twice and leave nothing out', async () => {
    const people = await Promise.all(Array.from({ length: 90 }, () => person({ exams: [3] })))
    const [one, two] = await Promise.all([remind(), remind()])
    expect(one.sent + two.sent).toBe(90)
    expect(new Set(server.taken.map(({ to }) => to))).toEqual(new Set(people.map(({ email }) => email)))
    expect([...server.counts().values()].filter((count) => count > 1)).toEqual([])
  })

  test('a server that takes a mail and drops the line gets it again under the same id; one that only drops loses none', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => person()))
    const bad = new Map(people.map(({ email }, index) => [email, index % 3]))
    server.decide((to) => (['take', 'take_and_drop', 'drop'] as const)[bad.get(to) ?? 0] ?? 'take')
    expect(await remind()).toMatchObject({ sent: 4, failed: 8 })
    server.decide(() => 'take')
    await waitOut()
    expect(await remind()).toMatchObject({ sent: 8, failed: 0 })
    const counts = people.map((one) => mailsTo(one).length)
    // Taken before the line dropped: twice, and each time as the same mail. Everything else: once.
    expect(counts).toEqual(people.map((_, index) => (index % 3 === 1 ? 2 : 1)))
    expect(server.counts().size).toBe(12)
  })

  test('a mailbox that refuses is tried ever more seldom, its owner is told since when, and it recovers', async () => {
    const ana = await person()
    const bob = await person()
    server.decide((to) => (to === ana.email ? 550 : 'take'))
    expect(await remind()).toMatchObject({ sent: 1, failed: 1 })
    expect(mailsTo(bob)).toHaveLength(1)
    const health = await withOwnScope(ana, loadMailHealth)
    expect(health).toMatchObject({ failure: '550', lastSentAt: null })
    expect(health.failingSince).not.toBeNull()
    // Before the wait is over it is left alone.
    expect(await remind()).toMatchObject({ sent: 0, failed: 0 })
    await waitOut()
    await remind()
    const [clock] =
      await owner`select failures, retry_at - now() > interval '4 minutes' as waits, failing_since
      from reminder_clocks where applicant_id = ${ana.userId}`
    expect(clock).toMatchObject({ failures: 2, waits: true })
    expect(clock?.failing_since.toISOString()).toBe(health.failingSince)
    server.decide(() => 'take')
    await waitOut()
    await remind()
    expect(mailsTo(ana)).toHaveLength(1)
    expect(await withOwnScope(ana, loadMailHealth)).toMatchObject({ failingSince: null, failure: null })
  })

  test('a mail server that is away is nobody’s fault: the operator is told, and all goes out once it is back', async () => {
    const people = await Promise.all([person(), person()])
    const port = Number(new URL(server.url).port)
    await server.close()
    expect(await remind()).toMatchObject({ sent: 0, failed: 0 })
    expect((await withoutViewer(workHealth)).mailFailingSince).not.toBeNull()
    expect(await owner`select 1 from reminder_clocks where failures > 0`).toEqual([])
    server = await startCountingMailServer({ port })
    await waitOut()
    expect(await remind()).toMatchObject({ sent: 2 })
    expect(people.map((one) => mailsTo(one).length)).toEqual([1, 1])
    expect((await withoutViewer(workHealth)).mailFailingSince).toBeNull()
  })

  test('a clock that jumps ahead and back says each thing once, and leaves nobody out afterwards', async () => {
    const ana = await person({ exams: [33] })
    const at = (days: number) => `${addDays(today, days)}T09:00:00.000Z`
    expect(await claimAt(ana, at(0))).toEqual({ mails: 0, lines: 0 })
    // Three steps pass at once, and are one line of one digest.
    expect(await claimAt(ana, at(27))).toEqual({ mails: 1, lines: 1 })
    const [said] = await owner`select step from reminder_deliveries where applicant_id = ${ana.userId}`
    expect(said?.step).toBe(7)
    // Back again: nothing is repeated, and whoever was to be looked at in the wrong future is looked at now.
    expect(await withJobsScope((scope) => lockDuePerson(scope, at(0)))).toBe(ana.userId)
    for (const days of [0, 3, 19, 26]) expect(await claimAt(ana, at(days))).toEqual({ mails: 0, lines: 0 })
    expect(await claimAt(ana, at(30))).toEqual({ mails: 1, lines: 1 })
  })

  test('after a backup is restored, what was due before goes into one digest, the urgent too', async () => {
    const hour = new Date().getUTCHours()
    const ana = await person({ exams: [1, 7, 14], digestHour: hour })
    await owner`insert into worker_marks (key) values ('worker:zero')`
    await withJobsScope((scope) => noteWorkerStart(scope, 'one'))
    expect(await remind()).toMatchObject({ sent: 2 })
    // The backup was taken before any of it, when a worker had last been seen an hour ago.
    await owner`delete from reminder_mails`
    await owner`update worker_marks set at = now() - interval '1 hour' where key like 'worker:%'`
    await waitOut()
    await withJobsScope((scope) => noteWorkerStart(scope, 'two'))
    expect(await remind()).toMatchObject({ claimed: 1, lines: 3, sent: 1 })
    expect(mailsTo(ana)).toHaveLength(3)
  })

  test('a mail that nobody took until its day was over is given up, and what it said goes into the next digest', async () => {
    const ana = await person({ exams: [7, 14] })
    await claimAt(ana, `${addDays(today, -1)}T09:00:00.000Z`)
    await owner`update reminder_clocks set next_look_at = now()`
    expect(await remind()).toMatchObject({ claimed: 1, sent: 1 })
    expect(mailsTo(ana)).toHaveLength(1)
    const states =
      await owner`select state from reminder_mails where applicant_id = ${ana.userId} order by for_date`
    expect(states.map(({ state }) => state)).toEqual(['released', 'sent'])
  })
})
