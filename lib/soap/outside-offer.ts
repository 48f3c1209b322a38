import type { CalendarDate, Instant } from '@/lib/dates/calendar-date'
import { event } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'

/** An offer of a position that does not go through the Match, as the person recorded it. */
export type OutsideOffer = {
  /** The day by which the program wants an answer; null when it named none. */
  answerBy: CalendarDate | null
  state: 'open' | 'accepted' | 'declined'
  /** Whether the person has withdrawn from the Match. */
  hasWithdrawn: boolean
}

export type OutsideOfferReading = {
  /**
   * 'free': may be accepted, with withdrawal from the Match; 'withdraw': accepted, and the withdrawal is still owed;
   * 'bound': the rank-list deadline has passed without a withdrawal, a match would bind; 'settled': nothing is owed;
   * 'open': the deadline is not announced.
   */
  state: 'free' | 'withdraw' | 'bound' | 'settled' | 'open'
  /** The instant by which the withdrawal must be in: the rank-list deadline (NRMP, `MATCH_CONDUCT.outsideOffer`). */
  withdrawBy: Instant | null
  isProjected: boolean
}

/**
 * What an offer outside the Match asks for. Whoever accepts one withdraws from the Match before the rank-list deadline; a
 * match is binding and nobody may hold both (NRMP). Someone who never registered owes no withdrawal.
 */
export function readOutsideOffer(
  offer: OutsideOffer,
  { season, now, isRegistered }: { season: Season; now: Instant; isRegistered: boolean | null },
): OutsideOfferReading {
  const deadline = event(season, 'nrmp_rol_deadline')
  const withdrawBy = deadline?.at ?? null
  const base = { withdrawBy, isProjected: deadline?.status === 'projected' }
  if (offer.state === 'declined' || offer.hasWithdrawn || isRegistered === false)
    return { ...base, state: 'settled' }
  if (withdrawBy === null) return { ...base, state: 'open' }
  if (new Date(withdrawBy).getTime() <= new Date(now).getTime()) return { ...base, state: 'bound' }
  return { ...base, state: offer.state === 'accepted' ? 'withdraw' : 'free' }
}
