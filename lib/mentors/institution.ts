/** Words that many names share and that tell no two institutions apart. */
const COMMON = new Set(
  'the of at and for in a university college school medical medicine center centre hospital hospitals health healthcare system systems program programs department division faculty institute clinic clinics foundation inc consortium campus graduate education'.split(
    ' ',
  ),
)

/** Lower case, without accents and signs. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

const telling = (name: string) => wordsOf(name).filter((word) => !COMMON.has(word))

/**
 * Whether two names may mean one institution: all telling words of the shorter stand in the longer. It errs towards yes,
 * since a mentor unticks what is not theirs, and a missed match would show them what they should not see.
 */
export function mayBeSame(one: string, other: string): boolean {
  const [a, b] = [telling(one), telling(other)]
  if (a.length === 0 || b.length === 0) return wordsOf(one).join(' ') === wordsOf(other).join(' ')
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  return fewer.every((word) => more.includes(word))
}

/** The programs whose sponsor may be the institution that was typed. */
export function programsAt<P extends { sponsor: string }>(institution: string, programs: readonly P[]): P[] {
  return programs.filter(({ sponsor }) => mayBeSame(institution, sponsor))
}
