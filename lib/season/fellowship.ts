import { formatDate } from '@/lib/dates/format'

import { event, isDated } from './events'
import type { Season, SeasonEvent } from './season'

/** ERAS' two fellowship cycles. Two-year genetics uses one of them, or none: a fact of the program, often unknown. */
export const FELLOWSHIP_CYCLES = ['july', 'december'] as const
export type FellowshipCycleName = (typeof FELLOWSHIP_CYCLES)[number]

export type FellowshipCycle = {
  name: FellowshipCycleName
  label: string
  /** When applicants may begin to submit, and programs to review; null when the season's data does not list it. */
  submit: SeasonEvent | null
  review: SeasonEvent | null
  /** Whether at least the review has a date, published or projected. */
  isKnown: boolean
  /** The year in which training begins on 1 July. For the December cycle it is read from one mirrored page. */
  trainingYear: number
}

/** Both fellowship cycles of a season. Where a program's cycle is unknown, both are shown and the program is asked. */
export function fellowshipCycles(season: Season): readonly [FellowshipCycle, FellowshipCycle] {
  const july = event(season, 'eras_fellowship_july_review')
  const december = event(season, 'eras_fellowship_dec_review')
  return [
    {
      name: 'july',
      label: 'July cycle',
      submit: event(season, 'eras_fellowship_july_submit'),
      review: july,
      isKnown: isDated(july),
      trainingYear: season.year,
    },
    {
      name: 'december',
      label: 'December cycle',
      submit: event(season, 'eras_fellowship_dec_submit'),
      review: december,
      isKnown: isDated(december),
      trainingYear: season.year + 1,
    },
  ]
}

export const FELLOWSHIP_DATES_UNKNOWN = 'dates not known; ask the program'

/** One cycle in a line: its dates with the mark "projected" where they are, or that the program must be asked. */
export function fellowshipCycleWords(cycle: FellowshipCycle): string {
  const { submit, review, label } = cycle
  if (!isDated(review)) return `${label}: ${FELLOWSHIP_DATES_UNKNOWN}.`
  const from = isDated(submit) ? `submit from ${formatDate(submit.on)}${projected(submit)}, ` : ''
  return `${label}: ${from}review from ${formatDate(review.on)}${projected(review)}.`
}

/**
 * What stands above a person's season where programs of theirs may use a fellowship cycle: which days are whose. Null where
 * no fellowship calendar is theirs.
 */
export function fellowshipDates(
  season: Season,
  calendars: readonly ('main' | FellowshipCycleName)[],
): string | null {
  const cycles = fellowshipCycles(season).filter(({ name }) => calendars.includes(name))
  if (cycles.length === 0) return null
  const whose = calendars.includes('main')
    ? 'Fellowship programs, two-year genetics among them, do not go by the Main Match’s dates'
    : 'None of your programs goes by the Main Match’s dates'
  return `${whose}: ask each which cycle it uses, if any. ${cycles.map(fellowshipCycleWords).join(' ')}`
}

function projected(event: SeasonEvent): string {
  return event.status === 'projected' ? ' (projected)' : ''
}
