import { STANDINGS } from '@/lib/fit/ledger'
import { joined } from '@/lib/fit/param-words'
import { STANDING_WORDS } from '@/lib/fit/words'

import type { Comparison } from './compare'

/** '1 reads as possible, 3 as reach. They differ in 2 gates, 4 factors and 6 facts.' */
export function comparisonSentence({ ledgers, gates, factors, facts }: Comparison): string {
  const counts = STANDINGS.map((standing) => ({
    word: STANDING_WORDS[standing].word.toLowerCase(),
    count: ledgers.filter((ledger) => ledger.standing === standing).length,
  })).filter(({ count }) => count > 0)
  const [first, ...rest] = counts
  if (!first) return ''
  const standings =
    rest.length === 0
      ? `${first.count === 2 ? 'Both' : `All ${first.count}`} read as ${first.word}`
      : joined(
          [
            `${first.count} ${first.count === 1 ? 'reads' : 'read'} as ${first.word}`,
            ...rest.map(({ word, count }) => `${count} as ${word}`),
          ],
          'and',
        )
  const differences = [counted(gates, 'gate'), counted(factors, 'factor'), counted(facts, 'fact')].filter(
    (part) => part !== null,
  )
  return differences.length === 0
    ? `${standings}. They differ in nothing that is known.`
    : `${standings}. They differ in ${joined(differences, 'and')}.`
}

/** 'The same for both', 'The same for all three'. */
export function sameForAllWords(programs: number): string {
  return programs === 2 ? 'The same for both' : `The same for all ${programs === 3 ? 'three' : 'four'}`
}

function counted(lines: readonly { differs: boolean }[], word: string): string | null {
  const count = lines.filter(({ differs }) => differs).length
  return count === 0 ? null : `${count} ${count === 1 ? word : `${word}s`}`
}
