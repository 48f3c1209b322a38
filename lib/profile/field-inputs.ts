import { z } from 'zod'

/*
 * Form fields as the profile uses them. An empty field is null, "not said"; saying "none" or "no" is a choice of its
 * own. Every message says what to do and stands at its field.
 */

const blankToNull = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') ? null : value

/** One of a closed list, or nothing said. */
export function choice<const T extends readonly [string, ...string[]]>(options: T, message: string) {
  return z.preprocess(blankToNull, z.enum(options, { error: message }).nullable())
}

/** One of a closed list that must be said: the field of a list entry. */
export function required<const T extends readonly [string, ...string[]]>(options: T, message: string) {
  return z.enum(options, { error: message })
}

/** Yes, no, or nothing said. */
export function yesNo(message = 'Choose yes or no, or leave it open') {
  return choice(['yes', 'no'], message).transform((answer) => (answer === null ? null : answer === 'yes'))
}

/** A whole number up to a maximum, or nothing said. 0 is an answer. */
export function wholeNumber({ max, message }: { max: number; message: string }) {
  return z.preprocess((value) => {
    const given = blankToNull(value)
    return typeof given === 'string' ? toNumber(given) : given
  }, z.int({ error: message }).min(0, { error: message }).max(max, { error: message }).nullable())
}

/** A whole number that must be given, from 1. */
export function count({ max, message }: { max: number; message: string }) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? toNumber(value) : value),
    z.int({ error: message }).min(1, { error: message }).max(max, { error: message }),
  )
}

/**
 * Several of a closed list: a repeated field. Nothing ticked is null, "not said"; the extra choice 'none' is the empty
 * list, and does not go with any other.
 */
export function several<const T extends readonly [string, ...string[]]>(options: T, message: string) {
  return z.preprocess(
    toList,
    z
      .array(z.enum([...options, 'none'], { error: message }), { error: message })
      .refine((values) => values.length < 2 || !values.includes('none'), {
        error: 'Choose none, or the ones that apply, not both',
      })
      .transform((values): T[number][] | null =>
        values.length === 0 ? null : options.filter((option) => values.some((value) => value === option)),
      ),
  )
}

/** Several of a closed list where nothing ticked is an answer: the empty list. */
export function anyOf<const T extends readonly [string, ...string[]]>(options: T, message: string) {
  return z.preprocess(
    toList,
    z
      .array(z.enum(options, { error: message }), { error: message })
      .transform((values): T[number][] => options.filter((option) => values.includes(option))),
  )
}

/** A short line of text; '' where nothing is said. */
export function line(max: number) {
  return z.preprocess(
    (value) => (value === undefined || value === null ? '' : value),
    z
      .string({ error: 'Enter one line of text' })
      .trim()
      .max(max, { error: `Keep this under ${max} characters` })
      .regex(/^[^\p{Cc}]*$/u, { error: 'Keep this on one line' }),
  )
}

function toList(value: unknown): unknown {
  const given = blankToNull(value)
  if (given === null) return []
  if (!Array.isArray(given)) return [given]
  return given.filter((item) => blankToNull(item) !== null)
}

/** Digits as a number; anything else stays text, so that the field's message answers it. */
function toNumber(text: string): unknown {
  const trimmed = text.trim()
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed
}
