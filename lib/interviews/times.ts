import type { Instant } from '@/lib/dates/calendar-date'
import { toZoned, type WallTime } from '@/lib/dates/instant'
import { wallInstant } from '@/lib/dates/wall-time'

import type { Interview, SlotTime } from './interview'

/** An interview takes this long where the invitation does not say: half a day is what most fill. Shown as an assumption. */
export const USUAL_MINUTES = 240

/** A stretch of time at a program, with both its clocks. */
export type Meeting = {
  start: Instant
  end: Instant
  isLengthAssumed: boolean
  /** On the program's clocks and on the person's. */
  there: { start: WallTime; end: WallTime; zone: string }
  here: { start: WallTime; end: WallTime; zone: string }
}

/** A wall time of the program as a meeting; null when it is no instant (clocks skip it, or it comes twice unsaid). */
export function meetingOf(
  slot: SlotTime,
  { minutes, zone, viewerZone }: { minutes: number | null; zone: string; viewerZone: string },
): Meeting | null {
  const start = wallInstant(slot, zone)
  if (start === null) return null
  const end = new Date(Date.parse(start) + (minutes ?? USUAL_MINUTES) * 60_000).toISOString()
  return {
    start,
    end,
    isLengthAssumed: minutes === null,
    there: { start: toZoned(start, zone), end: toZoned(end, zone), zone },
    here: { start: toZoned(start, viewerZone), end: toZoned(end, viewerZone), zone: viewerZone },
  }
}

/** The booked time of an interview as a meeting; null while none is booked. */
export function bookedMeeting(
  interview: Pick<Interview, 'booked' | 'minutes' | 'zone'>,
  viewerZone: string,
): Meeting | null {
  if (interview.booked === null || interview.zone === null) return null
  return meetingOf(interview.booked, { minutes: interview.minutes, zone: interview.zone, viewerZone })
}

/** From this hour of the evening until that of the morning people sleep. Ours: the rules know no such thing. */
export const NIGHT = { from: 22, until: 6 } as const

/**
 * What the hour costs the person where they are: night when the talk begins or ends in it, early before eight, else day.
 * Of a talk in person the person is on the program's clocks, so ask for those.
 */
export function hourCost({ start, end }: { start: WallTime; end: WallTime }): 'night' | 'early' | 'day' {
  const endsAtNight = isNightHour(end.time) && end.time !== `${NIGHT.from}:00`
  if (isNightHour(start.time) || endsAtNight || end.date > start.date) return 'night'
  return hourOf(start.time) < 8 ? 'early' : 'day'
}

/** Whether people sleep at that 'HH:mm'. */
export function isNightHour(time: string): boolean {
  return hourOf(time) >= NIGHT.from || hourOf(time) < NIGHT.until
}

function hourOf(time: string): number {
  return Number(time.slice(0, 2))
}
