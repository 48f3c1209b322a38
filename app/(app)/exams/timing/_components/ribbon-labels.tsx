import { placeLabels, STEM_GAP, textWidth } from '@/app/_ui/charts/layout'
import { RibbonAxis } from '@/app/_ui/charts/ribbon-axis'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import { formatShortDate } from '@/lib/dates/format'
import type { Season } from '@/lib/season/season'
import { type PlanSpan, percent, placeOn } from '@/lib/timing/plan-place'
import { PLAN_MARK_LABELS, type PlanMark, planMarks, planSpan } from '@/lib/timing/plan-ribbon'

const SIZE = 12
const TIER = 32

/** The widths, in pixels of the ribbon itself, from which each of the two pictures of the labels holds. */
const NARROW = 250
const WIDE = 600

/** The names of a season's days over the lanes that are held against them; a phone names the two that decide. */
export function MarkLabels({
  season,
  today,
  isNamed,
}: {
  season: Season
  today: CalendarDate
  isNamed: boolean
}) {
  const marks = planMarks(season)
  const span = planSpan(season, today)
  return (
    <>
      {isNamed && <p className="text-sm text-mute">Season {season.year}</p>}
      {marks.length === 0 ? (
        <p className="text-sm text-mute">
          No day of season {season.year} is announced yet, so none is drawn.
        </p>
      ) : (
        <>
          <Labels
            marks={marks.filter(({ key }) => key === 'review' || key === 'rank_list')}
            span={span}
            width={NARROW}
            className="@min-[38rem]:hidden"
          />
          <Labels marks={marks} span={span} width={WIDE} className="hidden @min-[38rem]:block" />
        </>
      )}
    </>
  )
}

function Labels({
  marks,
  span,
  width,
  className,
}: {
  marks: readonly PlanMark[]
  span: PlanSpan
  width: number
  className: string
}) {
  const isWide = width === WIDE
  const shown = marks.map((mark) => ({
    ...mark,
    name: PLAN_MARK_LABELS[mark.key][isWide ? 'label' : 'short'],
    under: formatShortDate(mark.on) + (mark.isProjected ? ', projected' : ''),
    fraction: placeOn(span, mark.on),
  }))
  const places = placeLabels(
    shown.map(({ name, under, fraction }) => ({
      at: fraction * width,
      width: Math.max(textWidth(name, SIZE, true), textWidth(under, SIZE, false)),
    })),
    width,
  )
  const tiers = Math.max(0, ...places.map(({ tier }) => tier)) + 1
  const height = tiers * TIER + 4
  return (
    <svg
      className={`w-full overflow-visible ${className}`}
      height={height}
      aria-hidden="true"
      fontSize={SIZE}
    >
      {shown.map((mark, index) => {
        const { tier, side: turn } = places[index] ?? { tier: 0, side: 'start' as const }
        const x = percent(mark.fraction)
        const top = height - 4 - (tier + 1) * TIER
        return (
          <g key={mark.key} textAnchor={turn}>
            <line
              x1={x}
              x2={x}
              y1={top}
              y2={height}
              className="stroke-edge"
              strokeDasharray={mark.isProjected ? '3 3' : undefined}
            />
            <text
              x={x}
              dx={turn === 'start' ? STEM_GAP : -STEM_GAP}
              y={top + 11}
              className={mark.key === 'review' ? 'fill-ink font-semibold' : 'fill-ink'}
            >
              {mark.name}
            </text>
            <text x={x} dx={turn === 'start' ? STEM_GAP : -STEM_GAP} y={top + 25} className="fill-mute">
              {mark.under}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** The months under a season's lanes. */
export function MonthAxis({ season, today }: { season: Season; today: CalendarDate }) {
  const { from, to } = planSpan(season, today)
  return (
    <div>
      <svg className="w-full overflow-visible" height="26" aria-hidden="true">
        <line x1="0" x2="100%" y1="3" y2="3" className="stroke-line" />
        <RibbonAxis from={from} to={to} leastWidth={NARROW} y={0} fontSize={SIZE} />
      </svg>
      <p className="sr-only">
        From {formatShortDate(from)} to {formatShortDate(to)}.
      </p>
    </div>
  )
}
