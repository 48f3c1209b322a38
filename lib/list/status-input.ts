import { z } from 'zod'
import { dateInput } from '@/lib/dates/date-input'
import { LEAST_SILENCE_DAYS, MOST_SILENCE_DAYS } from './no-response'
import { ENTRY_STATUSES } from './status'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const id = z.guid(OUT_OF_DATE)
const asList = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** The list with a view of it in its address, to come back to. */
const back = z
  .string()
  .max(2000)
  .regex(/^\/list(?:\?[\w%&=+.~-]*)?$/)
  .catch('/list')

/** As many programs as one list can hold in practice. */
const MOST_AT_ONCE = 1000

export const statusBatchInput = z.object({
  entry: z.preprocess(
    asList,
    z
      .array(id)
      .min(1, 'Choose the programs first: tick them in the list')
      .max(MOST_AT_ONCE)
      .transform((ids) => [...new Set(ids)]),
  ),
  formId: id,
  status: z.enum(ENTRY_STATUSES, { error: 'Choose what happened' }),
  on: dateInput('Enter the day it happened as year-month-day, for example 2027-09-22'),
  back,
})

export const undoBatchInput = z.object({ batch: id, back })

export const statusDateInput = z.object({
  entryId: id,
  changeId: id,
  /** The day that the page showed, so that a change made meanwhile in another window is not written over. */
  seen: dateInput(OUT_OF_DATE),
  on: dateInput('Enter the day it happened as year-month-day, for example 2027-09-22'),
})

export const silenceInput = z.object({
  silenceDays: z.coerce
    .number({ error: 'Enter a number of days, such as 42' })
    .int('Enter whole days')
    .min(LEAST_SILENCE_DAYS, `Enter ${LEAST_SILENCE_DAYS} days or more`)
    .max(MOST_SILENCE_DAYS, `Enter ${MOST_SILENCE_DAYS} days at most`),
})
