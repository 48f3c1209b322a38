import { type CalendarDate, isCalendarDate } from '@/lib/dates/calendar-date'
import type { ExamAttempt } from '@/lib/exams/attempt'
import { attemptSummary } from '@/lib/exams/summary'

/** The day that a forecast is made for, and why that one. */
export type ForecastDay = { on: CalendarDate; because: 'asked' | 'planned' | 'today' }

/** The day that was asked for where it can be one (today or later), else the planned Step 2 CK day, else today. */
export function forecastDay(
  attempts: readonly ExamAttempt[],
  { today, asked }: { today: CalendarDate; asked?: unknown },
): ForecastDay {
  if (isCalendarDate(asked) && asked >= today) return { on: asked, because: 'asked' }
  const planned = attemptSummary(attempts, 'step2ck').plannedOn
  if (planned !== null && planned >= today) return { on: planned, because: 'planned' }
  return { on: today, because: 'today' }
}
