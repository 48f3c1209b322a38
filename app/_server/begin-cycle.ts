import 'server-only'
import type { Scope } from '@/db/access'
import { ensureCycle, findCurrentCycle } from '@/db/queries/cycles'
import { listSeasons } from '@/db/queries/seasons'
import type { CalendarDate } from '@/lib/dates/calendar-date'
import type { Cycle } from '@/lib/season/cycle'
import { plannedSeason } from './fit-basis'

/** The person's current cycle; who has none begins one for the season that people plan today. */
export async function currentOrNewCycle(
  scope: Scope<'list:read' | 'list:write'>,
  today: CalendarDate,
): Promise<Cycle> {
  const cycle = await findCurrentCycle(scope)
  return cycle ?? ensureCycle(scope, plannedSeason(await listSeasons(scope), today).year)
}
