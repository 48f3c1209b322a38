import { sql } from 'drizzle-orm'
import type { Executor } from '@/db/access'

const PATIENCE_MS = 3_000

/** Whether the database answers within three seconds; never throws. */
export async function isDatabaseReady(tx: Executor): Promise<boolean> {
  const answer = tx.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), PATIENCE_MS)
  })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
