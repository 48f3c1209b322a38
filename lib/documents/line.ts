import { midSentence } from '@/lib/words'

/** One part of a person's papers as the overview shows it. */
export type DocumentLine = {
  readonly href: string
  readonly title: string
  /** How it stands, in one sentence. */
  readonly says: string
  /** What is missing or at fault, in words, the weightiest first. */
  readonly missing: readonly string[]
  /** 'none': nothing is there yet; 'not_asked': this person needs none of it. */
  readonly state: 'there' | 'begun' | 'none' | 'not_asked'
}

/** What lacks something first, then what was not begun, and what is not asked for last; otherwise in the order given. */
export function missingFirst(lines: readonly DocumentLine[]): DocumentLine[] {
  const rank = ({ missing, state }: DocumentLine) =>
    state === 'not_asked' ? 3 : missing.length > 0 ? 0 : state === 'there' ? 2 : 1
  return lines.toSorted((a, b) => rank(a) - rank(b))
}

/** The verdict over all of them. */
export function overviewSentence(lines: readonly DocumentLine[]): string {
  const lacking = lines.filter(({ missing }) => missing.length > 0)
  const count = lacking.reduce((sum, { missing }) => sum + missing.length, 0)
  if (count === 0)
    return lines.every(({ state }) => state === 'none' || state === 'not_asked')
      ? 'Nothing is written yet. Begin with any of these.'
      : 'Nothing is missing in what you have begun.'
  const where = lacking.map(({ title }) => midSentence(title))
  const places = where.length < 2 ? where.join('') : `${where.slice(0, -1).join(', ')} and ${where.at(-1)}`
  return `${count} ${count === 1 ? 'thing is' : 'things are'} missing: in ${places}.`
}
