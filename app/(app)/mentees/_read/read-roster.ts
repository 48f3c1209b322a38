import 'server-only'
import { plannedSeason } from '@/app/_server/fit-basis'
import { allows, type MenteesScope } from '@/db/access'
import { loadMentees, type StoredMentee } from '@/db/queries/mentees'
import { listWaitingQuestions } from '@/db/queries/mentor-questions'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { today as dayIn } from '@/lib/dates/instant'
import { changesBrief, lastChangeOn } from '@/lib/mentors/changes'
import { readMentee, type Sight } from '@/lib/mentors/mentee'
import { menteeNeeds } from '@/lib/mentors/needs'
import type { RosterRow } from '@/lib/mentors/roster'
import { createFactReader, type FactReader } from '@/lib/programs/resolve-fact'
import type { Season } from '@/lib/season/season'
import { isContactBarred } from '@/lib/soap/desk'
import type { Clock } from './read-mentee'

export type Roster = {
  rows: readonly RosterRow[]
  /** Nobody may contact a program in a season that a mentee is in. */
  isContactBarred: boolean
}

/** All mentees of a mentor in as many statements as one, each read by the rules of the applicant's own pages. */
export async function readRoster(scope: MenteesScope, { now, zone }: Clock): Promise<Roster> {
  const today = dayIn(now, zone)
  const [{ mentees, seasons }, asked] = await Promise.all([
    loadMentees(scope, { since: 'last_look' }),
    listWaitingQuestions(scope),
  ])
  const questions = new Map(asked.map(({ applicantId, count }) => [applicantId, count]))
  const planned = plannedSeason(seasons, today)
  const facts = createFactReader()
  return {
    isContactBarred: mentees.some(({ season }) => season !== null && isContactBarred(season, now) === true),
    rows: mentees.map((stored) =>
      rowOf(stored, {
        season: stored.season ?? planned,
        today,
        zone,
        facts,
        openQuestions: questions.get(stored.access.applicantId) ?? 0,
      }),
    ),
  }
}

function rowOf(
  { access, rows, season: ownSeason, lookedAt, newResults, changes }: StoredMentee,
  {
    season,
    today,
    zone,
    facts,
    openQuestions,
  }: { season: Season; today: CalendarDate; zone: string; facts: FactReader; openQuestions: number },
): RosterRow {
  const sight: Sight = {
    may: (section) => allows(access, `${section}:read`),
    isListWhole: !access.conflict || access.conflict.isLifted,
  }
  const reading = readMentee({ ...rows, season }, { sight, today, zone, facts })
  const changeDay = lastChangeOn(changes, zone)
  return {
    id: access.applicantId,
    name: access.applicantName,
    seasonYear: ownSeason?.year ?? null,
    visa: sight.may('profile') ? reading.applicant.visa.need : 'withheld',
    needs: menteeNeeds(reading, {
      lastChangeOn: changeDay,
      grantedOn: dayIn(access.since, zone),
      newResults,
      openQuestions,
    }),
    lastChangeOn: changeDay,
    lookedOn: lookedAt && dayIn(lookedAt, zone),
    changed: lookedAt && changesBrief(changes),
  }
}
