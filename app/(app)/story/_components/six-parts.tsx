import { type Lane, LaneStrip } from '@/app/_ui/charts/lane-strip'
import { Sign, type Tone } from '@/app/_ui/sign'
import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate, formatMonth } from '@/lib/dates/format'
import type { DatedSpan } from '@/lib/story/record'
import type { StoryStrip, StripLane, StripMark } from '@/lib/story/strip'

const STATES: Readonly<Record<StripLane['state'], { tone: Tone; word: string }>> = {
  shown: { tone: 'good', word: 'There' },
  ahead: { tone: 'neutral', word: 'Not there yet' },
  not_said: { tone: 'unknown', word: 'Not said' },
}

/** What one page holds of each part; the line of time shows all of them. */
export const MOST_PRINTED = 3

/** E1's six parts on one line of time, and each in words. What has no dates is listed and never placed. */
export function SixParts({
  strip,
  today,
  isPrinted = false,
}: {
  strip: StoryStrip
  today: CalendarDate
  isPrinted?: boolean
}) {
  const lanes = strip.lanes.map(
    ({ key, label, state, marks, undated }): Lane => ({
      key,
      label,
      ...STATES[state],
      note: undated.length > 0 ? `${undated.length} without dates` : null,
      marks: marks.map((mark) => ({
        key: mark.key,
        label: mark.label,
        from: mark.span.startOn,
        to: mark.span.endOn,
        isPlanned: mark.isPlanned,
        tone: toneOf(mark),
      })),
    }),
  )
  return (
    <div className="@container space-y-5">
      <LaneStrip lanes={lanes} from={strip.from} to={strip.to} today={today} />
      <ol
        className={`grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3 ${isPrinted ? 'print:grid-cols-3 print:gap-x-4 print:gap-y-2 print:text-xs print:[&_ul]:text-xs' : ''}`}
      >
        {strip.lanes.map(({ key, label, state, text, marks, undated }) => (
          <li key={key} className="min-w-0">
            <h3 className="font-semibold">
              <Sign tone={STATES[state].tone} className="mr-1.5 size-3.5" />
              <span className="sr-only">{STATES[state].word}: </span>
              {label}
            </h3>
            <p>{text}</p>
            {marks.length > 0 && (
              <ul className="mt-1 space-y-0.5 text-sm text-mute">
                {marks.slice(0, isPrinted ? MOST_PRINTED : marks.length).map((mark) => (
                  <li key={mark.key}>
                    {mark.label}
                    {/* An item of one day has its month in its words already. */}
                    {(mark.isPlanned || !isOneDay(mark.span)) && `, ${spanWords(mark.span)}`}
                    {mark.key.startsWith('statement:') && `, changed on ${formatDate(mark.span.startOn)}`}
                    {mark.key.startsWith('letter:') && `, in ERAS since ${formatMonth(mark.span.startOn)}`}
                  </li>
                ))}
                {isPrinted && marks.length > MOST_PRINTED && <li>and {marks.length - MOST_PRINTED} more</li>}
              </ul>
            )}
            {undated.length > 0 && (
              <p className="mt-1 text-sm text-mute">
                {undated.length === 1
                  ? 'One entry has no dates. '
                  : `${undated.length} entries have no dates. `}
                {!isPrinted && (
                  <a href="/documents/experiences">
                    Add {undated.length === 1 ? 'them' : 'their dates'}
                    <span className="sr-only">, {label}</span>
                  </a>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

function toneOf({ key, label, isPlanned }: StripMark): Tone {
  if (isPlanned || !key.startsWith('attempt:')) return isPlanned ? 'neutral' : 'good'
  return label.includes(': passed') ? 'good' : 'warn'
}

function isOneDay({ startOn, endOn }: DatedSpan): boolean {
  return startOn === endOn
}

function spanWords({ startOn, endOn }: DatedSpan): string {
  if (endOn === null) return `since ${formatMonth(startOn)}`
  if (startOn === endOn) return formatDate(startOn)
  return daysBetween(startOn, endOn) < 32
    ? formatMonth(startOn)
    : `${formatMonth(startOn)} to ${formatMonth(endOn)}`
}
