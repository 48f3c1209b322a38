import { z } from 'zod'
import { dateInput, optionalDateInput } from '@/lib/dates/date-input'
import { MATCH_RESULTS } from '@/lib/season/match-result'
import { OFFER_ANSWERS, OUTSIDE_OFFER_STATES } from './record'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const id = z.guid(OUT_OF_DATE)
const emptyIsNull = (value: unknown) => (value === undefined || value === null || value === '' ? null : value)
const yesNoUnknown = z
  .enum(['yes', 'no', 'unknown'], { error: 'Choose one of the three' })
  .transform((answer) => (answer === 'unknown' ? null : answer === 'yes'))

export const soapAnswersInput = z.object({ isRegistered: yesNoUnknown, isVerified: yesNoUnknown })

export const matchResultInput = z
  .object({
    result: z.enum([...MATCH_RESULTS, 'unknown'], { error: 'Choose one of the four' }),
    on: optionalDateInput('Enter the day as year-month-day, for example 2027-03-15'),
    matchedEntryId: z.preprocess(emptyIsNull, id.nullable()),
  })
  .transform(({ result, on, matchedEntryId }, context) => {
    if (result !== 'unknown' && on === null)
      context.addIssue({ code: 'custom', path: ['on'], message: 'Enter the day on which you learned it' })
    return {
      result: result === 'unknown' ? null : result,
      on: result === 'unknown' ? null : on,
      matchedEntryId: result === 'matched' || result === 'partly_matched' ? matchedEntryId : null,
    }
  })

/** A program of the list, or one named in words; of the two the list wins. */
const namedProgram = {
  entryId: z.preprocess(emptyIsNull, id.nullable()),
  name: z.string().trim().max(200, 'Keep the name to 200 characters').default(''),
}

const isNamed = ({ entryId, name }: { entryId: string | null; name: string }) =>
  entryId !== null || name !== ''
const NOT_NAMED = {
  path: ['name'],
  error: 'Choose a program of your list, or name one here',
}

export const soapApplicationInput = z
  .object({
    ...namedProgram,
    on: dateInput('Enter the day as year-month-day, for example 2027-03-15'),
    formId: id,
  })
  .refine(isNamed, NOT_NAMED)

export const soapApplicationRefInput = z.object({ applicationId: id })

export const soapOfferInput = z.object({
  applicationId: z.guid('Choose the program that offered'),
  round: z
    .enum(['1', '2', '3', '4'], { error: 'Choose the round' })
    .transform((round) => (round === '2' ? 2 : round === '3' ? 3 : round === '4' ? 4 : 1)),
  answer: z.enum(OFFER_ANSWERS, { error: 'Choose what you answered' }),
})

export const outsideOfferInput = z
  .object({
    ...namedProgram,
    offeredOn: dateInput('Enter the day it came as year-month-day, for example 2026-11-22'),
    answerBy: optionalDateInput('Enter the day as year-month-day, or leave it empty'),
    note: z
      .string()
      .trim()
      .max(2000, 'Keep this to 2000 characters')
      .transform((text) => text.replaceAll('\r\n', '\n'))
      .default(''),
    formId: id,
  })
  .refine(isNamed, NOT_NAMED)

export const outsideDecisionInput = z.object({
  offerId: id,
  version: z.coerce.number().int().min(1),
  state: z.enum(OUTSIDE_OFFER_STATES, { error: 'Choose one of the three' }),
  on: optionalDateInput(),
  withdrawnOn: optionalDateInput(),
})

export const outsideOfferRefInput = z.object({ offerId: id })

export const resumeInput = z.object({})
