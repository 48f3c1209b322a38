import { z } from 'zod'

import { daysBetween } from '@/lib/dates/calendar-date'
import { dateInput } from '@/lib/dates/date-input'
import { PRACTICE_EXAMS } from '@/lib/exams/practice'
import { GENETICS_AREAS, WEAK_SYSTEMS, WEAK_TOPICS } from '@/lib/exams/practice-detail'

import { DAY_MARKS, MOST_DAYS } from './plan'

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value).trim())

const count = ({ least = 0, most }: { least?: number; most: number }, error: string) =>
  z
    .preprocess(text, z.string().regex(/^\d{1,5}$/, { error }))
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error })

/** Several boxes of one name: none is absent and one is a text on its own. */
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
    z.array(z.enum(values, { error: 'Choose from the list' })),
  )

/** The shape of the study plan's form. */
export const studyPlanInput = z
  .object({
    exam: z.enum(PRACTICE_EXAMS, { error: 'Choose the exam' }),
    examOn: dateInput('Enter the exam day as year-month-day'),
    startOn: dateInput('Enter the first day as year-month-day'),
    questionsLeft: count({ most: 20_000 }, 'Enter how many questions are left, as a whole number'),
    mostPerDay: count({ least: 1, most: 500 }, 'Enter the most questions for one day, from 1 to 500'),
    restWeekday: count({ most: 6 }, 'Choose the day of rest'),
    assessments: count({ most: 12 }, 'Enter how many NBME forms you plan, up to 12'),
    weakSystems: several(WEAK_SYSTEMS),
    weakTopics: several(WEAK_TOPICS),
    geneticsAreas: several(GENETICS_AREAS),
  })
  .refine((plan) => plan.startOn <= plan.examOn, {
    path: ['startOn'],
    error: 'The first day cannot come after the exam',
  })
  .refine((plan) => daysBetween(plan.startOn, plan.examOn) <= MOST_DAYS, {
    path: ['startOn'],
    error: 'Choose a first day within two years of the exam',
  })

export type StudyPlanFormInput = z.output<typeof studyPlanInput>

/** What a person says of one day; several may be true of it, and none clears it. */
export const dayMarksInput = z.object({
  on: dateInput('Choose a day of the plan'),
  kinds: several(DAY_MARKS),
  questions: z
    .preprocess(text, z.string().regex(/^\d{0,4}$/, { error: 'Enter how many questions, as a whole number' }))
    .transform((value) => (value === '' ? null : Number(value))),
})

export type DayMarksInput = z.output<typeof dayMarksInput>
