import { z } from 'zod'

import { isCalendarDate } from '@/lib/dates/calendar-date'

import { CHANGES, INSIGHTS } from './additional-information'
import { STEPS } from './standards'

/** What the field holds at most: far beyond one short passage, so that nothing typed is ever cut. */
export const PASSAGE_MOST = 4000

const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
    z.array(z.enum(values, { error: 'Choose from the list' })),
  )

/** The attempt that the passage speaks of, as `exam:day`. */
const attempt = z
  .string({ error: 'Choose the attempt' })
  .transform((value) => {
    const [exam, takenOn] = value.split(':')
    return { exam: STEPS.find((step) => step === exam), takenOn }
  })
  .refine(({ exam, takenOn }) => exam !== undefined && isCalendarDate(takenOn), {
    error: 'Choose the attempt',
  })
  .transform(({ exam, takenOn }) => ({ exam: exam ?? STEPS[0], takenOn: takenOn ?? '' }))

/** What a draft is made from: chosen facts and a sentence of the person's own. */
export const passageChoicesInput = z.object({
  attempt,
  insights: several(INSIGHTS).refine((chosen) => chosen.length <= 2, {
    error: 'Choose two at most: more reads as a list of reasons',
  }),
  changes: several(CHANGES),
  stillDo: z
    .string()
    .trim()
    .max(300, { error: 'Keep this to one sentence, 300 characters at most' })
    .default(''),
})

/** The passage itself, in the person's words. */
export const passageInput = z.object({
  attempt,
  passage: z
    .string({ error: 'This form is out of date. Open the page again.' })
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= PASSAGE_MOST, {
      error: `This is longer than ${PASSAGE_MOST} characters: keep one short passage`,
    }),
})

export type PassageChoices = z.output<typeof passageChoicesInput>
export type PassageInput = z.output<typeof passageInput>
