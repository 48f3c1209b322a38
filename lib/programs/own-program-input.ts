import { z } from 'zod'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { isCalendarDate } from '@/lib/dates/calendar-date'
import { FACT_FIELDS, FACT_SCOPES, type ProgramFact } from './fact'
import { OWN_FACT_FIELDS, OWN_FACT_RANGES, OWN_READING, type OwnFactField } from './own-program-fields'
import { PATHWAYS } from './pathway'
import { pathwayName } from './pathway-words'
import { STATE_NAMES } from './states'

/** An empty field is "not said". */
const optionalText = (most: number, what: string) =>
  z
    .string()
    .trim()
    .max(most, `${what}: ${most} characters at most`)
    .default('')
    .transform((text) => text || null)

const optionalUrl = optionalText(500, 'Address').refine(
  (text) => text === null || isWebAddress(text),
  'Enter a web address that begins with https:// or http://, or leave it empty',
)

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

const optionalYear = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || (/^\d{4}$/.test(text) && Number(text) >= 1990 && Number(text) <= 2100), {
    error: 'Enter the year as four digits, or leave it empty when the page bears no date',
  })
  .transform((text) => (text === '' ? null : Number(text)))

function factValue(field: OwnFactField) {
  const kind = FACT_FIELDS[field]
  const text = z.string().trim().default('')
  switch (kind.kind) {
    case 'choice':
      return text
        .refine(
          (value) => value === '' || (kind.options as readonly string[]).includes(value),
          'Choose one of these',
        )
        .transform((value) => value || null)
    case 'number': {
      const [least, most] = OWN_FACT_RANGES[field] ?? [0, 1000]
      return text
        .refine(
          (value) =>
            value === '' || (/^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most),
          `Enter a whole number from ${least} to ${most}, or leave it empty while it is not known`,
        )
        .transform((value) => (value === '' ? null : Number(value)))
    }
    case 'date':
      return text
        .refine(
          (value) => value === '' || isCalendarDate(value),
          'Enter the day as year-month-day, for example 2027-09-29',
        )
        .transform((value) => value || null)
  }
}

type FactName = OwnFactField | `${OwnFactField}.${'title' | 'url' | 'year' | 'scope'}`

// Object.fromEntries forgets the names of its keys.
const factShape = Object.fromEntries(
  OWN_FACT_FIELDS.flatMap((field) => [
    [field, factValue(field)],
    [`${field}.title`, optionalText(200, 'Source')],
    [`${field}.url`, optionalUrl],
    [`${field}.year`, optionalYear],
    [`${field}.scope`, z.enum(FACT_SCOPES).catch('program')],
  ]),
) as unknown as Record<FactName, z.ZodType<string | number | null>>

const programShape = {
  sponsor: z
    .string()
    .trim()
    .min(1, 'Enter the hospital or university')
    .max(200, 'Use 200 characters at most'),
  name: optionalText(200, 'Name'),
  city: optionalText(100, 'City'),
  state: z
    .string()
    .trim()
    .default('')
    .refine((code) => code === '' || Object.hasOwn(STATE_NAMES, code), 'Choose a state from the list')
    .transform((code) => code || null),
  pathway: z.enum(PATHWAYS, {
    error: 'Choose the pathway: it decides the match, the calendar and who may enter',
  }),
  acgmeId: optionalText(20, 'ACGME number'),
  nrmpCode: optionalText(20, 'NRMP code'),
  url: optionalUrl,
  sourceTitle: optionalText(200, 'Source'),
  sourceUrl: optionalUrl,
  sourceYear: optionalYear,
}

const formId = z.guid('This form is out of date. Open the page again.')

export const addOwnProgramInput = z.object({
  formId,
  /** Which of the two buttons sent the form: save alone, or save and put on the list. */
  after: z.enum(['save', 'list']).catch('save'),
  ...programShape,
  ...factShape,
})
export const saveOwnProgramInput = z.object({
  id: z.string().startsWith('own-').max(60),
  version: z.coerce.number().int().min(1),
  ...programShape,
  ...factShape,
})
export const removeOwnProgramInput = z.object({ id: z.string().startsWith('own-').max(60) })

type Typed = z.output<typeof addOwnProgramInput> | z.output<typeof saveOwnProgramInput>

type OwnFact = Omit<ProgramFact, 'id' | 'origin' | 'confidence' | 'sourceKind'>

/** The program that a filled-in form states; `today` and `seasonYear` date the facts that bear no year. */
export function ownProgramOf(typed: Typed, when: { today: CalendarDate; seasonYear: number | null }) {
  return {
    sponsor: typed.sponsor,
    name: typed.name ?? pathwayName(typed.pathway),
    city: typed.city,
    state: typed.state,
    pathway: typed.pathway,
    acgmeId: typed.acgmeId,
    nrmpCode: typed.nrmpCode,
    url: typed.url,
    facts: ownFacts(typed, when),
  }
}

/**
 * The facts that a filled-in form states. The one source at the form's end stands for every fact without a source of its
 * own. A fact without a year counts as read on `today`; a place offered is said of `seasonYear`.
 */
function ownFacts(
  typed: Typed,
  { today, seasonYear }: { today: CalendarDate; seasonYear: number | null },
): OwnFact[] {
  return OWN_FACT_FIELDS.flatMap((field): OwnFact[] => {
    const value = typed[field]
    if (value === null) return []
    const hasOwnSource = Boolean(typed[`${field}.title`] ?? typed[`${field}.url`] ?? typed[`${field}.year`])
    const title = hasOwnSource ? typed[`${field}.title`] : typed.sourceTitle
    const url = hasOwnSource ? typed[`${field}.url`] : typed.sourceUrl
    const year = hasOwnSource ? typed[`${field}.year`] : typed.sourceYear
    const isYear = typeof year === 'number'
    return [
      {
        field,
        value,
        scope: FACT_SCOPES.find((scope) => scope === typed[`${field}.scope`]) ?? 'program',
        year: isYear ? year : null,
        season: field === 'offers_place_this_season' ? seasonYear : null,
        statedOn: isYear ? null : today,
        source: {
          title: typeof title === 'string' ? title : OWN_READING,
          url: typeof url === 'string' ? url : null,
          year: isYear ? year : null,
        },
        note: null,
      },
    ]
  })
}
