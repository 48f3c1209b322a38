import { type CalendarDate, compareDates } from '@/lib/dates/calendar-date'
import { formatDate, formatRange } from '@/lib/dates/format'
import { Sign, type Tone } from '../sign'
import { RibbonPicture } from './ribbon-picture'

export type RibbonMark = {
  date: CalendarDate
  label: string
  /** One more fact, for the phone's timeline and for screen readers: the time in two zones, for example. */
  detail?: string
  emphasis?: 'strong' | 'normal'
  /** The date follows from a rule and is not published: drawn hollow, and said in a word. */
  projected?: boolean
  /** How things stand at this mark; `label` or `detail` has to say it in words too. */
  tone?: Tone
}

export type RibbonWindow = { from: CalendarDate; to: CalendarDate; label: string }

/**
 * The season as one line: what is marked on it, with today. From 600 px of its own width it is a picture, below that a
 * vertical timeline; that same list is what a screen reader hears in both cases.
 */
export function SeasonRibbon({
  today,
  from,
  to,
  marks,
  windows = [],
  label,
}: {
  today: { date: CalendarDate; label: string }
  from: CalendarDate
  to: CalendarDate
  marks: RibbonMark[]
  windows?: RibbonWindow[]
  label: string
}) {
  const entries = [
    { date: today.date, kind: 'today' as const, label: today.label },
    ...marks.map((mark) => ({ date: mark.date, kind: 'mark' as const, label: mark.label, mark })),
    ...windows.map((span) => ({ date: span.from, kind: 'window' as const, label: span.label, span })),
  ].sort((a, b) => compareDates(a.date, b.date))

  return (
    <figure className="@container">
      <div aria-hidden="true" className="hidden px-2 @min-[38rem]:block">
        <RibbonPicture today={today} from={from} to={to} marks={marks} windows={windows} />
      </div>
      <figcaption className="sr-only">{label}</figcaption>
      <ol className="@min-[38rem]:sr-only">
        {entries.map((entry) => (
          <li
            key={`${entry.kind}-${entry.date}-${entry.label}`}
            className="relative flex gap-3.5 pb-3.5 before:absolute before:top-3 before:-bottom-3 before:left-[0.4375rem] before:w-0.5 before:bg-line last:pb-0 last:before:hidden"
          >
            <TimelineMarker kind={entry.kind} mark={entry.kind === 'mark' ? entry.mark : undefined} />
            <p className="min-w-0">
              <span className={entry.kind === 'window' ? '' : 'font-medium'}>{entry.label}</span>
              <span className="block text-sm text-mute">
                {entry.kind === 'window'
                  ? formatRange(entry.span.from, entry.span.to)
                  : formatDate(entry.date)}
                {entry.kind === 'mark' && entry.mark.projected && ', projected'}
                {entry.kind === 'mark' && entry.mark.detail && `. ${entry.mark.detail}`}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </figure>
  )
}

function TimelineMarker({ kind, mark }: { kind: 'today' | 'mark' | 'window'; mark: RibbonMark | undefined }) {
  if (kind === 'window') {
    return (
      <span className="relative mx-1 mt-1 h-9 w-2 flex-none rounded-full border border-accent bg-accent-soft" />
    )
  }
  if (mark?.tone && mark.tone !== 'neutral') {
    return (
      <span className="relative mt-1 flex size-4 flex-none items-center justify-center rounded-full bg-panel">
        <Sign tone={mark.tone} />
      </span>
    )
  }
  const look =
    kind === 'today'
      ? 'border-2 border-ink bg-panel'
      : mark?.projected
        ? 'border-2 border-accent bg-panel'
        : 'border-2 border-accent bg-accent'
  return <span className={`relative mt-1 size-4 flex-none rounded-full ${look}`} />
}
