import 'server-only'
import { randomUUID } from 'node:crypto'
import { Logger, run } from 'graphile-worker'
import { withJobsScope } from '@/db/access'
import { noteWorkerSeen, noteWorkerStart } from '@/db/queries/work'
import { databaseUrlOf, SettingsError } from '@/lib/io/env'
import { sendConsoleErrorsToLog } from '@/lib/io/error-log'
import { log } from '@/lib/io/log'
import { CRONTAB, TASKS } from './jobs/tasks'

/*
 * A worker: a process of its own, run by `npm start` beside the web or by `npm run worker` elsewhere. It holds the jobs'
 * connection and no other.
 */

/** Counted by a timer that no clock moves: reminders do not hang on a cron whose clock may jump. */
const PULSE_MS = Number(process.env.LOCUS_WORKER_PULSE_MS) || 20_000

async function main(): Promise<void> {
  sendConsoleErrorsToLog()
  const workerId = randomUUID()
  await withJobsScope((scope) => noteWorkerStart(scope, workerId))
  const runner = await run({
    connectionString: databaseUrlOf('jobs'),
    schema: 'jobs',
    // One task at a time: a round of reminders has lanes of its own, and a second worker takes the next task.
    concurrency: 1,
    maxPoolSize: 4,
    noHandleSignals: true,
    taskList: TASKS,
    crontab: CRONTAB,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ event: 'queue' }, message)
      else if (level === 'warning') log.warn({ event: 'queue' }, message)
    }),
  })
  const pulse = async () => {
    try {
      await withJobsScope((scope) => noteWorkerSeen(scope, workerId))
      await runner.addJob('remind', {}, { jobKey: 'remind' })
    } catch (error) {
      log.error({ err: error }, 'The worker could not reach the database')
    }
  }
  await pulse()
  const timer = setInterval(() => void pulse(), PULSE_MS)

  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    clearInterval(timer)
    // A round under way ends after the mails that are being sent; what is left waits in the tables.
    runner.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // Without a queue there is nothing to do here; whoever supervises this process starts it again.
  runner.promise.then(
    () => !isStopping && process.exit(1),
    (error: unknown) => {
      log.error({ err: error }, 'The queue ended')
      process.exit(1)
    },
  )
  process.send?.({ ready: true })
  log.info({ event: 'worker_ready' }, 'The worker is ready')
}

main().catch((error: unknown) => {
  if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`)
  else log.error({ err: error }, 'The worker could not start')
  process.exit(1)
})
