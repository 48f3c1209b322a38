import type { Tone } from '../sign'
import type { RibbonMark } from './season-ribbon'

const FILLS: Record<Tone, string> = {
  good: 'fill-good-fill stroke-panel',
  warn: 'fill-warn-fill stroke-panel',
  bad: 'fill-bad-fill stroke-panel',
  unknown: 'fill-panel stroke-unknown',
  neutral: 'fill-accent stroke-panel',
}

/** A mark on the ribbon's bar: full when its date is published, hollow when projected, a ring for today. */
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
  const radius = isToday || mark.emphasis === 'strong' ? 7 : 5.5
  const look = isToday
    ? 'fill-panel stroke-ink'
    : mark.projected
      ? 'fill-panel stroke-accent'
      : FILLS[mark.tone ?? 'neutral']
  return <circle cx={x} cy={y} r={radius} className={look} />
}
