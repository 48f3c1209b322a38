import { z } from 'zod'

import { dateInput, optionalDateInput } from '@/lib/dates/date-input'
import { formatDate } from '@/lib/dates/format'
import { CLOCK_PASSES, type ClockPass, isTimeOfDay, readWallTime } from '@/lib/dates/wall-time'
import { isZone, zoneName } from '@/lib/dates/zones'

import { CRITERIA, MARKS } from './impression'
import { INTERVIEW_FORMATS, type Slot, THANK_YOU_STATES } from './interview'
import { MOST_SLOTS } from './read-invitation'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const TIME_MESSAGE = 'Enter the hour as 09:00 or 14:30'
const id = z.guid(OUT_OF_DATE)
const emptyIsNull = (value: unknown) => (value === undefined || value === null || value === '' ? null : value)

const timeOfDay = z
  .string({ error: TIME_MESSAGE })
  .trim()
  .transform((text) => (/^\d:\d\d$/.test(text) ? `0${text}` : text.slice(0, 5)))
  .refine(isTimeOfDay, { error: TIME_MESSAGE })
const optionalTime = z.preprocess(emptyIsNull, timeOfDay.nullable())
const optionalZone = z.preprocess(
  emptyIsNull,
  z.string().refine(isZone, { error: 'Choose a time zone from the list' }).nullable(),
)
const optionalMinutes = z.preprocess(
  emptyIsNull,
  z.coerce
    .number({ error: 'Enter the length in minutes, such as 240' })
    .int('Enter whole minutes')
    .min(5, 'Enter five minutes or more')
    .max(1440, 'Enter a day at most: 1440 minutes')
    .nullable(),
)
const pass = z.preprocess(emptyIsNull, z.enum(CLOCK_PASSES).nullable())
const lines = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep this to ${most} characters`)
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .default('')
/** Shown as a link, so nothing but the web's own addresses. */
const webAddress = z
  .string()
  .trim()
  .max(2000, 'This address is too long')
  .refine((text) => text === '' || /^https?:\/\/\S+$/i.test(text), {
    error: 'Enter the whole address, beginning with https://',
  })
  .default('')

export const arrivedInput = z.object({
  entryId: z.guid('Choose the program'),
  formId: id,
  state: z.enum(['invited', 'waitlisted'], { error: 'Choose what came' }),
  arrivedOn: dateInput('Enter the day it came as year-month-day, for example 2026-11-22'),
  arrivedTime: optionalTime,
  mail: lines(20_000),
})

/** Why a wall time cannot be kept as it stands, in words; null when it can. */
export function wallTimeProblem(
  slot: { date: string; time: string; pass: ClockPass | null },
  zone: string,
): string | null {
  const reading = readWallTime(slot.date, slot.time, zone)
  if (reading.kind === 'skipped') {
    return `On ${formatDate(slot.date)} clocks in ${zoneName(zone)} skip ${slot.time}: they go on at ${reading.next.time}. Ask the program which hour is meant.`
  }
  if (reading.kind === 'doubled' && slot.pass === null) {
    return `On ${formatDate(slot.date)} clocks in ${zoneName(zone)} show ${slot.time} twice. Say below which of the two is meant.`
  }
  return null
}

const slotRow = z.object({ date: optionalDateInput(), time: optionalTime, minutes: optionalMinutes })

export const invitationInput = z
  .looseObject({
    id,
    seen: z.string(OUT_OF_DATE),
    format: z.preprocess(emptyIsNull, z.enum(INTERVIEW_FORMATS).nullable()),
    zone: optionalZone,
    bookingUrl: webAddress,
    place: lines(2000),
    replyOn: optionalDateInput(),
    replyTime: optionalTime,
    pass,
  })
  .transform(
    (
      { id: interviewId, seen, format, zone, bookingUrl, place, replyOn, replyTime, pass: which, ...rest },
      context,
    ) => {
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      const slots: Omit<Slot, 'id'>[] = []
      for (let row = 0; row < MOST_SLOTS; row += 1) {
        const parsed = slotRow.safeParse({
          date: rest[`date${row}`],
          time: rest[`time${row}`],
          minutes: rest[`minutes${row}`],
        })
        if (!parsed.success) {
          for (const issue of parsed.error.issues) refuse(`${String(issue.path[0])}${row}`, issue.message)
          continue
        }
        const { date, time, minutes } = parsed.data
        if (date === null) {
          if (time !== null) refuse(`date${row}`, 'Enter the day of this hour, or empty both')
          continue
        }
        if (time === null) {
          refuse(`time${row}`, 'Enter the hour of this day, or empty the day')
          continue
        }
        if (zone === null) {
          refuse('zone', 'Choose whose clock these hours are on')
          break
        }
        const problem = wallTimeProblem({ date, time, pass: which }, zone)
        if (problem) refuse(`time${row}`, problem)
        const isDoubled = readWallTime(date, time, zone).kind === 'doubled'
        slots.push({ date, time, minutes, pass: isDoubled ? which : null })
      }
      if (replyOn === null && replyTime !== null)
        refuse('replyOn', 'Enter the day of this hour, or empty both')
      if (replyOn !== null && zone === null) refuse('zone', 'Choose whose clock the answer is due on')
      return {
        id: interviewId,
        seen,
        details: {
          format,
          zone,
          bookingUrl,
          place,
          replyBy: replyOn === null ? null : { date: replyOn, time: replyTime },
          slots,
        },
      }
    },
  )

export const bookInput = z
  .object({
    id,
    formId: id,
    version: z.coerce.number().int().min(1),
    date: dateInput('Enter the day as year-month-day, for example 2026-12-08'),
    time: timeOfDay,
    minutes: optionalMinutes,
    zone: z
      .string({ error: 'Choose whose clock this hour is on' })
      .refine(isZone, { error: 'Choose whose clock this hour is on' }),
    pass,
  })
  .transform(({ date, time, pass: which, zone, ...rest }, context) => {
    const problem = wallTimeProblem({ date, time, pass: which }, zone)
    if (problem) context.addIssue({ code: 'custom', path: ['time'], message: problem })
    const isDoubled = readWallTime(date, time, zone).kind === 'doubled'
    return { ...rest, zone, slot: { date, time, pass: isDoubled ? which : null } }
  })

export const stepInput = z.object({
  id,
  formId: id,
  version: z.coerce.number().int().min(1),
  to: z.enum(['waitlisted', 'declined', 'done', 'invited'], { error: OUT_OF_DATE }),
})

export const notesInput = z.object({
  id,
  seen: z.string(OUT_OF_DATE),
  notes: lines(20_000),
  people: lines(2000),
})

export const questionInput = z.object({
  id,
  formId: id,
  text: z
    .string()
    .trim()
    .min(1, 'Enter what you want to ask')
    .max(1000, 'Keep a question to 1000 characters'),
  field: z.preprocess(emptyIsNull, z.string().max(60).nullable()),
})

export const questionAnswerInput = z.object({
  questionId: id,
  isAsked: z.literal('on').optional(),
  answer: lines(2000),
})

export const questionRefInput = z.object({ questionId: id })

const mark = z.preprocess(
  emptyIsNull,
  z.coerce
    .number()
    .transform((value) => MARKS.find((known) => known === value) ?? null)
    .nullable(),
)
export const impressionsInput = z
  .looseObject({ id, seen: z.string(OUT_OF_DATE), note: lines(20_000) })
  .transform(({ id: interviewId, seen, note, ...rest }, context) => ({
    id: interviewId,
    seen,
    note,
    impressions: CRITERIA.map((criterion) => {
      const words = lines(2000).safeParse(rest[`note_${criterion}`])
      if (!words.success) {
        context.addIssue({
          code: 'custom',
          path: [`note_${criterion}`],
          message: 'Keep this to 2000 characters',
        })
      }
      return {
        criterion,
        mark: mark.safeParse(rest[`mark_${criterion}`]).data ?? null,
        note: words.data ?? '',
      }
    }),
  }))

export const thankYouInput = z.object({
  id,
  state: z.enum(THANK_YOU_STATES, { error: 'Choose one of the three' }),
  on: optionalDateInput(),
})

export const interviewRefInput = z.object({ id })
