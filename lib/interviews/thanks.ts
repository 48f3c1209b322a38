import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { ThanksStanding, ThankYouState } from './interview'

/**
 * A thank-you is one thing, wherever it was noted: one that is logged as a message to the program, on the day of the talk or
 * later, counts as sent at the interview too. What was noted at the interview itself says the day first.
 */
export function thanksStanding(
  noted: { thankYou: ThankYouState; thankYouOn: CalendarDate | null },
  logged: { id: string; on: CalendarDate } | null,
): ThanksStanding {
  if (logged === null) return { ...noted, thanksContactId: null }
  const isNoted = noted.thankYou === 'sent'
  return {
    thankYou: 'sent',
    thankYouOn: isNoted ? noted.thankYouOn : logged.on,
    thanksContactId: logged.id,
  }
}
