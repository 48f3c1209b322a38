import { formatDate, formatWeekday } from '@/lib/dates/format'
import { zoneName } from '@/lib/dates/zones'

import { ANSWER_HOURS, type AnswerClock, OFFICE_CLOSES } from './answer-clock'
import { type Clash, REST_HOURS } from './clashes'
import type { InterviewFormat, InterviewState, SlotTime } from './interview'
import type { Doubt } from './read-invitation'
import { hourCost, isNightHour, type Meeting } from './times'

export const STATE_WORDS: Readonly<Record<InterviewState, string>> = {
  invited: 'Waiting for your answer',
  scheduled: 'Booked',
  waitlisted: 'On the waiting list',
  done: 'Interviewed',
  declined: 'Declined',
}

export const FORMAT_WORDS: Readonly<Record<InterviewFormat, string>> = {
  video: 'By video',
  in_person: 'In person',
}

/** 'Tue 8 Dec, 09:00 to 12:30 in New York'; the second day is named where it is another. */
export function clockWords({ start, end, zone }: Meeting['here'], isLengthAssumed = false): string {
  const day = formatWeekday(start.date)
  const until = end.date === start.date ? end.time : `${formatWeekday(end.date)}, ${end.time}`
  const span = isLengthAssumed ? start.time : `${start.time} to ${until}`
  return `${day}, ${span} in ${zoneName(zone)}`
}

/** '8 December 2026, 09:00 in Denver', for the history of a list entry. */
export function slotWords({ date, time }: Pick<SlotTime, 'date' | 'time'>, zone: string): string {
  return `${formatDate(date)}, ${time} in ${zoneName(zone)}`
}

/** 'This is 03:00 for you.' where the talk costs sleep; null where it does not, or where the person will be there. */
export function nightWords(meeting: Meeting, format: InterviewFormat | null): string | null {
  if (format === 'in_person') return null
  switch (hourCost(meeting.here)) {
    case 'night': {
      const { start, end } = meeting.here
      const hour = isNightHour(start.time)
        ? `This is ${start.time} for you.`
        : `It runs until ${end.time} for you.`
      return `${hour} Plan the sleep before it and the rest after it, or ask whether another time is possible.`
    }
    case 'early':
      return `This is ${meeting.here.start.time} for you: an early start.`
    case 'day':
      return null
  }
}

/** The rule of the clock with its source: once above a list of invitations. */
export const ANSWER_RULE_WORDS = `Programs in the Match leave ${ANSWER_HOURS} hours to answer, counted from when the invitation came (NRMP, Match Participation Agreement); others need not.`

/** How the clock of an invitation was made, in one sentence with its source. */
export function answerClockWords(clock: AnswerClock): string {
  const note = answerClockNote(clock)
  if (clock.from === 'mail') return note ?? ''
  return note === null ? ANSWER_RULE_WORDS : `${ANSWER_RULE_WORDS} ${note}`
}

/** What is to be said of this clock beside the rule; null where the rule says it all. */
export function answerClockNote(clock: AnswerClock): string | null {
  if (clock.from === 'rule')
    return clock.isHourAssumed
      ? 'Counted from the first minute of the day it came, since its hour is not noted.'
      : null
  const hour = clock.isHourAssumed
    ? ` The invitation names a day and no hour: ${OFFICE_CLOSES} at the program is assumed.`
    : ''
  return clock.isShorterThanRule
    ? `The invitation's own words. They leave less than the ${ANSWER_HOURS} hours that programs in the Match owe (NRMP): answer in time, and ask the program kindly if you cannot.${hour}`
    : `The invitation's own words.${hour}`
}

/** A clash as a named problem. */
export function clashWords(
  { kind, minutesBetween }: Clash,
  [first, second]: readonly [string, string],
): string {
  switch (kind) {
    case 'overlap':
      return `${first} and ${second} overlap by ${spanWords(-minutesBetween)}. Ask one of them for another time.`
    case 'travel':
      return `${first} and ${second} are both in person, in two places, with no day between them for the way.`
    case 'short_rest':
      return `Between ${first} and ${second} there ${minutesBetween < 120 ? 'are' : 'are only'} ${spanWords(minutesBetween)}. ${REST_HOURS.usual} hours are little; after a night talk plan ${REST_HOURS.afterNight}.`
    case 'same_day':
      return `${first} and ${second} are on one day for you, with ${spanWords(minutesBetween)} between.`
  }
}

function spanWords(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return rest === 0 ? `${hours} hours` : `${hours} hours ${rest} minutes`
}

/** What to look at before the reading is kept, in one sentence with the mail's own words. */
export function doubtWords({ code, quote, options }: Doubt): string {
  const said = quote === '' ? '' : `“${quote}”`
  switch (code) {
    case 'day_or_month':
      return `${said} may be ${options.map(formatDate).join(' or ')}. Enter the one that is meant.`
    case 'several_days':
      return `${said} is a span of days. Enter the days on which you could come, or ask which are open.`
    case 'year_not_written':
      return `${said} has no year: the next such day is entered. Check it.`
    case 'weekday_differs':
      return `The weekday in ${said} is not that day’s. Ask the program which is meant.`
    case 'no_such_day':
      return `${said} is no day of the calendar. Ask the program which is meant.`
    case 'relative':
      return `${said} depends on when it was written. Enter the day.`
    case 'half_of_day':
      return `${said} may be morning or evening. Enter the hour.`
    case 'time_missing':
      return `${said} has no hour. Enter it when you know it.`
    case 'date_missing':
      return `${said} stands without a day. Enter it, or leave the line empty.`
    case 'past_day':
      return `${said} lies outside of what an invitation can be about, and is left out.`
    case 'zone_not_named':
      return 'No time zone is named. Choose whose clock is meant; if in doubt, ask.'
    case 'zone_of_state':
      return 'No time zone is named: the clock of the program’s state is entered. Check that it is meant.'
    case 'zones_differ':
      return `More than one zone is named (${quote}). Choose the one that the hours below are in, and leave out the others.`
    case 'zone_not_of_place':
      return `${said} is not the zone of the program’s state. Choose the one that is meant; if in doubt, ask.`
    case 'zone_unclear':
      return `${said} does not say whose clock it is. Choose the zone; if in doubt, ask.`
    case 'standard_or_daylight':
      return `${said} is not the time that clocks show there on that day: they are an hour apart. Ask which is meant.`
    case 'format_differs':
      return `Both ways of meeting are named (${quote}). Choose one.`
    case 'reply_unclear':
      return `By when to answer is said as ${said}. Enter the day and the hour as you read them, the earlier when in doubt.`
    case 'hour_skipped':
      return `${said}: clocks there skip this hour that night. The time does not exist; ask the program.`
    case 'hour_doubled':
      return `${said}: this hour comes twice there that night. Ask which is meant.`
    case 'kind_unclear':
      return 'It does not read like an invitation. Check that this is the right mail.'
    case 'refusal':
      return 'It reads like a refusal. If it is one, remove this interview and record “Rejected” on the program’s page.'
  }
}

/** What travel for an interview in person means for someone who needs a visa. No advice on the law, and no promise. */
export function travelWords({ mayMeetEntryLimit }: { mayMeetEntryLimit: boolean }): readonly string[] {
  return [
    'To come in person from abroad you need permission to enter the US as a visitor, and an appointment for a visa may take months. Whether a visit for an interview fits your case is for the consulate to say; the program’s office can write that you are invited.',
    'Ask the program early whether a video interview is possible and whether it is weighed alike. Asking is usual.',
    'An interview is a visit: no work with patients belongs in it.',
    ...(mayMeetEntryLimit
      ? [
          'You have marked that an entry limit may affect you. Read the notice itself before you pay for travel, and prefer video where it is offered.',
        ]
      : []),
  ]
}
