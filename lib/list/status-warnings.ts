import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import type { Pathway } from '@/lib/programs/pathway'
import { eventOn } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'
import type { EntryStatus } from './status'
import { STATUS_WORDS } from './status-words'

/*
 * A history may hold what is unusual: programs do unusual things, and nobody is refused the truth. What can hardly be true
 * is said in words beside the change, so that a slip of the year is seen before it moves a chart or a deadline.
 */

export type DatedStatus = { id: string; status: EntryStatus; on: CalendarDate }

export type StatusWarning = { changeId: string } & (
  | { code: 'before_season'; opensOn: CalendarDate; isProjected: boolean }
  | { code: 'after_season'; endsOn: CalendarDate }
  | { code: 'before_earlier_step'; earlier: EntryStatus; earlierOn: CalendarDate }
)

/** Those who apply by ERAS' main season. Two-year programs may use another calendar, or none: nothing is said of them. */
const MAIN_SEASON: readonly Pathway[] = [
  'peds_mgg',
  'im_mgg',
  'pediatrics',
  'internal_medicine',
  'prelim_or_ty',
]

/** What has to have happened first; a step that is not in the history at all is simply not recorded. */
const FIRST: Partial<Readonly<Record<EntryStatus, readonly EntryStatus[]>>> = {
  interview_invited: ['applied'],
  interview_scheduled: ['applied', 'interview_invited'],
  interview_waitlisted: ['applied'],
  interviewed: ['applied', 'interview_invited', 'interview_scheduled'],
  interview_declined: ['applied', 'interview_invited'],
  rejected: ['applied'],
  ranked: ['applied', 'interviewed'],
  not_ranked: ['applied', 'interviewed'],
  matched: ['applied', 'interviewed', 'ranked'],
  not_matched: ['applied', 'interviewed', 'ranked'],
  offer_accepted_outside: ['offer_received'],
  soap_accepted: ['soap_applied'],
}

/** A season's own steps: each belongs to the year between its opening and Match Day. */
const IN_SEASON: readonly EntryStatus[] = [
  'applied',
  'interview_invited',
  'interview_scheduled',
  'interview_waitlisted',
  'interviewed',
  'ranked',
]

/**
 * What looks impossible in one program's history, for the season of its cycle. A status that comes twice (an interview
 * booked anew) is measured by its first day, and whatever must come before it by its first day too.
 */
export function statusWarnings(
  history: readonly DatedStatus[],
  { season, pathway }: { season: Season; pathway: Pathway },
): StatusWarning[] {
  const opens = season.events.find(({ key }) => key === 'eras_submit_opens')
  const matchDay = eventOn(season, 'match_day')
  const firstOn = (status: EntryStatus) =>
    history
      .filter((change) => change.status === status)
      .reduce<CalendarDate | null>((first, { on }) => (first === null || on < first ? on : first), null)
  return history.flatMap((change): StatusWarning[] => {
    const found: StatusWarning[] = []
    if (MAIN_SEASON.includes(pathway) && IN_SEASON.includes(change.status)) {
      if (opens?.on && change.on < opens.on) {
        found.push({
          changeId: change.id,
          code: 'before_season',
          opensOn: opens.on,
          isProjected: opens.status === 'projected',
        })
      }
      if (matchDay && change.on > matchDay)
        found.push({ changeId: change.id, code: 'after_season', endsOn: matchDay })
    }
    for (const earlier of FIRST[change.status] ?? []) {
      const earlierOn = firstOn(earlier)
      if (earlierOn !== null && change.on < earlierOn) {
        found.push({ changeId: change.id, code: 'before_earlier_step', earlier, earlierOn })
        break
      }
    }
    return found
  })
}

/** One warning as a sentence. Nothing is refused: it says what to look at. */
export function statusWarningWords(warning: StatusWarning): string {
  switch (warning.code) {
    case 'before_season':
      return `Applications for this season open on ${formatDate(warning.opensOn)}${warning.isProjected ? ' (projected)' : ''}, after this day. Is the year right?`
    case 'after_season':
      return `Match Day of this season is ${formatDate(warning.endsOn)}, before this day. Is the year right?`
    case 'before_earlier_step':
      return `“${STATUS_WORDS[warning.earlier].label}” stands on ${formatDate(warning.earlierOn)}, after this. One of the two days is wrong.`
  }
}
