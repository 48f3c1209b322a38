import { z } from 'zod'
import { dateInput, optionalDateInput } from '@/lib/dates/date-input'
import { isZone, modernZone } from '@/lib/dates/zones'
import { LETTER_STATES } from '@/lib/profile/applicant'
import { anyOf, choice, required } from '@/lib/profile/field-inputs'
import { letterInput } from '@/lib/profile/profile-input'
import { MOST_TOGETHER } from './brief'
import { DIRECTOR_TOPICS, KNOWLEDGE, WAIVERS, WORK_WEEKS } from './letter'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const id = z.guid(OUT_OF_DATE)
const seen = z.string(OUT_OF_DATE)
const DAY = 'Enter the day as year-month-day, or leave it empty'
const ids = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(id, { error: OUT_OF_DATE }).max(500, OUT_OF_DATE),
)
const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(max, `Keep this to ${max} characters`))
    .default('')

export const newLetterInput = letterInput.safeExtend({ formId: id })

/** Who writes and what of; how well they know the person; their clock. */
export const writerInput = letterInput.omit({ state: true }).safeExtend({
  id,
  seen,
  directorTopics: anyOf(DIRECTOR_TOPICS, 'Choose what the letter speaks of'),
  knowledge: choice(KNOWLEDGE, 'Choose how well they know your work, or leave it open'),
  waiver: choice(WAIVERS, 'Choose what you did with the right to read it, or leave it open'),
  zone: z.preprocess(
    (value) => (value === undefined || value === '' ? null : value),
    z
      .string()
      .refine(isZone, { error: 'Choose a time zone from the list, or leave it open' })
      .transform(modernZone)
      .nullable(),
  ),
  week: required(WORK_WEEKS, 'Choose the days on which they work'),
})

export const stagesInput = z.object({
  id,
  seen,
  state: required(LETTER_STATES, 'Choose whether it is written or promised'),
  createdOn: optionalDateInput(DAY),
  confirmedOn: optionalDateInput(DAY),
  requestedOn: optionalDateInput(DAY),
  uploadedOn: optionalDateInput(DAY),
  askAgainOn: optionalDateInput(DAY),
})

export const askedInput = z.object({ id, on: dateInput(DAY), deed: z.enum(['add', 'remove']) })

const assignedOn = optionalDateInput('Enter the day of assigning as year-month-day, or leave it empty')
/** The programs that get one letter. */
export const letterProgramsInput = z.object({ id, entries: ids, assignedOn })
/** The letters that one program gets. */
export const programLettersInput = z.object({ entryId: id, letters: ids, assignedOn })
/** The same letters for every program that has none. */
export const sameLettersInput = z.object({ letters: ids, assignedOn })

export const briefInput = z.object({
  id,
  together: paragraph(MOST_TOGETHER),
  facts: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.string().max(80, OUT_OF_DATE), { error: OUT_OF_DATE }).max(100, OUT_OF_DATE),
  ),
})

export const letterRefInput = z.object({ id })
