import { z } from 'zod'
import { PATHWAYS } from '@/lib/programs/pathway'
import { DISMISSAL_REASONS, STATEMENT_MOST, TITLE_MOST, VERSION_NAME_MOST } from './statement'

const OUT_OF_DATE = 'This form is out of date. Open the page again.'
const id = z.uuid({ error: OUT_OF_DATE })
const stamp = z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(0, OUT_OF_DATE)

const title = z
  .string({ error: OUT_OF_DATE })
  .trim()
  .min(1, { error: 'Give it a title, such as the pathway that it is for' })
  .max(TITLE_MOST, { error: `Keep the title under ${TITLE_MOST} characters` })

/** '' stands for any pathway. */
const pathway = z
  .enum(['', ...PATHWAYS], { error: 'Choose the pathway' })
  .transform((value) => (value === '' ? null : value))

/** A text as a field sends it: line breaks become one character each. */
export const writtenText = z
  .string({ error: OUT_OF_DATE })
  .transform((text) => text.replaceAll('\r\n', '\n'))
  .refine((text) => text.length <= STATEMENT_MOST, {
    error: `This is longer than ${STATEMENT_MOST} characters, more than Locus keeps. It is still in the field: shorten it, then save`,
  })

export const newStatementInput = z.object({
  formId: id,
  title,
  pathway,
  /** The statement whose text it begins with; '' for an empty one. */
  from: z.union([z.literal(''), id]).default(''),
})

export const statementRefInput = z.object({ id })

export const aboutStatementInput = z.object({ id, title, pathway })

/** 'dismiss:meant:pity:1abc': what a button of the editor asks for, with the finding that it is about. */
const FINDING_KEY = /^[a-z_]+:[0-9a-z]+$/

export type WriteIntent =
  | { kind: 'save' | 'check' | 'plain' | 'mine' | 'theirs' }
  | { kind: 'dismiss'; reason: (typeof DISMISSAL_REASONS)[number]; key: string }
  | { kind: 'return'; key: string }

const PLAIN_INTENTS = ['save', 'check', 'plain', 'mine', 'theirs'] as const

export const writeIntent = z
  .string()
  .default('save')
  .transform((text, context): WriteIntent => {
    const plain = PLAIN_INTENTS.find((kind) => kind === text)
    if (plain) return { kind: plain }
    const [kind, ...rest] = text.split(':')
    const reason = DISMISSAL_REASONS.find((one) => one === rest[0])
    const key = rest.slice(kind === 'dismiss' ? 1 : 0).join(':')
    if (FINDING_KEY.test(key) && key.length <= 60) {
      if (kind === 'dismiss' && reason) return { kind, reason, key }
      if (kind === 'return') return { kind, key }
    }
    context.addIssue({ code: 'custom', message: OUT_OF_DATE })
    return z.NEVER
  })

export const writeInput = z.object({
  id,
  stamp,
  text: writtenText,
  intent: writeIntent,
  name: z
    .string()
    .trim()
    .max(VERSION_NAME_MOST, { error: `Keep the name under ${VERSION_NAME_MOST} characters` })
    .default(''),
})

/** What the editor sends by itself while one types. */
export const draftInput = z.object({ text: writtenText, stamp: z.number().int().min(0) })

export const versionRefInput = z.object({ id, versionId: id })

/** One select a program, named 'entry:<id>'; '' takes the statement away. */
export const assignmentsInput = z
  .record(z.string(), z.unknown())
  .transform((fields) =>
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith('entry:') && typeof value === 'string'
        ? [{ entryId: name.slice('entry:'.length), statementId: value === '' ? null : value }]
        : [],
    ),
  )

export type WriteInput = z.output<typeof writeInput>
