import { z } from 'zod'
import { optionalDateInput } from '@/lib/dates/date-input'
import { CHECKLIST_CALENDARS } from './calendar-names'
import { OWN_PREFIX } from './checklist'
import { templateItem } from './template'

/* What the checklist's forms send. */

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Keep this under ${max} characters` })
    .transform((value) => value.replaceAll('\r\n', '\n'))
    .default('')

/** The name of an item: a template's, with its calendar where it has one, or that of an item of one's own. */
export const itemIdInput = z.string({ error: OUT_OF_DATE }).max(80).refine(isItemId, { error: OUT_OF_DATE })

function isItemId(id: string): boolean {
  if (id.startsWith(OWN_PREFIX)) return z.guid().safeParse(id.slice(OWN_PREFIX.length)).success
  return isTemplateItemId(id)
}

/** 'statement', or 'complete.july' where an item belongs to each calendar. */
export function isTemplateItemId(id: string): boolean {
  const [key = '', calendar, ...rest] = id.split('.')
  if (rest.length > 0) return false
  const template = templateItem(key)
  if (!template) return false
  if (calendar === undefined) return true
  return template.calendars === 'each' && CHECKLIST_CALENDARS.some((known) => known === calendar)
}

/** The page to come back to; anything else than a view of the checklist, or Home, counts as the checklist. */
const back = z
  .string()
  .max(300)
  .regex(/^\/(?:checklist|home)(?:\?[\w%&=.-]*)?$/)
  .catch('/checklist')

export const doneInput = z.object({ itemId: itemIdInput, done: z.enum(['yes', 'no']), back })

export const markInput = z
  .object({
    itemId: z.string({ error: OUT_OF_DATE }).refine(isTemplateItemId, { error: OUT_OF_DATE }),
    version: z.coerce.number({ error: OUT_OF_DATE }).int().min(0),
    state: z.enum(['open', 'done', 'not_needed'], { error: 'Choose how it stands' }),
    doneOn: optionalDateInput(),
    notNeeded: text(300),
    ownDue: optionalDateInput(),
    note: text(4000),
  })
  .check(({ value, issues }) => {
    if (value.state === 'done' && value.doneOn === null) {
      issues.push({
        code: 'custom',
        path: ['doneOn'],
        input: value.doneOn,
        message: 'Enter the day it was done',
      })
    }
    if (value.state === 'not_needed' && value.notNeeded === '') {
      issues.push({
        code: 'custom',
        path: ['notNeeded'],
        input: value.notNeeded,
        message: 'Say in a few words why it is not needed, so that you still know next month',
      })
    }
  })

const ownValues = {
  title: z
    .string()
    .trim()
    .min(1, { error: 'Say what is to be done' })
    .max(200, { error: 'Keep this under 200 characters' }),
  dueOn: optionalDateInput(),
  note: text(4000),
  waitsFor: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    itemIdInput.nullable(),
  ),
}

export const addOwnItemInput = z.object({ formId: z.guid(OUT_OF_DATE), ...ownValues })
export const saveOwnItemInput = z.object({
  id: z.guid(OUT_OF_DATE),
  version: z.coerce.number({ error: OUT_OF_DATE }).int().min(1),
  ...ownValues,
})
export const ownItemRefInput = z.object({ id: z.guid(OUT_OF_DATE) })
export const acceptDatesInput = z.object({ back })
