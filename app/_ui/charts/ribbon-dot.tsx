import { SIGN_STROKES, type Tone } from '../sign'
import type { RibbonMark } from './season-ribbon'

const FILLS: Record<Tone, string> = {
  good: 'fill-good-fill stroke-panel',
  warn: 'fill-warn-fill stroke-panel',
  bad: 'fill-bad-fill stroke-panel',
  unknown: 'fill-panel stroke-unknown',
  neutral: 'fill-accent stroke-panel',
}

/**
 * A mark on the ribbon's bar: full when its date is published, hollow when projected, a ring for today; a mark with a
 * tone carries its sign.
 */
export function RibbonDot({
  x,
  y,
  mark,
  isToday,
}: {
  x: string
  y: number
  mark: RibbonMark
  isToday: boolean
}) {
  const tone = mark.tone ?? 'neutral'
  if (tone !== 'neutral' && !isToday) {
    return (
      <>
        <circle cx={x} cy={y} r="9.5" className={FILLS[tone]} />
        <g transform={`translate(-5.5 ${y - 5.5})`}>
          <svg x={x} width="11" height="11" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d={SIGN_STROKES[tone]}
              className={tone === 'unknown' ? 'fill-none stroke-unknown' : 'fill-none stroke-panel'}
              strokeLinecap="round"
            />
          </svg>
        </g>
      </>
    )
  }
  const radius = isToday || mark.emphasis === 'strong' ? 7 : 5.5
  const look = isToday ? 'fill-panel stroke-ink' : mark.projected ? 'fill-panel stroke-accent' : FILLS.neutral
  return <circle cx={x} cy={y} r={radius} className={look} />
}
