import { addDays, type CalendarDate, daysBetween, earliestOf } from '@/lib/dates/calendar-date'
import type { PracticeResult } from '@/lib/exams/practice'
import { SCORE_RANGE } from '@/lib/facts/exam-standards'

import { DEFAULT_SETTINGS, type ForecastSettings } from './settings'

/** A practice result as the forecast reads it; `isMixed` is one of the practice log's details. */
export type ForecastResult = PracticeResult & { isMixed?: boolean | null }

/** The exam day, the viewer's own day, and what is believed of each source. */
export type ForecastContext = { examOn: CalendarDate; today: CalendarDate; settings?: ForecastSettings }

/** Points on the Step 2 CK scale. `sd` is one standard deviation: about two thirds of results fall within it. */
export type Distribution = { mean: number; sd: number }

/** Why a result does not take part in the forecast; it may still count in readiness. */
export const UNUSED_REASONS = ['other_exam', 'per_cent_only', 'after_exam'] as const
export type UnusedReason = (typeof UNUSED_REASONS)[number]

/** How one result moved the forecast. */
export type Contribution = {
  id: string
  takenOn: CalendarDate
  kind: PracticeResult['kind']
  /** The result as read on the three-digit scale, offset or conversion applied. */
  reads: number
  isConverted: boolean
  /** Points of spread that it was taken with, age and mode included. */
  spread: number
  /** Its share of the mean, 0 to 1; the shares sum to one. */
  weight: number
  /** Points by which the mean is higher with it than without it; null where it is the only one. */
  pull: number | null
}

export type Forecast = Distribution & {
  examOn: CalendarDate
  /** The last result that it rests on, and how many days of unknown lie between it and the exam. */
  lastOn: CalendarDate
  daysAhead: number
  /** Points per week that the results show before damping; null where they have one date. */
  trendPerWeek: number | null
  /** What the trend adds to the weighted mean once it is damped. */
  trendPoints: number
  /** What the person's own expected gain adds; 0 unless they entered one. */
  gainPoints: number
  /** The parts of the width: what the results leave open, what may change until the exam, and the exam's own error. */
  width: { results: number; drift: number; exam: number }
  contributions: readonly Contribution[]
  unused: readonly { id: string; reason: UnusedReason }[]
}

type Read = { result: ForecastResult; day: number; reads: number; variance: number; isConverted: boolean }

/**
 * The Step 2 CK forecast for an exam day from practice results, in any order; null when no result can be used, for then
 * there is no band. A weighted mean: the smaller a result's stated spread and the younger it is, the more it counts, and
 * the trend shifts weight towards later results until the first one has none left, never below. The width comes from
 * the spreads alone, never from how the results differ, so a further result does not widen it. Results are taken to be
 * no later than `today`.
 */
export function forecastFor(results: readonly ForecastResult[], context: ForecastContext): Forecast | null {
  const { examOn, settings = DEFAULT_SETTINGS } = context
  const { used, unused } = readResults(results, examOn, settings)
  const found = combine(used, context)
  if (!found) return null
  const contributions = used.map((read, index): Contribution => {
    const others = used.filter((other) => other !== read)
    const without = combine(others, context)
    return {
      id: read.result.id,
      takenOn: read.result.takenOn,
      kind: read.result.kind,
      reads: read.reads,
      isConverted: read.isConverted,
      spread: Math.sqrt(found.variances[index] ?? 0),
      weight: found.weights[index] ?? 0,
      pull: without && found.mean - without.mean,
    }
  })
  const { variances, weights, ...forecast } = found
  return { ...forecast, examOn, contributions, unused }
}

/** The distribution alone, without the account of each result: for charts and the simulator. */
export function distributionFor(
  results: readonly ForecastResult[],
  context: ForecastContext,
): Distribution | null {
  const { examOn, settings = DEFAULT_SETTINGS } = context
  const found = combine(readResults(results, examOn, settings).used, context)
  return found && { mean: found.mean, sd: found.sd }
}

/** The middle part of a distribution, rounded to whole points within the scale: 'two_thirds' is one sd to each side. */
export function bandOf(
  { mean, sd }: Distribution,
  part: 'two_thirds' | 'nine_in_ten' = 'two_thirds',
): { low: number; high: number } {
  const reach = part === 'two_thirds' ? sd : sd * 1.645
  return { low: onScale(Math.round(mean - reach)), high: onScale(Math.round(mean + reach)) }
}

export type BandPoint = { on: CalendarDate; mean: number; low: number; high: number }

/**
 * The band over time for a chart, every `stepDays` from the first day to the last, both included: what the results
 * known by each day said of an exam on that day. Days before the first usable result have no point.
 */
export function bandOver(
  results: readonly ForecastResult[],
  {
    from,
    until,
    today,
    settings = DEFAULT_SETTINGS,
    stepDays = 7,
  }: Omit<ForecastContext, 'examOn'> & { from: CalendarDate; until: CalendarDate; stepDays?: number },
): readonly BandPoint[] {
  const points: BandPoint[] = []
  const step = Math.max(1, Math.round(stepDays))
  for (
    let on = from;
    on <= until;
    on = on === until ? addDays(on, 1) : earliestOf(addDays(on, step), until)
  ) {
    const found = distributionFor(results, { examOn: on, today, settings })
    if (found) points.push({ on, mean: found.mean, ...bandOf(found) })
  }
  return points
}

/** The results that can be read on the three-digit scale, from the first to the last; the input's order is irrelevant. */
function readResults(results: readonly ForecastResult[], examOn: CalendarDate, settings: ForecastSettings) {
  const used: Read[] = []
  const unused: { id: string; reason: UnusedReason }[] = []
  const sorted = [...results].sort(
    (a, b) => order(a.takenOn, b.takenOn) || order(a.kind, b.kind) || order(a.id, b.id),
  )
  for (const result of sorted) {
    const source = settings.sources[result.kind]
    const { score, percent } = result
    const line = source.conversion
    const converted =
      score === null && percent !== null && line
        ? line.score + (percent - line.atPercent) * line.pointsPerPercent
        : null
    const points = score ?? converted
    if (result.exam !== 'step2ck') unused.push({ id: result.id, reason: 'other_exam' })
    else if (result.takenOn > examOn) unused.push({ id: result.id, reason: 'after_exam' })
    else if (points === null) unused.push({ id: result.id, reason: 'per_cent_only' })
    else {
      const spread = source.spread * modeFactor(result, settings)
      used.push({
        result,
        day: daysBetween(result.takenOn, examOn),
        reads: points + source.offset,
        variance: spread * spread,
        isConverted: score === null,
      })
    }
  }
  return { used, unused }
}

/** Every factor is at least one, so a worse way of sitting never narrows the band. */
function modeFactor(result: ForecastResult, settings: ForecastSettings): number {
  const timing =
    result.isTimed === null ? settings.timingNotSaidFactor : result.isTimed ? 1 : settings.untimedFactor
  return Math.max(1, timing) * (result.isMixed === false ? Math.max(1, settings.notMixedFactor) : 1)
}

/** An expected gain is followed for at most half a year. */
const GAIN_LIMIT_DAYS = 182

/**
 * The arithmetic. `day` counts back from the exam. Drift is additive, a random walk: that is what makes it certain
 * that a later result, which ages the earlier ones, still never widens the whole (see README.md).
 */
function combine(used: readonly Read[], { examOn, today, settings = DEFAULT_SETTINGS }: ForecastContext) {
  const last = used.at(-1)
  if (!last) return null
  const driftPerDay = settings.driftPerFourWeeks ** 2 / 28
  const variances = used.map((read) => read.variance + driftPerDay * (read.day - last.day))
  const precisions = variances.map((variance) => 1 / variance)
  const precision = sum(precisions)
  const base = precisions.map((value) => value / precision)

  const center = sum(used.map((read, index) => (base[index] ?? 0) * read.day))
  const away = used.map((read) => center - read.day)
  const scatter = sum(away.map((days, index) => (base[index] ?? 0) * days * days))
  // Towards the exam by the damped trend, and at most so far that the result furthest back has no weight left.
  const ahead = center - Math.max(0, last.day - Math.max(0, settings.trendHorizonDays))
  const most = -Math.min(0, ...away)
  const damped = scatter > 0 ? ahead / (scatter + settings.trendDampingDays ** 2) : 0
  const shift = most > 0 ? Math.min(damped, 1 / most) : 0
  const raw = base.map((weight, index) => Math.max(0, weight * (1 + shift * (away[index] ?? 0))))
  const total = sum(raw)
  const weights = raw.map((weight) => weight / total)

  const level = dot(base, used)
  const trended = dot(weights, used)
  const driftDays = Math.max(
    0,
    last.day - Math.max(0, daysBetween(addDays(today, settings.driftLimitDays), examOn)),
  )
  const drift = driftPerDay * driftDays
  const gain = (Math.max(0, settings.gainPerFourWeeks) * Math.min(last.day, GAIN_LIMIT_DAYS)) / 28
  const covariance = sum(used.map((read, index) => (base[index] ?? 0) * (away[index] ?? 0) * read.reads))
  const width = {
    results: Math.sqrt(1 / precision),
    drift: Math.sqrt(drift),
    exam: settings.examError,
  }
  return {
    mean: onScale(trended + gain),
    sd: Math.sqrt(1 / precision + drift + settings.examError ** 2),
    weights,
    variances,
    width,
    lastOn: last.result.takenOn,
    daysAhead: daysBetween(last.result.takenOn, examOn),
    trendPerWeek: scatter > 0 ? (covariance / scatter) * 7 : null,
    trendPoints: trended - level,
    gainPoints: gain,
  }
}

function dot(weights: readonly number[], used: readonly Read[]): number {
  return sum(used.map((read, index) => (weights[index] ?? 0) * read.reads))
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function onScale(points: number): number {
  const { min, max } = SCORE_RANGE.value
  return Math.min(max, Math.max(min, points))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
