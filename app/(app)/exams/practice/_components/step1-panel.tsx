import { BandChart } from '@/app/_ui/charts/band-chart'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { addDays, type CalendarDate, daysBetween, earliestOf, latestOf } from '@/lib/dates/calendar-date'
import type { LoggedResult } from '@/lib/exams/practice-detail'
import { CBSSA } from '@/lib/facts/nbme'
import { domainOf, legendOf, markOf } from './chart-marks'

/** Step 1 has no number to forecast: its percents over time against NBME's low-pass band. */
export function Step1Panel({ results, today }: { results: readonly LoggedResult[]; today: CalendarDate }) {
  const shown = results.flatMap((result) =>
    result.exam === 'step1' && result.percent !== null ? [{ result, percent: result.percent }] : [],
  )
  const [first] = shown
  if (!first) return null
  const days = shown.map(({ result }) => result.takenOn)
  const last = latestOf(first.result.takenOn, ...days)
  // Results of long ago are shown for themselves, without an empty year behind them.
  const isRecent = daysBetween(last, today) <= 90
  const { lowPassBand } = CBSSA.value
  return (
    <Panel
      id="step1"
      title="Step 1 practice"
      lead="Step 1 is pass or fail, so there is no score to forecast. Whether it is time to sit is said under readiness."
    >
      <div className="space-y-3">
        <BandChart
          label="Step 1 practice in per cent over time; the same numbers are in the table of results."
          legend={legendOf(shown.map(({ result }) => result))}
          from={addDays(earliestOf(first.result.takenOn, ...days), -5)}
          to={addDays(isRecent ? latestOf(today, last) : last, 5)}
          domain={domainOf(
            [lowPassBand.from, lowPassBand.to, ...shown.map(({ percent }) => percent)],
            [0, 100],
          )}
          marks={shown.map(({ result, percent }) => markOf(result, percent))}
          band={[]}
          levels={[]}
          stretch={{ low: lowPassBand.from, high: lowPassBand.to, label: 'Low-pass band of CBSSA' }}
          days={isRecent ? [{ on: today, label: 'Today' }] : []}
        />
        <p className="max-w-prose text-sm text-mute">
          The band of {lowPassBand.from} to {lowPassBand.to} per cent was measured off a sample report; yours
          prints its own. It holds for CBSSA alone, and NBME gives each result plus or minus{' '}
          {CBSSA.value.precisionPercent} per cent.{' '}
          <SourceNote
            title={CBSSA.source.title}
            href={CBSSA.source.url}
            year={CBSSA.source.year}
            confidence={CBSSA.confidence}
          />
        </p>
      </div>
    </Panel>
  )
}
