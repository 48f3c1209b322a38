import { type CalendarDate, daysBetween } from '@/lib/dates/calendar-date'

/** The first and the last day of a season's ribbon. */
export type PlanSpan = { from: CalendarDate; to: CalendarDate }

/** A day's place on the ribbon, 0 to 1; days beyond an end stand at that end. */
export function placeOn({ from, to }: PlanSpan, date: CalendarDate): number {
  return Math.min(1, Math.max(0, daysBetween(from, date) / daysBetween(from, to)))
}

/** A place as SVG and CSS take it. */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 10000) / 100}%`
}
