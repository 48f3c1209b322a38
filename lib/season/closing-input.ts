import { z } from 'zod'
import { dateInput } from '@/lib/dates/date-input'
import { CYCLE_OUTCOMES } from './cycle'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep this to ${most} characters`)
    .transform((words) => words.replaceAll('\r\n', '\n'))
    .default('')

export const closeCycleInput = z.object({
  cycleId: z.guid(OUT_OF_DATE),
  outcome: z.enum(CYCLE_OUTCOMES, { error: 'Choose how it ended' }),
  on: dateInput('Enter the day as year-month-day, for example 2027-03-15'),
  note: text(4000),
  learned: text(8000),
})

export const cycleRefInput = z.object({ cycleId: z.guid(OUT_OF_DATE) })

export const startNextInput = z.object({
  cycleId: z.guid(OUT_OF_DATE),
  season: z.coerce.number({ error: 'Choose the season' }).int(),
  entries: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.guid(OUT_OF_DATE)).max(1000),
  ),
})
