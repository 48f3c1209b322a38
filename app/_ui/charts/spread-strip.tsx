import { niceTicks } from './bar-scale'

/** Most dots that stand above each other before they are drawn closer. */
const TALLEST = 8
const BINS = 40
const RADIUS = 4.5
const AXIS = 22

type Dot = { at: number; level: number; isOpen: boolean }

/**
 * A number for each of several things, every one a dot on one axis from zero: full where it is final, hollow where it
 * still grows. A line marks the middle of the final ones. Places are in percent, so that the text keeps its size.
 */
export function SpreadStrip({
  label,
  done,
  open,
  middle,
  most,
  unit,
}: {
  /** What the picture says, for who does not see it. The numbers stand in a table beside it. */
  label: string
  done: readonly number[]
  open: readonly number[]
  middle: number | null
  /** The end of the axis, the same for strips that are compared. */
  most: number
  unit: string
}) {
  const ticks = niceTicks(most)
  const end = Math.max(most, ticks.at(-1) ?? 1, 1)
  const dots = stack(done, open, end)
  const tallest = Math.max(1, ...dots.map(({ level }) => level + 1))
  const step = tallest <= TALLEST ? RADIUS * 2 + 1 : (TALLEST * (RADIUS * 2 + 1)) / tallest
  const height = Math.ceil((tallest - 1) * step + RADIUS * 2 + 6)
  // Room at both ends, so that neither a dot nor a number is cut.
  const x = (value: number) => `${(3 + (92 * value) / end).toFixed(2)}%`
  return (
    <svg
      width="100%"
      height={height + AXIS}
      role="img"
      aria-label={label}
      className="max-w-2xl overflow-visible"
    >
      <line x1="3%" x2="95%" y1={height} y2={height} className="stroke-edge" />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={height + 16} textAnchor="middle" className="fill-mute text-xs">
          {tick}
          {tick === ticks.at(-1) && ` ${unit}`}
        </text>
      ))}
      {middle !== null && (
        <line x1={x(middle)} x2={x(middle)} y1={0} y2={height + 4} className="stroke-ink" strokeWidth={1.5} />
      )}
      {dots.map((dot) => (
        <circle
          key={`${dot.isOpen}-${dot.at}-${dot.level}`}
          cx={x(dot.at)}
          cy={height - RADIUS - 2 - dot.level * step}
          r={RADIUS}
          className={dot.isOpen ? 'fill-panel stroke-neutral-fill' : 'fill-accent stroke-panel'}
          strokeWidth={dot.isOpen ? 1.5 : 0.5}
        />
      ))}
    </svg>
  )
}

/** Values of one bin stand above each other, the final ones below. */
function stack(done: readonly number[], open: readonly number[], end: number): Dot[] {
  const heights = new Map<number, number>()
  const place = (isOpen: boolean) => (value: number) => {
    const bin = Math.round((value / end) * BINS)
    const level = heights.get(bin) ?? 0
    heights.set(bin, level + 1)
    return { at: (bin * end) / BINS, level, isOpen }
  }
  return [...done.map(place(false)), ...open.map(place(true))]
}
