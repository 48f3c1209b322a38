import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { Sign } from '@/app/_ui/sign'
import { addDays, type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import type { SittingView } from '@/lib/timing/board-view'
import { PLAN_SLOT_LABELS, type PlanSlot } from '@/lib/timing/plan-fields'
import { type PlanSpan, percent, placeOn } from '@/lib/timing/plan-place'
import { TIMING_TONES } from '../../_components/timing-tones'

/** A season's part of the ribbon: what stands over and under its lanes is drawn on the server and never moves. */
export type RibbonPart = { year: number; span: PlanSpan; head: ReactNode; axis: ReactNode }

/** Half of a thumb: the slider reaches that far beyond the track, so that its middle meets the track's ends. */
const THUMB =
  'pointer-events-none absolute top-0 -left-[1.375rem] h-11 w-[calc(100%+2.75rem)] appearance-none bg-transparent outline-none noscript:hidden ' +
  '[&::-webkit-slider-runnable-track]:h-11 [&::-moz-range-track]:h-11 ' +
  '[&::-webkit-slider-thumb]:pointer-events-auto [&::-webkit-slider-thumb]:size-11 [&::-webkit-slider-thumb]:cursor-ew-resize [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-transparent ' +
  '[&::-moz-range-thumb]:pointer-events-auto [&::-moz-range-thumb]:size-11 [&::-moz-range-thumb]:cursor-ew-resize [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-transparent ' +
  'focus-visible:[&::-webkit-slider-thumb]:outline-2 focus-visible:[&::-webkit-slider-thumb]:-outline-offset-6 focus-visible:[&::-webkit-slider-thumb]:outline-accent ' +
  'focus-visible:[&::-moz-range-thumb]:outline-2 focus-visible:[&::-moz-range-thumb]:-outline-offset-6 focus-visible:[&::-moz-range-thumb]:outline-accent'

/**
 * Each season with one lane for each date that is meant for it: the day to drag, its report window, and what the score is
 * wanted for. The handles are native sliders under drawn ones, so pointer, arrow keys and screen readers need no code of ours.
 */
export function DateRibbon({
  sittings,
  parts,
  onMove,
}: {
  sittings: readonly SittingView[]
  parts: readonly RibbonPart[]
  onMove: (slot: PlanSlot, on: CalendarDate) => void
}) {
  return (
    <div className="@container mt-3 px-2 sm:px-4">
      {parts.map(({ year, span, head, axis }, index) => {
        const own = sittings.filter(({ seasonYear }) => seasonYear === year)
        if (index > 0 && own.length === 0) return null
        return (
          <div key={year} className={index > 0 ? 'mt-4 border-t border-line pt-3' : undefined}>
            {head}
            {own.map((sitting) => (
              <Lane key={sitting.slot} sitting={sitting} span={span} onMove={onMove} />
            ))}
            {axis}
          </div>
        )
      })}
      <p className="mt-2 text-sm text-mute">
        The bar after a day is when its report may come: dark up to the usual day, light up to the latest. The
        bold line is review; dashed days are projected. Drag a day, or move it with the arrow keys.
      </p>
    </div>
  )
}

const Lane = memo(function Lane({
  sitting,
  span,
  onMove,
}: {
  sitting: SittingView
  span: PlanSpan
  onMove: (slot: PlanSlot, on: CalendarDate) => void
}) {
  const { examOn, window, marks, slot, tone } = sitting
  const days = daysBetween(span.from, span.to)
  const day = Math.min(days, Math.max(0, daysBetween(span.from, examOn)))
  const [x, soonest, usual, latest] = [examOn, window.soonest, window.usual, window.latest].map((date) =>
    placeOn(span, date),
  ) as [number, number, number, number]
  const lines = [marks.submission, marks.review, marks.verifyBy, marks.rankList].filter(
    (mark) => mark !== null,
  )
  const byWeek = (event: KeyboardEvent) => {
    const weeks = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0
    if (weeks === 0) return
    event.preventDefault()
    onMove(slot, addDays(span.from, Math.min(days, Math.max(0, day + weeks * 7))))
  }
  return (
    <div className="pt-2">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-medium">{PLAN_SLOT_LABELS[slot]}</span>
        <span className="font-semibold">{sitting.short}</span>
        <span className="text-mute">
          <Sign tone={TIMING_TONES[tone]} className="mr-1 size-3" />
          {sitting.label}
        </span>
      </p>
      <div className="relative h-11">
        <svg className="h-11 w-full overflow-visible" height="44" aria-hidden="true">
          <rect x="0" y="16" width="100%" height="12" rx="6" className="fill-sunken" />
          <rect
            x={percent(soonest)}
            y="16"
            width={percent(Math.max(0, latest - soonest))}
            height="12"
            rx="3"
            className="fill-accent/25"
          />
          <rect
            x={percent(soonest)}
            y="16"
            width={percent(Math.max(0, usual - soonest))}
            height="12"
            rx="3"
            className="fill-accent/45"
          />
          {lines.map(({ on, isProjected }) => (
            <line
              key={on}
              x1={percent(placeOn(span, on))}
              x2={percent(placeOn(span, on))}
              y1="4"
              y2="40"
              className={on === marks.review?.on ? 'stroke-ink' : 'stroke-edge'}
              strokeWidth={on === marks.review?.on ? 2 : 1}
              strokeDasharray={isProjected ? '3 3' : undefined}
            />
          ))}
          <line
            x1={percent(x)}
            x2={percent(soonest)}
            y1="22"
            y2="22"
            className="stroke-accent"
            strokeWidth="2"
          />
          <circle cx={percent(x)} cy="22" r="10" className="fill-accent stroke-panel" strokeWidth="3" />
          <svg x={percent(x)} y="17" className="overflow-visible" aria-hidden="true">
            <path d="M-2 0v10M2 0v10" className="stroke-on-accent" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </svg>
        <input
          type="range"
          className={THUMB}
          min={0}
          max={days}
          step={1}
          value={day}
          aria-label={`${PLAN_SLOT_LABELS[slot]}, exam day`}
          aria-valuetext={sitting.spoken}
          onChange={(event) => onMove(slot, addDays(span.from, Number(event.target.value)))}
          onKeyDown={byWeek}
        />
      </div>
    </div>
  )
})
