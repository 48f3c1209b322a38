import type { CalendarDate } from '@/lib/dates/calendar-date'
import { monthTicks } from './layout'

/** The months under the ribbon. What is common to all ticks stands on the group, to keep the page small. */
export function RibbonAxis({
  from,
  to,
  width,
  y,
  fontSize,
}: {
  from: CalendarDate
  to: CalendarDate
  width: number
  y: number
  fontSize: number
}) {
  const ticks = monthTicks(from, to, width)
    .filter(({ label }) => label !== '')
    .map((tick) => ({ ...tick, x: `${Math.round(tick.fraction * 10000) / 100}%` }))
  return (
    <>
      <g className="stroke-edge/60">
        {ticks.map(({ x }) => (
          <line key={x} x1={x} x2={x} y1={y + 6} y2={y + 18} />
        ))}
      </g>
      <g className="fill-mute" fontSize={fontSize}>
        {ticks.map(({ x, label, isYear }) => (
          <text key={x} x={x} dx="5" y={y + 18} className={isYear ? 'fill-ink font-semibold' : undefined}>
            {label}
          </text>
        ))}
      </g>
    </>
  )
}
