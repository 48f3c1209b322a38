import { PERSONAL_STATEMENT_LIMITS } from '@/lib/facts/eras-limits'

/*
 * MyERAS keeps plain text. Which characters it changes is not published; what lies outside plain typing is marked, so
 * that the writer looks at it in MyERAS' preview, and gets a plain spelling to put in its place where one exists.
 */

export const ERAS_MARKS = ['typographic', 'list_mark', 'invisible', 'beyond_latin'] as const
export type ErasMarkKind = (typeof ERAS_MARKS)[number]

export type ErasMark = {
  readonly kind: ErasMarkKind
  readonly start: number
  readonly end: number
  readonly character: string
  /** What plain typing writes instead; null where only the writer can tell. */
  readonly instead: string | null
}

export const ERAS_MARK_LABELS: Readonly<Record<ErasMarkKind, string>> = {
  typographic: 'Typographic sign: often arrives changed',
  list_mark: 'List mark: may arrive as another sign',
  invisible: 'Invisible sign from a word processor',
  beyond_latin: 'Outside the Latin letters: may arrive as a question mark',
}

const TYPOGRAPHIC: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '‑': '-',
  '−': '-',
  '«': '"',
  '»': '"',
  ﬁ: 'fi',
  ﬂ: 'fl',
}

const SIGN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[•‣⁃◦▪●■►]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00a0\u00ad\u2002-\u200f\u2028\u2029\u202a-\u202f\u2060\ufeff]|\t|[‘’‚“”„–—…‑−«»ﬁﬂ]|[^\u0000-\u00ff]/gu

/** Every character that plain typing would not make, in order. Offsets in UTF-16 units. */
export function erasMarks(text: string): ErasMark[] {
  return Array.from(text.matchAll(SIGN), (match) => {
    const character = match[0]
    const start = match.index
    return { start, end: start + character.length, character, ...readSign(character) }
  })
}

function readSign(character: string): Pick<ErasMark, 'kind' | 'instead'> {
  const typed = TYPOGRAPHIC[character]
  if (typed !== undefined) return { kind: 'typographic', instead: typed }
  if (/[•‣⁃◦▪●■►]/.test(character)) return { kind: 'list_mark', instead: '-' }
  if (/[\t\u00a0\u2002-\u200a\u202f]/.test(character)) return { kind: 'invisible', instead: ' ' }
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(character)) return { kind: 'invisible', instead: '' }
  return { kind: 'beyond_latin', instead: null }
}

/** The text with plain typing wherever that is certain; letters of other scripts are left for the writer. */
export function asPlainTyping(text: string): string {
  return text.replace(SIGN, (character) => readSign(character).instead ?? character)
}

export type StatementLength = {
  readonly characters: number
  readonly limit: number
  /** Above 0 when MyERAS would refuse it. */
  readonly over: number
  /** Printed pages at about 3,500 characters each; one page is common advice, not a rule. */
  readonly pages: number
}

const CHARACTERS_A_PAGE = 3500

/** Counts as MyERAS does: letters, digits, spaces and punctuation, a line break as one (AAMC's personal statement page). */
export function statementLength(text: string): StatementLength {
  const characters = text.replace(/\r\n/g, '\n').length
  const limit = PERSONAL_STATEMENT_LIMITS.value.maxCharacters
  return {
    characters,
    limit,
    over: Math.max(0, characters - limit),
    pages: Math.round((characters / CHARACTERS_A_PAGE) * 10) / 10,
  }
}
