import 'server-only'
import { eq, like, max, sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import type { Executor, JobsScope, Scope } from '../access'
import { workerMarks } from '../schema'

/** The work that the web process may ask for; the database knows the same list. */
export type WebTask = 'remind'

/** Asks the worker to do something now instead of at its next round. Asking twice is asking once. */
export async function enqueue(scope: Scope, task: WebTask): Promise<void> {
  await scope.tx.execute(sql`select app_enqueue(${task})`)
}

/** The database's clock: the one that all workers and the record of mails keep. */
export async function databaseNow(scope: JobsScope): Promise<Instant> {
  const [row] = await scope.tx.execute<{ at: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  )
  return row?.at ?? new Date(0).toISOString()
}

/** Longer than a worker is ever silent: a gap of this length means that none ran, or that a backup was restored. */
const GAP = sql`interval '10 minutes'`

/**
 * Notes that a worker begins. When none was seen for a while, what came due meanwhile is to go together: the moment is
 * kept for that (`findResumedAt`).
 */
export async function noteWorkerStart(scope: JobsScope, workerId: string): Promise<void> {
  const [seen] = await scope.tx
    .select({
      isRecent: sql<boolean>`coalesce(${max(workerMarks.at)} between now() - ${GAP} and now() + ${GAP}, false)`,
    })
    .from(workerMarks)
    .where(like(workerMarks.key, 'worker:%'))
  if (!seen?.isRecent) await mark(scope, 'resumed')
  await noteWorkerSeen(scope, workerId)
}

export async function noteWorkerSeen(scope: JobsScope, workerId: string): Promise<void> {
  await mark(scope, `worker:${workerId}`)
}

/** When work last began again after a gap; null before anything ran. */
export async function findResumedAt(scope: JobsScope): Promise<Instant | null> {
  const [row] = await scope.tx
    .select({ at: workerMarks.at })
    .from(workerMarks)
    .where(eq(workerMarks.key, 'resumed'))
  return row?.at.toISOString() ?? null
}

/** Notes that the mail server does not answer, and since when; null notes that it does again. */
export async function noteMailServer(scope: JobsScope, failure: string | null): Promise<void> {
  if (failure !== null) return mark(scope, 'mail_failing', failure.slice(0, 40))
  await scope.tx.delete(workerMarks).where(eq(workerMarks.key, 'mail_failing'))
}

async function mark(scope: JobsScope, key: string, detail: string | null = null): Promise<void> {
  await scope.tx
    .insert(workerMarks)
    .values({ key, detail })
    .onConflictDoUpdate({ target: workerMarks.key, set: { at: sql`now()`, detail } })
}

/** Gives each member who has none a clock, so that they are looked at; returns how many were new. */
export async function startClocks(scope: JobsScope): Promise<number> {
  const [row] = await scope.tx.execute<{ count: string }>(sql`select app_start_clocks() as count`)
  return Number(row?.count ?? 0)
}

/** Forgets what is past its time, as the privacy page promises; see `app_clean_up` in the migrations. */
export async function cleanUpDaily(scope: JobsScope): Promise<Record<string, number>> {
  const [row] = await scope.tx.execute<Record<string, number>>(
    sql`select guests, sessions, links, limits from app_clean_up()`,
  )
  return { ...row }
}

/** How the background work goes, in instants and without anybody's data; null where the database does not answer. */
export type WorkHealth = {
  workerSeenAt: Instant | null
  remindersSentAt: Instant | null
  waitingSince: Instant | null
  mailFailingSince: Instant | null
}

export async function workHealth(tx: Executor): Promise<WorkHealth> {
  const [row] = await tx.execute<Record<string, Date | string | null>>(
    sql`select worker_seen_at, reminders_sent_at, waiting_since, mail_failing_since from app_work_health()`,
  )
  const at = (value: Date | string | null | undefined) => (value ? new Date(value).toISOString() : null)
  return {
    workerSeenAt: at(row?.worker_seen_at),
    remindersSentAt: at(row?.reminders_sent_at),
    waitingSince: at(row?.waiting_since),
    mailFailingSince: at(row?.mail_failing_since),
  }
}
