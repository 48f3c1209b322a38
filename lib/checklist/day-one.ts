import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'
import { formatDate } from '@/lib/dates/format'
import { event, isDated } from '@/lib/season/events'
import type { EventStatus } from '@/lib/season/season'
import { timingVerdict } from '@/lib/timing/verdict'
import type { ChecklistCalendar } from './calendar-names'
import type { CalendarUse } from './calendars'
import type { Checklist, ChecklistItem } from './checklist'
import { LETTERS_PLANNED, lettersInHand } from './derived-state'
import { hrefOf } from './item-words'
import { unassignedWords } from './letter-counts'

/** From this many days before submission opens, everything that is still missing is named as a problem. */
const NEAR_DAYS = 56

/** A named problem, one click from where it is mended. */
export type Blocker = { id: string; text: string; detail: string; href: string; isLate: boolean }

export type DayOne = {
  calendar: ChecklistCalendar
  submitOn: CalendarDate | null
  reviewOn: CalendarDate | null
  status: EventStatus
  /** `ahead`: submission is not open; `open`: it is, and programs do not read yet; `reading`: they do. */
  phase: 'ahead' | 'open' | 'reading' | 'not_announced'
  blockers: readonly Blocker[]
  /** What is left to do before submission and is no problem yet. */
  left: number
}

/**
 * What blocks submission on day one, for the calendar that comes next. A missing item is a problem when its day is over,
 * when what it waits for comes too late, or when submission is eight weeks away or less; before that it is only left to do.
 */
export function dayOne(checklist: Checklist): DayOne | null {
  const use = checklist.facts.leading
  if (!use) return null
  const { today } = checklist
  const submitOn = use.submit?.on ?? null
  const reviewOn = use.review?.on ?? null
  const phase = phaseOf(use, today)
  const needed = checklist.items.filter(
    (item) => item.template?.missing != null && item.applies === 'yes' && item.state === 'open',
  )
  const isNear = submitOn !== null && daysBetween(today, submitOn) <= NEAR_DAYS
  const blocking = phase === 'reading' ? [] : needed.filter((item) => isNear || isLate(item, today))
  const exam = phase === 'reading' ? null : examBlocker(checklist, use.calendar)
  const blockers = [
    ...(exam ? [exam] : []),
    ...blocking
      .filter(({ id }) => !(exam && id === 'step2ck'))
      .map((item) => ({
        id: item.id,
        text: textOf(item, checklist),
        detail: detailOf(item, checklist),
        href: hrefOf(item),
        isLate: isLate(item, today),
      })),
  ]
  return {
    calendar: use.calendar,
    submitOn,
    reviewOn,
    status: use.submit?.status ?? 'not_announced',
    phase,
    blockers,
    left: needed.length - blocking.length,
  }
}

function phaseOf({ submit, review }: CalendarUse, today: CalendarDate): DayOne['phase'] {
  if (!isDated(submit) || !isDated(review)) return 'not_announced'
  if (today < submit.on) return 'ahead'
  return today < review.on ? 'open' : 'reading'
}

function isLate({ due, clash }: ChecklistItem, today: CalendarDate): boolean {
  return clash !== null || (due.on !== null && due.on < today)
}

/** What is missing; letters that are there and only wait to be assigned are named as that. */
function textOf({ id, template, title }: ChecklistItem, { facts }: Checklist): string {
  const waiting = id === 'letters_assigned' && facts.letters ? unassignedWords(facts.letters) : ''
  return waiting || (template?.missing ?? title)
}

function detailOf(item: ChecklistItem, { facts, today }: Checklist): string {
  if (item.id === 'letters_uploaded' && facts.applicant.letters !== null) {
    const fromBefore = facts.letters?.fromBefore ?? 0
    const promised = facts.applicant.letters.filter(({ state }) => state === 'promised').length
    const parts = [
      `${lettersInHand(facts)} of ${LETTERS_PLANNED} in hand`,
      fromBefore > 0 && `${fromBefore} from an earlier season`,
      promised > 0 && `${promised} promised and not in hand yet`,
    ]
    return parts.filter((part) => part !== false).join(', ')
  }
  if (item.clash) return `waits for “${item.clash.title}”, ${formatDate(item.clash.on)}`
  if (item.due.on === null) return ''
  return item.due.on < today ? `planned for ${formatDate(item.due.on)}` : `by ${formatDate(item.due.on)}`
}

/** A Step 2 CK day that surely or possibly misses review, or none while the last safe day is near or over. */
function examBlocker(
  { facts: { applicant, season, today } }: Checklist,
  calendar: ChecklistCalendar,
): Blocker | null {
  if (applicant.attempts === null || !isDated(event(season, 'eras_program_review_opens'))) return null
  const verdict = timingVerdict({
    season,
    today,
    attempts: applicant.attempts,
    examOn: null,
    zone: 'America/New_York',
    target: calendar,
  })
  const last = verdict.last
  const blocker = { id: 'step2ck', href: '/exams', isLate: true }
  switch (verdict.code) {
    case 'misses_review':
    case 'in_time_if_typical':
      return {
        ...blocker,
        text:
          verdict.code === 'misses_review'
            ? 'Your Step 2 CK day misses program review'
            : 'Your Step 2 CK day makes program review only if the result takes four weeks',
        detail: last
          ? `the last day that surely makes it is ${formatDate(last.plan)}, with luck ${formatDate(last.typical)}`
          : '',
      }
    case 'result_not_recorded':
      return { ...blocker, text: 'Your Step 2 CK day is over and its outcome is not recorded', detail: '' }
    case 'no_exam_date':
    case 'failed_last':
      if (!last || daysBetween(today, last.plan) > NEAR_DAYS) return null
      return {
        ...blocker,
        text: 'Step 2 CK has no day',
        detail: `the last day that surely makes program review is ${formatDate(last.plan)}, with luck ${formatDate(last.typical)}`,
      }
    case 'no_attempt_left':
      return { ...blocker, text: 'The rules leave no further attempt at Step 2 CK', detail: '' }
    default:
      return null
  }
}
