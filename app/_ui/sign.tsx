/** How a status is spoken of: every tone has a word beside it, a sign of its own shape, and a colour. */
export type Tone = 'good' | 'warn' | 'bad' | 'unknown' | 'neutral'

/** The strokes of the signs in a box of 16 by 16, for pictures that draw them inside a mark. */
export const SIGN_STROKES: Record<Tone, string> = {
  good: 'M3.2 8.6 6.5 11.8 12.8 4.6',
  warn: 'M8 3.200v6M8 12.200v.6',
  bad: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5.2 5.800C5.2 2.2 10.8 2.4 10.8 5.6 10.8 8 8 7.8 8 9.800M8 12.400v.5',
  neutral: 'M3.5 8h9',
}

const COLOURS: Record<Tone, string> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  unknown: 'text-unknown',
  neutral: 'text-mute',
}

/** The sign of a tone: tick, exclamation mark, cross, question mark, dash. Decorative by itself: write the word next to it. */
export function Sign({ tone, className = 'size-3.5' }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      // Its size even if the stylesheet never arrives: an SVG without one fills the page.
      width="14"
      height="14"
      className={`${COLOURS[tone]} ${className} inline-block flex-none`}
      aria-hidden="true"
    >
      <path
        d={SIGN_STROKES[tone]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
