import { STANDINGS, type Standing } from '@/lib/fit/ledger'

/** How far up a standing is: 0 for closed, 6 for strong. It orders standings; a difference of two is not twice one. */
export function standingRank(standing: Standing): number {
  return STANDINGS.length - 1 - STANDINGS.indexOf(standing)
}

/** Whether a person can go in by this door this season, as far as is known. */
export function isOpen(standing: Standing): boolean {
  return standing !== 'closed' && standing !== 'not_yet_eligible'
}
