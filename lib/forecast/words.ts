import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { PRACTICE_LABELS } from '@/lib/exams/attempt-words'

import { bandOf, type Contribution, type Forecast, type UnusedReason } from './forecast'
import type { ForecastNumber } from './overrides'
import type { Ground } from './settings'

export const GROUND_LABELS: Readonly<Record<Ground, string>> = {
  published: 'Published by its maker',
  assumption: 'An assumption of Locus',
  yours: 'Your own number',
}

/** The forecast in one or two sentences; without one, what would give it. */
export function forecastSentence(forecast: Forecast | null): string {
  if (!forecast) {
    return 'No forecast yet: it needs at least one practice result with a score. No result, no band.'
  }
  const { low, high } = bandOf(forecast)
  const count = forecast.contributions.length
  const from = count === 1 ? 'one practice result' : `${count} practice results`
  return `From ${from}, an exam on ${formatDate(forecast.examOn)} is forecast around ${Math.round(forecast.mean)}; two results in three would fall between ${low} and ${high}.`
}

export const FORECAST_NUMBER_LABELS: Readonly<Record<ForecastNumber, string>> = {
  examError: 'Error of the exam itself, in points',
  driftPerFourWeeks: 'Drift in four weeks, in points',
  driftLimitDays: 'Drift is counted for at most, in days from today',
  gainPerFourWeeks: 'Gain you expect from four weeks of study, in points',
  untimedFactor: 'Untimed results are taken wider, times',
  timingNotSaidFactor: 'Timing not said: taken wider, times',
  notMixedFactor: 'By subject: taken wider, times',
  trendDampingDays: 'Damping of the trend, in days',
  trendHorizonDays: 'A trend is followed for at most, in days',
}

/** The band in one line: 'Band 228 to 246 for 28 June 2027, from 4 results'. */
export function bandSentence(forecast: Forecast): string {
  const { low, high } = bandOf(forecast)
  const count = forecast.contributions.length
  return `Band ${low} to ${high} for ${formatDate(forecast.examOn)}, from ${count === 1 ? 'one result' : `${count} results`}`
}

/** How the band lies to the passing standard of its exam day. */
export function standardSentence(forecast: Forecast, standard: number): string {
  const { low, high } = bandOf(forecast)
  if (low >= standard) return `All of it lies at or above ${standard}, the passing standard of that day.`
  const part = high < standard ? 'All of it lies' : 'It reaches'
  return `${part} below ${standard}, the passing standard of that day: a result there does not pass, and stays on the transcript.`
}

/** What would narrow the band, where that is plain: a second result, or a younger one. */
export function narrowSentence({ contributions, lastOn }: Forecast, today: CalendarDate): string | null {
  if (contributions.length === 1) return 'It rests on one result. A second one narrows it.'
  const age = daysBetween(lastOn, today)
  return age > 42 ? `The last result is ${age} days old. A new one narrows it.` : null
}

/** Why the band is as wide as it is. */
export function widthSentence({ width, daysAhead }: Forecast): string {
  const parts = [
    `${points(width.results)} from the practice results themselves`,
    `${points(width.drift)} for what may change in ${daysAhead === 1 ? 'the one day' : `the ${daysAhead} days`} between the last one and the exam`,
    `${points(width.exam)} for the exam’s own error`,
  ]
  return `The width adds up (as squares) from ${parts.join(', ')}.`
}

/** The trend that the results show and what is left of it, or null where they have one date. */
export function trendSentence({ trendPerWeek, trendPoints }: Forecast): string | null {
  if (trendPerWeek === null) return null
  const seen = `The results move by ${signed(trendPerWeek)} points a week`
  return `${seen}; damped, this moves the forecast by ${signed(trendPoints)}. A trend is never followed beyond the best result.`
}

/** What the person's own expected gain adds; null where none is entered. */
export function gainSentence({ gainPoints }: Forecast): string | null {
  return gainPoints === 0
    ? null
    : `Your own expectation of what study will add moves it by ${signed(gainPoints)}.`
}

/** 'raises it by 2.1 points', 'leaves it where it is'; where there is only one, that it rests on it. */
export function pullWords({ pull }: Pick<Contribution, 'pull'>): string {
  if (pull === null) return 'the forecast rests on it alone'
  if (Math.abs(pull) < 0.05) return 'leaves it where it is'
  return `${pull > 0 ? 'raises' : 'lowers'} it by ${points(Math.abs(pull))}`
}

/** 'NBME CCSSA of 3 May 2027 reads 238 and has 40 per cent of the weight; it raises the forecast by 2.1 points.' */
export function contributionSentence(contribution: Contribution): string {
  const { takenOn, kind, reads, weight, pull, isConverted } = contribution
  const read = `${Math.round(reads)}${isConverted ? ' by your own conversion' : ''}`
  const lead = `${PRACTICE_LABELS[kind]} of ${formatDate(takenOn)} reads ${read} and has ${Math.round(weight * 100)} per cent of the weight`
  if (pull === null) return `${lead}: the forecast rests on it alone.`
  if (Math.abs(pull) < 0.05) return `${lead}; it leaves the forecast where it is.`
  return `${lead}; it ${pull > 0 ? 'raises' : 'lowers'} the forecast by ${points(Math.abs(pull))}.`
}

export function unusedWords(reason: UnusedReason): string {
  switch (reason) {
    case 'other_exam':
      return 'Belongs to Step 1, which has no number: it counts in readiness.'
    case 'per_cent_only':
      return 'Prints a per cent only. No official conversion to a score exists, so it counts in readiness and not here.'
    case 'after_exam':
      return 'Taken after this exam day.'
  }
}

function points(value: number): string {
  const text = value.toFixed(1)
  return `${text} ${text === '1.0' ? 'point' : 'points'}`
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(1)
  if (text === '0.0') return text
  return value < 0 ? `−${text}` : `+${text}`
}
