import { z } from 'zod'

import { dateInput } from '@/lib/dates/date-input'

import { EXAMS, OET_PARTS, OUTCOMES } from './attempt'

/*
 * The shape of the attempt form. What can be true beside the other attempts is `mayAddAttempt`'s to say: this file
 * only reads text. It stands apart so that client files can use the rules without zod.
 */

const SCORE_MESSAGE = 'Enter the score as three digits'
const PART_MESSAGE = 'Enter the part score as a number from 0 to 500, for example 350'

const digits = (message: string) =>
  z
    .preprocess(
      (value) => (value === undefined || value === null ? '' : String(value).trim()),
      z.string().regex(/^\d{0,3}$/, { error: message }),
    )
    .transform((text) => (text === '' ? null : Number(text)))

export const examAttemptInput = z
  .object({
    exam: z.enum(EXAMS, { error: 'Choose the exam' }),
    takenOn: dateInput('Enter the day of the exam as year-month-day, for example 2027-06-28'),
    outcome: z.enum(OUTCOMES, { error: 'Choose what came of it, or "planned"' }),
    score: digits(SCORE_MESSAGE),
    listening: digits(PART_MESSAGE),
    reading: digits(PART_MESSAGE),
    speaking: digits(PART_MESSAGE),
    writing: digits(PART_MESSAGE),
  })
  .transform(({ exam, takenOn, outcome, score, listening, reading, speaking, writing }) => {
    const parts = { listening, reading, speaking, writing }
    const hasPart = OET_PARTS.some((part) => parts[part] !== null)
    return { exam, takenOn, outcome, score, oet: hasPart ? parts : null }
  })

/** An attempt as the form gives it: everything of an `ExamAttempt` but its id. */
export type ExamAttemptInput = z.output<typeof examAttemptInput>
