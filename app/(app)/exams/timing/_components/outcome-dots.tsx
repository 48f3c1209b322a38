import type { DotKind, FutureDot } from '@/lib/timing/board-view'
import { stackDots } from '@/lib/timing/simulate-dots'

const WIDTH = 320
const EDGE = 8
const TEXT = 12

/**
 * Fifty outcomes as dots on one axis, each with its own kind, drawn for the width of a phone's panel. The picture is
 * silent: the counts stand in words beside it.
 */
export function OutcomeDots({
  title,
  dots,
  domain: [from, to],
  column,
  edge,
  lines,
  ticks,
  legend,
}: {
  title: string
  dots: readonly FutureDot[]
  domain: readonly [number, number]
  /** The width of a column of dots, in the axis' unit. */
  column: number
  /** Where one column ends and the next begins, so that none holds dots of both sides of a line. */
  edge: number
  lines: readonly { at: number; label: string; isStrong: boolean }[]
  ticks: readonly { at: number; label: string }[]
  legend: Readonly<Record<DotKind, string>>
}) {
  const x = (value: number) => EDGE + ((value - from) / (to - from)) * (WIDTH - 2 * EDGE)
  const pitch = Math.min(11, ((WIDTH - 2 * EDGE) * column) / (to - from))
  const radius = pitch * 0.42
  // Fails at the foot and what is wanted at the top of a column: a count by eye needs them together.
  const sorted = [...dots].sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
  const stacked = stackDots(
    sorted.map(({ at }) => at - edge),
    column,
  )
  const tallest = Math.max(0, ...stacked.map(({ level }) => level + 1))
  const head = lines.length * 16 + 6
  const base = head + Math.max(5, tallest) * pitch + 3
  const shape = (kind: DotKind) => {
    let path = ''
    for (const { index, column: start, level } of stacked) {
      if (sorted[index]?.kind !== kind) continue
      const [cx, cy] = [x(edge + start + column / 2), base - pitch * (level + 0.5) - 2]
      path += kind === 'cross' ? cross(cx, cy, radius * 0.75) : circle(cx, cy, radius)
    }
    return path
  }
  const kinds = (['full', 'hollow', 'cross'] as const).filter((kind) => dots.some((dot) => dot.kind === kind))

  return (
    <figure>
      <figcaption className="text-sm font-medium">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${Math.ceil(base + TEXT + 8)}`}
        className="mt-1 w-full max-w-[22rem]"
        aria-hidden="true"
        fontSize={TEXT}
      >
        <line x1="0" x2={WIDTH} y1={base} y2={base} className="stroke-edge" />
        {ticks.map(({ at, label }) => (
          <text
            key={at}
            x={x(at)}
            y={base + TEXT + 4}
            textAnchor={x(at) < 20 ? 'start' : x(at) > WIDTH - 20 ? 'end' : 'middle'}
            className="fill-mute"
          >
            {label}
          </text>
        ))}
        {lines.map(({ at, label, isStrong }, index) => {
          const isFlipped = x(at) + 8 + label.length * TEXT * 0.575 > WIDTH
          return (
            <g key={label} className={isStrong ? 'stroke-ink' : 'stroke-bad-fill'}>
              <line
                x1={x(at)}
                x2={x(at)}
                y1={index * 16 + 2}
                y2={base}
                strokeDasharray={isStrong ? '3 4' : undefined}
                strokeWidth="1.5"
              />
              <text
                x={isFlipped ? x(at) - 6 : x(at) + 6}
                y={index * 16 + 12}
                textAnchor={isFlipped ? 'end' : 'start'}
                stroke="none"
                className={isStrong ? 'fill-ink font-semibold' : 'fill-mute'}
              >
                {label}
              </text>
            </g>
          )
        })}
        <path d={shape('full')} className="fill-accent stroke-accent" strokeWidth="1" />
        <path d={shape('hollow')} className="fill-panel stroke-accent" strokeWidth="1.5" />
        <path
          d={shape('cross')}
          className="fill-none stroke-bad-fill"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      <p className="flex flex-wrap gap-x-4 text-sm text-mute">
        {kinds.map((kind) => (
          <span key={kind} className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <path
                d={kind === 'cross' ? cross(6, 6, 3) : circle(6, 6, 4)}
                strokeWidth="2"
                className={LOOKS[kind]}
              />
            </svg>
            {legend[kind]}
          </span>
        ))}
      </p>
    </figure>
  )
}

const ORDER: Readonly<Record<DotKind, number>> = { cross: 0, hollow: 1, full: 2 }
const LOOKS: Readonly<Record<DotKind, string>> = {
  full: 'fill-accent stroke-accent',
  hollow: 'fill-none stroke-accent',
  cross: 'fill-none stroke-bad-fill',
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
