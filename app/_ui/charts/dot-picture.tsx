import { scaleLinear } from 'd3-scale'
import type { StackedDot } from './dot-stack'
import { textWidth } from './layout'

export type Threshold = { value: number; label: string; kind: 'target' | 'floor' }

/** The dots as SVG, drawn for one width in its own units. */
export function DotPicture({
  dots,
  thresholds,
  domain,
  width,
  textSize,
  className,
}: {
  dots: StackedDot[]
  thresholds: Threshold[]
  domain: [number, number]
  width: number
  textSize: number
  className: string
}) {
  const x = scaleLinear(domain, [12, width - 12])
  const columns = [...new Set(dots.map(({ column }) => column))].sort((a, b) => a - b)
  const gaps = columns.slice(1).map((column, index) => x(column) - x(columns[index] ?? column))
  const pitch = Math.min(15, ...gaps)
  const radius = pitch * 0.42
  const tallest = Math.max(0, ...dots.map(({ row }) => row + 1))
  const head = textSize * 1.5 * thresholds.length + 10
  const base = head + tallest * pitch + 4
  const target = thresholds.find(({ kind }) => kind === 'target')?.value
  const floor = thresholds.find(({ kind }) => kind === 'floor')?.value
  return (
    <svg
      viewBox={`0 0 ${width} ${base + textSize + 12}`}
      className={`${className} w-full`}
      aria-hidden="true"
    >
      <line x1="0" x2={width} y1={base} y2={base} className="stroke-edge" />
      {x.ticks(6).map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={base + textSize + 6}
          fontSize={textSize - 1}
          textAnchor="middle"
          className="fill-mute"
        >
          {tick}
        </text>
      ))}
      {thresholds.map((threshold, index) => {
        const at = x(threshold.value)
        const top = index * textSize * 1.5 + 4
        const isFlipped = at + 8 + textWidth(threshold.label, textSize, true) > width
        return (
          <g key={threshold.label}>
            <line
              x1={at}
              x2={at}
              y1={top}
              y2={base}
              className={threshold.kind === 'target' ? 'stroke-ink' : 'stroke-bad-fill'}
              strokeDasharray={threshold.kind === 'target' ? '3 4' : undefined}
              strokeWidth="1.5"
            />
            <text
              x={isFlipped ? at - 7 : at + 7}
              y={top + textSize * 0.85}
              fontSize={textSize}
              textAnchor={isFlipped ? 'end' : 'start'}
              className={threshold.kind === 'target' ? 'fill-ink font-semibold' : 'fill-mute'}
            >
              {threshold.label}
            </text>
          </g>
        )
      })}
      {dots.map(({ value, column, row }) => {
        const cx = x(column)
        const cy = base - pitch * (row + 0.5) - 2
        const key = `${column}-${row}`
        if (floor !== undefined && value < floor) {
          const arm = radius * 0.75
          return (
            <path
              key={key}
              d={`M${cx - arm} ${cy - arm}l${arm * 2} ${arm * 2}m0 ${-arm * 2}l${-arm * 2} ${arm * 2}`}
              className="stroke-bad-fill"
              strokeWidth="2"
              strokeLinecap="round"
            />
          )
        }
        return (
          <circle
            key={key}
            cx={cx}
            cy={cy}
            r={radius}
            strokeWidth="1.5"
            className={
              target === undefined || value >= target
                ? 'fill-accent stroke-accent'
                : 'fill-panel stroke-accent'
            }
          />
        )
      })}
    </svg>
  )
}
