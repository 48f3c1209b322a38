import { formatDate } from '@/lib/dates/format'

import { type DecisionCode, LEAST_DIFFERENCE, reach, type TimingDecision } from './decision'
import type { SimulatedSitting, Simulation } from './simulate'
import { FUTURES } from './simulate-model'
import { falls, lastDatesSentence } from './simulate-words'
import { type TimingTone, timingSentence, timingTone } from './words'

/** The verdict in a word, for its sign. */
export const DECISION_LABELS: Readonly<Record<DecisionCode, string>> = {
  no_dates: 'No date yet',
  no_date_allowed: 'Not allowed yet',
  no_review_date: 'Not announced',
  time_only: 'Time alone',
  not_carried: 'Not carried yet',
  earlier: 'Speaks for the earlier date',
  later: 'Speaks for waiting',
  either: 'Either date',
  one_date: 'One date',
  next_season: 'Speaks for the next season',
  misses_review: 'Misses review',
}

export function decisionTone({ code, chosen, others }: TimingDecision): TimingTone {
  switch (code) {
    case 'earlier':
    case 'either':
    case 'one_date': {
      // Preferred among late dates is still late.
      const best = chosen ?? others[0]
      return best ? timingTone(best.verdict.code) : 'open'
    }
    case 'later':
    case 'not_carried':
    case 'next_season':
      return 'care'
    case 'misses_review':
    case 'no_date_allowed':
      return 'late'
    case 'no_dates':
    case 'no_review_date':
    case 'time_only':
      return 'open'
  }
}

/** The verdict in a sentence: what the dates speak for. Why stands in `decisionReason`. */
export function decisionHeadline({ code, chosen, others }: TimingDecision): string {
  const on = chosen ? formatDate(chosen.examOn) : ''
  switch (code) {
    case 'no_dates':
      return 'No date to weigh yet: enter one or two exam days below.'
    case 'no_date_allowed':
      return 'None of these days can be sat under the rules; each says below why not.'
    case 'no_review_date':
      return 'The day of program review is not announced, so these dates cannot be weighed yet.'
    case 'time_only':
      return chosen
        ? `On time alone, the dates speak for ${on}; whether the score would be ready is not known.`
        : 'On time alone, either date does; whether the score would be ready is not known.'
    case 'not_carried':
      return `The practice results do not carry an exam on ${formatDate(others[0]?.examOn ?? '')} yet.`
    case 'earlier':
      return `The dates speak for the earlier one, ${on}.`
    case 'later':
      return `The dates speak for waiting until ${on}.`
    case 'either':
      return 'Either date does: they lie too close together to tell them apart.'
    case 'one_date':
      return chosen ? timingSentence(chosen.verdict) : 'No date to weigh yet.'
    case 'next_season':
      return `Only the date for the next season, ${on}, has the score with programs on review day.`
    case 'misses_review':
      return 'None of these dates has the score with programs on review day.'
  }
}

/** Why the verdict is what it is, from the counts; null where its headline says it all. */
export function decisionReason(decision: TimingDecision, simulation: Simulation): string | null {
  const reason = reasonOf(decision, simulation)
  const best = decision.chosen ?? decision.others[0]
  const isLate = best?.verdict.code === 'misses_review' && WEIGHED.has(decision.code)
  return isLate
    ? `${reason ?? ''} By the usual four weeks it misses review. ${lastDatesSentence(simulation)}`
    : reason
}

/** Verdicts that speak of how many futures make review, where a date that misses it by the usual pace must say so. */
const WEIGHED: ReadonlySet<DecisionCode> = new Set(['earlier', 'either', 'time_only'])

function reasonOf(decision: TimingDecision, simulation: Simulation): string | null {
  const { code, chosen, others } = decision
  switch (code) {
    case 'time_only':
    case 'earlier':
      return chosen ? beside(chosen, others) : beside(others[0] ?? null, others.slice(1))
    case 'later':
      return chosen && others[0] && failsOf(others[0]) > failsOf(chosen)
        ? `Below the passing standard: ${failsOf(chosen)} futures in ${FUTURES} instead of ${failsOf(others[0])}. A fail stays on the transcript, a later date does not.`
        : chosen && beside(chosen, others)
    case 'not_carried': {
      const [first] = others
      if (!first) return null
      return `${failsOf(first)} of ${FUTURES} equally likely futures fall below ${first.standard}, more than one in ten. A fail stays on the transcript, a later date does not; a new practice result decides more than a date can. ${lastDatesSentence(simulation)}`
    }
    case 'either': {
      const values = others.map(
        (sitting) => `${reach(sitting)} of ${FUTURES} with ${formatDate(sitting.examOn)}`,
      )
      return `${sentenceCase(what(others))}: ${listed(values)}. A difference of ${LEAST_DIFFERENCE} or less says nothing.`
    }
    case 'next_season':
      return `It costs a season: training would start on 1 July ${chosen?.seasonYear} and no earlier. ${lastDatesSentence(simulation)}`
    case 'misses_review':
      return lastDatesSentence(simulation)
    case 'one_date':
      return chosen?.forecast && failsOf(chosen) > 0
        ? `${failsOf(chosen)} of ${FUTURES} equally likely futures ${falls(failsOf(chosen))} below ${chosen.standard}; a fail is permanent.`
        : null
    case 'no_dates':
    case 'no_date_allowed':
    case 'no_review_date':
      return null
  }
}

function beside(chosen: SimulatedSitting | null, others: readonly SimulatedSitting[]): string | null {
  if (!chosen) return null
  const rest = others.map((other) => `${reach(other)} with ${formatDate(other.examOn)}`)
  return `${sentenceCase(what([chosen, ...others]))}: ${reach(chosen)} of ${FUTURES} futures with ${formatDate(chosen.examOn)}${rest.length > 0 ? `, ${listed(rest)}` : ''}.`
}

/** What `reach` counts for these dates. */
function what(sittings: readonly SimulatedSitting[]): string {
  if (sittings.every(({ counts }) => counts.both !== null))
    return 'the target reached and with programs on review day'
  return sittings.every(({ forecast }) => forecast === null)
    ? 'a result with programs on review day'
    : 'a passing score with programs on review day'
}

function failsOf({ counts }: SimulatedSitting): number {
  return counts.fails ?? 0
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
