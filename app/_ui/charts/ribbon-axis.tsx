import type { CalendarDate } from '@/lib/dates/calendar-date'
import { monthTicks } from './layout'

/** From 58rem, 1.5 times the least width, more months are named. */
const WIDER = 1.5

/** The months under the ribbon. What is common to all ticks stands on the group, to keep the page small. */
export function RibbonAxis({
  from,
  to,
  leastWidth,
  y,
  fontSize,
}: {
  from: CalendarDate
  to: CalendarDate
  leastWidth: number
  y: number
  fontSize: number
}) {
  const always = new Set(named(from, to, leastWidth).map(({ date }) => date))
  const ticks = named(from, to, leastWidth * WIDER).map((tick) => ({
    ...tick,
    x: `${Math.round(tick.fraction * 10000) / 100}%`,
    where: always.has(tick.date) ? undefined : 'hidden @min-[58rem]:block',
  }))
  return (
    <>
      <g className="stroke-edge/60">
        {ticks.map(({ x, where }) => (
          <line key={x} className={where} x1={x} x2={x} y1={y + 6} y2={y + 18} />
        ))}
      </g>
      <g className="fill-mute" fontSize={fontSize}>
        {ticks.map(({ x, label, isYear, where }) => (
          <text key={x} x={x} dx="5" y={y + 18} className={isYear ? 'fill-ink font-semibold' : where}>
            {label}
          </text>
        ))}
      </g>
    </>
  )
}

function named(from: CalendarDate, to: CalendarDate, width: number) {
  return monthTicks(from, to, width).filter(({ label }) => label !== '')
}
