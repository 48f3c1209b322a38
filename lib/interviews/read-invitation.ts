import type { CalendarDate } from '@/lib/dates/calendar-date'
import { readWallTime } from '@/lib/dates/wall-time'

import type { InterviewFormat } from './interview'
import { type DateDoubt, findDates, isOutOfReach, type MailDate } from './mail-date'
import { findLinks, formatOf, kindOf, type MailKind } from './mail-kind'
import { findReply } from './mail-reply'
import { findTimes, type MailTime } from './mail-time'
import { familyOf, findZones, type MailZone, zoneOfFamily } from './mail-zone'
import { stateZone } from './state-zone'

/*
 * Reads the usual wordings of an invitation into what a form can offer to be confirmed. It proposes and never decides:
 * whatever can be meant two ways stays empty and becomes a doubt with the mail's own words.
 */

/** What must be looked at before the reading is kept. `quote` is the mail's own wording. */
export type Doubt = {
  code:
    | DateDoubt
    | 'half_of_day'
    | 'time_missing'
    | 'date_missing'
    | 'past_day'
    | 'zone_not_named'
    | 'zone_of_state'
    | 'zones_differ'
    | 'zone_not_of_place'
    | 'zone_unclear'
    | 'standard_or_daylight'
    | 'format_differs'
    | 'reply_unclear'
    | 'hour_skipped'
    | 'hour_doubled'
    | 'kind_unclear'
    | 'refusal'
  quote: string
  /** Days that the words may mean. */
  options: readonly CalendarDate[]
}

export type ReadSlot = {
  date: CalendarDate | null
  time: string | null
  minutes: number | null
  quote: string
}

export type InvitationReading = {
  kind: MailKind
  slots: readonly ReadSlot[]
  /** null where nothing may be assumed; `from` says whether the mail or the program's state named it. */
  zone: { zone: string; from: 'mail' | 'state' } | null
  replyBy: { date: CalendarDate; time: string | null } | null
  /** 'within 48 hours', counted from the mail's arrival. */
  replyWithinHours: number | null
  format: InterviewFormat | null
  bookingUrl: string
  joinUrl: string
  doubts: readonly Doubt[]
}

/** Slots beyond these are dropped: a mail with more is a calendar, to be booked where it is. */
export const MOST_SLOTS = 12

/** Reads a mail that came on `received` from a program in `state` (postal code). Never throws; an empty mail reads as empty. */
export function readInvitation(
  mail: string,
  { received, state }: { received: CalendarDate; state: string | null },
): InvitationReading {
  const text = mail.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ')
  const doubts: Doubt[] = []
  const doubt = (code: Doubt['code'], quote: string, options: readonly CalendarDate[] = []) => {
    if (!doubts.some((one) => one.code === code && one.quote === quote)) doubts.push({ code, quote, options })
  }
  if (text.trim() === '') return EMPTY
  const links = findLinks(text)
  const dates = findDates(text, received).filter((date) => !isInside(date, links.places))
  const times = findTimes(text, [...dates, ...links.places])
  const reply = findReply(text, dates, times)
  const open = (one: { index: number }) => !reply.taken.includes(one.index)

  const slots = pairUp(
    text,
    dates.filter(open).filter((date) => {
      const isPast = date.date !== null && isOutOfReach(date.date, received)
      if (isPast) doubt('past_day', date.quote)
      return !isPast
    }),
    times.filter(open),
    doubt,
  )
  const zone = zoneOf(findZones(text), slots, state, doubt)
  for (const slot of slots) {
    if (!zone || !slot.date || !slot.time) continue
    const wall = readWallTime(slot.date, slot.time, zone.zone)
    if (wall.kind !== 'one') doubt(wall.kind === 'skipped' ? 'hour_skipped' : 'hour_doubled', slot.quote)
  }
  if (reply.date) {
    for (const code of reply.date.doubts) doubt(code, reply.date.quote, reply.date.options)
  }
  for (const quote of reply.unclear) doubt('reply_unclear', quote)
  const formats = formatOf(text)
  if (formats.quote) doubt('format_differs', formats.quote)
  const kind = kindOf(text)
  if (kind === 'unclear') doubt('kind_unclear', '')
  if (kind === 'refusal') doubt('refusal', '')
  return {
    kind,
    slots: slots.slice(0, MOST_SLOTS),
    zone,
    replyBy: reply.date?.date ? { date: reply.date.date, time: reply.time?.time ?? null } : null,
    replyWithinHours: reply.hours,
    format: formats.format,
    bookingUrl: links.booking,
    joinUrl: links.join,
    doubts,
  }
}

const EMPTY: InvitationReading = {
  kind: 'unclear',
  slots: [],
  zone: null,
  replyBy: null,
  replyWithinHours: null,
  format: null,
  bookingUrl: '',
  joinUrl: '',
  doubts: [],
}

type AddDoubt = (code: Doubt['code'], quote: string, options?: readonly CalendarDate[]) => void
type Place = { index: number; end: number }

/**
 * Days and times that belong together: the times after a day are its own; days that wait share the next times; a time
 * before the first day of its line belongs to that day.
 */
function pairUp(
  text: string,
  dates: readonly MailDate[],
  times: readonly MailTime[],
  doubt: AddDoubt,
): ReadSlot[] {
  const slots: ReadSlot[] = []
  let waiting: MailDate[] = []
  let early: MailTime[] = []
  let current: MailDate[] = []
  const add = (date: MailDate | null, time: MailTime | null) => {
    for (const code of date?.doubts ?? []) doubt(code, date?.quote ?? '', date?.options ?? [])
    if (time?.isHalfOfDayMissing) doubt('half_of_day', time.quote)
    if (date && !time) doubt('time_missing', date.quote)
    if (!date && time) doubt('date_missing', time.quote)
    slots.push({
      date: date?.date ?? null,
      time: time?.time ?? null,
      minutes: time ? minutesOf(time) : null,
      quote: [date?.quote, time?.quote].filter(Boolean).join(', '),
    })
  }
  const all = [
    ...dates.map((date) => ({ index: date.index, date, time: null })),
    ...times.map((time) => ({ index: time.index, date: null, time })),
  ].sort((a, b) => a.index - b.index)
  for (const { date, time } of all) {
    if (date) {
      // 'at 9 am on Tuesday': on the same line, joined by 'on' or a comma.
      const before = early.filter((one) => isJoined(text.slice(one.end, date.index)))
      for (const one of before) add(date, one)
      early = early.filter((one) => !before.includes(one))
      if (before.length > 0) current = [date]
      else {
        waiting.push(date)
        current = []
      }
    } else if (time) {
      const isNextDay = waiting.length === 0 && current.length === 0
      if (isNextDay || startsNewPair(text, time, dates)) early.push(time)
      else {
        if (waiting.length > 0) {
          current = waiting
          waiting = []
        }
        for (const one of current) add(one, time)
      }
    }
  }
  for (const date of waiting) add(date, null)
  for (const time of early) add(null, time)
  return slots.sort((a, b) => compare(a.date, b.date) || compare(a.time, b.time))
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
}

/** '9 am on Tuesday, December 8': the day follows its time on one line, and the word between is 'on'. */
function startsNewPair(text: string, time: MailTime, dates: readonly MailDate[]): boolean {
  const next = dates.find((date) => date.index > time.index)
  return next !== undefined && /^[^\n.;]{0,24}\bon\s+$/i.test(text.slice(time.end, next.index))
}

function isJoined(between: string): boolean {
  return /^[^\n.;]{0,24}(?:\bon\s+|,\s*)$/i.test(between)
}

function minutesOf({ time, until }: MailTime): number | null {
  if (time === null || until === null) return null
  const minutes = clockMinutes(until) - clockMinutes(time)
  return minutes >= 5 ? minutes : null
}

function clockMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function zoneOf(
  zones: readonly MailZone[],
  slots: readonly ReadSlot[],
  state: string | null,
  doubt: AddDoubt,
): InvitationReading['zone'] {
  const unclear = zones.filter(({ family }) => family === 'other' || family === 'yours')
  for (const { quote } of unclear) doubt('zone_unclear', quote)
  const families = [...new Set(zones.map(({ family }) => family))].filter(
    (family) => family !== 'other' && family !== 'yours',
  )
  if (families.length > 1) {
    doubt('zones_differ', [...new Set(zones.map(({ quote }) => quote))].join(', '))
    return null
  }
  const [family] = families
  const known = stateZone(state)
  if (!family) {
    if (unclear.length > 0) return null
    doubt(known.kind === 'one' ? 'zone_of_state' : 'zone_not_named', '')
    return known.kind === 'one' ? { zone: known.zone, from: 'state' } : null
  }
  const zone = zoneOfFamily(family, state)
  const quote = zones.find((one) => one.family === family)?.quote ?? ''
  const places = known.kind === 'one' ? [known.zone] : known.kind === 'ask' ? known.zones : []
  if (places.length > 0 && !places.some((place) => familyOf(place) === familyOf(zone))) {
    doubt('zone_not_of_place', quote)
    return null
  }
  for (const { says, quote: named } of zones) {
    if (says !== null && slots.some((slot) => isOtherTime(slot, zone, says))) {
      doubt('standard_or_daylight', named)
      return null
    }
  }
  if (unclear.length > 0) return null
  return { zone, from: 'mail' }
}

/** The mail says 'EST' of a day on which clocks there show daylight time, or the other way round. */
function isOtherTime({ date, time }: ReadSlot, zone: string, says: 'standard' | 'daylight'): boolean {
  if (!date) return false
  const offset = (day: CalendarDate) => {
    const wall = readWallTime(day, time ?? '12:00', zone)
    const at = wall.kind === 'one' ? wall.at : wall.kind === 'doubled' ? wall.second : null
    return at === null ? null : Date.parse(`${day}T${time ?? '12:00'}:00Z`) - Date.parse(at)
  }
  const [now, winter] = [offset(date), offset(`${date.slice(0, 4)}-01-15`)]
  if (now === null || winter === null) return false
  return says === 'standard' ? now !== winter : now === winter
}

function isInside(one: Place, places: readonly Place[]): boolean {
  return places.some((place) => one.index < place.end && place.index < one.end)
}
