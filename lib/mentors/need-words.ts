import { formatDate, formatShortDate } from '@/lib/dates/format'
import { EXAM_LABELS, OUTCOME_LABELS } from '@/lib/exams/attempt-words'
import { citation } from '@/lib/fit/criteria'
import { NEEDS, type Need, type NeedCode } from './needs'
import type { Section } from './policy'

/** A reason's name, for the filter. */
export const NEED_LABELS: Readonly<Record<NeedCode, string>> = {
  exam_misses_review: 'Exam date misses review',
  exam_not_passed: 'An exam not passed',
  forecast_below_standard: 'Forecast below the standard',
  asked_question: 'Asked you a question',
  blocked_soon: 'Blocked items due soon',
  exam_may_miss_review: 'Exam date may miss review',
  no_confirmed_visa: 'No confirmed visa on the list',
  no_us_letter: 'No letter from a US geneticist',
  none_solid: 'No program solid or strong',
  no_update: 'No update for three weeks',
  result_in: 'A result came in',
}

export type NeedTone = 'bad' | 'warn' | 'unknown' | 'neutral' | 'good'

/** How a reason is marked beside its words. */
export function needTone(need: Need): NeedTone {
  switch (need.code) {
    case 'exam_misses_review':
    case 'exam_not_passed':
      return 'bad'
    case 'no_confirmed_visa':
      return 'unknown'
    case 'asked_question':
    case 'no_update':
      return 'neutral'
    case 'result_in':
      return need.outcome === 'pass' ? 'good' : 'neutral'
    default:
      return 'warn'
  }
}

/** The reason in words, about a date, a document or a list and never about the person. */
export function needText(need: Need): string {
  switch (need.code) {
    case 'exam_misses_review':
      return `Step 2 CK on ${formatDate(need.examOn)} misses review on ${reviewDay(need)}`
    case 'exam_may_miss_review':
      return `Step 2 CK on ${formatDate(need.examOn)} makes review on ${reviewDay(need)} only if the result takes four weeks`
    case 'exam_not_passed':
      return `${EXAM_LABELS[need.exam]} is not passed yet${need.on ? ` (${formatDate(need.on)})` : ''}, and no new day is set`
    case 'forecast_below_standard':
      return `Practice points to ${need.low} to ${need.high} on ${formatDate(need.examOn)}; the standard is ${need.standard}`
    case 'asked_question':
      return need.count === 1 ? 'Asked you a question' : `Asked you ${need.count} questions`
    case 'blocked_soon':
      return blockedText(need)
    case 'no_confirmed_visa':
      return `No program of ${need.programs} that ${need.programs === 1 ? 'is' : 'are'} open is known to sponsor the visa`
    case 'no_us_letter':
      return need.isAnyFromUs ? 'No letter from a US geneticist' : 'No letter from the US'
    case 'none_solid':
      if (need.programs === 0) return 'No program on the list yet'
      return need.programs === 1
        ? 'The one program on the list is not solid or strong'
        : `None of ${need.programs} programs is solid or strong`
    case 'no_update':
      return need.isEverUpdated
        ? `No update since ${formatDate(need.since)}`
        : `Nothing entered since you were let in on ${formatDate(need.since)}`
    case 'result_in':
      return `${EXAM_LABELS[need.exam]}: ${OUTCOME_LABELS[need.outcome].toLowerCase()}${need.score === null ? '' : `, ${need.score}`}`
  }
}

/** The same in a few words, for one line of the roster. */
export function needBrief(need: Need): string {
  switch (need.code) {
    case 'exam_misses_review':
      return `exam ${formatShortDate(need.examOn)} misses review`
    case 'exam_may_miss_review':
      return `exam ${formatShortDate(need.examOn)} may miss review`
    case 'exam_not_passed':
      return `${EXAM_LABELS[need.exam]} not passed, no new day`
    case 'forecast_below_standard':
      return `forecast ${need.low}–${need.high}, ${need.standard} passes`
    case 'asked_question':
      return need.count === 1 ? 'asked you a question' : `asked you ${need.count} questions`
    case 'blocked_soon':
      return `${need.count} blocked by ${formatShortDate(need.on)}`
    case 'no_confirmed_visa':
      return 'no confirmed visa'
    case 'no_us_letter':
      return need.isAnyFromUs ? 'no US geneticist’s letter' : 'no US letter'
    case 'none_solid':
      return need.programs === 0 ? 'no program yet' : 'none solid or strong'
    case 'no_update':
      return `no update since ${formatShortDate(need.since)}`
    case 'result_in':
      return `${EXAM_LABELS[need.exam]} ${RESULT_WORDS[need.outcome]}${need.score === null ? '' : `, ${need.score}`}`
  }
}

const RESULT_WORDS: Readonly<Record<Extract<Need, { code: 'result_in' }>['outcome'], string>> = {
  planned: 'planned',
  pending: 'waits for its result',
  pass: 'passed',
  fail: 'did not pass',
  incomplete: 'was incomplete',
  withheld: 'is withheld',
}

function reviewDay({ reviewOn, isProjected }: { reviewOn: string; isProjected: boolean }): string {
  return `${formatDate(reviewOn)}${isProjected ? ' (projected)' : ''}`
}

function blockedText({ count, title, on, isProjected }: Extract<Need, { code: 'blocked_soon' }>): string {
  const more = count > 1 ? ` and ${count - 1} more` : ''
  return `Blocked: “${title}”${more}, by ${formatDate(on)}${isProjected ? ' (projected)' : ''}`
}

/** Where on the mentee's pages the reason is shown: the page, and the place on it. */
export type NeedPlace = { page: 'overview' | 'exams' | 'list' | 'documents' | 'checklist'; anchor: string }

/** Null where the reason is about no page. `may` tells which of two pages this mentor has, where both would show it. */
export function needPlace(
  { code }: Pick<Need, 'code'>,
  may: (section: Section) => boolean,
): NeedPlace | null {
  switch (code) {
    case 'exam_misses_review':
    case 'exam_may_miss_review':
      return { page: 'exams', anchor: '#timing' }
    case 'exam_not_passed':
    case 'result_in':
      return { page: 'exams', anchor: '#sittings' }
    case 'forecast_below_standard':
      return { page: 'exams', anchor: '#practice' }
    case 'no_confirmed_visa':
    case 'none_solid':
      return { page: 'list', anchor: '' }
    case 'no_us_letter':
      return may('documents') ? { page: 'documents', anchor: '#letters' } : { page: 'list', anchor: '#facts' }
    case 'blocked_soon':
      return { page: 'checklist', anchor: '' }
    case 'asked_question':
      return { page: 'overview', anchor: '#notes' }
    case 'no_update':
      return null
  }
}

/** The article's criteria behind the reason, or null where it is about the two people and not about a rule. */
export function needCitation({ code }: Pick<Need, 'code'>): string | null {
  const { criteria } = NEEDS[code]
  return criteria.length === 0 ? null : citation(criteria)
}
