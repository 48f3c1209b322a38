import type { Instant } from '@/lib/dates/calendar-date'
import { SECTIONS } from './policy'

/** What a look was at: a section, or the one line about a mentee in a mentor's roster. */
export const LOOK_KINDS = [...SECTIONS, 'roster'] as const
export type LookKind = (typeof LOOK_KINDS)[number]

type LookLine = { id: string; at: Instant; by: string; who: string | null; what: LookKind }

/** One opening of a page: all that it showed at that moment, in the order of LOOK_KINDS. */
export type Visit<L extends LookLine> = Omit<L, 'what'> & { whats: LookKind[] }

/** The log's lines, the newest first, laid together where one page showed several parts at once. */
export function visitsOf<L extends LookLine>(looks: readonly L[]): Visit<L>[] {
  const visits: Visit<L>[] = []
  for (const { what, ...look } of looks) {
    const last = visits.at(-1)
    if (last && last.at === look.at && last.by === look.by && last.who === look.who) last.whats.push(what)
    else visits.push({ ...look, whats: [what] })
  }
  for (const { whats } of visits) whats.sort((a, b) => LOOK_KINDS.indexOf(a) - LOOK_KINDS.indexOf(b))
  return visits
}
