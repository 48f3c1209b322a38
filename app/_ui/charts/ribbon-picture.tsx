import { type CalendarDate, compareDates } from '@/lib/dates/calendar-date'
import { formatShortDate } from '@/lib/dates/format'
import { fractionOf, placeLabels, STEM_GAP, textWidth } from './layout'
import { RibbonAxis } from './ribbon-axis'
import { RibbonDot } from './ribbon-dot'
import type { RibbonMark, RibbonWindow } from './season-ribbon'

/** The least width in pixels at which the picture is shown; see the container query in season-ribbon.tsx. */
const LEAST_WIDTH = 592
const TIER = 37
const LABEL_SIZE = 13
const DATE_SIZE = 12

/**
 * The ribbon as SVG. Positions across are per cents and sizes are pixels, so text never shrinks with
 * the page; the places of labels, found for the least width, hold for every greater one.
 */
export function RibbonPicture({
  today,
  from,
  to,
  marks,
  windows,
}: {
  today: { date: CalendarDate; label: string }
  from: CalendarDate
  to: CalendarDate
  marks: RibbonMark[]
  windows: RibbonWindow[]
}) {
  const all: (RibbonMark & { isToday: boolean })[] = [
    { ...today, isToday: true },
    ...marks.map((mark) => ({ ...mark, isToday: false })),
  ]
  const shown = all
    .filter(({ date }) => date >= from && date <= to)
    .sort((a, b) => compareDates(a.date, b.date))
    .map((mark) => ({
      ...mark,
      under: shortDay(mark.date) + (mark.projected ? ', projected' : ''),
      fraction: fractionOf(mark.date, from, to),
    }))
  const places = placeLabels(
    shown.map(({ label, under, fraction }) => ({
      at: fraction * LEAST_WIDTH,
      width: Math.max(textWidth(label, LABEL_SIZE, true), textWidth(under, DATE_SIZE, false)),
    })),
    LEAST_WIDTH,
  )
  const tiers = Math.max(0, ...places.map(({ tier }) => tier)) + 1
  const bar = tiers * TIER + 8
  const spans = placeWindows(windows, from, to)
  const rows = Math.max(0, ...spans.map(({ row }) => row + 1))
  const past = fractionOf(today.date, from, to)
  const labels = shown.map((mark, index) => {
    const { tier, side } = places[index] ?? { tier: 0, side: 'start' as const }
    return {
      mark,
      side,
      x: percent(mark.fraction),
      dx: side === 'start' ? STEM_GAP : -STEM_GAP,
      top: bar - 4 - (tier + 1) * TIER,
    }
  })

  return (
    <svg className="w-full overflow-visible" height={bar + 46 + rows * 26} aria-hidden="true">
      <rect x="0" y={bar} width="100%" height="14" rx="7" className="fill-accent-soft" />
      {past > 0.01 && <rect x="0" y={bar} width={percent(past)} height="14" rx="7" className="fill-line" />}
      {spans.map((span) => (
        <rect
          key={span.label}
          x={percent(span.start)}
          y={bar}
          width={percent(Math.max(0.004, span.end - span.start))}
          height="14"
          rx="3"
          className="fill-accent/40"
        />
      ))}
      <RibbonAxis from={from} to={to} leastWidth={LEAST_WIDTH} y={bar + 14} fontSize={DATE_SIZE} />
      {spans.map((span) => (
        <g key={span.label} className="fill-mute" fontSize={DATE_SIZE}>
          <line
            x1={percent(span.start)}
            x2={percent(span.end)}
            y1={bar + 45 + span.row * 26}
            y2={bar + 45 + span.row * 26}
            className="stroke-accent"
            strokeWidth="2"
            strokeLinecap="round"
          />
          <text
            x={percent(span.side === 'start' ? span.start : span.end)}
            y={bar + 61 + span.row * 26}
            textAnchor={span.side}
          >
            {span.label}
          </text>
        </g>
      ))}
      <g className="stroke-edge">
        {labels.map(({ x, top, mark }) => (
          <line
            key={mark.label}
            x1={x}
            x2={x}
            y1={top}
            y2={bar}
            strokeDasharray={mark.projected ? '2 3' : undefined}
            className={mark.isToday ? 'stroke-ink' : undefined}
          />
        ))}
      </g>
      <g className="fill-ink font-medium" fontSize={LABEL_SIZE}>
        {labels.map(({ x, dx, top, side, mark }) => (
          <text
            key={mark.label}
            x={x}
            dx={dx}
            y={top + 11}
            textAnchor={side}
            className={mark.emphasis === 'strong' || mark.isToday ? 'font-semibold' : undefined}
          >
            {mark.label}
          </text>
        ))}
      </g>
      <g className="fill-mute" fontSize={DATE_SIZE}>
        {labels.map(({ x, dx, top, side, mark }) => (
          <text key={mark.label} x={x} dx={dx} y={top + 26} textAnchor={side}>
            {mark.under}
          </text>
        ))}
      </g>
      <g strokeWidth="2.5">
        {labels.map(({ x, mark }) => (
          <RibbonDot key={mark.label} x={x} y={bar + 7} mark={mark} isToday={mark.isToday} />
        ))}
      </g>
    </svg>
  )
}

function placeWindows(windows: RibbonWindow[], from: CalendarDate, to: CalendarDate) {
  const rowEnds: number[] = []
  return windows
    .filter((span) => span.to >= from && span.from <= to)
    .map((span) => ({ ...span, start: fractionOf(span.from, from, to), end: fractionOf(span.to, from, to) }))
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const text = textWidth(span.label, DATE_SIZE, false)
      const side = span.start * LEAST_WIDTH + text > LEAST_WIDTH ? ('end' as const) : ('start' as const)
      const left =
        side === 'start'
          ? span.start * LEAST_WIDTH
          : Math.min(span.start * LEAST_WIDTH, span.end * LEAST_WIDTH - text)
      const right = Math.max(span.end * LEAST_WIDTH, side === 'start' ? left + text : 0)
      let row = rowEnds.findIndex((end) => end + 12 < left)
      if (row < 0) row = rowEnds.length
      rowEnds[row] = right
      return { ...span, side, row }
    })
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 10000) / 100}%`
}

/** '28 Jun': the months' axis carries the year. */
function shortDay(date: CalendarDate): string {
  return formatShortDate(date).slice(0, -5)
}
