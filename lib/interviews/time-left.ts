import type { Instant } from '@/lib/dates/calendar-date'

/* Apart from the clock itself, so that the browser can count down with a few lines. */

/** Whole minutes until an instant, rounded down; negative once it is over. */
export function minutesUntil(at: Instant, now: Instant): number {
  return Math.floor((Date.parse(at) - Date.parse(now)) / 60_000)
}

/** '31 hours left', '50 minutes left', 'over for 3 hours'; below two hours in minutes, above three days in days. */
export function leftWords(minutes: number): string {
  const amount = amountWords(Math.abs(minutes))
  return minutes < 0 ? `over for ${amount}` : `${amount} left`
}

function amountWords(minutes: number): string {
  if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  const hours = Math.floor(minutes / 60)
  if (hours < 72) return `${hours} hours`
  return `${Math.floor(hours / 24)} days`
}
