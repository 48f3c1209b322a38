import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CountingMailServer, startCountingMailServer } from '@/tests/support/counting-mail-server'
import { testDatabase } from '@/tests/support/test-database'
import { type RunningWorker, startWorker } from '@/tests/support/worker'

const PEOPLE = 240
const KILLS = 3
/** As many mails as one worker has under way at once: what a kill can make arrive twice, and no more. */
const UNDER_WAY = 4

let owner: postgres.Sql
let server: CountingMailServer
const workers: RunningWorker[] = []

beforeAll(async () => {
  owner = postgres(testDatabase().ownerUrl, { max: 2, onnotice: () => {} })
  server = await startCountingMailServer({ keepsText: false, answerAfterMs: 60 })
})
afterAll(async () => {
  for (const worker of workers) worker.child.kill('SIGKILL')
  await server.close()
  await owner.end()
})

const start = async () => {
  const worker = await startWorker({
    DATABASE_JOBS_URL: testDatabase().jobsUrl,
    SMTP_URL: server.url,
    MAIL_FROM: 'Locus <locus@example.org>',
    LOCUS_WORKER_PULSE_MS: '500',
  })
  workers.push(worker)
  return worker
}

test('two workers, one after the other killed in the midst of it: every reminder arrives, and what arrives twice is counted', async () => {
  await owner`insert into users (id, kind, email, time_zone)
    select gen_random_uuid(), 'member', 'p' || n || '@example.org', 'UTC' from generate_series(1, ${PEOPLE}) n`
  await owner`insert into reminder_settings (applicant_id, digest_hour, quiet_from, quiet_until)
    select id, 0, 0, 0 from users`
  await owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome)
    select id, 'step2ck', current_date + 7, 'planned' from users`
  // Two at a time: the older one, in the midst of its mails, is killed once the younger is ready.
  let older = await start()
  for (let kill = 0; kill < KILLS; kill += 1) {
    const younger = await start()
    const before = server.taken.length
    await until(() => server.taken.length > before + 12 || server.taken.length >= PEOPLE)
    await older.end('SIGKILL')
    older = younger
  }
  await until(() => new Set(server.taken.map(({ to }) => to)).size === PEOPLE)
  await until(async () => {
    const [row] = await owner`select count(*)::int as waiting from reminder_mails where state <> 'sent'`
    return row?.waiting === 0
  })
  const twice = [...server.counts().values()].filter((count) => count > 1).length
  // One mail a person, whichever worker wrote it: the same Message-ID however often it was taken.
  expect(server.counts().size).toBe(PEOPLE)
  expect(twice).toBeLessThanOrEqual(KILLS * UNDER_WAY)
  const [rows] = await owner`select count(*)::int as mails,
    (select count(*)::int from reminder_deliveries) as lines from reminder_mails`
  expect(rows).toEqual({ mails: PEOPLE, lines: PEOPLE })
  console.log(`${KILLS} kills, ${PEOPLE} mails: ${twice} arrived twice, none was lost`)
}, 90_000)

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (await holds()) return
    await pause(20)
  }
  throw new Error(`it did not come about; the last worker said:\n${workers.at(-1)?.output()}`)
}
