import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import type { ClusterKeys } from '../../db/embedded-keys'
import { type CountingMailServer, startCountingMailServer } from '../support/counting-mail-server'
import { createDatabase } from '../support/test-cluster'
import { type RunningWorker, startWorker } from '../support/worker'
import { figure, table } from './report'

/*
 * Due reminders, ten a person, delivered to a local mail server by real workers: by one, by two, and by two of which one
 * is killed ten times on the way. Everything runs on this machine: the database, the mail server and the workers.
 */

const THINGS = 10
const KILLS = 10
/** Mails of one worker that are under way at once, which is the most that one kill can make arrive twice. */
const UNDER_WAY = 4

type Round = {
  title: string
  seconds: number
  twice: number
  lost: number
  mails: number
  lines: number
  mostTwice: number
}

/** `people` of the bench's own; 10 000 of them have 100 000 reminders. Throws when one was lost, or written twice. */
export async function measureReminders(keys: ClusterKeys, people: number): Promise<void> {
  const rounds: Round[] = []
  for (const [title, workers, kills] of [
    ['one worker', 1, 0],
    ['two workers', 2, 0],
    [`two, ${KILLS} kills`, 2, KILLS],
  ] as const) {
    rounds.push(await deliver(keys, people, { title, workers, kills }))
  }
  const rate = (round: Round) => round.mails / round.seconds
  const first = rounds[0]
  table(
    `Reminders: ${people * THINGS} due for ${people} people, ${THINGS} to a digest, to a mail server on this machine`,
    rounds,
    [
      { title: 'delivered by', of: ({ title }) => title },
      { title: 'mails/s', of: (round) => figure(rate(round), 0) },
      { title: 'reminders/s', of: (round) => figure(round.lines / round.seconds, 0) },
      { title: 'of one worker', of: (round) => (first ? figure(rate(round) / rate(first), 2) : '') },
      { title: 'lost', of: ({ lost }) => String(lost) },
      { title: 'arrived twice', of: ({ twice, mostTwice }) => `${twice} (at most ${mostTwice})` },
    ],
  )
  for (const { title, lost, twice, mostTwice, lines } of rounds) {
    if (lost > 0 || twice > mostTwice || lines !== people * THINGS)
      throw new Error(
        `Reminders by ${title}: ${lost} lost, ${twice} twice, ${lines} of ${people * THINGS} said`,
      )
  }
}

async function deliver(
  keys: ClusterKeys,
  people: number,
  { title, workers, kills }: { title: string; workers: number; kills: number },
): Promise<Round> {
  const database = await createDatabase(keys)
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  const server = await startCountingMailServer({ keepsText: false })
  const running: RunningWorker[] = []
  const start = async () => {
    const worker = await startWorker({
      DATABASE_JOBS_URL: database.jobsUrl,
      SMTP_URL: server.url,
      MAIL_FROM: 'Locus <locus@example.org>',
      LOCUS_WORKER_PULSE_MS: '1000',
    })
    running.push(worker)
    return worker
  }
  try {
    await fill(owner, people)
    let oldest = await start()
    for (let more = 1; more < workers; more += 1) await start()
    const begun = performance.now()
    for (let kill = 1; kill <= kills; kill += 1) {
      await reached(server, Math.floor((people * kill) / (kills + 1)))
      await oldest.end('SIGKILL')
      await start()
      oldest = running.at(-2) ?? oldest
    }
    await reached(server, people)
    const seconds = (performance.now() - begun) / 1000
    const [row] = await finished(owner)
    const counts = server.counts()
    return {
      title,
      seconds,
      mails: people,
      lines: row?.lines ?? 0,
      lost: people - counts.size,
      twice: [...counts.values()].filter((count) => count > 1).length,
      mostTwice: kills * UNDER_WAY,
    }
  } finally {
    for (const { child } of running) child.kill('SIGKILL')
    await server.close()
    await owner.end()
    await database.drop()
  }
}

/** People whose digest is due from midnight on, without quiet hours, each with exam days on ten of the next days. */
async function fill(owner: postgres.Sql, people: number): Promise<void> {
  await owner`insert into users (id, kind, email, time_zone)
    select gen_random_uuid(), 'member', 'p' || n || '@example.org', 'UTC' from generate_series(1, ${people}) n`
  await owner`insert into reminder_settings (applicant_id, digest_hour, quiet_from, quiet_until)
    select id, 0, 0, 0 from users`
  await owner`insert into exam_attempts (applicant_id, exam, taken_on, outcome)
    select id, 'step2ck', current_date + 1 + n, 'planned' from users, generate_series(1, ${THINGS}) n`
  await owner`analyze`
}

async function reached(server: CountingMailServer, mails: number): Promise<void> {
  const isThere = () => server.taken.length >= mails && server.counts().size >= mails
  for (let last = server.taken.length, still = 0; !isThere(); await pause(50)) {
    still = server.taken.length === last ? still + 1 : 0
    last = server.taken.length
    if (still > 1200) throw new Error(`No mail for a minute, with ${last} of ${mails} there`)
  }
}

async function finished(owner: postgres.Sql): Promise<{ lines: number }[]> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const [row] = await owner<{ open: number }[]>`
      select count(*)::int as open from reminder_mails where state <> 'sent'`
    if (row?.open === 0) break
    await pause(100)
  }
  return owner<{ lines: number }[]>`
    select count(*)::int as lines from reminder_deliveries d join reminder_mails m on m.id = d.mail_id where m.state = 'sent'`
}
