import { z } from 'zod'

import { isCalendarDate } from '@/lib/dates/calendar-date'
import { isPossibleScore } from '@/lib/exams/standards'

import { MAX_SITTINGS } from './simulate'

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value).trim())

const optionalDate = z
  .preprocess(
    text,
    z.string().refine((value) => value === '' || isCalendarDate(value), {
      error: 'Enter the exam day as year-month-day, or leave it empty',
    }),
  )
  .transform((value) => (value === '' ? null : value))

const optionalDays = z
  .preprocess(text, z.string().regex(/^\d{0,3}$/, { error: 'Enter whole days' }))
  .transform((value) => (value === '' ? null : Number(value)))

/**
 * The simulator's form, a GET form, so that the address holds the comparison: up to three exam days, the target, and the
 * days of the report where the person changed them (null: the default).
 */
export const simulatorInput = z.object({
  sittings: z.array(optionalDate).max(MAX_SITTINGS),
  targetScore: z
    .preprocess(
      text,
      z.string().refine((value) => value === '' || isPossibleScore(Number(value)), {
        error: 'Enter the target as three digits, or leave it empty',
      }),
    )
    .transform((value) => (value === '' ? null : Number(value))),
  soonest: optionalDays,
  usual: optionalDays,
  latest: optionalDays,
})

export type SimulatorInput = z.output<typeof simulatorInput>
