import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'
import { eventOn } from '@/lib/season/events'
import type { Checklist, ChecklistItem } from './checklist'

export const TIME_GROUPS = [
  'past',
  'week',
  'month',
  'quarter',
  'before_submission',
  'before_match',
  'after_match',
  'undated',
] as const
export type TimeGroup = (typeof TIME_GROUPS)[number]

export const TIME_GROUP_LABELS: Readonly<Record<TimeGroup, string>> = {
  past: 'Past its date',
  week: 'In the next seven days',
  month: 'In the next four weeks',
  quarter: 'In the next three months',
  before_submission: 'Later, before submission opens',
  before_match: 'Later, until Match Day',
  after_match: 'Later, after Match Day',
  undated: 'No date yet',
}

/** The days that part what is far off. Null where they are not announced: then nothing is placed before them. */
export type FarDays = { submitOn: CalendarDate | null; matchOn: CalendarDate | null }

/** The far days of one person's checklist. */
export function farDays({ facts }: Checklist): FarDays {
  return { submitOn: facts.leading?.submit?.on ?? null, matchOn: eventOn(facts.season, 'match_day') }
}

/** Items by when they are due, each group from the earliest; groups without an item are left out. */
export function byTime(
  items: readonly ChecklistItem[],
  today: CalendarDate,
  far: FarDays,
): readonly { group: TimeGroup; items: readonly ChecklistItem[] }[] {
  const sorted = [...items].sort((a, b) => order(a.due.on ?? '9999', b.due.on ?? '9999'))
  return TIME_GROUPS.map((group) => ({
    group,
    items: sorted.filter(({ due }) => timeGroup(due.on, today, far) === group),
  })).filter((one) => one.items.length > 0)
}

export function timeGroup(
  on: CalendarDate | null,
  today: CalendarDate,
  { submitOn, matchOn }: FarDays,
): TimeGroup {
  if (on === null) return 'undated'
  if (on < today) return 'past'
  if (on <= addDays(today, 7)) return 'week'
  if (on <= addDays(today, 28)) return 'month'
  if (on <= addDays(today, 91)) return 'quarter'
  if (submitOn !== null && on <= submitOn) return 'before_submission'
  return matchOn !== null && on > matchOn ? 'after_match' : 'before_match'
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
