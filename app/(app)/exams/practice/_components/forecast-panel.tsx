import Link from 'next/link'
import { ActionForm } from '@/app/_ui/action-form'
import { buttonLook } from '@/app/_ui/button-look'
import { BandChart } from '@/app/_ui/charts/band-chart'
import { Disclosure } from '@/app/_ui/disclosure'
import { TextField } from '@/app/_ui/field'
import { LinkButton } from '@/app/_ui/link-button'
import { Panel } from '@/app/_ui/panel'
import { SourceNote } from '@/app/_ui/source-note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Verdict } from '@/app/_ui/verdict'
import { addDays, type CalendarDate, daysBetween, earliestOf } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import type { LoggedResult } from '@/lib/exams/practice-detail'
import { passingStandardOn } from '@/lib/facts/exam-standards'
import type { ForecastDay } from '@/lib/forecast/exam-day'
import { bandOf, bandOver, type Forecast, forecastFor } from '@/lib/forecast/forecast'
import type { ForecastSettings } from '@/lib/forecast/settings'
import {
  bandSentence,
  forecastSentence,
  gainSentence,
  narrowSentence,
  standardSentence,
  trendSentence,
  widthSentence,
} from '@/lib/forecast/words'
import { saveTargetAction } from '../actions'
import { domainOf, legendOf, markOf } from './chart-marks'
import { ContributionTable } from './contribution-table'

/** The Step 2 CK forecast: the sentence, the picture, and how each result moved it. */
export function ForecastPanel({
  results,
  day,
  today,
  settings,
  targetScore,
  isPassed,
}: {
  results: readonly LoggedResult[]
  day: ForecastDay
  today: CalendarDate
  settings: ForecastSettings
  targetScore: number | null
  isPassed: boolean
}) {
  const forecast = forecastFor(results, { examOn: day.on, today, settings })
  const standard = passingStandardOn('step2ck', day.on)
  return (
    <Panel
      id="forecast"
      title="Step 2 CK forecast"
      actions={
        <Link href="/exams/practice/numbers" prefetch={false} className={buttonLook('quiet', true)}>
          Offsets and spreads
        </Link>
      }
    >
      <div className="space-y-5">
        {forecast ? (
          <Verdict
            tone={standard && bandOf(forecast).low < standard.value ? 'warn' : 'neutral'}
            word="Forecast"
            title={`${bandSentence(forecast)}.`}
            action={!isPassed && <LinkButton href="/exams/timing">When to sit</LinkButton>}
          >
            <p>
              {[
                forecastSentence(forecast),
                standard && standardSentence(forecast, standard.value),
                narrowSentence(forecast, today),
              ]
                .filter(Boolean)
                .join(' ')}
            </p>
          </Verdict>
        ) : (
          <Verdict tone="unknown" word="Not known" title="No result, no band.">
            <p>
              Log one practice test that prints a score: an NBME CCSSA form, a UWorld or AMBOSS
              self-assessment. A percent alone, such as Free 120, counts in readiness and not here.
            </p>
          </Verdict>
        )}
        {isPassed && (
          <p className="max-w-prose text-mute">
            Step 2 CK is passed, so nothing needs this forecast any more. The log stays as it is.
          </p>
        )}
        {forecast && (
          <ForecastChart
            results={results}
            forecast={forecast}
            today={today}
            settings={settings}
            targetScore={targetScore}
            standard={standard?.value ?? null}
          />
        )}
        <Questions day={day} today={today} targetScore={targetScore} />
        {forecast && (
          <Disclosure summary="How each result moved it">
            <div className="space-y-4">
              <ContributionTable forecast={forecast} results={results} />
              <ul className="max-w-prose list-disc space-y-1 pl-5">
                {[trendSentence(forecast), gainSentence(forecast), widthSentence(forecast)].map(
                  (text) => text && <li key={text}>{text}</li>,
                )}
              </ul>
              {standard && (
                <p>
                  <SourceNote
                    title={standard.source.title}
                    href={standard.source.url}
                    year={standard.source.year}
                    confidence={standard.confidence}
                  />
                </p>
              )}
            </div>
          </Disclosure>
        )}
      </div>
    </Panel>
  )
}

const PICTURE_POINTS = 60

function ForecastChart({
  results,
  forecast,
  today,
  settings,
  targetScore,
  standard,
}: {
  results: readonly LoggedResult[]
  forecast: Forecast
  today: CalendarDate
  settings: ForecastSettings
  targetScore: number | null
  standard: number | null
}) {
  const used = forecast.contributions.flatMap(({ id, reads }) => {
    const result = results.find((one) => one.id === id)
    return result ? [{ result, reads }] : []
  })
  const first = earliestOf(forecast.examOn, ...used.map(({ result }) => result.takenOn))
  const from = addDays(first, -5)
  const to = addDays(forecast.examOn, 3)
  const band = bandOver(results, {
    from: first,
    until: forecast.examOn,
    today,
    settings,
    stepDays: Math.max(1, Math.ceil(daysBetween(first, forecast.examOn) / PICTURE_POINTS)),
  })
  const levels = [
    ...(standard === null ? [] : [{ value: standard, label: `${standard} passes`, kind: 'floor' as const }]),
    ...(targetScore === null
      ? []
      : [{ value: targetScore, label: `Target ${targetScore}`, kind: 'target' as const }]),
  ]
  const values = [
    ...used.map(({ reads }) => reads),
    ...band.flatMap(({ low, high }) => [low, high]),
    ...levels.map(({ value }) => value),
  ]
  return (
    <BandChart
      label={`Practice results and the forecast band until ${formatDate(forecast.examOn)}; the same numbers are in the tables below.`}
      legend={legendOf(used.map(({ result }) => result))}
      from={from}
      to={to}
      domain={domainOf(values, [1, 300])}
      marks={used.map(({ result, reads }) => markOf(result, reads))}
      band={band}
      levels={levels}
      days={[
        ...(today > first && today < forecast.examOn ? [{ on: today, label: 'Today' }] : []),
        { on: forecast.examOn, label: forecast.examOn === today ? 'Today' : 'Exam' },
      ]}
    />
  )
}

/** The two things that the picture is drawn for: a day (in the address) and a target (kept). */
function Questions({
  day,
  today,
  targetScore,
}: {
  day: ForecastDay
  today: CalendarDate
  targetScore: number | null
}) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <form action="/exams/practice" className="space-y-2" aria-label="Forecast for another day">
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField name="on" type="date" label="Exam day" min={today} defaultValue={day.on} />
          </div>
          <button type="submit" className={buttonLook('secondary', false)}>
            Show
          </button>
        </div>
        <p className="text-sm text-mute">
          {day.because === 'planned' && 'Your planned Step 2 CK day. '}
          {day.because === 'today' && 'No Step 2 CK day is planned, so this is for today. '}
          {day.because === 'asked' && 'Only looked at, not planned. '}
          <Link href="/exams?add=step2ck#step2ck" prefetch={false}>
            Plan a day
          </Link>
        </p>
      </form>
      <ActionForm id="target" action={saveTargetAction} className="space-y-2" aria-label="Target">
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              name="targetScore"
              label="Target"
              note="optional"
              inputMode="numeric"
              maxLength={3}
              defaultValue={targetScore}
            />
          </div>
          <SubmitButton kind="secondary">Keep</SubmitButton>
        </div>
        <p className="text-sm text-mute">
          A line in the picture, and the target of your exam dates. It changes nothing in the forecast.
        </p>
      </ActionForm>
    </div>
  )
}
