import type { CalendarDate } from '@/lib/dates/calendar-date'
import { EASTERN } from '@/lib/dates/zones'
import type { DatedThing } from '@/lib/reminders/dated-thing'
import { event, isDated } from '@/lib/season/events'
import type { Season } from '@/lib/season/season'

import { isSameOrder } from './rank-list'

type Certified = {
  order: readonly string[]
  certifiedOn: CalendarDate | null
  certifiedOrder: readonly string[]
}

/**
 * The one date of the rank list: certify it by the season's deadline. Dealt with once this very order is certified, and
 * open again when it changed since. Nothing while the season's deadline is not announced, or nobody is to be ranked.
 */
export function rankDatedThings(season: Season, rank: Certified | null): DatedThing[] {
  const deadline = event(season, 'nrmp_rol_deadline')
  if (rank === null || rank.order.length === 0 || !isDated(deadline)) return []
  const isChanged = rank.certifiedOn !== null && !isSameOrder(rank.certifiedOrder, rank.order)
  const about = {
    kind: 'interview' as const,
    id: `certify-${season.year}`,
    title: isChanged
      ? 'Certify your rank list again: it changed since'
      : 'Certify your rank list in NRMP’s system',
    urgency: 'urgent' as const,
    href: '/rank',
    isProjected: deadline.status === 'projected',
    isDone: rank.certifiedOn !== null && !isChanged,
  }
  return [
    deadline.at === null
      ? { ...about, on: deadline.on, at: null }
      : { ...about, on: null, at: deadline.at, endAt: null, zone: EASTERN },
  ]
}
