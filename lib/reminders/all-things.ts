import type { Checklist } from '@/lib/checklist/checklist'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { interviewDatedThings } from '@/lib/interviews/dated-things'
import type { Interview } from '@/lib/interviews/interview'
import type { Season } from '@/lib/season/season'
import { checklistThings, coveredEvents } from './checklist-things'
import type { DatedThing } from './dated-thing'
import { examThings } from './exam-things'
import { seasonThings } from './season-things'

/**
 * Everything of a person's that has a date to be reminded of, past and done things too. A part of the app that has dates
 * adds itself here: reminders, the list in the app, home and the calendar all read this one. Season and checklist are null
 * for someone who has not begun a cycle.
 */
export function allDatedThings({
  season,
  checklist,
  attempts,
  interviews,
  nameOf,
}: {
  season: Season | null
  checklist: Checklist | null
  attempts: readonly ExamAttempt[]
  interviews: readonly Interview[]
  /** The name of a program by its id. */
  nameOf: (programId: string) => string
}): DatedThing[] {
  const covered = checklist ? coveredEvents(checklist) : new Set<string>()
  return [
    ...(season ? seasonThings(season).filter(({ id }) => !covered.has(id.split(':')[1] ?? '')) : []),
    ...(checklist ? checklistThings(checklist) : []),
    ...examThings(attempts),
    ...interviewDatedThings(interviews, nameOf),
  ]
}
