import { z } from 'zod'
import { normalizeEmail } from '@/lib/account/email'
import { isCalendarDate } from '@/lib/dates/calendar-date'
import { LINK_DAYS } from './grant'
import { GROUPS, type Group, LEVELS, type Levels } from './groups'

const line = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .min(1, message)
    .max(120, 'Use at most 120 characters.')
    .regex(/^[^\p{Cc}]*$/u, 'Leave out line breaks.')

const level = z.enum(LEVELS, { error: 'Choose what is open: nothing, read, or read and comment.' })
const levelFields = { exams: level, list: level, documents: level, interviews: level, checklist: level }

const levels = ({ exams, list, documents, interviews, checklist }: Levels): Levels => ({
  exams,
  list,
  documents,
  interviews,
  checklist,
})

const until = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null)
  .refine(
    (text) => text === null || isCalendarDate(text),
    'Enter the day as year-month-day, or leave it empty.',
  )

const uuid = z.uuid({ error: 'This form is out of date. Load the page again.' })

export const inviteInput = z
  .object({
    formId: uuid,
    mentorLabel: line('Enter what you call this person.'),
    applicantName: line('Enter the name under which this person knows you.'),
    way: z.enum(['mail', 'link'], { error: 'Choose how the invitation gets there.' }),
    email: z.string().optional().default(''),
    message: z
      .string()
      .optional()
      .default('')
      .transform((text) => text.replaceAll('\r\n', '\n').trim())
      .refine((text) => text.length <= 2000, 'Use at most 2000 characters.'),
    until,
    ...levelFields,
  })
  .transform((input, context) => {
    const email = input.way === 'mail' ? normalizeEmail(input.email) : null
    if (input.way === 'mail' && !email) {
      context.issues.push({
        code: 'custom',
        path: ['email'],
        input: input.email,
        message: 'Enter an address such as ana@example.org, or choose a link instead.',
      })
      return z.NEVER
    }
    const { formId, mentorLabel, applicantName, message, until } = input
    return { formId, mentorLabel, applicantName, message, until, email, levels: levels(input) }
  })
  .refine(({ levels }) => GROUPS.some((group) => levels[group] !== 'none'), {
    path: ['exams'],
    message: 'Open at least one part: an invitation to nothing helps nobody.',
  })

export const grantInput = z
  .object({
    grantId: uuid,
    version: z.coerce.number().int().positive(),
    applicantName: line('Enter the name under which this person knows you.'),
    until,
    ...levelFields,
  })
  .transform((input) => ({
    grantId: input.grantId,
    version: input.version,
    applicantName: input.applicantName,
    until: input.until,
    levels: levels(input),
  }))

export const grantIdInput = z.object({ grantId: uuid })
export const maskInput = z.object({ grantId: uuid, lift: z.enum(['yes', 'no']) })
export const invitationIdInput = z.object({ invitationId: uuid })
export const linkIdInput = z.object({ linkId: uuid })
export const menteeIdInput = z.object({ applicantId: uuid })

const groups = z
  .union([z.enum(GROUPS), z.array(z.enum(GROUPS))], { error: 'Choose at least one part.' })
  .transform((one): Group[] => (Array.isArray(one) ? one : [one]))

export const shareLinkInput = z.object({
  formId: uuid,
  label: line('Enter whom the link is for.'),
  applicantName: line('Enter the name that the page shows.'),
  groups,
  days: z.coerce
    .number()
    .refine((days) => LINK_DAYS.some((known) => known === days), 'Choose how long it works.'),
})

const programIds = z
  .union([z.string(), z.array(z.string().max(200)).max(200)])
  .optional()
  .transform((one): string[] => (one === undefined ? [] : Array.isArray(one) ? one : [one]))

/** Where a mentor works. `step` is 'save' once the programs found for the institution were shown and ticked. */
export const seatInput = z
  .object({
    name: line('Enter your name as your mentees know it.'),
    works: z.enum(['yes', 'no'], { error: 'Say whether you work where residents are trained.' }),
    institution: z.string().optional().default(''),
    shownFor: z.string().max(200).optional().default(''),
    programIds,
    step: z.enum(['check', 'save']).optional().default('check'),
  })
  .transform((input, context) => {
    const institution = input.institution.trim()
    if (input.works === 'yes' && (institution === '' || institution.length > 200)) {
      context.issues.push({
        code: 'custom',
        path: ['institution'],
        input: institution,
        message: institution === '' ? 'Enter the institution where you work.' : 'Use at most 200 characters.',
      })
      return z.NEVER
    }
    return {
      name: input.name,
      institution: input.works === 'yes' ? institution : null,
      programIds: input.works === 'yes' ? [...new Set(input.programIds)] : [],
      /** The programs on the page were those found for this very institution. */
      isChecked: input.works === 'no' || (input.step === 'save' && input.shownFor.trim() === institution),
    }
  })

export const acceptInput = z.object({
  token: z.string().regex(/^[\w-]{32}$/, 'Open the link again: it was cut short.'),
})
