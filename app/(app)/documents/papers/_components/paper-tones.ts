import type { Tone } from '@/app/_ui/sign'
import type { PaperState } from '@/lib/papers/state'

/** The colour and sign beside a paper's word. */
export const PAPER_TONES: Readonly<Record<PaperState, Tone>> = {
  done: 'good',
  not_needed: 'neutral',
  waiting: 'warn',
  open: 'neutral',
  may_apply: 'unknown',
  not_for_you: 'neutral',
}
