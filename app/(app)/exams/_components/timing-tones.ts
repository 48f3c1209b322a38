import type { Tone } from '@/app/_ui/sign'
import type { TimingTone } from '@/lib/timing/words'

/** The sign and colour of a timing verdict; its word is `TONE_WORDS`. */
export const TIMING_TONES: Readonly<Record<TimingTone, Tone>> = {
  good: 'good',
  care: 'warn',
  late: 'bad',
  open: 'unknown',
}
