import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { buildChecklist, type Checklist } from '@/lib/checklist/checklist'
import { checklistPrograms } from '@/lib/checklist/programs'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { today } from '@/lib/dates/instant'
import { letterCounts } from '@/lib/letters/counts'
import type { TrackedLetter } from '@/lib/letters/letter'
import { allDatedThings } from '@/lib/reminders/all-things'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import type { Season } from '@/lib/season/season'
import type { Scope } from '../access'
import { programs, users } from '../schema'
import { loadApplicant } from './applicant'
import { loadChecklistRows } from './checklist'
import { listContacts } from './contacts'
import { listExamAttempts } from './exams'
import { listInterviews } from './interviews'
import { listTrackedLetters } from './letter-tracks'
import { listEntries } from './list'
import { listOutsideOffers } from './outside-offers'
import { listPaperTracks } from './papers'
import { listPrograms } from './programs'
import { findCycleSeason } from './seasons'
import { findSoapStanding } from './soap-standing'

/** What the dated things of a person are read from; mentors never hold all of it. */
export type DatedThingsScope = Scope<
  | 'profile:read'
  | 'exams:read'
  | 'list:read'
  | 'interviews:read'
  | 'checklist:read'
  | 'contacts:read'
  | 'documents:read'
>

/** Everything of the person's that has a date to be reminded of: see `allDatedThings`, where a part of the app adds itself. */
export async function listDatedThings(scope: DatedThingsScope, now: Instant): Promise<DatedThing[]> {
  const [cycle, attempts, interviews, offers, soap, contacts, letters, paperTracks, zone] = await Promise.all(
    [
      findCycleSeason(scope),
      listExamAttempts(scope),
      listInterviews(scope),
      listOutsideOffers(scope),
      findSoapStanding(scope),
      listContacts(scope),
      listTrackedLetters(scope),
      listPaperTracks(scope),
      zoneOf(scope),
    ],
  )
  const [checklist, names] = await Promise.all([
    cycle && readChecklist(scope, cycle.season, { letters, today: today(now, zone) }),
    programNames(
      scope,
      [...interviews, ...contacts].flatMap(({ programId }) => programId ?? []),
    ),
  ])
  return allDatedThings({
    season: cycle?.season ?? null,
    checklist,
    soap,
    attempts,
    interviews,
    contacts,
    offers,
    letters,
    paperTracks,
    zone,
    nameOf: (id) => names.get(id),
  })
}

async function readChecklist(
  scope: DatedThingsScope,
  season: Season,
  { letters, today: day }: { letters: readonly TrackedLetter[]; today: CalendarDate },
): Promise<Checklist> {
  const [applicant, entries, catalogue, rows] = await Promise.all([
    loadApplicant(scope),
    listEntries(scope),
    listPrograms(scope),
    loadChecklistRows(scope),
  ])
  const byId = new Map(catalogue.map((program) => [program.id, program]))
  return buildChecklist({
    applicant,
    programs: checklistPrograms(entries, byId, season.year),
    season,
    ...rows,
    letters: letterCounts(letters),
    today: day,
  })
}

async function zoneOf(scope: DatedThingsScope): Promise<string> {
  const [person] = await scope.tx
    .select({ timeZone: users.timeZone })
    .from(users)
    .where(eq(users.id, scope.applicantId))
  return person?.timeZone ?? 'UTC'
}

async function programNames(scope: DatedThingsScope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.tx
    .select({ id: programs.id, name: programs.sponsor })
    .from(programs)
    .where(inArray(programs.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
