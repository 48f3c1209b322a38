import type { Finding, Presence } from './check'
import type { ErasMark, StatementLength } from './eras-text'
import type { Dismissal } from './statement'

/** Findings that still ask for a look, and those that were put aside with their reason. */
export function sortFindings<F extends Pick<Finding, 'key'>>(
  findings: readonly F[],
  dismissals: readonly Dismissal[],
): { open: F[]; aside: (F & Pick<Dismissal, 'reason'>)[] } {
  const reasons = new Map(dismissals.map(({ key, reason }) => [key, reason]))
  const open: F[] = []
  const aside: (F & Pick<Dismissal, 'reason'>)[] = []
  for (const finding of findings) {
    const reason = reasons.get(finding.key)
    if (reason) aside.push({ ...finding, reason })
    else open.push(finding)
  }
  return { open, aside }
}

/** The verdict above the findings; a count of sentences, of which one may carry two findings, never a mark. */
export function findingsSentence(
  open: readonly Pick<Finding, 'start'>[],
  presences: readonly Presence[],
): string {
  const sentences = new Set(open.map(({ start }) => start)).size
  const missing = presences.filter(({ carriedBy }) => carriedBy.length === 0).length
  const look =
    sentences === 0
      ? 'No sentence asks for another look'
      : `${sentences} ${sentences === 1 ? 'sentence asks' : 'sentences ask'} for another look`
  if (presences.length === 0) return `${look}.`
  return missing === 0
    ? `${look}, and all that is asked for is there.`
    : `${look}; ${missing} ${missing === 1 ? 'thing' : 'things'} asked for ${missing === 1 ? 'was' : 'were'} not found.`
}

export function lengthSentence({ characters, limit, over, pages }: StatementLength): string {
  const shown = (count: number) => count.toLocaleString('en-US')
  if (over > 0)
    return `${shown(characters)} characters: ${shown(over)} more than MyERAS takes (${shown(limit)}).`
  const printed = pages === 0 ? '' : `, about ${pages} printed ${pages === 1 ? 'page' : 'pages'}`
  return `${shown(characters)} of ${shown(limit)} characters${printed}.`
}

/** Marks of one character together, the most frequent first. */
export type MarkedCharacter = Pick<ErasMark, 'character' | 'kind' | 'instead'> & {
  readonly times: number
  /** Where it stands first. */
  readonly start: number
  readonly end: number
}

export function groupMarks(marks: readonly ErasMark[]): MarkedCharacter[] {
  const groups = new Map<string, MarkedCharacter>()
  for (const { character, kind, instead, start, end } of marks) {
    const known = groups.get(character)
    groups.set(
      character,
      known ? { ...known, times: known.times + 1 } : { character, kind, instead, start, end, times: 1 },
    )
  }
  return [...groups.values()].sort((a, b) => b.times - a.times || a.start - b.start)
}

/** A character as it can be spoken of: itself, and its number where it cannot be seen. */
export function characterWords({ character, kind }: Pick<ErasMark, 'character' | 'kind'>): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return kind === 'invisible' ? code : `${character} (${code})`
}

/** At most so many letters, cut between words. */
export function shortened(text: string, most = 160): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()} …`
}
