import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withFeedScope, withJobsPersonScope, withMailLinkScope, withOwnScope } from '@/db/access'
import { listDatedThings } from '@/db/queries/dated-things'
import { loadReminderPreferences, turnMails } from '@/db/queries/reminder-settings'
import { enqueue } from '@/db/queries/work'
import type { UserViewer } from '@/lib/access/viewer'
import { createRowsOfEveryKind } from '@/tests/factories/owned-rows'
import { createUser } from '@/tests/factories/user'
import { testDatabase } from '@/tests/support/test-database'

/* The role of background jobs is bound like the app's: one person at a time, to read, and only what reminders need. */

const NOW = '2026-11-22T09:00:00.000Z'
let owner: postgres.Sql
let jobs: postgres.Sql
let ana: UserViewer
let bob: UserViewer

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 1, onnotice: () => {} })
  jobs = postgres(testDatabase().jobsUrl, { max: 1, onnotice: () => {} })
  ana = await createUser(owner)
  bob = await createUser(owner)
  await createRowsOfEveryKind(owner, ana.userId, 241)
  await createRowsOfEveryKind(owner, bob.userId, 217)
  for (const [{ userId }, title] of [
    [ana, 'Ask Dr A'],
    [bob, 'Ask Dr B'],
  ] as const) {
    await owner`insert into checklist_items (applicant_id, cycle_id, title, due_on)
      select ${userId}, id, ${title}, '2026-12-01' from cycles where applicant_id = ${userId} and is_current`
    await owner`insert into calendar_feeds (applicant_id, token_hash) values (${userId}, ${`hash-${title}`})`
  }
})
afterAll(async () => {
  await jobs.end()
  await owner.end()
})

test('it owns nothing, is bound by row-level security, and may neither make nor become anything', async () => {
  const [role] =
    await jobs`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false })
  for (const statement of ['create table mine (id int)', 'set role locus_owner', 'set role locus_app']) {
    await expect(jobs.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' })
  }
})

test('without a person it finds nobody’s rows; about one person theirs alone, and changes none', async () => {
  const tables = [
    'exam_attempts',
    'cycles',
    'list_entries',
    'checklist_items',
    'reminder_settings',
    'applicant_profiles',
  ]
  for (const table of tables) {
    expect(await jobs`select applicant_id from ${jobs(table)}`, table).toEqual([])
    await jobs.begin(async (tx) => {
      await tx`select set_config('app.viewer', ${bob.userId}, true)`
      const rows = await tx<{ applicant_id: string }[]>`select distinct applicant_id from ${tx(table)}`
      expect(
        rows.map((row) => row.applicant_id),
        table,
      ).toEqual([bob.userId])
    })
    await expect(jobs`delete from ${jobs(table)}`, table).rejects.toMatchObject({ code: '42501' })
  }
  for (const secret of [
    'select password_hash from users',
    'select * from sessions',
    'select * from auth_tokens',
  ]) {
    await expect(jobs.unsafe(secret), secret).rejects.toMatchObject({ code: '42501' })
  }
})

test('the app may ask for work by name and by no other way, and cannot look into the queue', async () => {
  const app = postgres(testDatabase().appUrl, { max: 1, onnotice: () => {} })
  try {
    await withOwnScope(ana, (scope) => enqueue(scope, 'remind'))
    expect(await jobs`select identifier from jobs._private_tasks`).toEqual([{ identifier: 'remind' }])
    await expect(app`select app_enqueue('clean_up')`).rejects.toMatchObject({ code: '42501' })
    await expect(app`select * from jobs.jobs`).rejects.toMatchObject({ code: '42501' })
    await expect(app`select app_clean_up()`).rejects.toMatchObject({ code: '42501' })
    await expect(app`select * from worker_marks`).rejects.toMatchObject({ code: '42501' })
  } finally {
    await app.end()
  }
})

test('dated things, feeds and links out of mails reach one person alone', async () => {
  const titles = async (viewer: UserViewer) =>
    (await withJobsPersonScope(viewer.userId, (scope) => listDatedThings(scope, NOW))).map(
      ({ title }) => title,
    )
  expect(await titles(ana)).toContain('Ask Dr A')
  expect(await titles(bob)).not.toContain('Ask Dr A')

  const read = (hash: string) => withFeedScope(hash, (scope) => listDatedThings(scope, NOW))
  expect((await read('hash-Ask Dr A'))?.map(({ title }) => title)).toEqual(await titles(ana))
  expect(await read('hash-nobody')).toBeNull()
  // A feed reads and never writes.
  await expect(
    withFeedScope('hash-Ask Dr A', ({ tx, applicantId }) =>
      turnMails({ tx, applicantId }, ['digest'], false),
    ),
  ).rejects.toMatchObject({ cause: { code: '25006' } })

  await withMailLinkScope(ana.userId, (scope) => turnMails(scope, ['digest'], false))
  expect(await withOwnScope(ana, loadReminderPreferences)).toMatchObject({
    isDigestOn: false,
    isUrgentOn: true,
  })
  expect(await withOwnScope(bob, loadReminderPreferences)).toMatchObject({ isDigestOn: true })
})
