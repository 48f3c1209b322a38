import type { CalendarDate } from '@/lib/dates/calendar-date'
import { BandPicture } from './band-picture'
import { MARK_PATHS, type MarkShape } from './mark-shapes'

export type BandMark = { on: CalendarDate; value: number; shape: MarkShape; isHollow: boolean }
export type BandDay = { on: CalendarDate; low: number; mean: number; high: number }
export type BandLevel = { value: number; label: string; kind: 'floor' | 'target' }

export type BandChartData = {
  from: CalendarDate
  to: CalendarDate
  domain: readonly [number, number]
  marks: readonly BandMark[]
  /** What is expected over time, drawn as an area between two dashed lines; may be empty. */
  band: readonly BandDay[]
  /** Levels that hold for the whole picture. */
  levels: readonly BandLevel[]
  /** A stretch of values with a name of its own, hatched. */
  stretch?: { low: number; high: number; label: string }
  /** Days that have a name. */
  days: readonly { on: CalendarDate; label: string }[]
}

/**
 * Results over time with the band that they lead to. Shapes, dashes and hatching carry the meaning, so that it can be
 * read without colour; the picture comes in two sizes so that its text stays legible. It has no text alternative of its
 * own but `label`: the page lays the same numbers out as a table.
 */
export function BandChart({
  label,
  legend,
  ...data
}: BandChartData & {
  label: string
  legend: readonly { shape: MarkShape; isHollow: boolean; label: string }[]
}) {
  return (
    <figure className="@container space-y-2">
      <figcaption className="sr-only">{label}</figcaption>
      <BandPicture {...data} width={340} height={250} textSize={13} className="@min-[34rem]:hidden" />
      <BandPicture
        {...data}
        width={680}
        height={300}
        textSize={13}
        className="hidden max-w-[52rem] @min-[34rem]:block"
      />
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-mute">
        {legend.map((entry) => (
          <li key={entry.label} className="flex items-center gap-1.5">
            <svg viewBox="-7 -7 14 14" className="size-3.5" aria-hidden="true">
              <path
                d={MARK_PATHS[entry.shape]}
                className={entry.isHollow ? 'fill-panel stroke-ink' : 'fill-ink stroke-ink'}
                strokeWidth="1.5"
              />
            </svg>
            {entry.label}
          </li>
        ))}
      </ul>
    </figure>
  )
}
