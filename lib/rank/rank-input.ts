import { z } from 'zod'
import { dateInput } from '@/lib/dates/date-input'
import { MARKS } from '@/lib/interviews/impression'
import { WEIGHTS } from './criteria'
import { MOVES } from './rank-list'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const id = z.guid(OUT_OF_DATE)
/** One id or several of a repeated field; none when it is not there. */
const ids = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(id).max(300, 'NRMP takes 300 ranks at most'),
)

/** `order` and `leftOff` are what the page showed; `move` is what one button does to it, else they are the new order. */
export const orderInput = z.object({
  order: ids,
  leftOff: ids,
  /** What was stored when the page was made, so that another window's order is never overwritten. */
  before: z.string().max(20_000).default(''),
  move: z
    .string()
    .max(80)
    .optional()
    .transform((text) => {
      const [what, which] = (text ?? '').split(':')
      const move = MOVES.find((known) => known === what)
      return move && which && z.guid().safeParse(which).success ? { move, id: which } : null
    }),
})

export const certifyInput = z.object({
  /** The order that the person saw when they said it is certified. */
  before: z.string().max(20_000),
  on: dateInput('Enter the day as year-month-day, for example 2027-02-24'),
})

export const choiceInput = z.object({
  preferredId: z.guid('Choose one of the two'),
  otherId: z.guid(OUT_OF_DATE),
})
export const pairInput = z.object({
  firstId: z.guid('Choose a program'),
  secondId: z.guid('Choose a program'),
})

const weight = z.coerce
  .number()
  .transform((value) => WEIGHTS.find((known) => known === value))
  .pipe(z.literal(WEIGHTS, { error: 'Choose how much it counts' }))

export const weightsInput = z.looseObject({}).transform((fields, context) =>
  Object.entries(fields).flatMap(([name, value]) => {
    if (!name.startsWith('weight_')) return []
    const read = weight.safeParse(value)
    if (read.success) return [{ code: name.slice('weight_'.length), weight: read.data }]
    context.addIssue({ code: 'custom', path: [name], message: 'Choose how much it counts' })
    return []
  }),
)

export const ownCriterionInput = z.object({
  formId: id,
  label: z.string().trim().min(1, 'Name it in a word or two').max(80, 'Keep the name to 80 characters'),
  weight,
})
export const criterionRefInput = z.object({ code: z.string().regex(/^own-[0-9a-f-]{36}$/, OUT_OF_DATE) })

export const marksInput = z.looseObject({ entryId: id }).transform(({ entryId, ...fields }) => ({
  entryId,
  marks: Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith('mark_')
      ? [{ code: name.slice('mark_'.length), mark: MARKS.find((known) => String(known) === value) ?? null }]
      : [],
  ),
}))
