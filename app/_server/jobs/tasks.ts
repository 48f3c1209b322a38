import 'server-only'
import type { TaskList } from 'graphile-worker'
import { withJobsScope } from '@/db/access'
import { cleanUpDaily } from '@/db/queries/work'
import { log } from '@/lib/io/log'
import { remind } from './remind'

/** Daily, at an hour when few are awake anywhere that people apply from; a day that was missed is made up for. */
export const CRONTAB = '17 3 * * * clean_up ?fill=1d'

/** What a worker can do, by the names that `app_enqueue` and the crontab use. Each may run twice without harm. */
export const TASKS: TaskList = {
  async remind(_payload, { addJob, abortSignal }) {
    const begun = performance.now()
    const report = await remind({
      signal: abortSignal,
      askForHelp: async () => void (await addJob('remind', {}, { jobKey: 'remind' })),
    })
    if (report.sent + report.failed + report.claimed === 0) return
    log.info(
      { event: 'reminders', ...report, ms: Math.round(performance.now() - begun) },
      'Reminders went out',
    )
  },
  async clean_up() {
    log.info({ event: 'clean_up', ...(await withJobsScope(cleanUpDaily)) }, 'Forgot what is past its time')
  },
}
