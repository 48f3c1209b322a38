import { z } from 'zod'
import { dateInput } from '@/lib/dates/date-input'
import { FACT_FIELDS } from '@/lib/programs/fact'
import { ASKABLE_FIELDS } from './open-questions'

/** A program's reply as the form sends it: a choice, or a number typed as text. Which values fit is `answerProblem`'s to say. */
export const answerInput = z
  .object({
    formId: z.guid('This form is out of date. Open the page again.'),
    programId: z.string().min(1).max(120),
    field: z.enum(ASKABLE_FIELDS),
    value: z
      .string({ error: 'Choose or type what the program said' })
      .trim()
      .min(1, 'Choose or type what the program said'),
    statedOn: dateInput('Enter the day of the reply as year-month-day, for example 2026-11-20'),
    note: z.string().trim().max(1000, 'Keep the note under 1,000 characters').default(''),
  })
  .transform(({ value, note, ...rest }) => ({
    ...rest,
    value: FACT_FIELDS[rest.field].kind === 'number' ? numberOf(value) : value,
    note: note || null,
  }))

/** Not a number when the text is none: the rules then refuse it with their own sentence. */
function numberOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}

export const withdrawInput = z.object({ factId: z.string().min(1).max(200) })
