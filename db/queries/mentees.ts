import 'server-only'
import { sql } from 'drizzle-orm'
import type { Instant } from '@/lib/dates/calendar-date'
import { hasResult } from '@/lib/exams/summary'
import type { Change } from '@/lib/mentors/changes'
import type { MenteeRows } from '@/lib/mentors/mentee'
import type { Section } from '@/lib/mentors/policy'
import type { Season } from '@/lib/season/season'
import { allows, type Executor, type GroupScope, type MenteeScope, type Scope } from '../access'
import type { Access } from '../accesses'
import { loadApplicants } from './applicant'
import { loadChecklistRowsOf } from './checklist'
import { listCurrentCyclesOf } from './cycles'
import { type DatedAttempt, listExamAttemptsOf } from './exams'
import { getForecastOwnOf } from './forecast-settings'
import { listTrackedLettersOf } from './letter-tracks'
import { listEntriesOf } from './list'
import { listChangesOf, myLooks, type Since } from './mentee-changes'
import { listForecastResultsOf } from './practice-results'
import { listProgramsOf } from './programs'
import { listSeasons } from './seasons'

/** One mentee as stored, as far as this reader may see them. */
export type StoredMentee = {
  access: Access
  rows: Omit<MenteeRows, 'season'>
  /** Null for an applicant who has not begun a cycle. */
  season: Season | null
  silenceDays: number | null
  /** When this mentor last opened a page of theirs; null before the first time, and for whoever holds a link. */
  lookedAt: Instant | null
  /** Results that were recorded since then. */
  newResults: readonly DatedAttempt[]
  /** What changed since then, by table, and when each last did. */
  changes: readonly Change[]
}

/** What a reader reads of several mentees at once, and of one by the same statements. */
export type Readers = { readonly tx: Executor; readonly mentees: readonly Access[] }

/** A mentee's page as a group of one. */
export function menteeAlone(scope: MenteeScope): Readers {
  return { tx: scope.tx, mentees: [scope.access] }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * The scope for queries about one section of one mentee. Where it is withheld they run all the same, for nobody: the answer
 * is that of an empty section, whatever the database would show.
 */
export function sectionScope<S extends Section>(scope: MenteeScope, section: S): Scope<`${S}:read`> {
  return scope.may(section) ? scope : { ...scope, applicantId: NOBODY, viewerId: NOBODY }
}

/** The mentees who let this reader see a section: nobody else's id reaches a statement about it. */
export function readersOf<S extends Section>(readers: Readers, section: S): GroupScope<`${S}:read`> {
  return {
    tx: readers.tx,
    applicantIds: readers.mentees
      .filter((access) => allows(access, `${section}:read`))
      .map(({ applicantId }) => applicantId),
  }
}

/**
 * Everything that the roster says of each mentee, and a mentee's pages say of one: the same statements, whatever is granted
 * and however many there are. `since` is 'last_look' where a line tells what is new, and 'visit_before' on a page that is
 * being looked at now.
 */
export async function loadMentees(
  readers: Readers,
  { since }: { since: Since },
): Promise<{ mentees: StoredMentee[]; seasons: readonly Season[] }> {
  const { tx, mentees } = readers
  const exams = readersOf(readers, 'exams')
  const list = readersOf(readers, 'list')
  const [
    looks,
    changesOf,
    applicantOf,
    attemptsOf,
    resultsOf,
    forecastOf,
    cycleOf,
    seasons,
    entriesOf,
    programOf,
    checklistOf,
    lettersOf,
  ] = await Promise.all([
    listLooks(tx, since),
    listChangesOf(readers, since),
    loadApplicants({ profile: readersOf(readers, 'profile'), exams }),
    listExamAttemptsOf(exams),
    listForecastResultsOf(exams),
    getForecastOwnOf(exams),
    listCurrentCyclesOf({ tx, applicantIds: mentees.map(({ applicantId }) => applicantId) }),
    listSeasons({ tx, viewerId: null }),
    listEntriesOf(list),
    listProgramsOf(list),
    loadChecklistRowsOf(readersOf(readers, 'checklist')),
    listTrackedLettersOf({ documents: readersOf(readers, 'documents'), list }),
  ])
  return {
    seasons,
    mentees: mentees.map((access) => {
      const { applicantId } = access
      const cycle = cycleOf(applicantId)
      const lookedAt = looks.get(applicantId) ?? null
      return {
        access,
        season: seasons.find(({ year }) => year === cycle?.seasonYear) ?? null,
        silenceDays: cycle?.silenceDays ?? null,
        lookedAt,
        newResults: attemptsOf(applicantId).filter(
          (attempt) => hasResult(attempt) && lookedAt !== null && attempt.savedAt > lookedAt,
        ),
        changes: changesOf(applicantId),
        rows: {
          applicant: applicantOf(applicantId),
          results: resultsOf(applicantId),
          forecast: forecastOf(applicantId),
          listed: entriesOf(applicantId).flatMap((entry) => {
            const program = programOf(applicantId, entry.programId)
            return program && showsProgram(access, program.id) ? [{ entry, program }] : []
          }),
          ...checklistOf(applicantId),
          letters: lettersOf(applicantId).map((letter) => ({
            ...letter,
            assignments: letter.assignments.filter(({ programId }) => showsProgram(access, programId)),
          })),
        },
      }
    }),
  }
}

/** Whether anybody lets this person look in. */
export async function hasMentees({ tx }: Scope): Promise<boolean> {
  const [row] = await tx.execute<{ has: boolean }>(sql`select exists (select from app_accesses()) as has`)
  return row?.has ?? false
}

/** Whether the mask leaves this program of the list to see. The database holds the same mask. */
export function showsProgram({ conflict }: Access, programId: string): boolean {
  return !conflict || conflict.isLifted || conflict.programIds.includes(programId)
}

/** When the viewer last opened a page of each mentee, by the log that the mentees read. */
async function listLooks(tx: Executor, since: Since): Promise<ReadonlyMap<string, Instant>> {
  const rows = await tx.execute<{ applicant_id: string; looked_at: string }>(
    sql`select applicant_id, looked_at from ${myLooks(since)}`,
  )
  return new Map(rows.map((row) => [row.applicant_id, new Date(row.looked_at).toISOString()]))
}
