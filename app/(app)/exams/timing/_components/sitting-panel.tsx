import { StatusChip } from '@/app/_ui/status-chip'
import { addDays, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate, formatShortDate } from '@/lib/dates/format'
import { PLAN_SLOT_LABELS, type PlanSlot } from '@/lib/timing/plan'
import type { Future, SimulatedSitting, Simulation } from '@/lib/timing/simulate'
import {
  countsSentence,
  milestonesSentence,
  sittingLabel,
  sittingSentence,
} from '@/lib/timing/simulate-words'
import { timingTone } from '@/lib/timing/words'
import { TIMING_TONES } from '../../_components/timing-tones'
import { type DotKind, OutcomeDots } from './outcome-dots'

/** One candidate date: its verdict, its fifty futures by score and by day, and their counts in words. */
export function SittingPanel({ sitting, simulation }: { sitting: SimulatedSitting; simulation: Simulation }) {
  const { examOn, verdict, forecast, seasonYear } = sitting
  const tone = timingTone(verdict.code)
  const slot = sitting.id as PlanSlot
  return (
    <section
      aria-labelledby={`sitting-${slot}`}
      className="min-w-0 space-y-4 rounded-xl border border-line bg-panel p-4 sm:p-5"
    >
      <div>
        <h3 id={`sitting-${slot}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {formatDate(examOn)}
          <StatusChip tone={TIMING_TONES[tone]}>{sittingLabel(sitting)}</StatusChip>
        </h3>
        <p className="text-sm text-mute">
          {PLAN_SLOT_LABELS[slot]}, season {seasonYear}
        </p>
      </div>
      <p>{countsSentence(sitting)}</p>
      {forecast && <ScoreDots sitting={sitting} simulation={simulation} />}
      <TimeDots sitting={sitting} />
      <p className="text-sm text-mute">{sittingSentence(sitting)}</p>
      <p className="text-sm text-mute">{milestonesSentence(sitting)}</p>
    </section>
  )
}

function ScoreDots({ sitting, simulation }: { sitting: SimulatedSitting; simulation: Simulation }) {
  const { futures, standard, targetScore } = sitting
  // One axis for all dates, so that they can be compared; in tens, so that it rests while a date moves.
  const scores = simulation.sittings.flatMap((one) => one.futures.map(({ score }) => score ?? 0))
  const domain: [number, number] = [
    Math.floor((Math.min(...scores) - 3) / 10) * 10,
    Math.ceil((Math.max(...scores) + 3) / 10) * 10,
  ]
  const kind = ({ isFail, reachesTarget }: Future): DotKind =>
    isFail ? 'cross' : reachesTarget === false ? 'hollow' : 'full'
  const lines = [
    standard === null ? null : { at: standard, label: `pass ${standard}`, isStrong: false },
    targetScore === null || targetScore === standard
      ? null
      : { at: targetScore, label: `target ${targetScore}`, isStrong: true },
  ].filter((line) => line !== null)
  const step = domain[1] - domain[0] > 80 ? 20 : 10
  const ticks = Array.from({ length: Math.floor((domain[1] - domain[0]) / step) + 1 }, (_, n) => {
    const at = domain[0] + n * step
    return { at, label: String(at) }
  })
  return (
    <OutcomeDots
      title="By score"
      dots={futures.map((future) => ({ at: future.score ?? 0, kind: kind(future) }))}
      domain={domain}
      column={2}
      edge={targetScore ?? standard ?? 0}
      lines={lines}
      ticks={ticks}
      legend={{
        full: targetScore === null ? 'passes' : `reaches ${targetScore}`,
        hollow: `passes below ${targetScore}`,
        cross: `below ${standard}`,
      }}
    />
  )
}

/** Days of the time axis where review lies elsewhere: eight weeks, the transcript, and a little air. */
const LEAST_DAYS = 70
/** Review is drawn on the axis where it is no further from the exam than this. */
const MOST_DAYS = 100

function TimeDots({ sitting }: { sitting: SimulatedSitting }) {
  const { examOn, futures, marks } = sitting
  const review = marks.review ? daysBetween(examOn, marks.review.on) : null
  const last = Math.max(LEAST_DAYS, ...futures.map(({ visibleAfter }) => visibleAfter + 4))
  const isOnAxis = review !== null && review >= 0 && review <= MOST_DAYS
  const end = isOnAxis ? Math.max(last, review + 6) : last
  const kind = ({ isFail, isOnReviewDay }: Future): DotKind =>
    isFail ? 'cross' : isOnReviewDay === false ? 'hollow' : 'full'
  const day = marks.review && formatShortDate(marks.review.on)
  const ticks = [0, 4, 8, 12].flatMap((weeks) =>
    weeks * 7 > end - 6
      ? []
      : [
          {
            at: weeks * 7,
            label: weeks === 0 ? 'exam' : formatShortDate(addDays(examOn, weeks * 7)).slice(0, -5),
          },
        ],
  )
  return (
    <OutcomeDots
      title={
        isOnAxis || !day
          ? 'By the day on which programs can see it'
          : `By the day on which programs can see it; review on ${day} lies ${review !== null && review > 0 ? 'beyond the right' : 'before the left'} end`
      }
      dots={futures.map((future) => ({ at: future.visibleAfter, kind: kind(future) }))}
      domain={[0, end]}
      column={2}
      // A result that is there on the day itself counts, so the line stands at that day's end.
      edge={review === null ? 0 : review + 1}
      lines={isOnAxis ? [{ at: review + 1, label: 'review', isStrong: true }] : []}
      ticks={ticks}
      legend={{
        full: marks.review ? 'there on review day' : 'with programs',
        hollow: 'later than review',
        cross: 'a fail',
      }}
    />
  )
}
