import 'server-only'
import { plannedSeason } from '@/app/_server/fit-basis'
import { type MenteeScope, menteeNotes } from '@/db/access'
import { listNamedInterviews } from '@/db/queries/interviews'
import { loadMentees, menteeAlone, sectionScope } from '@/db/queries/mentees'
import { listWaitingQuestions } from '@/db/queries/mentor-questions'
import { listNamedPrograms, type NamedProgram } from '@/db/queries/named-programs'
import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { today as dayIn } from '@/lib/dates/instant'
import type { Interview } from '@/lib/interviews/interview'
import { SILENCE_DAYS } from '@/lib/list/no-response'
import { type ChangedPage, changesByPage, lastChangeOn } from '@/lib/mentors/changes'
import { type MenteeReading, readMentee, type Sight } from '@/lib/mentors/mentee'
import { menteeNeeds, type Need } from '@/lib/mentors/needs'
import type { Section } from '@/lib/mentors/policy'
import type { Season } from '@/lib/season/season'
import { isContactBarred } from '@/lib/soap/desk'

/** The reader's clock: a mentor's own zone, or what a browser without an account reported. */
export type Clock = { now: Instant; zone: string }

/** One applicant as a mentor, a link or the preview may see them: what every page about a mentee is made from. */
export type MenteeView = Clock & {
  name: string
  applicantId: string
  by: MenteeScope['by']
  access: MenteeScope['access']
  may: (section: Section) => boolean
  today: CalendarDate
  season: Season
  reading: MenteeReading
  needs: readonly Need[]
  interviews: readonly Interview[]
  /** The names of their programs, and of those that contacts and ranks speak of. */
  named: readonly NamedProgram[]
  silenceDays: number
  /** Free words may name any program: a mentor in conflict does not read them, unless the list is shown. */
  showsNotes: boolean
  lastChangeOn: CalendarDate | null
  /** When the visit before this one was, its day, and what changed since. */
  lookedAt: Instant | null
  lookedOn: CalendarDate | null
  changed: readonly { page: ChangedPage | null; words: string }[]
  isContactBarred: boolean
}

/** Reads one mentee by the statements that the roster reads all of them by, whatever is granted. */
export async function readMenteeView(scope: MenteeScope, { now, zone }: Clock): Promise<MenteeView> {
  const naming = listNamedPrograms(scope)
  const notes = menteeNotes(scope)
  const [{ mentees, seasons }, interviews, named, waiting] = await Promise.all([
    loadMentees(menteeAlone(scope), { since: 'visit_before' }),
    listNamedInterviews(sectionScope(scope, 'interviews'), naming),
    naming,
    notes ? listWaitingQuestions(notes) : [],
  ])
  const [stored] = mentees
  if (!stored) throw new Error('a mentee without an access')
  const { access } = stored
  const today = dayIn(now, zone)
  const season = stored.season ?? plannedSeason(seasons, today)
  const sight = sightOf(scope)
  const reading = readMentee({ ...stored.rows, season }, { sight, today, zone })
  const changeDay = lastChangeOn(stored.changes, zone)
  return {
    now,
    zone,
    name: access.applicantName || 'Your mentee',
    applicantId: access.applicantId,
    by: scope.by,
    access,
    may: (section) => scope.may(section),
    today,
    season,
    reading,
    needs: menteeNeeds(reading, {
      lastChangeOn: changeDay,
      grantedOn: dayIn(access.since, zone),
      newResults: stored.newResults,
      openQuestions: waiting.find(({ applicantId }) => applicantId === access.applicantId)?.count ?? 0,
    }),
    interviews,
    named,
    silenceDays: stored.silenceDays ?? SILENCE_DAYS,
    showsNotes: sight.isListWhole,
    lastChangeOn: changeDay,
    lookedAt: stored.lookedAt,
    lookedOn: stored.lookedAt && dayIn(stored.lookedAt, zone),
    changed: stored.lookedAt ? changesByPage(stored.changes, scope.may) : [],
    isContactBarred: isContactBarred(season, now) === true,
  }
}

function sightOf({ may, access: { conflict } }: Pick<MenteeScope, 'may' | 'access'>): Sight {
  return { may, isListWhole: !conflict || conflict.isLifted }
}
