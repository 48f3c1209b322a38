import { z } from 'zod'
import { isCalendarDate } from '@/lib/dates/calendar-date'
import { easternDate, isInstant } from '@/lib/dates/instant'
import { CONFIDENCES } from '@/lib/facts/source'

import { EVENT_STATUSES, SEASON_EVENT_KEYS } from './season'

/* What the shipped calendar (`db/seed/facts/seasons.json`) must look like. */

const text = z.string().trim().min(1)
const instant = z.string().refine(isInstant, 'is an instant in UTC')

export const seasonEventInput = z
  .strictObject({
    key: z.enum(SEASON_EVENT_KEYS),
    label: text,
    on: z.string().refine(isCalendarDate).nullable(),
    at: instant.nullable(),
    endAt: instant.nullable(),
    status: z.enum(EVENT_STATUSES),
    confidence: z.enum(CONFIDENCES),
    source: z.strictObject({ title: text, url: z.url().nullable(), year: z.int().nullable() }),
    rule: text.nullable(),
    note: text.nullable(),
  })
  .check(({ value: event, issues }) => {
    const refuse = (message: string) =>
      issues.push({ code: 'custom', input: event, message: `${event.key}: ${message}` })
    if ((event.status === 'not_announced') !== (event.on === null))
      refuse('an event has a day unless it is not announced')
    if (event.on === null && (event.at || event.endAt)) refuse('an hour without a day')
    if (event.at && easternDate(event.at) !== event.on) refuse('its hour lies on another Eastern day')
    if (event.at && event.endAt && event.endAt <= event.at) refuse('it ends before it begins')
    if ((event.status === 'projected') !== (event.rule !== null))
      refuse('a projected event states its rule, and no other does')
    if (event.status === 'projected' && event.confidence !== 'inferred')
      refuse('a projected event is inferred')
    if (event.status === 'published' && event.source.url === null)
      refuse('a published date has a page to check')
  })

export const seasonInput = z.strictObject({
  year: z.int().min(2000).max(2100),
  label: text,
  events: z
    .array(seasonEventInput)
    .refine((events) => new Set(events.map((event) => event.key)).size === events.length, 'an event twice'),
})
export type SeasonInput = z.infer<typeof seasonInput>

export const seasonsInput = z.strictObject({
  asOf: z.string().refine(isCalendarDate),
  about: text,
  seasons: z
    .array(seasonInput)
    .refine(
      (seasons) => new Set(seasons.map((season) => season.year)).size === seasons.length,
      'a season twice',
    ),
})
