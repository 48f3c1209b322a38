import { z } from 'zod'

import { STUDY_HABITS } from './habits'

const MESSAGE = 'Enter the per cent as a whole number from 0 to 100'
const percent = z
  .preprocess(
    (value) => (value === undefined || value === null ? '' : String(value).trim().replace(/\s*%$/, '')),
    z.string().regex(/^(\d{1,2}|100|)$/, { error: MESSAGE }),
  )
  .transform((value) => (value === '' ? null : Number(value)))

/** The habits that a person keeps to. Once the form is sent, one left out is said to be not yet. */
export const habitsInput = z.object({
  habits: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
    z.array(z.enum(STUDY_HABITS, { error: 'Choose from the list' })),
  ),
})

/** The low-pass band as a CBSSA report prints it; both ends, or none to take the default again. */
export const lowPassBandInput = z
  .object({ from: percent, to: percent })
  .refine(({ from, to }) => (from === null) === (to === null), {
    path: ['to'],
    error: 'Enter both ends of the band, or leave both empty',
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    error: 'The band ends where it begins or above',
  })
