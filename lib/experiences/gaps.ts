import { addMonths, type CalendarDate, calendarDate, partsOf } from '@/lib/dates/calendar-date'
import { formatMonth } from '@/lib/dates/format'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { EXAM_LABELS } from '@/lib/exams/attempt-words'
import { TIMELINE_GAP_MONTHS } from '@/lib/facts/eras-limits'
import { joined } from '@/lib/fit/param-words'

/** Months in which nothing dated stands: first and last month, each as its first day. */
export type Gap = {
  fromOn: CalendarDate
  toOn: CalendarDate
  months: number
  /** Long enough that a reader will ask; a shorter one is only shown. */
  isAsked: boolean
}

export type Span = { startOn: CalendarDate; endOn: CalendarDate | null; isOngoing: boolean }

/**
 * The times after `since` without anything dated, until the month of `until`, in order. Up to two months between things
 * are usual and not shown. Whole months only: who worked one day of a month filled it. An experience without an end that
 * is not said to go on fills its first month alone, since nobody knows more.
 */
export function gapsBetween(
  spans: readonly Span[],
  { since, until }: { since: CalendarDate; until: CalendarDate },
): readonly Gap[] {
  const { usualUpTo, askedAbove } = TIMELINE_GAP_MONTHS.value
  const last = monthOf(until)
  const filled = new Set<number>([monthOf(since)])
  for (const { startOn, endOn, isOngoing } of spans) {
    const to = Math.min(last, endOn === null ? (isOngoing ? last : monthOf(startOn)) : monthOf(endOn))
    for (let month = Math.max(monthOf(startOn), monthOf(since)); month <= to; month += 1) filled.add(month)
  }
  const gaps: Gap[] = []
  let from: number | null = null
  for (let month = monthOf(since); month <= last + 1; month += 1) {
    const isOpen = month <= last && !filled.has(month)
    if (isOpen && from === null) from = month
    if (isOpen || from === null) continue
    const months = month - from
    if (months > usualUpTo) {
      gaps.push({ fromOn: firstDay(from), toOn: firstDay(month - 1), months, isAsked: months > askedAbove })
    }
    from = null
  }
  return gaps
}

function monthOf(date: CalendarDate): number {
  const { year, month } = partsOf(date)
  return year * 12 + month - 1
}

function firstDay(month: number): CalendarDate {
  return calendarDate(Math.floor(month / 12), (month % 12) + 1, 1)
}

export type GapLine = { id: string; fromOn: CalendarDate; toOn: CalendarDate; line: string }

/** The line that was written for a gap: the one whose months overlap it most. Dates move, and a line stays with its time. */
export function lineFor(gap: Pick<Gap, 'fromOn' | 'toOn'>, lines: readonly GapLine[]): GapLine | null {
  let best: { line: GapLine; shared: number } | null = null
  for (const line of lines) {
    const from = Math.max(monthOf(gap.fromOn), monthOf(line.fromOn))
    const to = Math.min(monthOf(gap.toOn), monthOf(line.toOn))
    const shared = to - from + 1
    if (shared > 0 && (best === null || shared > best.shared)) best = { line, shared }
  }
  return best?.line ?? null
}

/** Lines whose time is filled now: kept, and shown as such. */
export function linesWithoutGap(gaps: readonly Gap[], lines: readonly GapLine[]): readonly GapLine[] {
  const used = new Set(gaps.map((gap) => lineFor(gap, lines)?.id))
  return lines.filter(({ id }) => !used.has(id))
}

/** A first line for a gap from what is recorded in it: the exams that were sat. Nothing else is guessed. */
export function gapStart(gap: Pick<Gap, 'fromOn' | 'toOn'>, attempts: readonly ExamAttempt[] | null): string {
  const end = addMonths(gap.toOn, 1)
  const sat = (attempts ?? [])
    .filter(({ takenOn, outcome }) => outcome !== 'planned' && takenOn >= gap.fromOn && takenOn < end)
    .sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1))
  if (sat.length === 0) return ''
  return `Prepared for and sat ${joined(
    sat.map(({ exam, takenOn }) => `${EXAM_LABELS[exam]} (${formatMonth(takenOn)})`),
    'and',
  )}.`
}

/** 'January to June 2024, 6 months'. */
export function gapWords({ fromOn, toOn, months }: Pick<Gap, 'fromOn' | 'toOn' | 'months'>): string {
  const when = fromOn === toOn ? formatMonth(fromOn) : `${formatMonth(fromOn)} to ${formatMonth(toOn)}`
  return `${when}, ${months} ${months === 1 ? 'month' : 'months'}`
}
