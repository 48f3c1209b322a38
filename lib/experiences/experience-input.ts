import { z } from 'zod'
import { isCalendarDate } from '@/lib/dates/calendar-date'
import { line } from '@/lib/profile/field-inputs'
import { EXPERIENCE_TYPES } from './experience'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'

/** A month of a form, '2026-03', as its first day; nothing typed is null. */
const month = (message: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null),
    z
      .string()
      .regex(/^\d{4}-\d{2}$/, { error: message })
      .transform((value) => `${value}-01`)
      .refine((value) => isCalendarDate(value), { error: message })
      .nullable(),
  )

const text = (most: number, message: string) =>
  z
    .string({ error: OUT_OF_DATE })
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .refine((value) => value.length <= most, { error: message })

const ticked = z.preprocess((value) => value === 'on', z.boolean())

/** An experience as its form sends it. Longer texts than MyERAS takes are kept and named as a problem, never cut. */
export const experienceInput = z
  .object({
    type: z.enum(EXPERIENCE_TYPES, { error: 'Choose a type' }),
    title: line(200),
    organization: line(200),
    startOn: month('Enter the first month as year-month, such as 2025-03'),
    endOn: month('Enter the last month as year-month, such as 2025-09'),
    isOngoing: ticked,
    isGenetics: ticked,
    description: text(4000, 'This is far longer than MyERAS takes: keep it under 4,000 characters here'),
    isMeaningful: ticked,
    meaning: text(2000, 'This is far longer than MyERAS takes: keep it under 2,000 characters here'),
  })
  .refine(({ startOn, endOn }) => endOn === null || startOn !== null, {
    path: ['startOn'],
    error: 'Enter the first month too',
  })
  .refine(({ startOn, endOn }) => startOn === null || endOn === null || startOn <= endOn, {
    path: ['endOn'],
    error: 'The last month lies before the first',
  })
  .refine(({ endOn, isOngoing }) => !(isOngoing && endOn !== null), {
    path: ['endOn'],
    error: 'Either it goes on, or it has a last month, not both',
  })

export type ExperienceValues = z.output<typeof experienceInput>

/** An experience that stands in no list of the profile. It needs a name of its own. */
export const newExperienceInput = z.object({
  formId: z.guid(OUT_OF_DATE),
  type: z.enum(EXPERIENCE_TYPES, { error: 'Choose a type' }),
  title: line(200).refine((value) => value !== '', {
    error: 'Say what you were: “Teaching assistant”, for example',
  }),
})

/** An entry of the profile that is to stand in MyERAS. */
export const takeExperienceInput = z.object({
  source: z.templateLiteral([z.enum(['clinical', 'research']), ':', z.guid()], { error: OUT_OF_DATE }),
})

export const experienceRefInput = z.object({ id: z.guid(OUT_OF_DATE) })
export const moveExperienceInput = experienceRefInput.extend({
  to: z.enum(['up', 'down', 'aside', 'in'], { error: OUT_OF_DATE }),
})
export const editedExperienceInput = experienceInput.safeExtend({
  id: z.guid(OUT_OF_DATE),
  version: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE),
})

const day = z.string({ error: OUT_OF_DATE }).refine((value) => isCalendarDate(value), { error: OUT_OF_DATE })

/** The line that explains a gap; an empty one takes it away. */
export const gapLineInput = z
  .object({ fromOn: day, toOn: day, line: line(300) })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, { path: ['line'], error: OUT_OF_DATE })
