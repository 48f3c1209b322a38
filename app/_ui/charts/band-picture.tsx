import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import type { BandChartData } from './band-chart'
import { HatchPattern } from './hatch'
import { fractionOf, monthTicks, textWidth } from './layout'
import { MARK_PATHS } from './mark-shapes'

const LEFT = 34
const RIGHT = 10

/** The chart as SVG, drawn for one width in its own units. */
export function BandPicture({
  from,
  to,
  domain,
  marks,
  band,
  levels,
  stretch,
  days,
  width,
  height,
  textSize,
  className,
}: BandChartData & { width: number; height: number; textSize: number; className: string }) {
  const hatch = useId()
  const top = textSize + 10
  const base = height - textSize - 12
  const inner = width - LEFT - RIGHT
  const x = (on: string) => round(LEFT + fractionOf(on, from, to) * inner)
  const scale = scaleLinear([...domain], [base, top])
  const y = (value: number) => round(scale(value))
  const line = (value: (point: (typeof band)[number]) => number) =>
    band.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.on)} ${y(value(point))}`).join('')
  const area = `${line(({ high }) => high)}${[...band]
    .reverse()
    .map(({ on, low }) => `L${x(on)} ${y(low)}`)
    .join('')}z`
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={`${className} w-full`} aria-hidden="true">
      <HatchPattern id={hatch} />
      {stretch && (
        <>
          <rect
            x={LEFT}
            width={inner}
            y={y(stretch.high)}
            height={y(stretch.low) - y(stretch.high)}
            fill={`url(#${hatch})`}
            opacity="0.55"
          />
          <LevelText x={LEFT + 6} y={y(stretch.high) - 5} size={textSize - 1}>
            {stretch.label}
          </LevelText>
        </>
      )}
      <g className="fill-mute" fontSize={textSize - 1}>
        {scale.ticks(5).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={LEFT - 6} y={y(tick) + textSize * 0.33} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {monthTicks(from, to, inner)
          .filter(({ label }) => label !== '')
          .map((tick) => (
            <text
              key={tick.date}
              x={x(tick.date)}
              y={base + textSize + 5}
              className={tick.isYear ? 'fill-ink font-semibold' : undefined}
            >
              {tick.label}
            </text>
          ))}
      </g>
      {band.length > 1 && (
        <>
          <path d={area} className="fill-accent/15" />
          <g className="fill-none stroke-accent" strokeWidth="1.5">
            <path d={line(({ high }) => high)} strokeDasharray="5 3" />
            <path d={line(({ low }) => low)} strokeDasharray="5 3" />
            <path d={line(({ mean }) => mean)} />
          </g>
        </>
      )}
      {levels.map(({ value, label, kind }) => (
        <g key={label}>
          <line
            x1={LEFT}
            x2={width - RIGHT}
            y1={y(value)}
            y2={y(value)}
            className={kind === 'floor' ? 'stroke-bad-fill' : 'stroke-ink'}
            strokeWidth={kind === 'floor' ? 2 : 1.5}
            strokeDasharray={kind === 'floor' ? undefined : '2 4'}
          />
          {/* A floor is named beneath its line and a target above: close together they still read apart. */}
          <LevelText
            x={width - RIGHT - 6}
            isAtEnd
            y={kind === 'floor' ? y(value) + textSize + 2 : y(value) - 5}
            size={textSize - 1}
          >
            {label}
          </LevelText>
        </g>
      ))}
      {days.map(({ on, label }) => {
        const at = x(on)
        const isFlipped = at + 6 + textWidth(label, textSize - 1, false) > width
        return (
          <g key={label}>
            <line x1={at} x2={at} y1={6} y2={base} className="stroke-edge" strokeDasharray="1 3" />
            <text
              x={isFlipped ? at - 5 : at + 5}
              y={textSize}
              fontSize={textSize - 1}
              textAnchor={isFlipped ? 'end' : 'start'}
              className="fill-ink font-medium"
            >
              {label}
            </text>
          </g>
        )
      })}
      <line x1={LEFT} x2={width - RIGHT} y1={base} y2={base} className="stroke-edge" />
      <g className="stroke-ink" strokeWidth="1.5">
        {marks.map(({ on, value, shape, isHollow }, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: two results of one day can be the same in everything
            key={`${on}-${value}-${index}`}
            d={MARK_PATHS[shape]}
            transform={`translate(${x(on)} ${y(value)})`}
            className={isHollow ? 'fill-panel' : 'fill-ink'}
          />
        ))}
      </g>
    </svg>
  )
}

/** A label over the picture, with a rim of the ground so that lines beneath do not cross it. */
function LevelText({
  x,
  y,
  size,
  isAtEnd = false,
  children,
}: {
  x: number
  y: number
  size: number
  isAtEnd?: boolean
  children: string
}) {
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={isAtEnd ? 'end' : 'start'}
      className="fill-ink stroke-panel font-medium"
      strokeWidth="4"
      paintOrder="stroke"
      strokeLinejoin="round"
    >
      {children}
    </text>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
