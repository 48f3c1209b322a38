import type { ListEntry } from '@/lib/list/entry'
import type { EntryStatus, Signal } from '@/lib/list/status'
import type { Program } from '@/lib/programs/fact'
import type { Pathway } from '@/lib/programs/pathway'
import { type FactReader, type FactReadings, resolveFacts } from '@/lib/programs/resolve-fact'
import { type ChecklistCalendar, usualCalendars } from './calendar-names'

/** A program of the list as the checklist reads it. */
export type ChecklistProgram = {
  programId: string
  pathway: Pathway
  status: EntryStatus
  signal: Signal
  /** The calendars by which one applies to it; both fellowship cycles where the program's own is not known; none outside ERAS. */
  calendars: readonly ChecklistCalendar[]
}

const GONE: ReadonlySet<EntryStatus> = new Set(['withdrawn', 'rejected', 'interview_declined'])
const NOT_YET: ReadonlySet<EntryStatus> = new Set(['considering', 'saved'])

/** The programs that the season is still about: those that one withdrew from, or was refused by, are left out. */
export function checklistPrograms(
  entries: readonly Pick<ListEntry, 'programId' | 'status' | 'signal'>[],
  programs: ReadonlyMap<string, Program>,
  seasonYear: number,
  readFacts: FactReader = resolveFacts,
): readonly ChecklistProgram[] {
  return entries.flatMap(({ programId, status, signal }) => {
    const program = programs.get(programId)
    if (!program || GONE.has(status)) return []
    return [
      {
        programId,
        pathway: program.pathway,
        status,
        signal,
        calendars: calendarsOf(program, readFacts(program, seasonYear)),
      },
    ]
  })
}

export function hasApplied({ status }: Pick<ChecklistProgram, 'status'>): boolean {
  return !NOT_YET.has(status)
}

function calendarsOf(program: Program, facts: FactReadings): readonly ChecklistCalendar[] {
  switch (facts.get('eras_cycle')?.value) {
    case 'season':
      return ['main']
    case 'july':
      return ['july']
    case 'december':
      return ['december']
    case 'none':
      return []
    default:
      return usualCalendars(program.pathway)
  }
}
