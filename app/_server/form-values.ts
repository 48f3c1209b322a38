import 'server-only'

export type FormValues = Record<string, string | string[]>

/** Typed secrets are asked for again rather than sent back in a page. */
const NEVER_SHOWN_AGAIN = /password|token|secret/i

/**
 * A form's text fields by name; a repeated field becomes a list. React adds fields that begin with `$ACTION` on one of
 * its two paths, and files never belong in here: both are left out.
 */
export function readForm(form: FormData): FormValues {
  const values: FormValues = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    const [first] = texts
    if (first === undefined) continue
    values[name] = texts.length === 1 ? first : texts
  }
  return values
}

/** What may be put back into the fields after a refusal. */
export function shownAgain(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !NEVER_SHOWN_AGAIN.test(name)))
}
