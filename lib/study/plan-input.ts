import { z } from 'zod'

import { dateInput } from '@/lib/dates/date-input'
import { PRACTICE_EXAMS } from '@/lib/exams/practice'
import { GENETICS_AREAS, WEAK_SYSTEMS, WEAK_TOPICS } from '@/lib/exams/practice-detail'

import { DAY_MARKS } from './plan'

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value).trim())

const count = (most: number, error: string) =>
  z
    .preprocess(text, z.string().regex(/^\d{1,5}$/, { error }))
    .transform(Number)
    .refine((value) => value <= most, { error })

/** The shape of the study plan's form. */
export const studyPlanInput = z
  .object({
    exam: z.enum(PRACTICE_EXAMS, { error: 'Choose the exam' }),
    examOn: dateInput('Enter the exam day as year-month-day'),
    startOn: dateInput('Enter the first day as year-month-day'),
    questionsLeft: count(20_000, 'Enter how many questions are left, as a whole number'),
    mostPerDay: count(500, 'Enter the most questions for one day, up to 500'),
    restWeekday: count(6, 'Choose the day of rest'),
    assessments: count(12, 'Enter how many NBME forms you plan, up to 12'),
    weakSystems: z.array(z.enum(WEAK_SYSTEMS)),
    weakTopics: z.array(z.enum(WEAK_TOPICS)),
    geneticsAreas: z.array(z.enum(GENETICS_AREAS)),
  })
  .refine((plan) => plan.startOn <= plan.examOn, {
    path: ['startOn'],
    error: 'The first day cannot come after the exam',
  })

/** One mark on one day. */
export const dayMarkInput = z.object({
  on: dateInput('Choose a day of the plan'),
  kind: z.enum(DAY_MARKS, { error: 'Choose what happened on this day' }),
  questions: z
    .preprocess(text, z.string().regex(/^\d{0,4}$/, { error: 'Enter how many questions, as a whole number' }))
    .transform((value) => (value === '' ? null : Number(value))),
})

export type DayMarkInput = z.output<typeof dayMarkInput>
