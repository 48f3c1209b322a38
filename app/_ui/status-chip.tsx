import type { ReactNode } from 'react'
import { Sign, type Tone } from './sign'

const GROUNDS: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  unknown: 'bg-unknown-soft text-unknown',
  neutral: 'bg-sunken text-mute',
}

/** A status in a word, with its sign and colour. `children` is the word and is required: colour never speaks alone. */
export function StatusChip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span
      className={`${GROUNDS[tone]} inline-flex items-center gap-1.5 rounded-xl px-2.5 py-0.5 text-sm font-medium sm:whitespace-nowrap`}
    >
      <Sign tone={tone} className="size-3" />
      {children}
    </span>
  )
}
