import type { Checklist } from '@/lib/checklist/checklist'
import type { CalendarDate } from '@/lib/dates/calendar-date'

/** The day by which letters are best uploaded, as the checklist says it; null without one. */
export function neededBy(checklist: Checklist | null): CalendarDate | null {
  return checklist?.items.find(({ id }) => id === 'letters_uploaded')?.due.on ?? null
}
