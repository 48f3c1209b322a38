import { formatDate } from '@/lib/dates/format'
import { CALENDAR_LABELS } from './calendar-names'
import type { Checklist } from './checklist'
import type { DayOne } from './day-one'

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
] as const

/** 'Two things', 'One thing', '14 things': at the beginning of a sentence. */
export function thingsWords(count: number): string {
  return `${NUMBERS[count] ?? count} ${count === 1 ? 'thing' : 'things'}`
}

/** The verdict of the checklist in one sentence: what blocks submission on day one, and how much is left. */
export function checklistSentence(checklist: Checklist, day: DayOne | null): string {
  if (!day) return 'No date of this season is known yet.'
  const { blockers, left, phase } = day
  if (phase === 'reading') {
    const open = checklist.items.filter(({ state, applies }) => state === 'open' && applies === 'yes').length
    const now = checklist.facts.isMatchOver ? 'The Match of this season is over' : 'Programs are reading'
    return open === 0
      ? `${now}, and nothing of the checklist is open.`
      : `${now}. ${thingsWords(open)} of the checklist ${open === 1 ? 'is' : 'are'} still open.`
  }
  const when = phase === 'open' ? 'before programs read' : 'on day one'
  const verb = phase === 'open' ? 'a complete application' : 'submission'
  if (blockers.length > 0) {
    return `${thingsWords(blockers.length)} ${blockers.length === 1 ? 'blocks' : 'block'} ${verb} ${when}.`
  }
  if (left === 0) return `Nothing blocks ${verb} ${when}.`
  return `Nothing blocks ${verb} ${when} yet; ${thingsWords(left).toLowerCase()} ${left === 1 ? 'is' : 'are'} left to do for it.`
}

/** 'Day one is 1 September 2027 (projected), when submission opens for the Main Match; programs read from …' */
export function dayOneWords({ calendar, submitOn, reviewOn, status }: DayOne): string {
  const label = CALENDAR_LABELS[calendar]
  if (submitOn === null || reviewOn === null)
    return `${label}: the day on which submission opens is not announced.`
  const projected = status === 'projected' ? ' (both projected, not announced)' : ''
  return `${label}: submission opens on ${formatDate(submitOn)}, and programs read from ${formatDate(reviewOn)}${projected}.`
}
