import 'server-only'
import { sql } from 'drizzle-orm'
import type { TiesBefore } from '@/lib/account/leaving-words'
import type { Scope } from '../access'

/** What ties the viewer to other people, counted before they delete their account. */
export async function countTies(scope: Scope): Promise<TiesBefore> {
  const [row] = await scope.tx.execute<TiesBefore>(
    sql`select mentors, links, mentees, comments, looks from app_my_ties()`,
  )
  return row ?? { mentors: 0, links: 0, mentees: 0, comments: 0, looks: 0 }
}
