import { memo, useDeferredValue } from 'react'
import { StatusChip } from '@/app/_ui/status-chip'
import type { FutureDot, SittingView } from '@/lib/timing/board-view'
import { PLAN_SLOT_LABELS } from '@/lib/timing/plan-fields'
import { TIMING_TONES } from '../../_components/timing-tones'
import { OutcomeDots } from './outcome-dots'

/**
 * One candidate date: its verdict, its fifty futures by score and by day, and their counts in words. Drawn
 * again only when something of it changes, and laid out only while it is in view.
 */
export const SittingPanel = memo(function SittingPanel({
  sitting,
  leastScore,
  mostScore,
}: {
  sitting: SittingView
  /** Of all dates, for one axis. */
  leastScore: number
  mostScore: number
}) {
  const { slot, tone, seasonYear } = sitting
  // The words come with the moved date, the pictures right after.
  const later = useDeferredValue(sitting)
  return (
    <section
      aria-labelledby={`sitting-${slot}`}
      className="min-w-0 space-y-4 rounded-xl border border-line bg-panel p-4 [contain-intrinsic-size:auto_36rem] [content-visibility:auto] sm:p-5"
    >
      <div>
        <h3 id={`sitting-${slot}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {sitting.title}
          <StatusChip tone={TIMING_TONES[tone]}>{sitting.label}</StatusChip>
        </h3>
        <p className="text-sm text-mute">
          {PLAN_SLOT_LABELS[slot]}, season {seasonYear}
        </p>
      </div>
      <p>{sitting.counts}</p>
      <Pictures sitting={later} leastScore={leastScore} mostScore={mostScore} />
      <p className="text-sm text-mute">{sitting.verdict}</p>
      <p className="text-sm text-mute">{sitting.milestones}</p>
    </section>
  )
})

const Pictures = memo(function Pictures({
  sitting,
  leastScore,
  mostScore,
}: {
  sitting: SittingView
  leastScore: number
  mostScore: number
}) {
  return (
    <>
      {sitting.scores && (
        <ScoreDots sitting={sitting} dots={sitting.scores} leastScore={leastScore} mostScore={mostScore} />
      )}
      <TimeDots sitting={sitting} />
    </>
  )
})

function ScoreDots({
  sitting: { standard, targetScore },
  dots,
  leastScore,
  mostScore,
}: {
  sitting: SittingView
  dots: readonly FutureDot[]
  leastScore: number
  mostScore: number
}) {
  // One axis for all dates, so that they can be compared; in tens, so that it rests while a date moves.
  const domain: [number, number] = [
    Math.floor((leastScore - 3) / 10) * 10,
    Math.ceil((mostScore + 3) / 10) * 10,
  ]
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
      dots={dots}
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

function TimeDots({ sitting: { days, weeks, review } }: { sitting: SittingView }) {
  const last = Math.max(LEAST_DAYS, ...days.map(({ at }) => at + 4))
  const isOnAxis = review !== null && review.after >= 0 && review.after <= MOST_DAYS
  const end = isOnAxis ? Math.max(last, review.after + 6) : last
  const where = review && (review.after > 0 ? 'beyond the right end' : 'before the left end')
  return (
    <OutcomeDots
      title={`By the day on which programs can see it${isOnAxis || !review ? '' : `; review on ${review.label} lies ${where}`}`}
      dots={days}
      domain={[0, end]}
      column={2}
      // A result that is there on the day itself counts, so the line stands at that day's end.
      edge={review === null ? 0 : review.after + 1}
      lines={isOnAxis ? [{ at: review.after + 1, label: 'review', isStrong: true }] : []}
      ticks={weeks.filter(({ at }) => at <= end - 6)}
      legend={{
        full: review ? 'there on review day' : 'with programs',
        hollow: 'later than review',
        cross: 'a fail',
      }}
    />
  )
}
