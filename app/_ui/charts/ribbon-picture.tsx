import { type CalendarDate, compareDates } from '@/lib/dates/calendar-date'
import { formatShortDate } from '@/lib/dates/format'
import { fractionOf, monthTicks, placeLabels, STEM_GAP, textWidth } from './layout'
import { RibbonDot } from './ribbon-dot'
import type { RibbonMark, RibbonWindow } from './season-ribbon'

const TIER = 37
const LABEL_SIZE = 13
const DATE_SIZE = 12

/**
 * The ribbon as SVG for one least width. Positions across are per cents and sizes are pixels, so text never shrinks with
 * the page; the places of labels, found for the least width, hold for every greater one.
 */
export function RibbonPicture({
  today,
  from,
  to,
  marks,
  windows,
  width,
  className,
}: {
  today: { date: CalendarDate; label: string }
  from: CalendarDate
  to: CalendarDate
  marks: RibbonMark[]
  windows: RibbonWindow[]
  width: number
  className: string
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
      at: fraction * width,
      width: Math.max(textWidth(label, LABEL_SIZE, true), textWidth(under, DATE_SIZE, false)),
    })),
    width,
  )
  const tiers = Math.max(0, ...places.map(({ tier }) => tier)) + 1
  const bar = tiers * TIER + 8
  const spans = placeWindows(windows, from, to, width)
  const rows = Math.max(0, ...spans.map(({ row }) => row + 1))
  const past = fractionOf(today.date, from, to)

  return (
    <svg className={`${className} w-full overflow-visible`} height={bar + 46 + rows * 26} aria-hidden="true">
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
      {monthTicks(from, to, width).map((tick) => (
        <g key={tick.date}>
          <line
            x1={percent(tick.fraction)}
            x2={percent(tick.fraction)}
            y1={bar + 20}
            y2={bar + (tick.label ? 32 : 25)}
            className={tick.isYear ? 'stroke-edge' : 'stroke-line'}
          />
          {tick.label && (
            <text
              x={percent(tick.fraction)}
              dx="5"
              y={bar + 32}
              fontSize={DATE_SIZE}
              className={tick.isYear ? 'fill-ink font-medium' : 'fill-mute'}
            >
              {tick.label}
            </text>
          )}
        </g>
      ))}
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
      {shown.map((mark, index) => {
        const place = places[index] ?? { tier: 0, side: 'start' }
        const top = bar - 8 - (place.tier + 1) * TIER + 4
        const dx = place.side === 'start' ? STEM_GAP : -STEM_GAP
        const x = percent(mark.fraction)
        return (
          <g key={`${mark.date}-${mark.label}`} textAnchor={place.side}>
            <line
              x1={x}
              x2={x}
              y1={top}
              y2={bar}
              className={mark.isToday ? 'stroke-ink' : 'stroke-edge'}
              strokeDasharray={mark.projected ? '2 3' : undefined}
            />
            <text
              x={x}
              dx={dx}
              y={top + 11}
              fontSize={LABEL_SIZE}
              className={
                mark.emphasis === 'strong' || mark.isToday ? 'fill-ink font-semibold' : 'fill-ink font-medium'
              }
            >
              {mark.label}
            </text>
            <text x={x} dx={dx} y={top + 26} fontSize={DATE_SIZE} className="fill-mute">
              {mark.under}
            </text>
            <RibbonDot x={x} y={bar + 7} mark={mark} isToday={mark.isToday} />
          </g>
        )
      })}
    </svg>
  )
}

function placeWindows(windows: RibbonWindow[], from: CalendarDate, to: CalendarDate, width: number) {
  const rowEnds: number[] = []
  return windows
    .filter((span) => span.to >= from && span.from <= to)
    .map((span) => ({ ...span, start: fractionOf(span.from, from, to), end: fractionOf(span.to, from, to) }))
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const text = textWidth(span.label, DATE_SIZE, false)
      const side = span.start * width + text > width ? ('end' as const) : ('start' as const)
      const left =
        side === 'start' ? span.start * width : Math.min(span.start * width, span.end * width - text)
      const right = Math.max(span.end * width, side === 'start' ? left + text : 0)
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
