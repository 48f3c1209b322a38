import { type CalendarDate, latestOf } from '@/lib/dates/calendar-date'
import type { FormerWay, StageDays, TrackedLetter } from './letter'
import { DATED_STAGES, dayOfStage } from './stages'

/** The opening of MyERAS for the season that a cycle is for; `on` null where it is not announced. */
export type SeasonOpening = { on: CalendarDate | null; isProjected: boolean }

/** What is recorded of a letter's way, over all seasons. */
export type RecordedWay = StageDays &
  Pick<TrackedLetter, 'askedOn' | 'askAgainOn'> & {
    /** The upload of an earlier season, once days of this one took its place. */
    formerUploadedOn: CalendarDate | null
  }

export type SeasonWay = StageDays & Pick<TrackedLetter, 'askedOn' | 'askAgainOn' | 'former'>

const NO_DAYS: StageDays = { createdOn: null, confirmedOn: null, requestedOn: null, uploadedOn: null }

/**
 * The way as this season's MyERAS knows it. MyERAS begins anew each season: a letter is there once it was imported or
 * uploaded again, and an unfinished request is not (AAMC; `lib/facts/eras-imports`). So a way whose last day lies before
 * the season's opening belongs to an earlier season, and going back to that season shows it again. Where the opening is
 * not announced nothing is taken for old.
 */
export function inSeason(way: RecordedWay, opening: SeasonOpening): SeasonWay {
  const { askedOn, askAgainOn, formerUploadedOn, ...days } = way
  const { on: opensOn, isProjected } = opening
  const isBefore = (day: CalendarDate | null) => opensOn !== null && day !== null && day < opensOn
  const former = (uploadedOn: CalendarDate | null): FormerWay => ({ uploadedOn, opensOn, isProjected })
  const last = lastDay(days)
  if (isBefore(last)) {
    return {
      ...NO_DAYS,
      askedOn: askedOn.filter((day) => !isBefore(day)),
      askAgainOn: isBefore(askAgainOn) ? null : askAgainOn,
      former: former(days.uploadedOn ?? formerUploadedOn),
    }
  }
  const stays = { ...days, askedOn, askAgainOn }
  if (formerUploadedOn === null) return { ...stays, former: null }
  if (opensOn !== null && !isBefore(formerUploadedOn) && last === null)
    return { ...stays, uploadedOn: formerUploadedOn, former: null }
  return { ...stays, former: former(formerUploadedOn) }
}

function lastDay(days: StageDays): CalendarDate | null {
  const [first, ...rest] = DATED_STAGES.flatMap((stage) => dayOfStage(days, stage) ?? [])
  return first === undefined ? null : latestOf(first, ...rest)
}

/** Whether it was on its way in an earlier season and nothing of this one is recorded yet. */
export function isFromBefore(letter: StageDays & Pick<TrackedLetter, 'former'>): boolean {
  return letter.former !== null && lastDay(letter) === null
}
