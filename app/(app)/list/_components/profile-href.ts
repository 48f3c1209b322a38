import type { ProfileFact } from '@/lib/fit/ledger'

/** Where a person enters what a ledger still misses. */
export function profileHref(fact: ProfileFact): string {
  return fact === 'exams' ? '/exams' : '/profile'
}
