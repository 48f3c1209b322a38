import { z } from 'zod'
import { optionalDateInput } from '@/lib/dates/date-input'
import { choice } from '@/lib/profile/field-inputs'
import { PAPER_HOLDERS, PAPER_KEYS } from './paper'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const paper = z.enum(PAPER_KEYS, { error: OUT_OF_DATE })

export const paperDoneInput = z.object({
  paper,
  /** The item of the checklist that stands for it: a student's and a graduate's may differ. */
  itemId: z.string({ error: OUT_OF_DATE }).max(80, OUT_OF_DATE),
  done: z.enum(['yes', 'no'], { error: OUT_OF_DATE }),
})

export const paperTrackInput = z
  .object({
    paper,
    version: z.coerce.number({ error: OUT_OF_DATE }).int().min(0),
    holder: choice(PAPER_HOLDERS, 'Choose with whom it lies, or leave it open'),
    since: optionalDateInput('Enter the day as year-month-day, or leave it empty'),
    expectedOn: optionalDateInput('Enter the day as year-month-day, or leave it empty'),
  })
  .check(({ value, issues }) => {
    if (value.since !== null && value.expectedOn !== null && value.expectedOn < value.since) {
      issues.push({
        code: 'custom',
        path: ['expectedOn'],
        input: value.expectedOn,
        message: 'It cannot be expected before it went there: check the two days',
      })
    }
  })
