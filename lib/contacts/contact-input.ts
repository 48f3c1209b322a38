import { z } from 'zod'
import { dateInput, optionalDateInput } from '@/lib/dates/date-input'
import { CONTACT_CHANNELS, CONTACT_DIRECTIONS, CONTACT_KINDS, CONTACT_OUTCOMES } from './contact'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const id = z.guid(OUT_OF_DATE)
const emptyIsNull = (value: unknown) => (value === undefined || value === '' ? null : value)

const fields = {
  kind: z.enum(CONTACT_KINDS, { error: 'Choose what it was' }),
  direction: z.enum(CONTACT_DIRECTIONS, { error: 'Choose who wrote' }),
  channel: z.enum(CONTACT_CHANNELS, { error: 'Choose how' }),
  outcome: z.enum(CONTACT_OUTCOMES, { error: 'Choose what came of it' }),
  on: dateInput('Enter the day as year-month-day, for example 2027-10-04'),
  followUpOn: optionalDateInput('Enter the day as year-month-day, or leave it empty'),
  person: z.string().trim().max(200, 'Keep this to 200 characters').default(''),
  text: z
    .string()
    .trim()
    .max(20_000, 'This holds 20 000 characters; it is longer')
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .default(''),
  /** 'check' reads the wording and keeps nothing. */
  intent: z.enum(['check', 'keep']).catch('keep'),
}

export const newContactInput = z.object({
  ...fields,
  formId: id,
  entryId: z.preprocess(emptyIsNull, id.nullable()),
  letterId: z.preprocess(emptyIsNull, id.nullable()),
})

export const contactInput = z.object({
  ...fields,
  id,
  version: z.coerce.number().int().min(1),
  isFollowedUp: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})

export const contactRefInput = z.object({ id })
