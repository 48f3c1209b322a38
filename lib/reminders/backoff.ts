const MINUTE = 60
const HOUR = 60 * MINUTE
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const

/** Seconds to wait after so many failures in a row: from a minute to a day, where it stays. */
export function retryInSeconds(failures: number): number {
  return WAITS[Math.min(Math.max(failures, 1), WAITS.length) - 1] ?? 24 * HOUR
}
