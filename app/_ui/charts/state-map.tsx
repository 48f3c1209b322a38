import { useId } from 'react'
import { spreadMarks } from './spread-marks'
import { type PlaceShape, US_HEIGHT, US_WIDTH, usShapes } from './us-shapes'

/** One mark of the map: a state by its English name, how many of what is counted lie in it, and where the mark leads. */
export type StateMark = { name: string; count: number; href?: string }

type Placed = StateMark & { shape: PlaceShape }

/**
 * The United States with one mark for each state that has something, its count inside and its area growing with it. The
 * picture comes in two sizes so that its numbers stay legible. It says no more than the caller's table beside it, which is
 * what a keyboard and a screen reader use: the picture is hidden from both, and its links are for pointers. What has no
 * place in it is the caller's to say in words; `isOnMap` tells which names are drawn.
 */
export function StateMap({ marks, label }: { marks: readonly StateMark[]; label: string }) {
  const landId = useId()
  const shapes = usShapes()
  const placed = marks.flatMap((mark) => {
    const shape = shapes.get(mark.name)
    return shape && mark.count > 0 ? [{ ...mark, shape }] : []
  })
  const named = new Set(placed.map(({ name }) => name))
  const outline = (isMarked: boolean) =>
    [...shapes].flatMap(([name, { path }]) => (named.has(name) === isMarked ? path : [])).join('')
  return (
    <figure className="@container">
      <figcaption className="sr-only">{label}</figcaption>
      {/* Drawn once for both sizes. Not hidden with display: none, which would take the shapes along. */}
      <svg width="0" height="0" className="absolute" aria-hidden="true">
        <defs>
          <g id={landId} strokeLinejoin="round" strokeWidth="1">
            <path d={outline(false)} className="fill-sunken stroke-edge/50" />
            <path d={outline(true)} className="fill-accent-soft stroke-accent" />
          </g>
        </defs>
      </svg>
      <Picture
        placed={placed}
        landId={landId}
        size={{ text: 34, least: 27 }}
        className="@min-[34rem]:hidden"
      />
      <Picture
        placed={placed}
        landId={landId}
        size={{ text: 19, least: 15 }}
        className="hidden @min-[34rem]:block"
      />
    </figure>
  )
}

/** Whether a state of this name is drawn, so that the caller can say in words what is not. */
export function isOnMap(name: string): boolean {
  return usShapes().has(name)
}

function Picture({
  placed,
  landId,
  size,
  className,
}: {
  placed: readonly Placed[]
  landId: string
  size: { text: number; least: number }
  className: string
}) {
  const radii = placed.map(({ count }) => markRadius(count, size.least))
  const places = spreadMarks(
    placed.map(({ shape }, index) => ({ anchor: shape.home, radius: radii[index] ?? size.least })),
    { width: US_WIDTH, height: US_HEIGHT },
  )
  const drawn = placed.map((mark, index) => {
    const [x, y] = (places[index] ?? mark.shape.home).map(Math.round)
    return { ...mark, x, y, radius: radii[index] ?? size.least }
  })
  return (
    <svg viewBox={`0 0 ${US_WIDTH} ${US_HEIGHT}`} className={`w-full ${className}`} aria-hidden="true">
      <use href={`#${landId}`} />
      {/* Where a mark had to give way, a line says whose it is; under the marks, so that it crosses no number. */}
      <path
        d={drawn
          .map(
            ({ x, y, shape: { anchor } }) => `M${Math.round(anchor[0])} ${Math.round(anchor[1])}L${x} ${y}`,
          )
          .join('')}
        className="stroke-accent"
        strokeWidth="1.5"
      />
      {drawn.map(({ name, count, href, x, y, radius }) => {
        const mark = (
          <>
            <title>{`${name}: ${count}`}</title>
            <circle cx={x} cy={y} r={radius} className="fill-accent stroke-panel" strokeWidth="2" />
            <text
              x={x}
              y={y}
              dy="0.35em"
              fontSize={size.text}
              textAnchor="middle"
              className="fill-on-accent font-semibold"
            >
              {count}
            </text>
          </>
        )
        return href ? (
          <a key={name} href={href} tabIndex={-1} className="hover:opacity-80">
            {mark}
          </a>
        ) : (
          <g key={name}>{mark}</g>
        )
      })}
    </svg>
  )
}

/** The area grows with the count, from the smallest mark that a number fits into. */
export function markRadius(count: number, least: number): number {
  return Math.round(least * Math.max(1, Math.sqrt(count / 2)))
}
