import { addDays, type CalendarDate } from '@/lib/dates/calendar-date'
import type { ChecklistItem } from './checklist'

export const TIME_GROUPS = ['past', 'week', 'month', 'quarter', 'later', 'undated'] as const
export type TimeGroup = (typeof TIME_GROUPS)[number]

export const TIME_GROUP_LABELS: Readonly<Record<TimeGroup, string>> = {
  past: 'Past its date',
  week: 'In the next seven days',
  month: 'In the next four weeks',
  quarter: 'In the next three months',
  later: 'Later',
  undated: 'No date yet',
}

/** Items by when they are due, each group from the earliest; groups without an item are left out. */
export function byTime(
  items: readonly ChecklistItem[],
  today: CalendarDate,
): readonly { group: TimeGroup; items: readonly ChecklistItem[] }[] {
  const sorted = [...items].sort((a, b) => order(a.due.on ?? '9999', b.due.on ?? '9999'))
  return TIME_GROUPS.map((group) => ({
    group,
    items: sorted.filter(({ due }) => timeGroup(due.on, today) === group),
  })).filter((one) => one.items.length > 0)
}

export function timeGroup(on: CalendarDate | null, today: CalendarDate): TimeGroup {
  if (on === null) return 'undated'
  if (on < today) return 'past'
  if (on <= addDays(today, 7)) return 'week'
  if (on <= addDays(today, 28)) return 'month'
  return on <= addDays(today, 91) ? 'quarter' : 'later'
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
