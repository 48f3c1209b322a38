import 'server-only'
import { type Scope, withOwnScope } from '@/db/access'
import { applicantOf } from '@/db/queries/applicant'
import { listExamAttempts } from '@/db/queries/exams'
import { listExperiences } from '@/db/queries/experiences'
import { listUploadDays } from '@/db/queries/letter-tracks'
import { emptyProfile, getProfile, type Profile } from '@/db/queries/profile'
import { listStatements } from '@/db/queries/statements'
import { listStorySentences, type StoredSentence } from '@/db/queries/story'
import { listToldPlaces } from '@/db/queries/told-places'
import { addDays, addMonths, type CalendarDate } from '@/lib/dates/calendar-date'
import { toZoned } from '@/lib/dates/instant'
import type { ExamAttempt } from '@/lib/exams/attempt'
import type { Experience } from '@/lib/experiences/experience'
import { FIT_POLICY } from '@/lib/fit/policy'
import { LETTER_TOPICS } from '@/lib/profile/applicant'
import { type Disagreement, disagreements, type ToldPlace } from '@/lib/story/disagreements'
import { type StoryItem, storyItems } from '@/lib/story/items'
import { finishedSentences, type Missing, storyMissing } from '@/lib/story/missing'
import { readPatterns, type StoryReading } from '@/lib/story/patterns'
import type { DatedSpan, StoryRecord } from '@/lib/story/record'
import { SENTENCE_LABELS, SENTENCE_ROLES } from '@/lib/story/sentence'
import { type StoryStrip, storyStrip } from '@/lib/story/strip'
import { getViewer, type SignedIn } from './auth'
import { viewerToday } from './fit-basis'

/** What the story's pages read, in one transaction. A visitor has said nothing yet. */
export type StoryBasis = {
  viewer: SignedIn | null
  today: CalendarDate
  record: StoryRecord
  experiences: readonly Experience[]
  items: readonly StoryItem[]
  strip: StoryStrip
  reading: StoryReading
  sentences: readonly StoredSentence[]
  missing: readonly Missing[]
  /** Where another text, or a sentence itself, says something else. */
  disagreements: readonly Disagreement[]
}

export type StoryRows = {
  profile: Profile
  attempts: readonly ExamAttempt[]
  experiences: readonly Experience[]
  /** The day on which a letter came into ERAS, by letter. */
  uploads: ReadonlyMap<string, CalendarDate>
  sentences: readonly StoredSentence[]
  places: readonly ToldPlace[]
  statements: StoryRecord['statements']
}

export const NO_STORY: StoryRows = {
  profile: emptyProfile(),
  attempts: [],
  experiences: [],
  uploads: new Map(),
  sentences: SENTENCE_ROLES.map((role) => ({ role, text: '', evidence: [], version: 0 })),
  places: [],
  statements: [],
}

export async function readStoryBasis(): Promise<StoryBasis> {
  const viewer = await getViewer()
  const today = await viewerToday(viewer)
  const rows = viewer ? await withOwnScope(viewer, readStoryRows) : NO_STORY
  return { viewer, today, ...readStory(rows, today) }
}

/** The story within a transaction that is under way, for the pages that offer its sentences beside something else. */
export async function readStoryIn(scope: Scope, today: CalendarDate) {
  return readStory(await readStoryRows(scope), today)
}

export async function readStoryRows(scope: Scope): Promise<StoryRows> {
  const [profile, attempts, experiences, uploads, sentences, places, written] = await Promise.all([
    getProfile(scope),
    listExamAttempts(scope),
    listExperiences(scope),
    listUploadDays(scope),
    listStorySentences(scope),
    listToldPlaces(scope),
    listStatements(scope),
  ])
  // The scope knows no zone; a day more or less at the date line tells the same story.
  const statements = written
    .filter(({ text }) => text.trim() !== '')
    .map(({ id, title, savedAt }) => ({ id, title, changedOn: toZoned(savedAt, 'UTC').date }))
  return { profile, attempts, experiences, uploads, sentences, places, statements }
}

/** What the rows come to on a day. */
export function readStory(
  { profile, attempts, experiences, uploads, sentences, places, statements }: StoryRows,
  today: CalendarDate,
) {
  const record = storyRecord(profile, attempts, experiences, { uploads, statements })
  const items = storyItems(record)
  const strip = storyStrip(record, items, today)
  const reading = readPatterns(record, FIT_POLICY)
  const own = sentences
    .filter(({ text }) => text !== '')
    .map(
      ({ role, text }): ToldPlace => ({
        kind: 'story',
        title: SENTENCE_LABELS[role],
        href: `/story#${role}`,
        text,
      }),
    )
  return {
    record,
    experiences,
    items,
    strip,
    reading,
    sentences,
    missing: storyMissing({ strip, reading, sentences, items }),
    disagreements: disagreements(
      record,
      finishedSentences(sentences).map(({ text }) => text),
      [...own, ...places],
    ),
  }
}

/** The profile as a story and its experiences read it. */
export function storyRecord(
  profile: Profile,
  attempts: readonly ExamAttempt[],
  experiences: readonly Experience[],
  { uploads = new Map(), statements = [] }: Partial<Pick<StoryRows, 'uploads' | 'statements'>> = {},
): StoryRecord {
  return {
    applicant: applicantOf(profile, attempts),
    clinical: profile.clinical,
    research: profile.research.map(({ isInUs, ...row }) => ({ ...row, inUs: isInUs })),
    publications: profile.publications,
    letters: profile.letters.map((row) => ({
      ...row,
      topics: LETTER_TOPICS.filter((topic) => row.topics.includes(topic)),
    })),
    others: experiences
      .filter(({ source }) => source === null)
      .map(({ id, title, isGenetics, type }) => ({ id, title, isGenetics, isCourse: type === 'education' })),
    statements,
    spans: new Map([
      ...[...uploads].map(([id, on]): [string, DatedSpan] => [
        `letter:${id}`,
        { startOn: on, endOn: on, isOngoing: false },
      ]),
      ...experiences.flatMap((one): [string, DatedSpan][] => {
        const { id, source, startOn, endOn, isOngoing } = one
        if (startOn === null) return []
        const last = endOn ?? (isOngoing ? null : startOn)
        // Months are kept as their first day; on a line of time the last one is filled to its end.
        const span = { startOn, endOn: last && addDays(addMonths(last, 1), -1), isOngoing }
        return [[source ?? `experience:${id}`, span]]
      }),
    ]),
  }
}
