import { type CalendarDate, calendarDate, daysBetween, partsOf } from '@/lib/dates/calendar-date'
import { SIGN_STROKES, Sign, type Tone } from '../sign'

export type LaneMark = {
  key: string
  label: string
  from: CalendarDate
  /** The same day for a point; null while it goes on. */
  to: CalendarDate | null
  tone: Tone
  /** Not there yet: drawn hollow. */
  isPlanned: boolean
}
export type Lane = {
  key: string
  label: string
  tone: Tone
  word: string
  marks: readonly LaneMark[]
  /** What of this lane has no place on the line of time, in a word or two. */
  note: string | null
}

/**
 * Lanes over one line of time: what took long as a bar, what happened on a day as its sign. A picture for wide pages and
 * decorative: the page lists the same marks in words, which is what phones and screen readers get.
 */
export function LaneStrip({
  lanes,
  from,
  to,
  today,
}: {
  lanes: readonly Lane[]
  from: CalendarDate
  to: CalendarDate
  today: CalendarDate
}) {
  const whole = Math.max(1, daysBetween(from, to))
  const at = (day: CalendarDate) => `${Math.round((10_000 * daysBetween(from, day)) / whole) / 100}%`
  const years = yearsWithin(from, to)
  return (
    <div aria-hidden="true" className="hidden grid-cols-[auto_minmax(0,1fr)] gap-x-4 @min-[38rem]:grid">
      {lanes.map((lane) => (
        <div
          key={lane.key}
          className="col-span-2 grid grid-cols-subgrid items-center border-b border-line last:border-0"
        >
          <p className="flex items-center gap-2 py-1 text-sm font-medium">
            <Sign tone={lane.tone} className="size-3.5" />
            <span>
              {lane.label}
              {lane.note && <span className="block text-xs font-normal text-unknown">{lane.note}</span>}
            </span>
          </p>
          <svg
            className="h-10 w-full overflow-visible print:h-7 print:[&>*]:translate-y-[-6px]"
            aria-hidden="true"
          >
            {years.map((day) => (
              <line key={day} x1={at(day)} x2={at(day)} y1="0" y2="40" className="stroke-line" />
            ))}
            <line x1={at(today)} x2={at(today)} y1="0" y2="40" className="stroke-accent" strokeWidth="1.5" />
            {lane.marks.map((mark) => (
              <LaneShape key={mark.key} mark={mark} at={at} whole={whole} today={today} />
            ))}
          </svg>
        </div>
      ))}
      <span />
      <svg className="h-6 w-full overflow-visible text-xs" aria-hidden="true">
        {years.map((day) => (
          <text key={day} x={at(day)} y="14" className="fill-mute" textAnchor="middle">
            {partsOf(day).year}
          </text>
        ))}
      </svg>
    </div>
  )
}

const LINES: Readonly<Record<Tone, string>> = {
  good: 'stroke-good fill-good-soft',
  warn: 'stroke-warn fill-warn-soft',
  bad: 'stroke-bad fill-bad-soft',
  unknown: 'stroke-unknown fill-unknown-soft',
  neutral: 'stroke-edge fill-panel',
}
const STROKES: Readonly<Record<Tone, string>> = {
  good: 'stroke-good',
  warn: 'stroke-warn',
  bad: 'stroke-bad',
  unknown: 'stroke-unknown',
  neutral: 'stroke-mute',
}

function LaneShape({
  mark: { label, from, to, tone, isPlanned },
  at,
  whole,
  today,
}: {
  mark: LaneMark
  at: (day: CalendarDate) => string
  whole: number
  today: CalendarDate
}) {
  if (to === from) {
    return (
      <svg x={at(from)} y="20" className="overflow-visible">
        <title>{label}</title>
        <circle
          r="9"
          className={LINES[tone]}
          strokeWidth="1.5"
          strokeDasharray={isPlanned ? '3 3' : undefined}
        />
        <path
          d={SIGN_STROKES[tone]}
          transform="translate(-6 -6) scale(0.75)"
          fill="none"
          className={STROKES[tone]}
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    )
  }
  const width = Math.max(1, daysBetween(from, to ?? today))
  return (
    <rect
      x={at(from)}
      y="13"
      height="14"
      width={`${Math.round((10_000 * width) / whole) / 100}%`}
      rx="4"
      className="fill-accent [print-color-adjust:exact]"
      opacity={to === null ? 0.6 : 0.85}
    >
      <title>{label}</title>
    </rect>
  )
}

function yearsWithin(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const first = partsOf(from).year + 1
  const last = partsOf(to).year
  const step = last - first > 11 ? 2 : 1
  const years: CalendarDate[] = []
  for (let year = first; year <= last; year += step) years.push(calendarDate(year, 1, 1))
  return years
}
