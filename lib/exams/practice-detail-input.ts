import { z } from 'zod'

import { dateInput } from '@/lib/dates/date-input'

import { PRACTICE_EXAMS } from './practice'
import { BANK_MODES, GENETICS_AREAS, QUESTION_BANKS, WEAK_SYSTEMS, WEAK_TOPICS } from './practice-detail'

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value).trim())

const percentInput = (error: string) =>
  z
    .preprocess(
      (value) => text(value).replace(/\s*%$/, '').replace(',', '.'),
      z.string().regex(/^(\d{1,3}(\.\d)?)?$/, { error }),
    )
    .transform((value) => (value === '' ? null : Number(value)))

const countInput = (error: string) =>
  z
    .preprocess(text, z.string().regex(/^\d{0,5}$/, { error }))
    .transform((value) => (value === '' ? null : Number(value)))

const choice = <T extends readonly [string, ...string[]]>(values: T, error: string) =>
  z
    .preprocess(text, z.enum(['', ...values], { error }))
    .transform((value) => (value === '' ? null : (value as T[number])))

/** The shape of the question-bank form; `bankSnapshotProblems` says what cannot be true. */
export const bankSnapshotInput = z.object({
  exam: z.enum(PRACTICE_EXAMS, { error: 'Choose the exam that you are practising for' }),
  bank: z.enum(QUESTION_BANKS, { error: 'Choose the question bank' }),
  takenOn: dateInput('Enter the day as year-month-day'),
  coveredPercent: percentInput('Enter how much of the bank is done, from 0 to 100'),
  correctPercent: percentInput('Enter the per cent correct, from 0 to 100'),
  mode: choice(BANK_MODES, 'Choose how the questions were done, or leave it open'),
  questions: countInput('Enter how many questions, as a whole number'),
})

/** The shape of the details of a practice result; `practiceDetailProblems` says what cannot be true. */
export const practiceDetailInput = z.object({
  isMixed: z
    .preprocess(text, z.enum(['yes', 'no', ''], { error: 'Choose mixed, by subject or not said' }))
    .transform((value) => (value === '' ? null : value === 'yes')),
  weakSystems: z.array(z.enum(WEAK_SYSTEMS)).nullable(),
  weakTopics: z.array(z.enum(WEAK_TOPICS)).nullable(),
  genetics: z
    .array(
      z.object({
        area: z.enum(GENETICS_AREAS),
        questions: countInput('Enter how many questions, as a whole number'),
        percent: percentInput('Enter the per cent correct, from 0 to 100'),
      }),
    )
    .max(GENETICS_AREAS.length),
})

export type BankSnapshotInput = z.output<typeof bankSnapshotInput>
export type PracticeDetailInput = z.output<typeof practiceDetailInput>
