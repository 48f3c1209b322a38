import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { AppError } from '@/lib/errors/app-error'
import {
  COVERAGE_TOPICS,
  DIRECTOR_TOPICS,
  type DirectorTopic,
  type LetterAssignment,
  type StageDays,
  type TrackedLetter,
} from '@/lib/letters/letter'
import { inSeason } from '@/lib/letters/season'
import { stageDaysOf } from '@/lib/letters/stages'
import type { EventStatus } from '@/lib/season/season'
import { type GroupScope, groupOf, isUuid, type Scope } from '../access'
import {
  cycles,
  letters,
  listEntries,
  letterAssignments as places,
  seasonEvents,
  letterTracks as tracks,
} from '../schema'
import { byApplicant, isOneOf } from './by-applicant'
import { findLetter, type LetterValues, saveLetter } from './letters'
import { lockProfile } from './profile'
import { stampOf } from './stamp'

type ReadScope = Scope<'profile:read' | 'documents:read' | 'list:read'>
type EditScope = Scope<'profile:read' | 'profile:write' | 'documents:read' | 'documents:write' | 'list:read'>

const COLUMNS = {
  id: letters.id,
  author: letters.author,
  state: letters.state,
  profileTopics: letters.topics,
  writer: letters.writer,
  knowledge: tracks.knowledge,
  waiver: tracks.waiver,
  zone: tracks.zone,
  week: tracks.week,
  directorTopics: tracks.directorTopics,
  createdOn: tracks.createdOn,
  confirmedOn: tracks.confirmedOn,
  requestedOn: tracks.requestedOn,
  uploadedOn: tracks.uploadedOn,
  formerUploadedOn: tracks.formerUploadedOn,
  askedOn: tracks.askedOn,
  askAgainOn: tracks.askAgainOn,
  together: tracks.together,
  briefFacts: tracks.briefFacts,
  opensOn: seasonEvents.on,
  openingStatus: seasonEvents.status,
}

/** The day on which a letter first came into ERAS, by letter; one that did not come yet is left out. */
export async function listUploadDays(
  scope: Scope<'documents:read'>,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const rows = await scope.tx
    .select({
      letterId: tracks.letterId,
      uploadedOn: sql<CalendarDate | null>`coalesce(${tracks.formerUploadedOn}, ${tracks.uploadedOn})`,
    })
    .from(tracks)
    .where(eq(tracks.applicantId, scope.applicantId))
  return new Map(rows.flatMap(({ letterId, uploadedOn }) => (uploadedOn ? [[letterId, uploadedOn]] : [])))
}

/**
 * All letters with their way into ERAS, in the order of adding, and the programs of the current list that each is meant
 * for. What was meant for a program that left the list rests with it.
 */
export async function listTrackedLetters(scope: ReadScope): Promise<readonly TrackedLetter[]> {
  const group = groupOf(scope)
  return (await listTrackedLettersOf({ documents: group, list: group }))(scope.applicantId)
}

/**
 * The same of several applicants, by applicant, in as many statements. Documents and list may be open for different ones:
 * for which programs a letter is meant is read of those whose list is open.
 */
export async function listTrackedLettersOf({
  documents: { tx, applicantIds },
  list,
}: {
  documents: GroupScope<'documents:read'>
  list: GroupScope<'list:read'>
}): Promise<(applicantId: string) => readonly TrackedLetter[]> {
  const [rows, assigned] = await Promise.all([
    tx
      .select({ applicantId: letters.applicantId, ...COLUMNS })
      .from(letters)
      .leftJoin(tracks, eq(tracks.letterId, letters.id))
      .leftJoin(cycles, and(eq(cycles.applicantId, letters.applicantId), cycles.isCurrent))
      .leftJoin(
        seasonEvents,
        and(eq(seasonEvents.seasonYear, cycles.seasonYear), eq(seasonEvents.key, 'eras_season_opens')),
      )
      .where(isOneOf(letters.applicantId, applicantIds))
      .orderBy(asc(letters.createdAt), asc(letters.id)),
    tx
      .select({
        letterId: places.letterId,
        entryId: places.entryId,
        programId: listEntries.programId,
        assignedOn: places.assignedOn,
      })
      .from(places)
      .innerJoin(listEntries, and(eq(listEntries.id, places.entryId), isNull(listEntries.removedAt)))
      .innerJoin(cycles, and(eq(cycles.id, listEntries.cycleId), cycles.isCurrent))
      .where(isOneOf(places.applicantId, list.applicantIds))
      .orderBy(asc(places.entryId), asc(places.slot)),
  ])
  const found = byApplicant(
    rows.map(({ applicantId, ...row }) => ({
      applicantId,
      ...toTracked(
        row,
        assigned.filter(({ letterId }) => letterId === row.id).map(({ letterId: _, ...place }) => place),
      ),
    })),
  )
  return (applicantId) => found.get(applicantId) ?? []
}

type Row = Omit<TrackedLetter, 'topics' | 'week' | 'askedOn' | 'together' | 'assignments' | 'former'> & {
  formerUploadedOn: CalendarDate | null
  opensOn: CalendarDate | null
  openingStatus: EventStatus | null
  profileTopics: readonly string[]
  directorTopics: readonly string[] | null
  week: TrackedLetter['week'] | null
  askedOn: CalendarDate[] | null
  together: string | null
}

function toTracked(
  { profileTopics, directorTopics, opensOn, openingStatus, formerUploadedOn, ...row }: Row,
  assignments: readonly LetterAssignment[],
): TrackedLetter {
  const said = [...profileTopics, ...(directorTopics ?? [])]
  return {
    ...row,
    ...inSeason(
      { ...stageDaysOf(row), askedOn: row.askedOn ?? [], askAgainOn: row.askAgainOn, formerUploadedOn },
      { on: opensOn, isProjected: openingStatus === 'projected' },
    ),
    week: row.week ?? 'mon_fri',
    together: row.together ?? '',
    topics: COVERAGE_TOPICS.filter((topic) => said.includes(topic)),
    assignments,
  }
}

export type WriterValues = Pick<LetterValues, 'author' | 'topics' | 'writer'> &
  Pick<TrackedLetter, 'knowledge' | 'waiver' | 'zone' | 'week'> & { directorTopics: DirectorTopic[] }
export type StageValues = StageDays & Pick<TrackedLetter, 'state' | 'askAgainOn'>

/** What the form about the writer was made from, as it sends it back. */
export function writerStamp(letter: TrackedLetter): string {
  const { author, topics, writer, knowledge, waiver, zone, week } = letter
  return stampOf([author, [...topics].sort(), writer, knowledge, waiver, zone, week])
}

/** The same for the form about its way. */
export function stagesStamp(letter: StageValues): string {
  const { state, createdOn, confirmedOn, requestedOn, uploadedOn, askAgainOn } = letter
  return stampOf([state, createdOn, confirmedOn, requestedOn, uploadedOn, askAgainOn])
}

/** One letter; throws not_found when it is not this applicant's. */
export async function getTrackedLetter(scope: ReadScope, id: string): Promise<TrackedLetter> {
  if (!isUuid(id)) throw new AppError('not_found')
  const letter = (await listTrackedLetters(scope)).find((one) => one.id === id)
  if (!letter) throw new AppError('not_found')
  return letter
}

/** Saves who writes the letter and what of, in the profile and beside it; refused as a conflict when it changed since `seen`. */
export async function saveWriter(
  scope: EditScope,
  id: string,
  { values, seen }: { values: WriterValues; seen: string },
): Promise<void> {
  const stored = await lockLetter(scope, id)
  const { author, topics, writer, directorTopics, ...track } = values
  const next = { ...stored, ...values, topics: [...topics, ...directorTopics] as TrackedLetter['topics'] }
  refuseStale(writerStamp(stored), seen, writerStamp(next))
  await saveProfileRow(scope, id, { author, topics, writer, state: stored.state })
  await upsert(scope, id, { ...track, directorTopics })
}

/**
 * Saves how far a letter is. One that is uploaded is in hand for the profile too. Refused as a conflict when it changed
 * since `seen`.
 */
export async function saveStages(
  scope: EditScope,
  id: string,
  { values, seen }: { values: StageValues; seen: string },
): Promise<void> {
  const stored = await lockLetter(scope, id)
  const next: StageValues = { ...values, state: values.uploadedOn === null ? values.state : 'in_hand' }
  refuseStale(stagesStamp(stored), seen, stagesStamp(next))
  // Days of an earlier season make room for those of this one; of them the upload is kept.
  const { state, ...days } = next
  const track = { ...days, askedOn: [...stored.askedOn], formerUploadedOn: stored.former?.uploadedOn ?? null }
  const topics = stored.topics.filter((topic) => !DIRECTOR_TOPICS.some((known) => known === topic))
  await saveProfileRow(scope, id, { author: stored.author, writer: stored.writer, topics, state })
  await upsert(scope, id, track)
}

/** Notes that the writer was asked again on a day, or takes that back; a day of the person's own for it is used up. */
export async function noteAsked(
  scope: EditScope,
  id: string,
  { on, deed }: { on: CalendarDate; deed: 'add' | 'remove' },
): Promise<void> {
  const { askedOn, askAgainOn } = await lockLetter(scope, id)
  const others = askedOn.filter((day) => day !== on)
  await upsert(scope, id, {
    askedOn: (deed === 'add' ? [...others, on] : others).sort().slice(-100),
    askAgainOn: deed === 'add' && askAgainOn !== null && askAgainOn <= on ? null : askAgainOn,
  })
}

/** Keeps what the brief for the writer shows. */
export async function saveBrief(
  scope: EditScope,
  id: string,
  { together, briefFacts }: { together: string; briefFacts: string[] },
): Promise<void> {
  await lockLetter(scope, id)
  await upsert(scope, id, { together, briefFacts })
}

/** Holds the person's profile, so that two windows save one after the other. */
async function lockLetter(scope: EditScope, id: string): Promise<TrackedLetter> {
  await lockProfile(scope)
  return getTrackedLetter(scope, id)
}

function refuseStale(stored: string, seen: string, next: string): void {
  // A resend of what is stored already is no conflict.
  if (stored !== seen && stored !== next) throw new AppError('conflict')
}

async function saveProfileRow(
  scope: EditScope,
  id: string,
  values: Omit<LetterValues, 'topics'> & { topics: readonly string[] },
): Promise<void> {
  const row = await findLetter(scope, id)
  if (!row) throw new AppError('not_found')
  await saveLetter(scope, id, { values: { ...values, topics: [...values.topics] }, seen: row.seen })
}

async function upsert(
  scope: EditScope,
  letterId: string,
  values: Partial<typeof tracks.$inferInsert>,
): Promise<void> {
  await scope.tx
    .insert(tracks)
    .values({ ...values, letterId, applicantId: scope.applicantId })
    .onConflictDoUpdate({
      target: tracks.letterId,
      set: { ...values, updatedAt: sql`now()` },
      setWhere: eq(tracks.applicantId, scope.applicantId),
    })
}
