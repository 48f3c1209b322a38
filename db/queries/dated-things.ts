import 'server-only'
import { inArray } from 'drizzle-orm'
import { interviewDatedThings } from '@/lib/interviews/dated-things'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { examThings } from '@/lib/reminders/exam-things'
import { seasonThings } from '@/lib/reminders/season-things'
import type { Scope } from '../access'
import { programs } from '../schema'
import { listExamAttempts } from './exams'
import { listInterviews } from './interviews'
import { findCycleSeason } from './seasons'

/** What the dated things of a person are read from; mentors never hold all of it. */
export type DatedThingsScope = Scope<'exams:read' | 'list:read' | 'interviews:read'>

/**
 * Everything of the person's that has a date to be reminded of, past and done things too. A part of the app that has
 * dates adds itself here: reminders, the list in the app and the calendar all read this one.
 */
export async function listDatedThings(scope: DatedThingsScope): Promise<DatedThing[]> {
  const [cycle, attempts, interviews] = await Promise.all([
    findCycleSeason(scope),
    listExamAttempts(scope),
    listInterviews(scope),
  ])
  const names = await programNames(
    scope,
    interviews.map(({ programId }) => programId),
  )
  return [
    ...(cycle ? seasonThings(cycle.season) : []),
    ...examThings(attempts),
    ...interviewDatedThings(interviews, (id) => names.get(id) ?? 'a program'),
  ]
}

async function programNames(scope: DatedThingsScope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.tx
    .select({ id: programs.id, name: programs.sponsor })
    .from(programs)
    .where(inArray(programs.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
