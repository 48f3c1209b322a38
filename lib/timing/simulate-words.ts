import { formatDate } from '@/lib/dates/format'
import { attemptLimitOn } from '@/lib/facts/attempt-rules'

import type { SeasonMark, SimulatedSitting, Simulation } from './simulate'
import type { CheckState } from './simulate-checks'
import { FUTURES } from './simulate-model'
import { timingSentence } from './words'

export const CHECK_STATE_LABELS: Readonly<Record<CheckState, string>> = {
  met: 'Kept',
  care: 'Look after it',
  broken: 'Not kept',
  not_said: 'Not said yet',
}

/** What the fifty dots of a sitting say, fails apart from the rest. */
export function countsSentence(sitting: SimulatedSitting): string {
  const { counts, marks, targetScore, standard, forecast } = sitting
  if (!forecast) {
    const when = marks.review
      ? `in ${counts.review} of ${FUTURES} equally likely futures a result is with programs on ${day(marks.review)}`
      : 'the day of review is not announced'
    return `Without a practice result only the time can be drawn: ${when}.`
  }
  const parts = [
    counts.review === null
      ? 'the day of review is not announced'
      : `${counts.review} have a passing score with programs on ${day(marks.review)}`,
    counts.target === null ? null : `${counts.target} reach ${targetScore}`,
    counts.both === null ? null : `${counts.both} do both`,
  ].filter((part) => part !== null)
  const fails =
    counts.fails === null
      ? 'the passing standard of that day is not known'
      : `${counts.fails} ${falls(counts.fails)} below the passing standard of ${standard}`
  return `Of ${FUTURES} equally likely futures, ${parts.join(', ')}; apart from these, ${fails}.`
}

/** '1 falls', '5 fall'. */
export const falls = (count: number) => (count === 1 ? 'falls' : 'fall')

/** The date's standing on review day in a few words, for a chip. */
export function sittingLabel({ verdict, checks }: SimulatedSitting): string {
  if (checks.some(({ key, state }) => key === 'exam_day' && state === 'broken')) return 'Cannot be sat'
  switch (verdict.code) {
    case 'in_time':
      return 'In time, even with eight weeks'
    case 'in_time_if_typical':
      return 'In time with four weeks'
    case 'misses_review':
      return 'Misses review'
    case 'review_is_open':
      return 'After review'
    case 'no_review_date':
      return 'Review not announced'
    case 'not_allowed_yet':
      return 'Not allowed yet'
    default:
      return 'Open'
  }
}

/**
 * The date's verdict in a sentence. The verdict counts four weeks; where a quicker report still makes review, as the dots
 * show, both are said.
 */
export function sittingSentence({ verdict, counts, marks }: SimulatedSitting): string {
  if (verdict.code !== 'misses_review' || !counts.review) return timingSentence(verdict)
  return `${timingSentence(verdict)} Only a result that takes less than four weeks is there on ${day(marks.review)}, as in ${counts.review} of the futures above.`
}

/** How many passing scores are there at the season's other two doors: submission and the rank list. */
export function milestonesSentence({ counts, marks }: SimulatedSitting): string {
  const submission =
    counts.submission === null
      ? 'The first day for submission is not announced'
      : `With programs when ERAS takes applications on ${day(marks.submission)}: ${counts.submission} of ${FUTURES}`
  const rankList =
    counts.rankList === null
      ? 'no rank list deadline is announced for it'
      : `reported by ${day(marks.verifyBy)}, two weeks before the rank list deadline: ${counts.rankList} of ${FUTURES}`
  return `${submission}; ${rankList}.`
}

/** The last exam dates that still make review, always on the screen. */
export function lastDatesSentence({ last, review, today }: Simulation): string {
  if (!last || !review) return 'The day of review is not announced, so no last exam date can be named.'
  const verb = last.typical < today ? 'was' : 'is'
  return `For review on ${day(review)} the last exam date ${verb} ${formatDate(last.typical)} if the result takes four weeks, and ${formatDate(last.plan)} if it takes eight.`
}

export const COST_KEYS = [
  'early_fail',
  'early_low',
  'waiting',
  'misses_review',
  'early_complete',
  'next_season',
] as const
export type CostKey = (typeof COST_KEYS)[number]

/** What a choice of date costs, in one sentence, with the article's criteria (C6 to C8). */
export type CostLine = {
  key: CostKey
  sittingId: string
  text: string
  criteria: readonly ('C6' | 'C7' | 'C8')[]
}

/** What an early low score costs and what waiting costs, sitting by sitting; it weighs dates, never a person. */
export function costLines({ sittings }: Simulation): readonly CostLine[] {
  return sittings.flatMap((sitting, index) => {
    const before = sittings[index - 1]
    return [...lowCosts(sitting), ...timeCosts(sitting), ...(before ? waitingCosts(before, sitting) : [])]
  })
}

function lowCosts(sitting: SimulatedSitting): CostLine[] {
  const { id, examOn, counts, standard, targetScore } = sitting
  const found: CostLine[] = []
  if (counts.fails !== null && counts.fails > 0) {
    const limit = attemptLimitOn(examOn)?.value
    const uses = limit === undefined ? '' : ` and uses one of at most ${limit} attempts`
    found.push({
      key: 'early_fail',
      sittingId: id,
      text: `Sitting on ${formatDate(examOn)}, ${counts.fails} of ${FUTURES} futures ${falls(counts.fails)} below ${standard}. A fail stays on the transcript for good${uses}; a later date does not.`,
      criteria: ['C7'],
    })
  }
  if (counts.target !== null && counts.fails !== null && targetScore !== null) {
    const low = FUTURES - counts.fails - counts.target
    if (low > 0) {
      found.push({
        key: 'early_low',
        sittingId: id,
        text: `Sitting on ${formatDate(examOn)}, ${low} of ${FUTURES} futures pass below ${targetScore}. A passed Step 2 CK cannot normally be sat again, so that score stays.`,
        criteria: ['C7'],
      })
    }
  }
  return found
}

function timeCosts({ id, examOn, counts, marks }: SimulatedSitting): CostLine[] {
  if (counts.review === null) return []
  const possible = FUTURES - (counts.fails ?? 0)
  if (counts.review === possible && possible > 0) {
    return [
      {
        key: 'early_complete',
        sittingId: id,
        text: `With ${formatDate(examOn)} every passing future is complete on ${day(marks.review)}, which stands out in a small specialty.`,
        criteria: ['C6', 'C8'],
      },
    ]
  }
  const missing = possible - counts.review
  return [
    {
      key: 'misses_review',
      sittingId: id,
      text: `With ${formatDate(examOn)} the score is not with programs on ${day(marks.review)} in ${missing} of ${FUTURES} futures: the first look falls on an incomplete file.`,
      criteria: ['C6', 'C7'],
    },
  ]
}

function waitingCosts(before: SimulatedSitting, sitting: SimulatedSitting): CostLine[] {
  if (sitting.seasonYear > before.seasonYear) {
    const years = sitting.seasonYear - before.seasonYear
    return [
      {
        key: 'next_season',
        sittingId: sitting.id,
        text: `Waiting until ${formatDate(sitting.examOn)} costs ${years === 1 ? 'a season' : `${years} seasons`}: training would start on 1 July ${sitting.seasonYear} instead of ${before.seasonYear}. It does no harm to the transcript.`,
        criteria: ['C7'],
      },
    ]
  }
  if (before.counts.review === null || sitting.counts.review === null) return []
  const fails =
    before.counts.fails === null || sitting.counts.fails === null
      ? ''
      : sitting.counts.fails === before.counts.fails
        ? ` Below the passing standard: ${sitting.counts.fails}, as before.`
        : ` Below the passing standard: ${sitting.counts.fails} instead of ${before.counts.fails}.`
  const change =
    sitting.counts.review === before.counts.review
      ? `${sitting.counts.review} futures in ${FUTURES} with a passing score on review day, as before`
      : `${sitting.counts.review} futures in ${FUTURES} with a passing score on review day instead of ${before.counts.review}`
  return [
    {
      key: 'waiting',
      sittingId: sitting.id,
      text: `Waiting from ${formatDate(before.examOn)} to ${formatDate(sitting.examOn)}: ${change}.${fails} The forecast counts no studying that you have not shown; a new practice result, or the gain that you expect, changes it.`,
      criteria: ['C6', 'C7', 'C8'],
    },
  ]
}

/**
 * The dates beside each other in two or three sentences; null for fewer than two sittings or without anything to compare.
 * Fails are listed and never ranked: a far date can show more of them only because less is known about it.
 */
export function decisionSentence({ sittings }: Simulation): string | null {
  if (sittings.length < 2) return null
  const most = leaders(sittings, ({ counts }) => counts.both ?? counts.review)
  if (!most) return null
  const what = sittings.every(({ counts }) => counts.both !== null)
    ? 'the target and review day together'
    : 'review day'
  const lead = `Most futures reach ${what} with ${most.names} (${most.value} of ${FUTURES}).`
  const fails = sittings.flatMap(({ counts }) => counts.fails ?? [])
  if (fails.length < sittings.length) return lead
  const listed = `Below the passing standard, in the order of the dates: ${fails.join(', ')} of ${FUTURES}.`
  const rises = fails.some((count, index) => index > 0 && count > (fails[index - 1] ?? 0))
  return rises
    ? `${lead} ${listed} Where a later date shows more, it is because less is known about it, not because waiting harms.`
    : `${lead} ${listed}`
}

function leaders(
  sittings: readonly SimulatedSitting[],
  of: (sitting: SimulatedSitting) => number | null,
): { names: string; value: number } | null {
  const values = sittings.map(of)
  const known = values.filter((value) => value !== null)
  if (known.length < sittings.length) return null
  const value = Math.max(...known)
  const names = sittings.filter((_, index) => values[index] === value).map(({ examOn }) => formatDate(examOn))
  return { names: names.join(' and '), value }
}

function day(mark: SeasonMark | null): string {
  return mark ? `${formatDate(mark.on)}${mark.isProjected ? ' (projected)' : ''}` : 'a day not announced'
}
