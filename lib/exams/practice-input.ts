import { z } from 'zod'

import { dateInput } from '@/lib/dates/date-input'

import { PRACTICE_EXAMS, PRACTICE_KINDS } from './practice'

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value).trim())

/** The shape of the practice form; `practiceProblems` says what cannot be true. */
export const practiceResultInput = z.object({
  exam: z.enum(PRACTICE_EXAMS, { error: 'Choose the exam that you practised for' }),
  kind: z.enum(PRACTICE_KINDS, { error: 'Choose the practice test' }),
  takenOn: dateInput('Enter the day of the practice test as year-month-day'),
  score: z
    .preprocess(text, z.string().regex(/^\d{0,3}$/, { error: 'Enter the score as three digits' }))
    .transform((value) => (value === '' ? null : Number(value))),
  percent: z
    .preprocess(
      (value) => text(value).replace(/\s*%$/, '').replace(',', '.'),
      z.string().regex(/^(\d{1,3}(\.\d)?)?$/, { error: 'Enter the percent as a number from 0 to 100' }),
    )
    .transform((value) => (value === '' ? null : Number(value))),
  isTimed: z
    .preprocess(
      (value) => text(value),
      z.enum(['yes', 'no', ''], { error: 'Choose timed, untimed or not said' }),
    )
    .transform((value) => (value === '' ? null : value === 'yes')),
  form: z.preprocess(text, z.string().max(40, { error: 'Keep the name of the form under 40 characters' })),
})

export type PracticeResultInput = z.output<typeof practiceResultInput>
