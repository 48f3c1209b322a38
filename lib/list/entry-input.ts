import { z } from 'zod'
import { dateInput } from '@/lib/dates/date-input'
import { ENTRY_STATUSES, SIGNALS } from './status'

const entryId = z.guid('This form is out of date. Open the page again.')
const formId = z.guid('This form is out of date. Open the page again.')

export const addEntryInput = z.object({
  programId: z.string().trim().min(1).max(120),
  /** Set by a page that was shown without a session. */
  visitor: z.literal('yes').optional(),
  /** The page to show again; anything but an address of the catalogue counts as the catalogue. */
  back: z
    .string()
    .max(2000)
    .regex(/^\/programs(?:\/[a-z0-9-]+)?(?:\?[\w%&=+.~-]*)?$/)
    .catch('/programs'),
})

export const statusChangeInput = z.object({
  entryId,
  formId,
  status: z.enum(ENTRY_STATUSES, { error: 'Choose what happened' }),
  on: dateInput('Enter the day it happened as year-month-day, for example 2027-09-22'),
  note: z
    .string()
    .trim()
    .max(500, 'Keep this to 500 characters; longer thoughts go into the note')
    .default(''),
})

export const statusChangeRefInput = z.object({ entryId, changeId: entryId })

export const noteInput = z.object({
  entryId,
  version: z.coerce.number().int().min(1),
  note: z
    .string()
    .trim()
    .max(20_000, 'A note holds 20 000 characters; this one is longer')
    .transform((text) => text.replaceAll('\r\n', '\n')),
})

export const signalInput = z.object({ entryId, signal: z.enum(SIGNALS, { error: 'Choose one of the four' }) })

export const entryRefInput = z.object({ entryId })
