import type { Tone } from '@/app/_ui/sign'
import { StatusChip } from '@/app/_ui/status-chip'

const TIMING = {
  possible: { tone: 'good', word: 'still possible' },
  late: { tone: 'warn', word: 'too late this season' },
  open: { tone: 'unknown', word: 'date not announced' },
} as const

function timingOf(isPossible: boolean | null) {
  return TIMING[isPossible === null ? 'open' : isPossible ? 'possible' : 'late']
}

/** The tone alone, for a sentence that says the word itself. */
export function timingTone(isPossible: boolean | null): Tone {
  return timingOf(isPossible).tone
}

/** Whether a change can still be made in time; null where the season's day is not announced. */
export function TimingChip({ isPossible }: { isPossible: boolean | null }) {
  const { tone, word } = timingOf(isPossible)
  return <StatusChip tone={tone}>{word}</StatusChip>
}
