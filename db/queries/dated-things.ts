import 'server-only'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { examThings } from '@/lib/reminders/exam-things'
import { seasonThings } from '@/lib/reminders/season-things'
import type { Scope } from '../access'
import { listExamAttempts } from './exams'
import { findCycleSeason } from './seasons'

/** What the dated things of a person are read from; mentors never hold all of it. */
export type DatedThingsScope = Scope<'exams:read' | 'list:read'>

/**
 * Everything of the person's that has a date to be reminded of, past and done things too. A part of the app that has
 * dates adds itself here: reminders, the list in the app and the calendar all read this one.
 */
export async function listDatedThings(scope: DatedThingsScope): Promise<DatedThing[]> {
  const [cycle, attempts] = await Promise.all([findCycleSeason(scope), listExamAttempts(scope)])
  return [...(cycle ? seasonThings(cycle.season) : []), ...examThings(attempts)]
}
