import { z } from 'zod'
import { dateInput } from '@/lib/dates/date-input'
import { REMINDER_KINDS } from './dated-thing'
import { MAIL_STREAMS, TOLD_KINDS } from './mail-kind'
import { EARLIEST_STEP, isQuietHour, MOST_STEPS } from './preferences'

const list = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

const hour = (message: string) =>
  z.coerce.number({ error: message }).int(message).min(0, message).max(23, message)

/** '30, 14, 7' as days, each once, the furthest first. Empty means never. */
const steps = z
  .string({ error: 'Enter days, such as 30, 14, 7.' })
  .trim()
  .regex(/^(?:\d{1,4}(?:[\s,;]+|$))*$/, 'Enter whole days with commas between them, such as 30, 14, 7.')
  .transform((text) =>
    [
      ...new Set(
        text
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map(Number),
      ),
    ].sort((a, b) => b - a),
  )
  .refine((days) => days.length <= MOST_STEPS, `Use at most ${MOST_STEPS} steps.`)
  .refine((days) => days.every((day) => day <= EARLIEST_STEP), `Use at most ${EARLIEST_STEP} days.`)

export const reminderPreferencesInput = z
  .object({
    mails: z.preprocess(list, z.array(z.enum(MAIL_STREAMS))),
    kinds: z.preprocess(list, z.array(z.enum(REMINDER_KINDS))),
    notes: z.preprocess(list, z.array(z.enum(TOLD_KINDS))),
    ladder: steps.refine((days) => days.length > 0, 'Enter at least one day, or turn the mails off above.'),
    digestHour: hour('Choose an hour.'),
    quietFrom: hour('Choose an hour.'),
    quietUntil: hour('Choose an hour.'),
    version: z.coerce.number().int().min(0),
  })
  .refine((value) => !isQuietHour(value.digestHour, value), {
    path: ['digestHour'],
    error: 'This hour is within the quiet hours: choose another, or change those.',
  })
  .transform(({ mails, kinds, notes, version, ...rest }) => ({
    version,
    preferences: {
      ...rest,
      isDigestOn: mails.includes('digest'),
      isUrgentOn: mails.includes('urgent'),
      isNotesOn: mails.includes('notes'),
      notesOff: TOLD_KINDS.filter((kind) => !notes.includes(kind)),
      kindsOff: REMINDER_KINDS.filter((kind) => !kinds.includes(kind)),
    },
  }))

const thing = {
  kind: z.enum(REMINDER_KINDS, { error: 'This reminder is not known.' }),
  id: z.string().min(1).max(200),
}

export const snoozeInput = z.object({
  ...thing,
  until: dateInput('Choose a day, written year-month-day.'),
})
export const thingInput = z.object(thing)
/** `follow` goes back to the person's own ladder. */
export const thingLadderInput = z.object({ ...thing, steps, follow: z.literal('on').optional() })

export const mailLinkInput = z.object({
  token: z.string().max(100),
  turn: z.enum(['off', 'all_off', 'on']),
})
