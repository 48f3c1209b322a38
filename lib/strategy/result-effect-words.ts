import { STANDING_WORDS } from '@/lib/fit/words'
import type { Moved } from './moves'
import type { ResultEffect } from './result-effect'

/** What a result did to the list, in one sentence. */
export function effectSentence({
  opens,
  closes,
  raised,
  lowered,
  gatesOnly,
  unchanged,
}: ResultEffect): string {
  const parts = [
    opens.length > 0 && `opens ${programs(opens.length)}`,
    raised.length > 0 && `raises ${programs(raised.length)}`,
    closes.length > 0 && `closes ${programs(closes.length)}`,
    lowered.length > 0 && `lowers ${programs(lowered.length)}`,
    gatesOnly.length > 0 && `changes a gate of ${programs(gatesOnly.length)} that stand as before`,
  ].filter((part) => part !== false)
  const rest =
    unchanged === 0 ? '' : ` ${programs(unchanged)} ${unchanged === 1 ? 'stands' : 'stand'} as before.`
  if (parts.length === 0) return 'No standing and no gate on your list changes with this result.'
  return `Against waiting for the result, it ${joined(parts)}.${rest}`
}

export function effectMovedWords({ now, next }: Moved): string {
  if (now === next) return `${STANDING_WORDS[next].word}, as before.`
  return `${STANDING_WORDS[now].word} while the result was open, ${STANDING_WORDS[next].word.toLowerCase()} with it.`
}

function programs(count: number): string {
  return `${count} ${count === 1 ? 'program' : 'programs'}`
}

function joined(parts: readonly string[]): string {
  return parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
