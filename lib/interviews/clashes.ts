import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'

import type { InterviewFormat } from './interview'
import { hourCost, type Meeting } from './times'

/** A booked interview, or a time on offer, as the search for clashes reads it. */
export type Engagement = {
  /** Of the interview; two times of one interview never clash with each other. */
  interviewId: string
  meeting: Meeting
  format: InterviewFormat | null
  state: string | null
}

/** Between two talks on one day, and after one at night. Ours: said as advice, never as a rule. */
export const REST_HOURS = { usual: 3, afterNight: 10 } as const
/** Between two places one needs the day before for the way. Ours too. */
export const TRAVEL_DAYS = 1

export type Clash = {
  kind: 'overlap' | 'travel' | 'short_rest' | 'same_day'
  first: Engagement
  second: Engagement
  /** Between the end of the first and the start of the second; negative where they overlap. */
  minutesBetween: number
}

/**
 * Whatever stands in the way of two engagements, the gravest only: they overlap; the way between two places leaves no
 * day; the rest between is short (three hours, ten after a night); or they fall on one day where the person lives. null
 * when they get on.
 */
export function clashOf(a: Engagement, b: Engagement): Clash | null {
  if (a.interviewId === b.interviewId) return null
  const [first, second] = byStart(a, b) < 0 ? [a, b] : [b, a]
  const minutesBetween = minutes(first.meeting.end, second.meeting.start)
  const found = (kind: Clash['kind']): Clash => ({ kind, first, second, minutesBetween })
  if (minutesBetween < 0) return found('overlap')
  if (isTooFar(first, second)) return found('travel')
  const isAfterNight = hourCost(ownClock(first)) === 'night'
  const rest = isAfterNight ? REST_HOURS.afterNight : REST_HOURS.usual
  if (minutesBetween < rest * 60) return found('short_rest')
  return dayOf(first) === dayOf(second) ? found('same_day') : null
}

const GRAVITY = ['overlap', 'travel', 'short_rest', 'same_day'] as const

/** Every clash among the engagements, the gravest first and then by time. The order of the input changes nothing. */
export function clashesAmong(engagements: readonly Engagement[]): readonly Clash[] {
  const found: Clash[] = []
  const sorted = [...engagements].sort(byStart)
  for (const [index, a] of sorted.entries()) {
    for (const b of sorted.slice(index + 1)) {
      const clash = clashOf(a, b)
      if (clash) found.push(clash)
    }
  }
  return found.sort(
    (a, b) =>
      GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind) ||
      byStart(a.first, b.first) ||
      byStart(a.second, b.second),
  )
}

/** What a time on offer would clash with among the booked ones. */
export function clashesWith(offer: Engagement, booked: readonly Engagement[]): readonly Clash[] {
  return clashesAmong([offer, ...booked]).filter(
    ({ first, second }) =>
      first.interviewId === offer.interviewId || second.interviewId === offer.interviewId,
  )
}

/** The clocks that the person is on: at the program when they go there. */
function ownClock({ meeting, format }: Engagement): Meeting['here'] {
  return format === 'in_person' ? meeting.there : meeting.here
}

function dayOf(engagement: Engagement): CalendarDate {
  return ownClock(engagement).start.date
}

/** One of the two is in person, elsewhere than the other, and no whole day lies between. */
function isTooFar(first: Engagement, second: Engagement): boolean {
  const inPerson = [first, second].filter(({ format }) => format === 'in_person')
  if (inPerson.length < 2) return false
  if (first.state !== null && first.state === second.state) return false
  return daysBetween(first.meeting.there.end.date, second.meeting.there.start.date) <= TRAVEL_DAYS
}

function minutes(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
}

function byStart(a: Engagement, b: Engagement): number {
  if (a.meeting.start !== b.meeting.start) return a.meeting.start < b.meeting.start ? -1 : 1
  return a.interviewId < b.interviewId ? -1 : 1
}
