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

  const kindOf = (value: number) => {
    if (floor !== undefined && value < floor) return 'cross'
    return target === undefined || value >= target ? 'full' : 'hollow'
  }
  // One path for all dots of a kind: fifty elements in two sizes would weigh more than the rest of a page.
  const shape = (kind: 'full' | 'hollow' | 'cross') =>
    dots
      .filter(({ value }) => kindOf(value) === kind)
      .map(({ column, row }) => {
        const cx = x(column)
        const cy = base - pitch * (row + 0.5) - 2
        return kind === 'cross' ? cross(cx, cy, radius * 0.75) : circle(cx, cy, radius)
      })
      .join('')

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
      <path d={shape('full')} className="fill-accent stroke-accent" strokeWidth="1.5" />
      <path d={shape('hollow')} className="fill-panel stroke-accent" strokeWidth="1.5" />
      <path d={shape('cross')} className="fill-none stroke-bad-fill" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}

function circle(cx: number, cy: number, radius: number): string {
  const [r, d] = [round(radius), round(radius * 2)]
  return `M${round(cx - radius)} ${round(cy)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0z`
}

function cross(cx: number, cy: number, arm: number): string {
  const d = round(arm * 2)
  return `M${round(cx - arm)} ${round(cy - arm)}l${d} ${d}m0 -${d}l-${d} ${d}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
