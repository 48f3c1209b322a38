import type { Ledger } from '@/lib/fit/ledger'
import { conditionPhrase, gateSentence, profileFactWord } from '@/lib/fit/words'

/** How many conditions a row names before it only counts the rest. */
const NAMED = 2

/** The conditions of a ledger as phrases, each once: 'if it sponsors the J-1'. */
export function conditionsOf(ledger: Ledger): string[] {
  return [...new Set(ledger.conditions.map(conditionPhrase))].filter((phrase) => phrase !== '')
}

/**
 * Conditions that every open program shares, so that they are said once above the list instead of in each row. With a
 * single open program nothing is shared.
 */
export function sharedConditions(ledgers: readonly Ledger[]): string[] {
  const open = ledgers.filter(({ standing }) => standing !== 'closed' && standing !== 'not_yet_eligible')
  const [first, ...rest] = open.map(conditionsOf)
  if (!first || rest.length === 0) return []
  return first.filter((phrase) => rest.every((others) => others.includes(phrase)))
}

/** Why a program stands as it does, in a few words for its row. What all rows share is left out. */
export function rowReason(ledger: Ledger, shared: readonly string[]): string {
  switch (ledger.standing) {
    case 'closed': {
      const closed = ledger.gates.filter(({ state }) => state === 'closed')
      const [first] = closed
      if (!first) return ''
      return closed.length === 1
        ? firstSentence(gateSentence(first))
        : `${firstSentence(gateSentence(first))} And ${closed.length - 1} more.`
    }
    case 'not_yet_eligible': {
      const gate = ledger.gates.find(({ code }) => code === 'pathway')
      return gate ? firstSentence(gateSentence(gate)) : ''
    }
    case 'not_enough_facts':
      return ledger.missing.length === 0
        ? ''
        : `Enter ${ledger.missing.slice(0, 2).map(profileFactWord).join(' and ')}`
    default: {
      const phrases = conditionsOf(ledger).filter((phrase) => !shared.includes(phrase))
      const more = phrases.length - NAMED
      return `${phrases.slice(0, NAMED).join(' and ')}${more > 0 ? `, ${more} more` : ''}`
    }
  }
}

function firstSentence(text: string): string {
  const end = text.indexOf('. ')
  return end === -1 ? text : text.slice(0, end + 1)
}
