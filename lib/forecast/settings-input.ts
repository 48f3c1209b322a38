import { z } from 'zod'

import { PRACTICE_KINDS } from '@/lib/exams/practice'

const number = (error: string) =>
  z.preprocess(
    (value) =>
      value === undefined || value === null ? '' : String(value).trim().replace(',', '.').replace('−', '-'),
    z
      .string()
      .regex(/^-?\d{1,3}(\.\d{1,2})?$/, { error })
      .transform(Number),
  )

/** One source's numbers as a form sends them; `settingProblems` says which are out of range. */
export const sourceSettingInput = z.object({
  kind: z.enum(PRACTICE_KINDS, { error: 'Choose the practice test' }),
  offset: number('Enter the offset in points, for example 0 or −3'),
  spread: number('Enter the spread in points, for example 8'),
})

const blank = (value: unknown) => value === undefined || String(value).trim() === ''

/** The person's own line from per cent to score. */
export const conversionInput = z.object({
  atPercent: number('Enter a per cent'),
  score: number('Enter the score that goes with it'),
  pointsPerPercent: number('Enter the points for one more per cent'),
})

const optionalNumber = (error: string) =>
  z.preprocess((value) => (blank(value) ? null : value), number(error).nullable())

/** One source's form whole: its two numbers, and a conversion where all three of its fields are filled in. */
export const sourceFormInput = sourceSettingInput
  .extend({
    atPercent: optionalNumber('Enter a per cent, or leave all three empty'),
    score: optionalNumber('Enter the score that goes with it, or leave all three empty'),
    pointsPerPercent: optionalNumber('Enter the points for one more per cent, or leave all three empty'),
  })
  .transform(({ kind, offset, spread, atPercent, score, pointsPerPercent }, context) => {
    if (atPercent !== null && score !== null && pointsPerPercent !== null) {
      return { kind, offset, spread, conversion: { atPercent, score, pointsPerPercent } }
    }
    for (const [field, value] of Object.entries({ atPercent, score, pointsPerPercent })) {
      if (value !== null || (atPercent === null && score === null && pointsPerPercent === null)) continue
      context.addIssue({
        code: 'custom',
        path: [field],
        message: 'A conversion needs all three, or leave all three empty',
      })
    }
    return { kind, offset, spread, conversion: null }
  })

/** The numbers that hold for every source. */
export const forecastNumbersInput = z.object({
  examError: number('Enter points, for example 6'),
  driftPerFourWeeks: number('Enter points, for example 6'),
  driftLimitDays: number('Enter days, for example 56'),
  gainPerFourWeeks: number('Enter points, for example 0'),
  untimedFactor: number('Enter a factor, for example 1.6'),
  timingNotSaidFactor: number('Enter a factor, for example 1.2'),
  notMixedFactor: number('Enter a factor, for example 1.25'),
  trendDampingDays: number('Enter days, for example 28'),
  trendHorizonDays: number('Enter days, for example 56'),
})

export type SourceSettingInput = z.output<typeof sourceSettingInput>
